"""Figures, what is to come, key facts and sources: complete phrases and whole sentences."""

from __future__ import annotations

import pytest

from tests.bot.facts.conftest import Find, best

FIGURES = [
    ("At least 35,000 people fled the town.", "At least 35,000 people", 35000.0, "people"),
    ("The dam cost $40 million a year.", "$40 million a year", 40e6, "USD"),
    ("The dam cost £2.5bn in the end.", "£2.5bn", 2.5e9, "GBP"),
    ("Prices rose by 4.5 percent in March.", "4.5 percent", 4.5, "%"),
    ("More than two dozen soldiers were wounded.", "More than two dozen soldiers", 24.0, "soldiers"),
    ("The road is 120 kilometres long.", "120 kilometres long", 120.0, "kilometres"),
    ("The mine employs about 600 local workers.", "about 600 local workers", 600.0, "workers"),
]


@pytest.mark.parametrize(("text", "words", "value", "unit"), FIGURES)
def test_a_figure_is_a_whole_phrase_with_value_and_unit(
    find: Find, text: str, words: str, value: float, unit: str
) -> None:
    """From "at least" to what is counted."""
    fact = best(find(text), "figure")[0]
    assert (fact.words, fact.value, fact.unit) == (words, value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "She finished third in the race.",
        "Two reasons were given for the delay.",
        "Peter Hale, 54, is a farmer.",
        "The 54-year-old farmer left.",
        "The law was passed in 1998.",
    ],
)
def test_ordinals_list_counts_ages_and_years_are_no_figures(find: Find, text: str) -> None:
    """They count nothing."""
    assert best(find(text), "figure") == []


UPCOMING = [
    ("The two ministries will review the arrangement on 25 March.", "2025-03-25"),
    ("Parliament is due to vote on the bill next week.", "2025-W12"),
    ("The court is expected to rule on Friday.", "2025-03-14"),
    ("A final report will be published next month.", "2025-04"),
    ("The president is scheduled to visit Lima in May.", "2025-05"),
    ("The company plans to open a second plant.", None),
    ("The interview is to be broadcast on Sunday.", "2025-03-16"),
]


@pytest.mark.parametrize(("text", "date"), UPCOMING)
def test_an_announcement_is_a_whole_sentence_with_its_date(find: Find, text: str, date: str | None) -> None:
    """Will, is due to, is expected to, plans to."""
    fact = best(find(text), "upcoming")[0]
    assert (fact.words, fact.date) == (text, date)


@pytest.mark.parametrize(
    "text",
    [
        "The court ruled on Friday.",
        "The court would rule on Friday, the judge had said.",
        "If it rains, the match will be moved.",
        "He said he was expected to resign.",
    ],
)
def test_what_is_past_or_only_possible_is_not_announced(find: Find, text: str) -> None:
    """Conditions and the future of the past announce nothing."""
    assert best(find(text), "upcoming") == []


STORY = (
    "The city council of Turin closed the Rossi bridge on Monday after engineers found cracks in two pillars. "
    "It was a shock. "
    "The bridge carries about 30,000 cars a day between the old town and the station. "
    '"We had no choice," said the mayor, Anna Conti. '
    "But the council gave no date for its reopening. "
    "Engineers from the university will inspect the pillars this week. "
    "Do you use the bridge? "
    "I drive over it every morning. "
    "The council declined to comment on the costs."
)


def test_key_facts_stand_alone(find: Find) -> None:
    """Whole sentences, none that points back, asks, quotes or speaks of "I"."""
    words = [fact.words for fact in best(find(STORY), "key")]
    assert words[:2] == [
        "The city council of Turin closed the Rossi bridge on Monday after engineers found cracks in two pillars.",
        "The bridge carries about 30,000 cars a day between the old town and the station.",
    ]
    assert not [word for word in words if word.startswith(("It", "Do", "I ", '"'))]


SOURCES = [
    ("Police said two men were arrested.", "Police", "official"),
    ("The health ministry said the water was safe.", "health ministry", "official"),
    ("Health Minister Ana Duarte said the water was safe.", "Ana Duarte", "official"),
    ("Ana Duarte said the water was safe.", "Ana Duarte", "person"),
    ("Former minister Ana Duarte said the water was safe.", "Ana Duarte", "person"),
    ("Rebel spokesman Ana Duarte said the water was safe.", "Ana Duarte", "person"),
    ("Acme Corp said the water was safe.", "Acme Corp", "organisation"),
    ("Reuters reported that the water was safe.", "Reuters", "news_agency"),
    ("The water was safe, the Turin Herald reported.", "Turin Herald", "news_agency"),
    ("The water was safe, according to the Korean Central News Agency.", "Korean Central News Agency", "state_media"),
    ("State television said the water was safe.", "State television", "state_media"),
    ("An internal memo said the water was safe.", "internal memo", "document"),
    ("Analysts say the water is safe.", "Analysts", "anonymous"),
    ("A senior official said the water was safe.", "senior official", "anonymous"),
    ("His father said the water was safe.", "His father", "person"),
    ("A WeWork spokesperson said the water was safe.", "WeWork spokesperson", "organisation"),
    ("A government spokesman said the water was safe.", "government spokesman", "official"),
    ("A spokesman said the water was safe.", "spokesman", "anonymous"),
    ("Canada said the water was safe.", "Canada", "official"),
    ("A volunteer told The Paper, a news website, that the water was safe.", "The Paper", "news_agency"),
]


@pytest.mark.parametrize(("text", "name", "kind"), SOURCES)
def test_a_source_has_its_kind(find: Find, text: str, name: str, kind: str) -> None:
    """By office, by name, by what an apposition says."""
    assert (name, kind) in [(source.name, source.kind) for source in find(text).sources]


def test_an_acronym_is_the_name_that_it_was_explained_with(find: Find) -> None:
    """One agency is one source."""
    text = "The water was safe, according to the Turin Water Agency (TWA). TWA reported that all wells had been tested."
    assert [source.name for source in find(text).sources] == ["Turin Water Agency"]


CERTAINTY = [
    ("The bridge collapsed on Monday.", None, "stated"),
    ("Police said the bridge collapsed on Monday.", "Police", "reported"),
    ("The bridge collapsed on Monday, police said.", "police", "reported"),
    ("The bridge collapsed on Monday, according to police.", "police", "reported"),
    ("The bridge may have collapsed on Monday.", None, "hedged"),
    ("The bridge is expected to collapse on Monday.", None, "hedged"),
    ("The bridge allegedly collapsed on Monday.", None, "hedged"),
    ("Police said the bridge could have collapsed on Monday.", "Police", "hedged"),
]


@pytest.mark.parametrize(("text", "claimant", "certainty"), CERTAINTY)
def test_a_fact_says_who_claims_it_and_how_firmly(find: Find, text: str, claimant: str | None, certainty: str) -> None:
    """A hedge of the fact's own verb wins over a report."""
    fact = best(find(text), "when")[0]
    assert (fact.attribution, fact.certainty) == (claimant, certainty)
