"""From an article to all that is kept of it. Pure: the same article gives the same dossier.

The editor knows the grammar (`bot.facts`) only as a `Reader`, so that a process that never digests never loads it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from bot import answers, digests, topics
from bot.model import Dossier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.model import Answer, Article, Findings, Question, Reading


class Reader(Protocol):
    """Grammar over an English text. ``version`` names the model; the same text always gives the same reading."""

    @property
    def version(self) -> str:
        """The model's name and version."""

    def read(self, article: Article) -> tuple[Reading, Findings]:
        """One article's grammar, and all that was found in it."""

    def read_many(self, articles: Iterable[Article]) -> Iterator[tuple[Reading, Findings]]:
        """The same for many articles, in their order, faster."""

    def parse(self, text: str) -> Reading:
        """The grammar alone, of a question or any text."""


class Editor:
    """From an `Article` to its `Dossier`: no cache, no clock, no network. The same article gives the same dossier."""

    def __init__(self, reader: Reader, version: str) -> None:
        self._reader = reader
        self.version = version

    def compile(self, article: Article) -> Dossier:
        """Read, find, choose."""
        reading, findings = self._reader.read(article)
        return self._dossier(article, reading, findings)

    def compile_many(self, articles: Iterable[Article]) -> Iterator[Dossier]:
        """The same for many articles, in their order."""
        batch = tuple(articles)
        for article, (reading, findings) in zip(batch, self._reader.read_many(batch), strict=True):
            yield self._dossier(article, reading, findings)

    def answer(self, question: Question, dossier: Dossier) -> Answer:
        """What the article says to that, or "not stated"."""
        return answers.answer(question, dossier, self._reader.parse(question.words))

    def _dossier(self, article: Article, reading: Reading, findings: Findings) -> Dossier:
        countries = topics.tag(article.text, article.title, reading, article.body_start, article.foreign)
        facts = tuple(
            replace(fact, country=topics.country_of(fact.words, countries)) if fact.slot == "where" else fact
            for fact in findings.facts
        )
        digest = digests.compose(article, replace(findings, facts=facts), countries, self.version)
        return Dossier(article, digest, reading)
