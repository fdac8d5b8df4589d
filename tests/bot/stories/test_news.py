"""What is news beside what is known, case by case, and when two figures differ."""

from __future__ import annotations

import pytest

from bot.model import Evidence, Quote
from bot.stories import News, news
from bot.stories.tolls import tolls
from bot.stories.words import digits, numbers
from tests.bot.stories.made import digest, fact, figure

KILLED = "A blast in Karsa killed nine people"


def test_with_nothing_known_everything_is_new() -> None:
    """A first article has all to tell."""
    key = fact("key", KILLED)
    assert news([], (None, digest(key_facts=(key,)))) == News(facts=(key,))


def test_what_only_the_text_said_is_known_when_the_text_is_given() -> None:
    """A digest holds part of an article; its readers may know the rest."""
    key = fact("key", "The bridge had been repaired last winter by soldiers from Karsa.")
    latest = ("B", digest(key_facts=(key,)))
    assert news([("A", digest())], latest).facts == (key,)
    assert news([("A", digest())], latest, ["Soldiers from Karsa repaired the bridge last winter."]) == News()


@pytest.mark.parametrize(
    ("known", "latest", "new"),
    [
        ("The mayor of Karsa visited the burned market.", "The burned market was visited by Karsa's mayor.", False),
        ("The mayor of Karsa visited the market.", "Police in Karsa arrested the mayor at the market.", True),
        ("The market in Karsa has stalls.", "The market in Karsa has 340 stalls.", True),
        ("The market in Karsa has 340 stalls.", "The Karsa market has 340 stalls.", False),
        ("Karsa will vote.", "Karsa will vote on Sunday.", False),
        ("The dam burst above Karsa.", "The dam's owner, Minas Lurda, is based in Toronto.", True),
    ],
)
def test_a_turn_a_number_or_most_of_the_words_make_news(known: str, latest: str, new: bool) -> None:  # noqa: FBT001 - a table
    """Other words for the same are none, whoever says so."""
    key = fact("key", latest)
    assert news([("A", digest(key_facts=(fact("key", known),)))], ("B", digest(key_facts=(key,)))).facts == (key,) * new


def test_a_quotation_is_new_unless_it_was_heard_and_stands_with_its_sentence() -> None:
    """Words that were quoted before, even in part, are known; those in a told sentence are not told again."""
    said = '"We heard a huge bang and ran," said Efua Danso.'
    quote = Quote("We heard a huge bang and ran", Evidence(1, 29, "We heard a huge bang and ran", said), "Efua Danso")
    latest = ("B", digest(quotes=(quote,)))
    assert news([("A", digest())], latest).quotes == (quote,)
    assert news([("A", digest(key_facts=(fact("key", f"{said} She left."),)))], latest) == News()
    both = news([("A", digest())], ("B", digest(key_facts=(fact("key", said),), quotes=(quote,))))
    assert (len(both.facts), both.quotes) == (1, ())


@pytest.mark.parametrize(
    ("known", "latest", "differ"),
    [
        (("nine people", 9.0, "people", KILLED), ("14 people", 14.0, "people", "14 people died"), True),
        (("nine people", 9.0, "people", KILLED), ("9 people", 9.0, "people", "9 people died"), False),
        (("nine people", 9.0, "people", KILLED), ("14 people", 14.0, "people", "14 people were hurt"), False),
        (("nine people", 9.0, "people", KILLED), ("14 children", 14.0, "children", "14 children died"), False),
        (("about 600 lorries", 600.0, "lorries", "about 600 lorries wait at the gate"),
         ("607 lorries", 607.0, "lorries", "607 lorries wait at the gate"), False),
        (("600 lorries", 600.0, "lorries", "600 lorries wait at the gate"),
         ("607 lorries", 607.0, "lorries", "607 lorries wait at the gate"), True),
        (("70 inmates", 70.0, "inmates", "70 inmates escaped"),
         ("26 inmates", 26.0, "inmates", "recaptured 26 inmates"), False),
        (("dozens of people", None, "people", "killed dozens of people"), ("9 people", 9.0, "people", KILLED), False),
        (("9", 9.0, None, "killed 9"), ("14", 14.0, None, "killed 14"), False),
        (("9 %", 9.0, "%", "9 %"), ("14 %", 14.0, "%", "14 %"), False),
        (("9 %", 9.0, "%", "fell 9 %"), ("14 %", 14.0, "%", "fell 14 %"), True),
    ],
)  # fmt: skip  # two figures a line
def test_figures_differ_when_they_count_the_same_thing_otherwise(
    known: tuple[str, float | None, str | None, str],
    latest: tuple[str, float | None, str | None, str],
    differ: bool,  # noqa: FBT001 - a table
) -> None:
    """The same unit, the same fate, another number: both are told, each with its outlet."""
    found = news([("A", digest(figures=(figure(*known),)))], ("B", digest(figures=(figure(*latest),)))).conflicts
    told = [(both.known.outlet, both.known.fact.words, both.latest.outlet, both.latest.fact.words) for both in found]
    assert told == [("A", known[0], "B", latest[0])] * differ


def test_a_figure_stands_against_the_newest_and_not_at_all_when_one_had_it() -> None:
    """Of several outlets the last one counts; who repeats one of them tells nothing new."""
    first, second, third = (
        digest(figures=(figure(f"{number} people", float(number), "people", f"{number} people died"),))
        for number in (9, 12, 14)
    )
    assert [both.known.outlet for both in news([("A", first), ("B", second)], ("C", third)).conflicts] == ["B"]
    assert news([("A", first), ("B", second)], ("C", first)).conflicts == ()


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The death toll from the landslide rose to 16 on Friday.", "16"),
        ("The number of people who died in the flood has climbed to at least 1,200.", "at least 1,200"),
        ("The toll stood at twenty-three.", "twenty-three"),
        ("The toll road leads to Karsa.", None),
        ("Officials counted 16 boats.", None),
    ],
)
def test_a_toll_without_people_is_a_figure_of_people(sentence: str, words: str | None) -> None:
    """A death toll that rose to 16 counts the dead."""
    found = [
        (fact.words, sentence[fact.evidence.start : fact.evidence.end])
        for fact in tolls(digest(key_facts=(fact("key", sentence),)))
    ]
    assert found == ([(words, words)] if words else [])


def test_numbers_are_read_as_people_write_them() -> None:
    """Digits and words; neither years nor days of a month."""
    text = "On 4 March 2025 and May 7, twenty-three men paid 4,000 or 2.5 each in nine-month terms of ninety days."
    assert numbers(text) == {"23", "4000", "2.5", "9", "90"}
    assert digits(text) == {"4000", "2.5"}
