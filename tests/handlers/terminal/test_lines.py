"""Lines as they come: together when they are there, alone when somebody waits for the answer."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator

import pytest

from handlers.streams import HEAVIEST, MOST, Lines


@pytest.fixture
def pipe() -> Iterator[tuple[Lines, int]]:
    """The lines of a pipe, and where to write into it."""
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as stream:
        yield Lines(stream), writing


def test_what_is_there_comes_as_one_batch(pipe: tuple[Lines, int]) -> None:
    """And nobody waits for the rest of a line, or for the end of the pipe."""
    lines, writing = pipe
    os.write(writing, b"one\ntwo\nthr")
    batches = lines.batches()
    assert next(batches) == [b"one", b"two"]
    os.write(writing, b"ee\r\n\nfour")
    assert next(batches) == [b"three\r", b""]
    os.close(writing)
    assert next(batches) == [b"four"]
    assert next(batches, None) is None
    assert lines.read == len(b"one\ntwo\nthree\r\n\nfour")


def test_a_batch_has_a_size() -> None:
    """In lines and in bytes."""
    many = list(Lines(io.BytesIO(b"x\n" * (MOST + 1))).batches())
    assert list(map(len, many)) == [MOST, 1]
    heavy = b"y" * HEAVIEST + b"\n"
    assert list(map(len, Lines(io.BytesIO(heavy * 3)).batches())) == [1, 1, 1]


def test_an_empty_stream_has_no_lines() -> None:
    """Not even an empty one."""
    assert list(Lines(io.BytesIO()).batches()) == []
