"""The bar of a long stream: for a person who waits, and for nobody else."""

from __future__ import annotations

import io
import os
import pty
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import pytest

from handlers.terminal import progress
from tests.handlers.terminal.screen import screen


@pytest.fixture
def terminal() -> Iterator[tuple[TextIO, int]]:
    """A terminal's stderr, and where its screen is read."""
    main, side = pty.openpty()
    with os.fdopen(side, "w", encoding="utf-8") as err:
        yield err, main
    os.close(main)


def test_a_file_shows_how_much_is_done(terminal: tuple[TextIO, int], tmp_path: Path) -> None:
    """Records are counted, bytes give the length of the bar."""
    err, main = terminal
    (tmp_path / "many.jsonl").write_bytes(b"x" * 1000)
    with (tmp_path / "many.jsonl").open("rb") as stdin, progress.bar(stdin, io.StringIO(), err) as advance:
        advance(500, 37)
    assert "37 records" in screen(main, "37 records")


def test_a_stream_in_memory_has_no_length(terminal: tuple[TextIO, int]) -> None:
    """It is counted all the same."""
    err, main = terminal
    with progress.bar(io.BytesIO(), io.StringIO(), err) as advance:
        advance(10, 2)
    assert "2 records" in screen(main, "2 records")


def test_where_nobody_looks_there_is_no_bar(terminal: tuple[TextIO, int]) -> None:
    """Not in a log, and not between the lines of output on one screen."""
    err, _ = terminal
    log = io.StringIO()
    for out, beside in ((io.StringIO(), log), (err, err)):
        with progress.bar(io.BytesIO(), out, beside) as advance:
            advance(10, 2)
    assert log.getvalue() == ""
