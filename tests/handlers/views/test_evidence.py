from __future__ import annotations

from dataclasses import replace

from bot.model import Digest, Evidence, Fact
from handlers.views.evidence import evidence
from tests.fakes.slack import kit
from tests.handlers.views import builders as b


def test_every_shown_fact_stands_in_its_sentence() -> None:
    """A label with what the sentence was taken to say, then the sentence with the fact's words in bold."""
    view = evidence(b.article(), b.digest())
    lines = b.lines(view["blocks"])
    assert kit.view_faults(view, "modal") == []
    assert lines[:5] == [
        b.TITLE,
        "*What happened*  stated",
        f" | *{b.REOPENED}*",
        "*Where*  stated",
        " | Kenya and Ethiopia reopened the *Moyale* crossing on Tuesday after a nine-month closure.",
    ]
    pairs = dict(zip(lines[1::2], lines[2::2], strict=True))
    assert pairs["*When*  Tue 4 Mar 2025 · stated"].count("*on Tuesday*") == 1
    assert pairs["*Why*  reported · according to Yusuf"].endswith("“*to restore trade worth $40 million a year*”.")
    assert pairs["*Who*  Kenya's trade minister · stated"].startswith(" | *Amina Yusuf*, Kenya's trade minister")
    assert pairs["*In their words*  Dawit Bekele"].startswith(f" | “*{b.DOOR}*” Dawit Bekele")
    assert pairs["*Source*  state media"].endswith("told state broadcaster *EBC*.")
    assert "*🇪🇹 Ethiopia*  actor" in pairs
    assert view["private_metadata"] == "0123456789abcdef|https://news.example.org/africa/moyale?id=1"


def test_the_second_of_two_equal_words_is_the_bold_one() -> None:
    """Offsets decide, not the first occurrence."""
    text = "The mayor said the mayor of Kisumu would come."
    at = text.rindex("mayor")
    kept = Digest("v1", "Visit", who=(Fact("who", "mayor", Evidence(at, at + 5, "mayor", text)),))
    assert (
        b.lines(evidence(b.article(text), kept)["blocks"])[2] == " | The mayor said the *mayor* of Kisumu would come."
    )


def test_a_sentence_that_is_not_at_hand_still_shows_its_words() -> None:
    """Evidence of another edition of the text: by its first occurrence, or alone."""
    at = Evidence(0, 5, "mayor", "The mayor came.")
    rows = [
        b.lines(evidence(b.article(), Digest("v1", "Visit", who=(Fact("who", "mayor", each),)))["blocks"])[2]
        for each in (at, replace(at, sentence="Nobody came."))
    ]
    assert rows == [" | The *mayor* came.", " | *mayor*"]


def test_a_very_long_sentence_is_shown_around_its_fact() -> None:
    """What was cut on either side is marked."""
    text = f"{'before ' * 200}Kisumu {'after ' * 200}"
    kept = Digest("v1", "Visit in Kisumu", where=(Fact("where", "Kisumu", b.evidence("Kisumu", text, text)),))
    line = b.lines(evidence(b.article(text), kept)["blocks"])[2]
    assert line.startswith(" | …before before")
    assert " *Kisumu* after" in line
    assert line.endswith("after…")
    assert len(line) < 1100


def test_nothing_stated_is_said() -> None:
    """An empty window would look broken; a country known from outside the text has no sentence to show."""
    outside = replace(b.country("KE", "Kenya"), evidence=None)
    view = evidence(
        b.article(canonical_url="https://example.org/" + "a" * 3000), Digest("v1", "", countries=(outside,))
    )
    assert b.lines(view["blocks"]) == ["Evidence", "The article states nothing that the digest shows."]
    assert view["private_metadata"] == "v1"
    assert kit.view_faults(view, "modal") == []


def test_an_utterance_in_two_pieces_has_the_evidence_of_both() -> None:
    """Joined in the message, each piece stands in its own sentence here."""
    text = "“We shall open the pass,” Amina Yusuf told reporters. “Then the lorries will go.”"
    pieces = ("We shall open the pass,", "Then the lorries will go.")
    kept = Digest("v1", "Visit", quotes=tuple(b.said(words, "Amina Yusuf", text=text) for words in pieces))
    rows = b.lines(evidence(b.article(text), kept)["blocks"])[1:]
    assert rows[0] == rows[2] == "*In their words*  Amina Yusuf"
    assert "*We shall open the pass,*" in rows[1]
    assert "*Then the lorries will go.*" in rows[3]
