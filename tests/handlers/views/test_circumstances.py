"""Where and when: of the event, not of what else the article speaks of."""

from __future__ import annotations

import pytest

from bot.model import Country, Digest, Fact
from handlers.views.selection import Shown, select
from tests.handlers.views import builders as b

HEADLINE = "Council of Moyale opens its bridge"
OPENED = "Engineers built the bridge near Isiolo Street, and the mayor opened it on Monday."
EARLIER = "He had promised one in Garissa in 2019, and on Friday 21 February a tender for a third, in Wajir, was lost."
TOLL = "Lorries will pay a toll from Thursday on."
STORY = f"{OPENED} {'Many people came to see it. ' * 30}{EARLIER} {TOLL}"
KENYA, UGANDA = b.country("KE", "Kenya"), b.country("UG", "Uganda")


def shown(story: str = STORY, headline: str = HEADLINE, **fields: object) -> Shown:
    """What is shown of a digest of this story."""
    fields.setdefault("what", (where("Engineers built the bridge", None, story),))
    article = b.article(f"{headline}\n{story}", title=headline, body_start=len(headline) + 1)
    return select(Digest("v1", headline, **fields), article)  # type: ignore[arg-type]  # any fields


def where(words: str, country: str | None = "KE", story: str = STORY, slot: str = "where") -> Fact:
    """An answer that stands in the story."""
    return b.fact(slot, words, f"{HEADLINE}\n{story}", country=country)  # type: ignore[arg-type]  # a slot


def when(words: str, date: str | None) -> Fact:
    """A time that stands in the story."""
    return b.fact("when", words, f"{HEADLINE}\n{STORY}", date=date)


@pytest.mark.parametrize(
    ("answers", "place"),
    [
        ((where("Moyale"),), "Moyale"),
        ((where("Isiolo Street"),), "Isiolo Street"),
        ((where("Garissa"),), None),
        ((where("Garissa"), where("Isiolo Street")), None),
        ((where("Garissa"), where("Kenya")), "Kenya"),
        ((where("northern Kenya"),), "northern Kenya"),
        ((where("Uganda", "UG"),), None),
        ((where(f"village of {'Long' * 20}"), where("Isiolo Street")), "Isiolo Street"),
    ],
)
def test_where_the_event_was(answers: tuple[Fact, ...], place: str | None) -> None:
    """As headline or what happened have it, else in the country that the article is about; never somewhere else."""
    found = shown(where=answers, countries=(KENYA, UGANDA)).place
    assert (found.words if found else None) == place


def test_a_dateline_counts_where_the_story_speaks_of_the_town() -> None:
    """A correspondent sits in a capital; whoever went somewhere writes of it."""
    for rest, place in (("People of Nairobi came.", "NAIROBI, Kenya"), ("People came.", None)):
        story = f"NAIROBI, Kenya — {OPENED} {rest}"
        found = shown(story, where=(where("NAIROBI, Kenya", "KE", story),)).place
        assert (found.words if found else None) == place


def test_an_actor_without_a_country_is_no_place() -> None:
    """An agency, a chain of shops, even where the headline names it."""
    agency = where("Council of Moyale", None)
    assert shown(where=(agency,)).place == agency
    assert shown(where=(agency,), who=(where("Council of Moyale", None, slot="who"),)).place is None


@pytest.mark.parametrize(
    ("answers", "moment"),
    [
        ((when("on Monday", "2025-03-03"),), "on Monday"),
        ((when("Friday 21 February", "2025-02-21"),), None),
        ((when("Friday 21 February", "2025-02-21"), when("on Monday", "2025-03-03")), "on Monday"),
        ((when("on Monday", None), when("from Thursday", "2025-03-06")), "on Monday"),
        ((when("2019", "2019"),), None),
        ((when("from Thursday", None),), None),
        ((when("on Monday", None),), "on Monday"),
        ((), None),
    ],
)
def test_when_the_event_was(answers: tuple[Fact, ...], moment: str | None) -> None:
    """In the line that says what happened, or where the text says it again; another event's date is no answer."""
    found = shown(when=answers, key_facts=(where(TOLL, None, slot="key"),)).moment
    assert (found.words if found else None) == moment


def test_the_only_country_is_no_place() -> None:
    """Its flag stands beside it."""
    assert shown(where=(where("Kenya"),), countries=(KENYA,)).place is None


def test_a_country_that_only_a_town_in_passing_implies_is_not_shown() -> None:
    """Whoever is told where the town lies can't find that in the article; of its people the country is named."""
    story = f"{OPENED} {'Many people came to see it. ' * 30}A firm from Munich and a Kenyan one had built it."
    text = f"{HEADLINE}\n{story}"
    germany, kenya = (b.fact("where", name, text).evidence for name in ("Munich", "Kenyan"))
    found = (
        Country("DE", "Germany", "mentioned", 0.6, True, germany),
        Country("KE", "Kenya", "actor", 0.6, True, kenya),
    )
    assert [country.code for country in shown(story, countries=found).countries] == ["KE"]


def test_a_government_is_no_place() -> None:
    """Nor is where somebody is sent or what is dealt with: nothing happened there; where somebody flew, it did."""
    for opened, place in (
        ("Advisers said that Nairobi open a bridge on Monday.", None),
        ("The envoy to Nairobi opened a bridge on Monday.", None),
        ("The envoy flew to Nairobi on Monday.", "Nairobi"),
    ):
        what = (where(opened.split(" on Monday")[0], None, opened),)
        found = shown(opened, what=what, where=(where("Nairobi", "KE", opened),), countries=(KENYA, UGANDA)).place
        assert (found.words if found else None) == place
