"""What goes to the terminal or down the pipe: JSON in UTF-8 whatever the locale, words without colour in a pipe."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from handlers import contract
from handlers.render import PIPE, Paper

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WIDEST = 100  # columns that read well


class Unwritable(Exception):
    """The output can't be written; not that nobody reads it any more, which is no fault."""


def attach() -> None:
    """Put a null device where the caller has closed a stream, so that no file that is opened takes its place."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  for as long as we run


def at_terminal() -> bool:
    """Whether a person sits on both sides: types what is read and sees what is written."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def paper() -> Paper:
    """What the output is written on."""
    if not sys.stdout.isatty():
        return PIPE
    width = min(WIDEST, shutil.get_terminal_size().columns - 1)
    return Paper(width, lambda words: typer.style(words, bold=True))


def say(words: str) -> None:
    """Words for a person; signs that the terminal can't show become question marks."""
    encoding = sys.stdout.encoding or "utf-8"
    with _written():
        typer.echo(words.encode(encoding, "replace").decode(encoding))


def complain(sentence: str) -> None:
    """A sentence beside the output."""
    encoding = sys.stderr.encoding or "utf-8"
    typer.echo(f"dateline: {sentence}".encode(encoding, "replace").decode(encoding), err=True)


def put_object(item: contract.Json) -> None:
    """One object: a line in a pipe, laid out at a terminal."""
    put_lines([contract.line(item, indent=2 if sys.stdout.isatty() else None)])


def put_lines(lines: Iterable[str]) -> None:
    """Lines of JSON, sent at once."""
    with _written():
        sys.stdout.buffer.write("".join(f"{line}\n" for line in lines).encode())
        sys.stdout.buffer.flush()


@contextmanager
def _written() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), sys.stdout.fileno())  # else what is left in the buffer fails again at the end
        raise Unwritable from error
