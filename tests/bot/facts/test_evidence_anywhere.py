"""Every promise about evidence, values and lists, on articles mixed up as pages and pastes mix them up."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.articles.paste.pasted import read_text
from bot.model import Digest, Evidence, Fact
from handlers import sample
from tests.bench.newswire import stories
from tests.bot.facts.faults import faults_of, is_date, misplaced
from tests.bot.facts.test_stories import BORDER, FIRE
from tests.handlers.terminal.articles import DAM, FERRY

if TYPE_CHECKING:
    from bot.editor import Editor
    from bot.model import Dossier

Turn = Callable[[str], str]
MARKS = {
    "German": ("„", "“"),
    "French": ("«", "»"),
    "straight": ('"', '"'),
    "single": ("‘", "’"),
    "plain": ("'", "'"),
    "two": ("“", "”"),
    "none": (" ", " "),
}
SPACES = ("\u00a0", "  ", "\t", "\u2009", " \u200b", "\n", " \r\n", "\u3000")


@cache
def paragraphs() -> tuple[str, ...]:
    """Of all the articles that were written for the project."""
    wires = [story.text for story in stories(6)]
    return tuple(part for text in (*wires, BORDER, FIRE, FERRY, DAM, sample.text()) for part in text.split("\n\n"))


def quoted(name: str) -> Turn:
    """The same quotations between other marks."""
    left, right = MARKS[name]
    return lambda text: text.replace("“", left).replace("”", right)


def spaced(space: str, every: int) -> Turn:
    """Another blank in place of each so many."""

    def turn(text: str) -> str:
        words = text.split(" ")
        return "".join(word + (space if at % every == 0 else " ") for at, word in enumerate(words, 1))

    return turn


def strewn(mark: str, every: int) -> Turn:
    """Something else between the words."""
    return spaced(f" {mark} ", every)


TURNS = st.one_of(
    st.sampled_from(sorted(MARKS)).map(quoted),
    st.builds(spaced, st.sampled_from(SPACES), st.integers(2, 40)),
    st.builds(
        strewn,
        st.sampled_from(("😀", "👩‍🚒", "🇳🇴", "e\u0301", "—", "\u202e", "…", "(", "”", "'", "\x00")),
        st.integers(3, 60),
    ),
    st.sampled_from(
        (
            lambda text: unicodedata.normalize("NFD", text.replace("a", "á")),
            lambda text: text.replace("\n\n", "\r\n"),
            lambda text: text.replace("\n\n", "\n"),
            lambda text: text.replace("\n\n", " "),
            lambda text: text.replace("’", "'"),
            lambda text: text.replace(". ", "."),
            lambda text: text.replace("said", "said, “and this,” he said,"),
            str.upper,
            str.title,
        )
    ),
)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Some paragraphs in any order, some of them twice, perhaps cut off in the middle of a word, and turned."""
    parts = draw(st.lists(st.sampled_from(paragraphs()), min_size=1, max_size=12))
    text = "\n\n".join(parts)
    text = text[: draw(st.one_of(st.just(len(text)), st.integers(1, len(text))))]
    for turn in draw(st.lists(TURNS, max_size=3)):
        text = turn(text)
    return text


TITLES = st.one_of(st.none(), st.sampled_from(paragraphs()).map(lambda text: text[:90]), st.text(max_size=20))
DAYS = st.sampled_from((None, "2025-03-05", "2024-02-29T23:59:59Z", "0001-01-01", "9999-12-31", "yesterday"))


@settings(max_examples=40)
@given(text=texts(), title=TITLES, published=DAYS)
def test_a_digest_keeps_every_promise(editor: Editor, text: str, title: str | None, published: str | None) -> None:
    """Spans, sentences, names, dates, caps, nothing twice: whatever order, blanks, marks and signs a text comes in."""
    assert faults_of(editor.compile(read_text(text, title=title, published=published))) == []


def test_a_long_article_keeps_them_too(editor: Editor) -> None:
    """More characters than are parsed at once: every span is where it says, and the lists are as short as ever."""
    text = "\n\n".join(story.text for story in stories(14))
    dossier = editor.compile(read_text(text, title="A long week", published="2025-03-05"))
    assert len(text) > 30_000
    assert faults_of(dossier) == []
    assert len(dossier.digest.quotes) > 20


@pytest.fixture(scope="module")
def dossier(editor: Editor) -> Dossier:
    """A digest without a fault."""
    dossier = editor.compile(read_text(FIRE, title="Nine killed in factory fire in Chalna", published="2025-03-13"))
    assert faults_of(dossier) == []
    return dossier


def changed(dossier: Dossier, **lists: object) -> Dossier:
    """The same dossier with something else in its digest."""
    return replace(dossier, digest=replace(dossier.digest, **lists))  # type: ignore[arg-type]  # whatever a story breaks


def moved(fact: Fact, by: int) -> Fact:
    """The same words, said to stand elsewhere."""
    at = fact.evidence
    return replace(fact, evidence=Evidence(at.start + by, at.end + by, at.words, at.sentence))


def test_the_check_sees_what_is_not_exact(dossier: Dossier) -> None:
    """Shifted by one, half a sentence, words of one's own, a blank at the edge."""
    digest, text = dossier.digest, dossier.article.text
    first = digest.who[0]
    assert faults_of(changed(dossier, who=(moved(first, 1),)))
    assert faults_of(changed(dossier, who=(replace(first, words="Somebody"),)))
    assert faults_of(changed(dossier, who=(replace(first, role="Grand Vizier"),)))
    assert faults_of(changed(dossier, when=(replace(digest.when[0], date="2025-02-30"),)))
    half = replace(first.evidence, sentence=first.evidence.sentence[:-1])
    assert "its sentence is not" in (misplaced(text, dossier.reading, half) or "")
    blank = text.index(" ", first.evidence.start)
    assert misplaced(text, dossier.reading, Evidence(blank, blank + 4, text[blank : blank + 4], "")) is not None


def test_the_check_sees_lists_that_break_the_contract(dossier: Dossier) -> None:
    """Too many, the same twice, a key fact that repeats the headline, a claim that is none."""
    digest: Digest = dossier.digest
    assert faults_of(changed(dossier, who=(*digest.who, *digest.who, *digest.who)[:4]))
    assert faults_of(changed(dossier, figures=(*digest.figures, digest.figures[0])))
    assert faults_of(changed(dossier, headline=digest.key_facts[0].words))
    assert faults_of(changed(dossier, sourcing=(digest.sourcing[0], digest.sourcing[0])))
    assert faults_of(changed(dossier, what=(replace(digest.what[0], attribution="fire", certainty="stated"),)))


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("2025", True),
        ("2025-03", True),
        ("2025-W12", True),
        ("2024-02-29", True),
        ("2025-02-29", False),
        ("2025-W54", False),
        ("2025-3-1", False),
        ("March 2025", False),
    ],
)
def test_dates_have_one_of_four_forms(text: str, *, valid: bool) -> None:
    """A year, a month, a week, a day, and only those of the calendar."""
    assert is_date(text) == valid
