"""What a person types or pastes at the prompt, or a script sends: whole messages, as Slack would deliver them."""

from __future__ import annotations

import select
import sys
from typing import TYPE_CHECKING, NamedTuple

from handlers.terminal import printer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

SIGN = "> "
PASTE, END = "paste", "."
PAUSE = 0.05  # seconds: lines that come faster than this were pasted together
_HINT = "Paste the text, then type a line with a single dot."


class Message(NamedTuple):
    """Its words, and whether they are surely a text to digest: pasted, or of several lines."""

    words: str
    pasted: bool


def messages(line: Callable[[str], str | None], more: Callable[[], bool]) -> Iterator[Message]:
    """The messages to the end of the input.

    ``line`` gives the next line after a sign (None: the end); ``more`` tells that another line is there already, so
    that a pasted text of many lines is one message.
    """
    while (words := line(SIGN)) is not None:
        if words.strip().lower() == PASTE:
            yield Message(_until_dot(line), pasted=True)
            continue
        lines = [words]
        while more() and (words := line("")) is not None:
            lines.append(words)
        text = "\n".join(lines).strip()
        yield Message(text, pasted="\n" in text)


def typed(sign: str) -> str | None:
    """A line from a person, with the editing keys of readline where Python has it."""
    try:
        return input(sign)
    except EOFError:
        return None


def typing_ahead() -> bool:
    """Whether the terminal holds another line already."""
    return bool(select.select([sys.stdin], [], [], PAUSE)[0])


def piped(stdin: BinaryIO) -> Callable[[str], str | None]:
    """Lines of a script, one message each."""

    def line(_: str) -> str | None:
        read = stdin.readline()
        return read.decode("utf-8", "replace").rstrip("\r\n") if read else None

    return line


def _until_dot(line: Callable[[str], str | None]) -> str:
    if printer.at_terminal():
        printer.say(_HINT)
    lines = []
    while (words := line("")) is not None and words.strip() != END:
        lines.append(words)
    return "\n".join(lines)
