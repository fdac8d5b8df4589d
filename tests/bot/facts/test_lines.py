"""Whole lines of a digest: reasons that end in time, sentences that stand alone, names that are whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.facts.conftest import article, best, first

if TYPE_CHECKING:
    from bot.facts.reader import SpacyReader
    from tests.bot.facts.conftest import Find

REASONS = [
    ("The deaths were caused by gunshot wounds and called for calm in the city.", "gunshot wounds"),
    (
        "The flags flew low because of the death of the former speaker, Ada Berg.",
        "the death of the former speaker, Ada Berg",
    ),
    ("Farmers blamed dry weather for the bad harvest.", "dry weather"),
    ("The mayor attributed the rise to cheap fuel from abroad.", "cheap fuel"),
    ("Farmers were outraged over the new tax on milk.", "the new tax on milk"),
    ("The ferry stopped because the crew was ill, the owner said.", "the crew was ill"),
]


@pytest.mark.parametrize(("text", "reason"), REASONS)
def test_a_reason_ends_where_its_sentence_goes_on(find: Find, text: str, reason: str | None) -> None:
    """At the next verb above it; the name of whom it means belongs to it; a person alone is a weak one."""
    assert first(find(text), "why") == reason


NO_REASON = [
    "When it comes down to it, the port is a serious problem in Holm.",
    "Reports do not indicate that it was caused by enemy fire.",
    "Uncertainty hangs over the talks in the city of Holm.",
    "The ministry is expected to reduce the price of beef in April.",
    "After debuting the small car two months ago, Norland Motors has built a large one.",
]


@pytest.mark.parametrize("text", NO_REASON)
def test_what_only_looks_like_a_reason_is_none(find: Find, text: str) -> None:
    """A phrase, a denial, a plan, an order in time."""
    assert first(find(text), "why") is None


STORY = (
    "The harbour of Holm was closed on Monday after two ships collided, the port authority said. "
    "{line} "
    "Divers searched the basin for the crew of the smaller ship through the night, officials said. "
    "Both ships carried timber from Norland to the mills of the south. "
    "Traffic on the river was led past the harbour through the old canal on Monday."
)
RIDDLES = [
    "In a new report out on Tuesday, they show how the crews misread every signal of the harbour of Holm.",
    "The crane that company had rented from Norland fell into the harbour of Holm on Monday.",
    "In fact, the harbour of Holm had been closed by the port authority twice before Monday.",
]


@pytest.mark.parametrize("line", RIDDLES)
def test_a_line_that_leaves_a_reader_asking_gives_way(find: Find, line: str) -> None:
    """Pronouns before anybody is named, "that company", sales talk: others are told first."""
    keys = [fact.words for fact in best(find(STORY.format(line=line), "Ships collide in harbour of Holm"), "key")]
    assert line not in keys[:3]


@pytest.mark.parametrize(("flawed", "sound"), [("Acme®", "Acme"), ("his third ship", "a third ship")])
def test_sales_talk_and_pronouns_without_anybody_lose(find: Find, flawed: str, sound: str) -> None:
    """The same line without them is worth more; with them it may be no key fact at all."""
    line = f"A ferry, {flawed}, left the harbour of Holm on Monday before ships collided."
    scores = []
    for said in (line, line.replace(flawed, sound)):
        keys = best(find(STORY.format(line=said), "Ships collide in harbour of Holm"), "key")
        scores.append(next((fact.score for fact in keys if fact.words == said), 0.0))
    assert scores[0] < scores[1]


def test_the_doctor_is_the_one_introduced_before(find: Find) -> None:
    """Not the journalist who was named in between."""
    found = find(
        "A doctor at the plant said that he had tried to save a man. A Norland Post journalist also heard shots. "
        "“It is a shame to see a friend die in this way,” the doctor said."
    )
    assert [quote.speaker for quote in found.quotes] == ["doctor at the plant"]


def test_a_definite_role_with_a_trade_is_not_the_last_person(find: Find) -> None:
    """Nobody named before her is the estate agent."""
    found = find("Deval Berg left early. The real estate agent said she had met him at a school.")
    assert "real estate agent" in [source.name for source in found.sources]


def test_terms_in_marks_are_no_quotations_where_nobody_speaks(find: Find) -> None:
    """Names of functions and editions."""
    found = find("The car has “functions on demand” and a trim under the “edition one” badge in Norland.")
    assert found.quotes == ()


NAMES = [
    ("Eva-Marie Persson, a prosecutor, said the case was closed.", "Eva-Marie Persson"),
    ("The doctor rang Taylor Berg, who said he was ill.", "Taylor Berg"),
    ("President Berg’s advisers met. Mr. Berg said the deal was off.", "Berg"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_name_is_whole_and_nothing_else(find: Find, text: str, name: str) -> None:
    """With its hyphen, without a verb or a possessive."""
    assert name in [source.name for source in find(text).sources]


HEDGES = [
    ("The guard could see the smoke from the tower of Holm on Monday night.", "stated"),
    ("The guard could not reach the tower of Holm on Monday night at all.", "stated"),
    ("The firm believes in small cars for the cities of the north today.", "stated"),
    ("The fire could spread to the tower of Holm on Monday night, too.", "hedged"),
]


@pytest.mark.parametrize(("text", "certainty"), HEDGES)
def test_what_somebody_was_able_to_do_is_certain(find: Find, text: str, certainty: str) -> None:
    """Could see, could not reach."""
    assert best(find(text), "key")[0].certainty == certainty


def test_a_team_is_no_place(find: Find) -> None:
    """A name that nowhere stands as a place gives way to one that does."""
    found = find(
        "Ada Berg scored twice as the Wild beat the Sabres in the city of Turin on Tuesday. The Wild lead the league.",
        "Wild beat Sabres",
    )
    assert first(found, "where") in {"city of Turin", "Turin"}


def test_long_texts_are_read_in_pieces(reader: SpacyReader) -> None:
    """What stands at the end is found as well as what stands at the beginning."""
    text = "\n\n".join(["The mill of Holm was quiet again all day, as it had been for a week."] * 500)
    found = reader.read(article(f"{text}\n\n“We open on Friday,” said Ada Berg."))[1]
    assert [(quote.words, quote.speaker) for quote in found.quotes] == [("We open on Friday", "Ada Berg")]


SPOKEN = [
    ("“We will win,” the paper quoted Ada Berg as saying.", "Ada Berg"),
    ("A police spokesman: “The road is closed until Friday.”", "police spokesman"),
    ("The singer, Ada Berg, wrote on Monday that she was “sad and very tired”.", "Ada Berg"),
]


@pytest.mark.parametrize(("text", "speaker"), SPOKEN)
def test_a_speaker_is_found_past_who_carried_the_words(find: Find, text: str, speaker: str) -> None:
    """Behind an outlet, before a colon, in what somebody wrote."""
    assert [quote.speaker for quote in find(text).quotes] == [speaker]


COUNTED = [
    ("The toll rose to 43 on Monday.", [("43", "dead")]),
    ("About 12 of the dockers were hurt.", [("About 12 of the dockers", "dockers")]),
    ("The fire killed 40 and wounded 12.", [("40", "people"), ("12", "people")]),
    ("The crate weighed 70 kg.", [("70 kg", "kg")]),
    ("The train left at 4:25.", []),
    ("The guard, a 24-year-old, left.", []),
]


@pytest.mark.parametrize(("text", "counted"), COUNTED)
def test_a_bare_number_counts_what_its_sentence_says(find: Find, text: str, counted: list[tuple[str, str]]) -> None:
    """The dead of a toll, the people killed, the noun behind "of"."""
    assert [(fact.words, fact.unit) for fact in best(find(text), "figure")] == counted


PLACES = [
    ("A bomb went off in the German city of Bremen on Monday.", "German city of Bremen"),
    ("A bomb went off near the port of Genoa in Italy on Monday.", "port of Genoa"),
    ("A fire broke out at Munich Airport in Germany on Monday.", "Munich Airport in Germany"),
    ("A fire broke out in Turin, Italy, on Monday.", "Turin, Italy"),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_a_place_comes_with_its_kind_and_its_country(find: Find, text: str, place: str) -> None:
    """And the place of what the event answers is not the event's."""
    assert first(find(text), "where") == place
