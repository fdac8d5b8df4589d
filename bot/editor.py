"""From an article to all that is kept of it. Pure: the same article gives the same dossier.

The editor knows the grammar (`bot.facts`) only as a `Reader`, so that a process that never digests never loads it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from bot import answers, digests, topics
from bot.answers.meant import meant
from bot.answers.wish import names_of, plainly
from bot.model import Dossier, Vector

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.model import Answer, Article, Findings, Question, Reading


LONGEST = 3_000
"""Characters of a question that are looked at, the last: it is its last sentence that asks."""

EMBEDDED = 400
"""How many sentences of an article are embedded, the first, which takes four seconds: the others point nowhere."""


BEFORE = 3
"""How many questions before it one may lean on: each takes some milliseconds to parse."""


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


class Embedder(Protocol):
    """What sentences mean, as vectors; the same sentence always gives the same one."""

    def embed(self, sentences: Sequence[str]) -> tuple[Vector, ...]:
        """A vector a sentence, in their order."""


class Editor:
    """From an `Article` to its `Dossier`: no cache, no clock, no network. The same article gives the same dossier.

    Without an ``embedder`` questions are answered by words and grammar alone.
    """

    def __init__(self, reader: Reader, version: str, embedder: Embedder | None = None) -> None:
        self._reader, self._embedder = reader, embedder
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

    def embed(self, dossier: Dossier) -> Dossier:
        """The same with the vectors of its sentences, which questions need; a third of a second for an article."""
        if self._embedder is None or dossier.vectors is not None:
            return dossier
        text, spans = dossier.article.text, dossier.reading.sentences
        vectors = self._embedder.embed([text[start:end] for start, end, _ in spans[:EMBEDDED]])
        rest = [Vector(bytes(len(vectors[0].numbers)))] * (len(spans) - len(vectors)) if vectors else []
        return replace(dossier, vectors=(*vectors, *rest))

    def answer(self, question: Question, dossier: Dossier) -> Answer:
        """What the article says to that, or "not stated"; by words and grammar alone until it is embedded."""
        names = names_of(dossier.article.text, dossier.reading)
        before = tuple(words[-LONGEST:] for words in question.before[-BEFORE:])
        question = replace(question, words=question.words[-LONGEST:], before=before)
        plain = [plainly(words, names) for words in (*before, question.words)]
        *parsed, asked = [self._reader.parse(words) for words in plain]
        vector = None
        if self._embedder and dossier.vectors is not None:
            (vector,) = self._embedder.embed([meant(plain, (*parsed, asked), names)])
        return answers.answer(question, dossier, asked, vector, parsed)

    def _dossier(self, article: Article, reading: Reading, findings: Findings) -> Dossier:
        countries = topics.tag(article.text, article.title, reading, article.body_start, article.foreign)
        facts = tuple(
            replace(fact, country=topics.country_of(fact.words, countries)) if fact.slot == "where" else fact
            for fact in findings.facts
        )
        digest = digests.compose(article, replace(findings, facts=facts), countries, self.version)
        return Dossier(article, digest, reading)
