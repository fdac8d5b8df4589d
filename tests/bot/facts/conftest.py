"""The real pipeline, loaded once a session, and short ways to ask it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from bot.facts.reader import SpacyReader
from bot.model import Article, Fact, Findings, Receipt
from bot.settings import DEFAULT_MODEL

if TYPE_CHECKING:
    from bot.model import Slot

PUBLISHED = "2025-03-12"  # a Wednesday


def article(text: str, title: str | None = None, published: str | None = PUBLISHED) -> Article:
    """A pasted article; its text begins with the title."""
    whole = f"{title}\n{text}" if title else text
    start = len(title) + 1 if title else 0
    receipt = Receipt("pasted", len(text.split()))
    return Article(None, None, None, title, (), published, "en", whole, receipt, start)


class Find(Protocol):
    """Reads a text and gives what was found in it."""

    def __call__(self, text: str, title: str | None = None, published: str | None = PUBLISHED) -> Findings:
        """All findings."""
        ...


@pytest.fixture(scope="session")
def reader() -> SpacyReader:
    """The reader over the default pipeline."""
    return SpacyReader(DEFAULT_MODEL)


@pytest.fixture(scope="session")
def find(reader: SpacyReader) -> Find:
    """What is found in a text."""

    def ask(text: str, title: str | None = None, published: str | None = PUBLISHED) -> Findings:
        return reader.read(article(text, title, published))[1]

    return ask


def best(findings: Findings, slot: Slot) -> list[Fact]:
    """The facts of a slot, the best first."""
    return sorted((fact for fact in findings.facts if fact.slot == slot), key=lambda fact: -fact.score)


def first(findings: Findings, slot: Slot) -> str | None:
    """The words of the best fact of a slot, or None."""
    return next((fact.words for fact in best(findings, slot)), None)
