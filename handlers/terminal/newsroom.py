"""What the commands have done for many records at once: read, digested, answered, tagged. Loads the page reader.

Each use case gives one value or `Refusal` for each record, in their order. A record that breaks something costs its
own result, not its neighbours'.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from bot import topics
from bot.articles.urls import links
from bot.errors import BadInput, Internal, Refusal
from bot.model import Question
from handlers.terminal import given

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.articles.web.fetch import Page
    from bot.editor import Editor
    from bot.model import Answer, Article, Country, Digest, Dossier
    from handlers.record import Record
    from handlers.terminal.tools import Tools

T = TypeVar("T")

AT_ONCE = 6  # pages fetched side by side
_log = logging.getLogger("dateline")


class Newsroom:
    """The use cases of the command line: no store, no cache, no clock.

    ``heaviest`` is how many characters are parsed together: more costs memory and wins no time. ``remembered`` is how
    many there are in the texts that questions were asked about last: 30 MB with their grammar.
    """

    def __init__(self, tools: Tools, heaviest: int = 100_000, remembered: int = 400_000) -> None:
        self._tools, self._heaviest, self._remembered = tools, heaviest, remembered
        self._latest: dict[Article, Dossier | Refusal] = {}

    @cached_property
    def editor(self) -> Editor:
        """The editor, once somebody needs it: loading the model takes a second."""
        return self._tools.editor()

    def read(self, records: Sequence[Record]) -> list[Article | Refusal]:
        """The articles; fetched where only a link is given."""
        bare = [record.url or "" for record in records if _only_named(record)]
        pages = iter(asyncio.run(self._fetch(bare)) if bare else ())
        return [
            _guarded(given.fetched, next(pages), record) if _only_named(record) else _guarded(given.read, record)
            for record in records
        ]

    def file(self, records: Sequence[Record]) -> Iterator[Dossier | Refusal]:
        """Their dossiers; what is no article, not English or too short is refused."""
        return self._compile(self._accepted(records), lambda dossier, _: dossier)

    def digest(self, records: Sequence[Record]) -> Iterator[tuple[Article, Digest] | Refusal]:
        """The same without the grammar, of which a batch would be heavy."""
        return self._compile(self._accepted(records), lambda dossier, _: (dossier.article, dossier.digest))

    def ask(self, records: Sequence[Record]) -> Iterator[Answer | Refusal]:
        """What each record's article says to its question; offsets point into a given text.

        A text under several questions is read and embedded once, as long as it is among the latest.
        """
        bodies = self.read([replace(record, title=None) for record in records])
        articles = [_guarded(_asked, body, record) for body, record in zip(bodies, records, strict=True)]
        for group in _groups(articles, self._heaviest):
            dossiers = self._embedded([item for _, item in group if not isinstance(item, Refusal)])
            for place, item in group:
                found = item if isinstance(item, Refusal) else dossiers[item]
                yield _guarded(self._reply, found, records[place].question or "")

    def _reply(self, dossier: Dossier, question: str) -> Answer:
        return self.editor.answer(Question(question), dossier)

    def _embedded(self, articles: Sequence[Article]) -> dict[Article, Dossier | Refusal]:
        """Their dossiers, remembered or made; from then on remembered, up to so many characters."""
        new = [article for article in dict.fromkeys(articles) if article not in self._latest]
        made = dict(zip(new, self._compile(new, lambda dossier, _: self.editor.embed(dossier)), strict=True))
        used = {article: self._latest.pop(article) for article in dict.fromkeys(articles) if article in self._latest}
        self._latest |= used | made
        while sum(len(article.text) for article in self._latest) > self._remembered:
            del self._latest[next(iter(self._latest))]
        return used | made

    def countries(self, records: Sequence[Record]) -> list[tuple[Country, ...] | Refusal]:
        """The countries of each record, by its words alone, without grammar; offsets point into a given text."""
        bodies = self.read([replace(record, title=None) for record in records])
        return [_guarded(_tagged, body, record) for body, record in zip(bodies, records, strict=True)]

    def _accepted(self, records: Sequence[Record]) -> list[Article | Refusal]:
        return [
            _guarded(given.accepted, article, record)
            for article, record in zip(self.read(records), records, strict=True)
        ]

    async def _fetch(self, urls: Sequence[str]) -> list[Page | Refusal]:
        gate = asyncio.Semaphore(AT_ONCE)

        async def one(url: str) -> Page | Refusal:
            try:
                async with gate:
                    return await web.get(links.parse(url))
            except Refusal as refusal:
                return refusal
            except Exception as error:  # noqa: BLE001  one faulty record must not end a stream; the log has it all
                return _fault(error)

        async with self._tools.web() as web:
            return await asyncio.gather(*map(one, urls))

    def _compile(
        self, articles: Sequence[Article | Refusal], finish: Callable[[Dossier, int], T]
    ) -> Iterator[T | Refusal]:
        """Dossiers, finished one by one and let go, since the grammar of a long text is large."""
        for group in _groups(articles, self._heaviest):
            done = iter(
                self._together([(place, item) for place, item in group if not isinstance(item, Refusal)], finish)
            )
            yield from (item if isinstance(item, Refusal) else next(done) for _, item in group)

    def _together(self, group: Sequence[tuple[int, Article]], finish: Callable[[Dossier, int], T]) -> list[T | Refusal]:
        done: list[T | Refusal] = []
        if not group:
            return done
        editor = self.editor
        try:
            dossiers = editor.compile_many([article for _, article in group])
            for dossier, (place, _) in zip(dossiers, group, strict=True):
                done.append(finish(dossier, place))
        except Exception:  # noqa: BLE001  one of them is faulty: each is tried alone, and that one is logged there
            for place, article in group[len(done) :]:
                done.append(_guarded(lambda item, at: finish(editor.compile(item), at), article, place))
        return done


def _only_named(record: Record) -> bool:
    return record.html is None and record.text is None and record.url is not None


def _guarded(work: Callable[..., T], first: object, *more: object) -> T | Refusal:
    """The work's value, or why there is none; a refusal that comes in goes out."""
    if isinstance(first, Refusal):
        return first
    try:
        return work(first, *more)
    except Refusal as refusal:
        return refusal
    except Exception as error:  # noqa: BLE001  one faulty record must not end a stream; the log has it all
        return _fault(error)


def _fault(error: Exception) -> Refusal:
    _log.error("A record failed.", exc_info=error)
    return Internal("Something went wrong on our side: try again, and report it if it stays.")


def _asked(article: Article, record: Record) -> Article:
    if not (record.question or "").strip():
        raise BadInput("There is no question: add “question”.")
    return _under(article, record)


def _tagged(article: Article, record: Record) -> tuple[Country, ...]:
    titled = _under(article, record)
    return topics.tag(titled.text, titled.title, None, titled.body_start, titled.foreign)


def _under(article: Article, record: Record) -> Article:
    """An article whose given title stands outside its text, so that offsets count the text alone."""
    return replace(article, title=record.title, body_start=0) if record.title else article


def _groups(articles: Sequence[Article | Refusal], heaviest: int) -> Iterator[list[tuple[int, Article | Refusal]]]:
    """The articles with their places, in groups of a size that memory bears; a long one stands alone."""
    group: list[tuple[int, Article | Refusal]] = []
    size = 0
    for place, item in enumerate(articles):
        weight = 0 if isinstance(item, Refusal) else len(item.text)
        if group and size + weight > heaviest:
            yield group
            group, size = [], 0
        group.append((place, item))
        size += weight
    yield group
