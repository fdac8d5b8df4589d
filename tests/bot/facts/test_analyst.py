"""What an analyst would strike out of a digest: each line here was one, in other words, in a page not tuned on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.facts.text.dateline import datelines
from tests.bot.facts.conftest import article, best, first

if TYPE_CHECKING:
    from bot.facts.reader import SpacyReader
    from tests.bot.facts.conftest import Find

DATELINES = [
    ("LISBON (Reuters) - Ministers met on Monday.", "LISBON (Reuters) - "),
    ("PORTO, Portugal (AP) — Ministers met.", "PORTO, Portugal (AP) — "),
    ("NEW HAVEN, June 2 - Ministers met.", "NEW HAVEN, June 2 - "),
    ("Bergen, NO – Ministers met.", "Bergen, NO – "),
    ("(Reuters) — The ministry said so.", "(Reuters) — "),
    ("The ministry - a large one - said so.", None),
    ("Prices rose - by 4 percent.", None),
]


@pytest.mark.parametrize(("text", "dateline"), DATELINES)
def test_a_dateline_ends_where_the_report_begins(text: str, dateline: str | None) -> None:
    """Place, day and agency before a dash."""
    found = [text[left:right] for left, right in datelines(text, [(0, len(text))], 0)]
    assert found == ([dateline] if dateline else [])


def test_only_the_upper_paragraphs_have_a_dateline() -> None:
    """A dash farther down is a dash."""
    text = "One.\nTwo.\nThree.\nLISBON - Four."
    paragraphs = [(0, 4), (5, 9), (10, 16), (17, len(text))]
    assert list(datelines(text, paragraphs, 0)) == []


def test_the_lede_begins_behind_its_dateline(reader: SpacyReader) -> None:
    """The place is no part of the sentence that tells the news."""
    text = "LISBON (Reuters) - Bakers on Monday opened a school for apprentices in the old port."
    found = reader.read(article(text))[1]
    assert best(found, "what")[0].evidence.sentence == text.partition(" - ")[2]


def test_a_campaign_in_marks_does_not_break_its_sentence(find: Find) -> None:
    """A full stop inside a name in marks ends nothing."""
    text = "The town’s “Stop. Look.” campaign has reached 900 pupils since Monday, the council said."
    assert [fact.words for fact in best(find(text), "key")] == [text]


def test_background_before_the_news_is_not_what_happened(find: Find) -> None:
    """The lede is the sentence that tells what the headline tells."""
    found = find(
        "The strikes began peacefully in May and were sparked by a plan to cut wages at the yard. "
        "Norland has sent soldiers to guard the port of Holm and warned the crews, the ministry said on Monday.",
        "Norland sends soldiers to port of Holm, warns crews",
    )
    assert "sent soldiers" in best(found, "what")[1].evidence.sentence


@pytest.mark.parametrize(
    ("title", "body", "what"),
    [
        (
            "3 pro-union dockers killed in clashes near port",
            "Three dockers were killed on Monday when police fired at a crowd near the port of Holm.",
            "3 pro-union dockers killed in clashes near port",
        ),
    ],
)
def test_a_headline_without_its_auxiliary_has_an_event(find: Find, title: str, body: str, what: str) -> None:
    """In the passive, and past a hyphen."""
    assert first(find(body, title), "what") == what


NOT_WHO = [
    ("Man stabbed on ferry", "The stabbing on the Holm ferry stopped traffic, police chief Ada Berg said.", "stabbing"),
    (
        "Berg moves motion",
        "Senator from the north, Ada Berg, moved a motion. The senator left. Ada Berg spoke.",
        "senator",
    ),
    ("Hunter has plague", "A hunter was hit by the deadly bubonic plague in Norland on Monday.", "deadly"),
]


@pytest.mark.parametrize(("title", "body", "nobody"), NOT_WHO)
def test_things_and_bare_roles_are_not_who(find: Find, title: str, body: str, nobody: str) -> None:
    """Not beside somebody with a name."""
    assert nobody.lower() not in [fact.words.lower() for fact in best(find(body, title), "who")]


def test_a_surname_in_the_headline_is_the_full_name(find: Find) -> None:
    """One person is told once."""
    found = find(
        "Ambassador Gunnar Solberg faces questions on Monday. Solberg left.", "Unpredictable Solberg faces panel"
    )
    assert [fact.words for fact in best(found, "who")][:1] == ["Gunnar Solberg"]
    assert "Unpredictable Solberg" not in [fact.words for fact in best(found, "who")]


def test_old_dates_are_not_when(find: Find) -> None:
    """What was long ago, and what hangs on something else, is background."""
    found = find(
        "Prosecutors in Norland have dropped a case against a banker made public in 2010. "
        "The banker, who was arrested in June 2019, has left the country.",
        "Norland drops case against banker",
    )
    assert best(found, "when") == []


def test_a_month_with_its_year_is_no_day(find: Find) -> None:
    """The first two digits of a year are no day of the month."""
    assert [fact.date for fact in best(find("The mine closed in November 2024."), "when")] == ["2024-11"]


NOT_UPCOMING = [
    "Holm's clients can mix all kinds of pumps, knowing that the exchange will optimise every order.",
    "While the minister cancelled a rise planned for May, he kept the old tariff.",
    "The weather has made farmers wary of sowing, for fear that the frost will return.",
    "The map was drawn a year before the agency is due to launch its probe.",
    "Some senators worry that a trial will interfere with their work.",
    "This will surprise everyone in the city of Holm.",
    "“And I asked who will pay,” said Ada Berg, who will testify.",
    "Lawyers will find the interview a treasure.",
    "You will love the new pumps.",
    "The pumps will glow in the dark.",
]


@pytest.mark.parametrize("text", NOT_UPCOMING)
def test_promises_fears_and_what_is_over_are_not_upcoming(find: Find, text: str) -> None:
    """Somebody must do something, or it must have its day."""
    assert best(find(text), "upcoming") == []


def test_what_might_be_next_year_is_not_announced(find: Find) -> None:
    """A date alone announces nothing."""
    assert best(find("Others said the trial could hurt candidates next year."), "upcoming") == []


FIGURES = [
    ("A fight between two men stopped the train.", []),
    ("Two men were killed in the fire.", ["Two men"]),
    ("He drove a four-door car.", []),
    ("Officers had 911 calls at noon.", []),
    ("The firm took on $3 billion in debt.", ["$3 billion in debt"]),
    ("The bank backed a $40 million rescue.", ["$40 million rescue"]),
    ("Shares are up 39 percent year-to-date.", ["39 percent"]),
]


@pytest.mark.parametrize(("text", "words"), FIGURES)
def test_a_figure_says_what_it_counts(find: Find, text: str, words: list[str]) -> None:
    """An amount with its thing; no part of a word, no mere pair."""
    assert [fact.words for fact in best(find(text), "figure")] == words


SOURCES = [
    ("The company said sales fell.", []),
    ("A BBC interviewer said the line was bad.", [("BBC interviewer", "news_agency")]),
    ("Acme executives said sales fell.", [("Acme executives", "anonymous")]),
    ("Her campaign said sales fell.", []),
    ("The Harbour Leader reported that sales fell.", [("Harbour Leader", "organisation")]),
    ("A diplomatic source in Oslo said talks failed.", [("diplomatic source in Oslo", "anonymous")]),
    ("RED_FOX_9 wrote that sales fell.", [("RED_FOX_9", "person")]),
    ("Estimates say that sales fell.", []),
]


@pytest.mark.parametrize(("text", "sources"), SOURCES)
def test_a_source_has_a_name_or_is_told_to_have_none(find: Find, text: str, sources: list[tuple[str, str]]) -> None:
    """Bodies without a name are none; a person of an outlet is no outlet."""
    assert [(source.name, source.kind) for source in find(text).sources] == sources
