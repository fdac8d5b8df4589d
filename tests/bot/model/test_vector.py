from __future__ import annotations

import pytest

from bot.model import Vector


@pytest.mark.parametrize(
    ("one", "other", "nearness"),
    [
        (b"\x01\x02", b"\x02\x04", 1),
        (b"\x01\x00", b"\x00\x7f", 0),
        (b"\x05\x05", b"\xfb\xfb", -1),
        (b"\x03\x04", b"\x04\x03", 0.96),
        (b"\x00\x00", b"\x04\x03", 0),
        (b"", b"", 0),
    ],
)
def test_nearness_is_the_cosine_whatever_the_scale(one: bytes, other: bytes, nearness: float) -> None:
    """The same direction is 1, the opposite -1; what has no direction is near to nothing."""
    assert Vector(one).nearness(Vector(other)) == pytest.approx(nearness)
