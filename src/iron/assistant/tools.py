"""What an assistant may ask of a journal, over standard input (`iron mcp`) and over HTTP (`/mcp`). It speaks MCP."""

from __future__ import annotations

import functools
import json
from collections.abc import Awaitable, Callable
from importlib.metadata import version
from types import MethodType
from typing import TYPE_CHECKING, Any, Final

from asgiref.sync import sync_to_async
from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.mcpserver.tools import Tool
from mcp.types import ToolAnnotations

from iron.assistant.reading import ReadingTools
from iron.assistant.writing import SetIn, WritingTools
from iron.values.errors import IronError

if TYPE_CHECKING:
    from iron.journal.journal import Journal

INSTRUCTIONS: Final = (
    "A strength-training journal. Exercises are named by any of their names. Sets are compared only on one line: "
    "exercise, machine, side and the technique variables that split. Strength is a 10RM-equivalent with an 80 % "
    "interval: say the interval. Loads are in the lifter's unit unless another one stands beside them. "
    "Tools that write show first what they would do; ask the lifter, then call again with confirmed=true. "
    "Give no medical advice: at pain, stop, and see someone who can examine it."
)

_READS: Final = ToolAnnotations(read_only_hint=True, open_world_hint=False)
_ADDS: Final = ToolAnnotations(
    read_only_hint=False, destructive_hint=False, idempotent_hint=False, open_world_hint=False
)
_KEYED: Final = ToolAnnotations(
    read_only_hint=False, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)
_TAKES_AWAY: Final = ToolAnnotations(
    read_only_hint=False, destructive_hint=True, idempotent_hint=False, open_world_hint=False
)


_READING: Final[tuple[Callable[..., Any], ...]] = (
    ReadingTools.today,
    ReadingTools.next,
    ReadingTools.why,
    ReadingTools.sets,
    ReadingTools.workouts,
    ReadingTools.volume,
    ReadingTools.growth,
    ReadingTools.records,
    ReadingTools.stalls,
    ReadingTools.compare,
    ReadingTools.choose,
    ReadingTools.body,
    ReadingTools.program_list,
    ReadingTools.program_state,
    ReadingTools.find_exercise,
    ReadingTools.guide,
    ReadingTools.own_exercises,
)
_WRITING: Final[tuple[tuple[Callable[..., Any], ToolAnnotations], ...]] = (
    (WritingTools.log_sets, _KEYED),
    (WritingTools.log_body, _ADDS),
    (WritingTools.undo, _TAKES_AWAY),
    (WritingTools.program_start, _ADDS),
)


def face(journal: Journal, *, writes: bool = False) -> MCPServer[Any]:
    """Build the MCP server of one journal.

    Args:
        journal: whose journal.
        writes: offer the tools that write; else every tool only reads.
    """
    reading, writing = ReadingTools(journal), WritingTools(journal)
    offered = [_offer(tool, reading, _READS) for tool in _READING]
    if writes:
        offered += [_offer(tool, writing, hints) for tool, hints in _WRITING]
    return MCPServer("iron", instructions=INSTRUCTIONS, version=_version(), tools=offered)


def _offer(tool: Callable[..., Any], tools: ReadingTools | WritingTools, hints: ToolAnnotations) -> Tool:
    works = _off_the_loop(MethodType(tool, tools))
    return _description(tool).model_copy(update={"fn": works, "annotations": hints})


@functools.cache
def _version() -> str:
    """The version of Iron, read from its package's files once."""
    return version("iron-log")


@functools.cache
def _description(tool: Callable[..., Any]) -> Tool:
    """Name, words and arguments of a tool, for any journal: made once, for each takes a millisecond or two."""
    # The answer is JSON text: as structured content it would be there twice.
    return Tool.from_function(_off_the_loop(MethodType(tool, object())), structured_output=False)


def _off_the_loop(tool: Callable[..., Any]) -> Callable[..., Awaitable[str]]:
    """Answer with compact JSON, from a thread: Django refuses a database connection where an event loop runs."""

    @functools.wraps(tool)
    async def call(*args: Any, **kwargs: Any) -> str:
        try:
            return json.dumps(await sync_to_async(tool)(*args, **kwargs), ensure_ascii=False)
        except IronError as problem:
            raise ToolError(problem.sentence) from problem

    return call


__all__ = ["INSTRUCTIONS", "ReadingTools", "SetIn", "WritingTools", "face"]
