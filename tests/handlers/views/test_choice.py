"""The view shows the best of a digest's key facts and quotations, each once."""

from __future__ import annotations

from handlers.views import digest as views
from handlers.views import lines
from handlers.views.selection import select
from tests.handlers.views import builders as b

TITLE = "Brewery of Holm cuts its forecast"
CUT = "Shares of the brewery of Holm fell on Monday after it cut its sales forecast."
FIGURES = "The brewery of Holm now forecasts that sales will rise by 3.5%, against 4.0% before."
WORDS = "The brewery of Holm says its shares fell on Monday after the cut."
VOTE = "But the council voted 67-30 against a loan to the brewers."
HEAD = "We will brew on"
SPOKEN = "The water came at night through every wall. We will brew on."
TOLD = "Poe said that water came through every wall at night."
TEXT = f"{CUT} {FIGURES} {WORDS} {VOTE} “{HEAD}” “{SPOKEN}” Ana Poe said. {TOLD}"


def test_figures_add_something_to_a_line_that_has_none() -> None:
    """By how much a forecast was cut is news beside that it was cut; the same words again are none."""
    assert not lines.repeats(FIGURES, (CUT,))
    assert lines.repeats(WORDS, (CUT,))
    assert lines.repeats(FIGURES, (FIGURES.replace("3.5", "3.6"),))
    assert lines.repeats(FIGURES, (CUT,), figures=False)


def test_a_but_before_all_leaves_a_mark() -> None:
    """The reader sees where something was left out; a "But they" is not shown."""
    assert lines.unjoined(VOTE) == "… the council voted 67-30 against a loan to the brewers."
    assert lines.unjoined(CUT) == CUT
    assert not lines.dangles(VOTE)
    assert not lines.dangles("This week, the brewers opened a cellar.")
    assert lines.dangles("But they voted against it.")
    article = b.article(TEXT, title=TITLE)
    kept = b.digest(headline=TITLE, what=(b.fact("what", CUT, TEXT),), key_facts=(b.fact("key", VOTE, TEXT),))
    assert any("… the council voted" in line for line in b.lines(views.digest(b.briefing(kept, article)).blocks))


def test_what_is_shown_as_a_quotation_is_neither_told_nor_shown_again() -> None:
    """A subhead out of a statement, and a sentence that reports it."""
    quotes = (b.said(HEAD, "Ana Poe", text=TEXT), b.said(SPOKEN, "Ana Poe", text=TEXT))
    keys = (b.fact("key", FIGURES, TEXT), b.fact("key", TOLD, TEXT))
    who = (b.fact("who", "Ana Poe", TEXT),)
    kept = b.digest(headline=TITLE, what=(b.fact("what", CUT, TEXT),), who=who, why=(), key_facts=keys, quotes=quotes)
    shown = select(kept, b.article(TEXT, title=TITLE))
    assert [fact.words for fact in shown.keys] == [FIGURES]
    assert len([saying for saying in shown.quotes if HEAD in saying.words]) == 1
