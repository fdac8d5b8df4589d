from __future__ import annotations

import pytest

from bot.model import Fact
from handlers.views import wording
from handlers.views.selection import select
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
        ((b.fact("when", "on Tuesday"), b.fact("when", "25 March", date="2025-03-25")), "Tue 25 Mar 2025"),
        ((b.fact("when", "on Tuesday"),), "on Tuesday"),
        ((), "published Tue 4 Mar 2025"),
    ],
)
def test_when_it_happened(when: tuple[Fact, ...], shown: str) -> None:
    """A date where one is known, else the article's words, else when it was published, and that is said."""
    assert wording.moment(select(b.digest(when=when)), b.article()) == shown


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
    assert wording.place(select(kept), kept.countries) == shown


def test_flags_come_from_codes() -> None:
    """Kosovo's too; what is no code has no flag."""
    assert (wording.flag("ke"), wording.flag("XK"), wording.flag("É1"), wording.flag("KEN")) == ("🇰🇪", "🇽🇰", "", "")


def test_a_role_that_the_name_holds_is_not_repeated() -> None:
    """Nor is a kind that the source's name tells."""
    assert wording.person(b.fact("who", "President Ruto", role="President")) == "President Ruto"
    assert wording.source(b.source("two unnamed officials", "anonymous")) == "two unnamed officials"
    assert wording.source(b.source("Amina Yusuf", "person")) == "Amina Yusuf"


def test_nobody_is_said_to_have_said_it() -> None:
    """A quotation without speaker and outlet stands alone."""
    assert wording.quoted(b.said(b.DOOR)) == f"“{b.DOOR}”"
    assert wording.quoted(b.said("This is a door,")) == "“This is a door”"
    assert wording.quoted(b.said(b.DOOR, None, "EBC")) == f"“{b.DOOR}” — via EBC"


def test_a_country_is_not_said_twice() -> None:
    """Neither by its full name nor by its short one; a town gets its country."""
    for words, said in (("Moyale", "Moyale, Kenya"), ("northern Kenya", "northern Kenya"), ("U.K.", "U.K.")):
        shown = select(b.digest(where=(b.fact("where", words, country="KE"),)))
        assert wording.place(shown, (b.country("KE", "Kenya"),)) == said
