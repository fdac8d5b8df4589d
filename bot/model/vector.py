"""What a sentence means, as a direction."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from operator import mul


@dataclass(frozen=True, slots=True)
class Vector:
    """A direction in the space of meanings: sentences that say the same, in whatever words, point the same way.

    ``numbers`` are its coordinates, a signed byte each; their common scale has no meaning.
    """

    numbers: bytes

    def nearness(self, other: Vector) -> float:
        """The cosine of the angle to another one, -1 to 1; 0 where one of them has no direction."""
        mine, theirs = (memoryview(each.numbers).cast("b") for each in (self, other))
        lengths = sum(map(mul, mine, mine)) * sum(map(mul, theirs, theirs))
        return sum(map(mul, mine, theirs)) / sqrt(lengths) if lengths else 0.0
