"""Computes the numbers that a claim prints, from the leg-press model or by arithmetic."""

from __future__ import annotations

import ast
import itertools
import math
import operator
import re
from collections.abc import Mapping
from typing import Any

from iron.knowledge.claim_checks import ClaimCheck
from iron.mechanics.answer import answer

NUMBER = re.compile(r"[−-]?\d[\d,]*(?:\.\d+)?")
_OPERATORS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_NAMES = {"g": 9.80665}
_FUNCTIONS = {
    "sin_deg": lambda angle: math.sin(math.radians(angle)),
    "cos_deg": lambda angle: math.cos(math.radians(angle)),
    "degrees": math.degrees,
    "sqrt": math.sqrt,
}


def computed(check: ClaimCheck) -> tuple[float, float]:
    """The lowest and highest value of the check, in the unit that the text prints."""
    if check.sum:
        value = _arithmetic(ast.parse(check.sum, mode="eval").body)
        return (value, value)
    runs = [dict(zip(check.at, values, strict=True)) for values in itertools.product(*check.at.values())]
    bands = [_band(check, run) for run in runs]
    return (min(low for low, _ in bands), max(high for _, high in bands))


def printed(check: ClaimCheck) -> list[tuple[float, float]]:
    """Every number of ``says`` with half of its last printed digit as tolerance; per cent as a fraction."""
    scale = 0.01 if "%" in check.says else 1.0
    numbers = []
    for match in NUMBER.findall(check.says):
        digits = match.replace(",", "").replace("−", "-")
        last = 10.0 ** -len(digits.partition(".")[2])
        numbers.append((float(digits) * scale, max(last, check.to) / 2 * scale))
    return numbers


def _band(check: ClaimCheck, run: Mapping[str, float]) -> tuple[float, float]:
    if not check.model.endswith("_points"):
        return _quantity(check.model, answer(run))
    joint = check.model.removesuffix("_points")
    other = run | {key: values[0] for key, values in check.against.items()}
    points = abs(answer(run)[joint] - answer(other)[joint]) * 100
    return (points, points)


def _quantity(name: str, result: Mapping[str, Any]) -> tuple[float, float]:
    samples = result["samples"]
    match name:
        case "vasti_share":
            low, _, high = result["muscle_shares"]["vasti"]
            return (low, high)
        case "ankle_share":
            band = result["share_bands"]["ankle"]
            return (min(band), max(band))
        case "stroke_cm":
            value = result["stroke_m"] * 100
        case "ankle_deg":
            value = samples[0]["dorsiflexion_deg"]
        case "hip_deg":
            value = samples[0]["thigh_trunk_deg"]
        case "top_knee_nm":
            value = samples[-1]["knee_nm"]
        case "lockout_deg":
            # Samples are equally spaced in time, so the sign change is interpolated between two of them.
            before, after = next(
                (a, b) for a, b in itertools.pairwise(samples) if a["knee_nm"] > 0 >= b["knee_nm"]
            )
            part = before["knee_nm"] / (before["knee_nm"] - after["knee_nm"])
            value = before["knee_deg"] + part * (after["knee_deg"] - before["knee_deg"])
        case _:
            value = result[name]
    return (value, value)


def _arithmetic(node: ast.expr) -> float:
    match node:
        case ast.Constant(value=int() | float() as value):
            return float(value)
        case ast.Name(id=name):
            return _NAMES[name]
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_arithmetic(operand)
        case ast.BinOp(left=left, op=op, right=right):
            return _OPERATORS[type(op)](_arithmetic(left), _arithmetic(right))
        case ast.Call(func=ast.Name(id=name), args=[argument]):
            return _FUNCTIONS[name](_arithmetic(argument))
    raise ValueError(f"A sum may hold numbers, + - * /, g, sin_deg and cos_deg, not {ast.unparse(node)}.")
