"""One desk a command: which keys of a line it reads, who does the work, and how a result is shown."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from bot.errors import Refusal
from handlers import contract, record, render, streams
from handlers.terminal import printer, progress, sources
from handlers.terminal.newsroom import Newsroom

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import BinaryIO

    from bot.model import Answer, Article, Country, Digest
    from handlers.record import Record
    from handlers.render import Paper
    from handlers.terminal.tools import Tools

T = TypeVar("T")
_PAGE = frozenset({"url", "html", "title", "text", "published"})
_TEXT = frozenset({"title", "text"})


@dataclass(frozen=True, slots=True)
class Desk(Generic[T]):
    """``keys`` are those of a line that count; ``shown`` gives a result's part of the object, ``told`` its words."""

    keys: frozenset[str]
    work: Callable[[Sequence[Record]], Iterable[T | Refusal]]
    shown: Callable[[T], contract.Json]
    told: Callable[[T, Paper], str]

    def stream(self, stdin: BinaryIO) -> int:
        """Lines in, lines out; how many failed."""
        lines = streams.Lines(stdin)
        done = failed = 0
        with progress.bar(stdin, sys.stdout, sys.stderr) as advance:
            for batch, faults in streams.run(lines.batches(), self.keys, self.work, self.shown):
                printer.put_lines(batch)
                done, failed = done + len(batch), failed + faults
                advance(lines.read, done)
        return failed

    def one(self, source: str, published: str | None, question: str | None, *, as_json: bool) -> bool:
        """One source, printed; whether it worked."""
        result = self._result(source, published, question)
        if isinstance(result, Refusal):
            if as_json:
                printer.put_object({"id": source, "error": contract.error(result)})
            else:
                printer.complain(result.message)
            return False
        if as_json:
            printer.put_object({"id": source, **self.shown(result)})
        else:
            printer.say(self.told(result, printer.paper()))
        return True

    def _result(self, source: str, published: str | None, question: str | None) -> T | Refusal:
        try:
            asked = sources.record_of(source, sys.stdin.buffer, published and record.when(published), question)
        except Refusal as refusal:
            return refusal
        return next(iter(self.work([asked])))


def _digest(tools: Tools) -> Desk[tuple[Article, Digest]]:
    return Desk(
        _PAGE,
        Newsroom(tools).digest,
        lambda pair: {"article": contract.article(pair[0]), "digest": contract.digest(pair[1])},
        lambda pair, paper: render.digest(*pair, paper),
    )


def _read(tools: Tools) -> Desk[Article]:
    return Desk(_PAGE, Newsroom(tools).read, lambda article: {"article": contract.article(article)}, render.article)


def _ask(tools: Tools) -> Desk[Answer]:
    keys = _TEXT | {"published", "question"}
    return Desk(keys, Newsroom(tools).ask, lambda answer: {"answer": contract.answer(answer)}, render.answer)


def _countries(tools: Tools) -> Desk[tuple[Country, ...]]:
    return Desk(
        _TEXT,
        Newsroom(tools).countries,
        lambda countries: {"countries": contract.countries(countries)},
        lambda countries, _: render.countries(countries),
    )


_DESKS: dict[str, Callable[[Tools], Desk[Any]]] = {
    "digest": _digest,
    "read": _read,
    "ask": _ask,
    "countries": _countries,
}


def desk_of(command: str, tools: Tools) -> Desk[Any]:
    """The desk of a command."""
    return _DESKS[command](tools)
