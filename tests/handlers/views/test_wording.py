from __future__ import annotations

from dataclasses import replace

import pytest

from bot.model import Fact, SourceKind
from handlers.views import wording
from handlers.views.selection import select
from handlers.views.speech import Saying
from tests.handlers.views import builders as b


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2025-03-04", "4 Mar 2025"),
        ("2025-03-04T18:00:00+03:00", "4 Mar 2025"),
        ("2025-09", "Sep 2025"),
        ("2025-W10", "week of 3 Mar 2025"),
        ("2025", "2025"),
        ("2025-02-30", "2025-02-30"),
        ("2025-13", "2025-13"),
        ("next\nWeek", "next Week"),
    ],
)
def test_dates_are_written_as_people_do(iso: str, shown: str) -> None:
    """As exact as they are known; what is no date is left as it was."""
    assert wording.day(iso) == shown


def test_the_weekday_helps_where_there_is_room() -> None:
    """In the line under the headline."""
    assert wording.day("2025-03-04", weekday=True) == "Tue 4 Mar 2025"
    assert wording.day("2025-03", weekday=True) == "Mar 2025"


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        ((b.fact("when", "after"), b.fact("when", "on Tuesday", date="2025-03-04")), "Tue 4 Mar 2025"),
        ((b.fact("when", "on Tuesday"), b.fact("when", "25 March", date="2025-03-25")), "on Tuesday"),
        ((b.fact("when", "on Tuesday"),), "on Tuesday"),
        ((), "published Tue 4 Mar 2025"),
    ],
)
def test_when_it_happened(when: tuple[Fact, ...], shown: str) -> None:
    """The event's date where one is known, else the article's words, else when it was published, and that is said."""
    assert wording.moment(select(b.digest(when=when), b.article()), b.article()) == shown


@pytest.mark.parametrize(
    ("where", "country", "shown"),
    [
        ("Moyale", "KE", "Moyale, Kenya"),
        ("Kenya", "KE", "Kenya"),
        ("Moyale", None, "Moyale"),
        ("Moyale", "UG", "Moyale"),
    ],
)
def test_where_it_happened(where: str, country: str | None, shown: str) -> None:
    """With its country, unless that is unknown to the article or named already."""
    kept = b.digest(where=(b.fact("where", where, country=country),))
    assert wording.place(select(kept, b.article()), kept.countries) == shown


def test_flags_come_from_codes() -> None:
    """Kosovo's too; what is no code has no flag."""
    assert (wording.flag("ke"), wording.flag("XK"), wording.flag("É1"), wording.flag("KEN")) == ("🇰🇪", "🇽🇰", "", "")


def test_a_role_that_the_name_holds_is_not_repeated() -> None:
    """Nor is a kind that the source's name tells."""
    assert wording.person(b.fact("who", "President Ruto", role="President")) == "President Ruto"
    assert wording.source(b.source("two unnamed officials", "anonymous")) == "two unnamed officials"
    assert wording.source(b.source("Amina Yusuf", "person")) == "Amina Yusuf"


def test_nobody_is_said_to_have_said_it() -> None:
    """A quotation without speaker and outlet stands alone; the outlet that published the article isn't named again."""

    def shown(speaker: str | None, via: str | None, site: str | None = None) -> str:
        return wording.quoted(Saying((b.said(b.DOOR, speaker, via),), b.DOOR), site)

    assert shown(None, None) == f"“{b.DOOR}”"
    assert shown(None, "EBC") == f"“{b.DOOR}” — via EBC"
    assert shown("Dawit Bekele", "EBC", "EBC News") == f"“{b.DOOR}” — Dawit Bekele"
    assert shown("a person with a very long description " * 4, None) == f"“{b.DOOR}”"


@pytest.mark.parametrize(
    ("name", "kind", "shown"),
    [
        ("Reuters", "news_agency", "Reuters (news agency)"),
        ("The Associated Press", "news_agency", "The Associated Press (news agency)"),
        ("Moyale Times", "news_agency", "Moyale Times (media)"),
        ("Kenyan media", "news_agency", "Kenyan media"),
        ("EBC", "state_media", "EBC (state media)"),
        ("a notice on the pier", "document", "a notice on the pier (document)"),
    ],
)
def test_a_source_says_what_it_is(name: str, kind: SourceKind, shown: str) -> None:
    """Only what other outlets take their news from is called an agency; a newspaper is none."""
    assert wording.source(b.source(name, kind)) == shown


def test_a_claimant_in_the_line_is_not_named_again() -> None:
    """By the surname, too; a claimant that says nothing to a reader isn't named at all."""

    def mark(claimant: str | None, line: str) -> str:
        return wording.mark(b.fact("key", b.PERMIT, attribution=claimant, certainty="reported"), line)

    assert mark("Amina Yusuf", "Drivers need a permit, Ms Yusuf said.") == "reported"
    assert mark("Amina Yusuf", b.PERMIT) == "reported by Amina Yusuf"
    assert mark("reports", b.PERMIT) == mark("his family", b.PERMIT) == mark(None, b.PERMIT) == "reported"
    why = b.fact("why", "the price of oil", attribution="reports", certainty="reported")
    assert wording.reason(why, ()) == ("the price of oil", "reported")


def test_a_country_is_not_said_twice() -> None:
    """Neither by its full name nor by its short one; a town gets its country."""
    shown, countries = select(b.digest(), b.article()), (b.country("KE", "Kenya"), b.country("GB", "United Kingdom"))
    for words, code, said in (
        ("Moyale", "KE", "Moyale, Kenya"),
        ("northern Kenya", "KE", "northern Kenya"),
        ("U.K.", "GB", "U.K."),
        ("Leeds, Britain", "GB", "Leeds, Britain"),
        ("Leeds", "GB", "Leeds, United Kingdom"),
        ("Newuk", "GB", "Newuk, United Kingdom"),
    ):
        place = b.fact("where", words, country=code)
        assert wording.place(replace(shown, place=place), countries) == said
