"""How often a lifter may try something in some time; counted in the database, for all processes."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.cache import cache

from iron.values.errors import NotAllowedError


@dataclass(frozen=True, slots=True)
class Limit:
    """So many tries of one account in a while.

    Attributes:
        name: what it counts, as the key of the counter.
        most: tries that are answered.
        seconds: how long a count lasts from its first try.
        sentence: what is said to whoever tries once more.
    """

    name: str
    most: int
    seconds: int
    sentence: str

    def check(self, user_id: int) -> None:
        """Refuse where the tries are used up.

        Raises:
            NotAllowedError: they are.
        """
        if int(cache.get(self._key(user_id), 0)) >= self.most:
            raise NotAllowedError(self.sentence)

    def count(self, user_id: int) -> None:
        """Count one try."""
        cache.add(self._key(user_id), 0, self.seconds)
        cache.incr(self._key(user_id))

    def _key(self, user_id: int) -> str:
        return f"{self.name}-{user_id}"
