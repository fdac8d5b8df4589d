"""When an article was published, as pages state it."""

from __future__ import annotations

import json

import pytest

from bot.articles.about import dates
from bot.articles.story.extract import read_html

STORY = (
    "<article><h1>Bell goes home</h1><p>The bell of Kolmar was handed over on Tuesday, said the museum.</p></article>"
)


def published(head: str = "", body: str = "", url: str | None = None, lang: str = "en") -> str | None:
    """The date of a page."""
    return read_html(f'<html lang="{lang}"><head>{head}</head><body>{body}{STORY}</body></html>', url).published


def data(**article: object) -> str:
    """A script of JSON-LD with one article."""
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **article})}</script>'


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("March 4, 2025, 9:45 a.m. EST", "2025-03-04T09:45:00-05:00"),
        ("March 4, 2025 12:05 AM ET", "2025-03-04T00:05:00-05:00"),
        ("July 4, 2025 12:05 PM ET", "2025-07-04T12:05:00-04:00"),
        ("March 8, 2025, 11.59 pm PT", "2025-03-08T23:59:00-08:00"),
        ("March 9, 2025, 4:05 pm PT", "2025-03-09T16:05:00-07:00"),
        ("November 1, 2025, 4:05 pm CT", "2025-11-01T16:05:00-05:00"),
        ("November 2, 2025, 4:05 pm MT", "2025-11-02T16:05:00-07:00"),
        ("14:05 GMT, 3 March 2025", "2025-03-03T14:05:00+00:00"),
        ("3 June 2025 14:05 BST", "2025-06-03T14:05:00+01:00"),
        ("Tue Mar 04 2025 09:28:00 GMT+0300 (EAT)", "2025-03-04T09:28:00+03:00"),
        ("3 March 2025 14:05 CEST", "2025-03-03T14:05:00+02:00"),
        ("2025-03-04 09:30 JST", "2025-03-04T09:30:00+09:00"),
        ("2025-03-04T09:30:15.5Z", "2025-03-04T09:30:15+00:00"),
        ("3 March 2025, 14:05", "2025-03-03"),
        ("3 March 2025, 14:05 XYZ", "2025-03-03"),
        ("3 March 2025, 25:05 GMT", None),
        ("1741097400", "2025-03-04T14:10:00+00:00"),
        ("1741097400000", "2025-03-04T14:10:00+00:00"),
        ("0000000000", None),
        ("13/03/2025", "2025-03-13"),
        ("03/13/2025", "2025-03-13"),
        ("03.04.2025", "2025-04-03"),
        ("04/04/2025", "2025-04-04"),
        ("03/04/2025", None),
        ("13/13/2025", None),
    ],
)
def test_zones_by_name_figures_and_counts_of_seconds(words: str, date: str | None) -> None:
    """Daylight saving time is known in the United States; a day that may be a month is none."""
    assert dates.iso(words) == date


@pytest.mark.parametrize(
    ("language", "date"),
    [("en-US", "2025-03-04"), ("en_GB", "2025-04-03"), ("de", "2025-04-03"), ("en", None), (None, None)],
)
def test_figures_are_read_as_where_the_page_is_at_home(language: str | None, date: str | None) -> None:
    """The month comes first in the United States only."""
    assert dates.iso("03/04/2025", dates.order_of(language)) == date


def test_a_time_of_day_is_taken_from_another_statement_of_the_same_day() -> None:
    """Never from one of another day."""
    time = '<time class="published" datetime="{}T07:45:00+01:00">today</time>'
    assert published(data(datePublished="2025-03-12"), time.format("2025-03-12")) == "2025-03-12T07:45:00+01:00"
    assert published(data(datePublished="2025-03-12"), time.format("2025-03-14")) == "2025-03-12"


def test_what_was_changed_long_before_it_appeared_is_a_slip() -> None:
    """A post that was planned for next week is none."""
    meta = '<meta property="article:modified_time" content="{}"><meta name="pubdate" content="2025-03-12">'
    assert published(data(datePublished="2052-03-12") + meta.format("2025-03-12")) == "2025-03-12"
    assert published(data(datePublished="2025-03-20") + meta.format("2025-03-12")) == "2025-03-20"


def test_a_count_of_milliseconds_in_the_data() -> None:
    """As some data layers have it."""
    assert published(data(datePublished=1741097400000)) == "2025-03-04T14:10:00+00:00"


@pytest.mark.parametrize(
    "words", ["Published 4 March 2025", "Posted: March 4, 2025", "First published on 4 March 2025"]
)
def test_words_that_say_so(words: str) -> None:
    """A line that begins with them."""
    assert published(body=f"<div>{words}</div>") == "2025-03-04"


@pytest.mark.parametrize("words", ["Updated 4 March 2025", "The law was published", "Released prisoners meet in May"])
def test_words_that_say_something_else(words: str) -> None:
    """A change is no publication, and a sentence no stamp."""
    assert published(body=f"<div>{words}</div>") is None


def test_an_address_with_the_name_of_a_month() -> None:
    """As some outlets have it."""
    assert published(url="https://wire.example/2025/mar/04/bell") == "2025-03-04"


def test_figures_on_the_page_that_mean_either_day_are_no_date() -> None:
    """Unless the page is at home where one of them is meant."""
    stamp = '<p class="date">03/04/2025</p>'
    assert published(body=stamp) is None
    assert published(body=stamp, lang="en-GB") == "2025-04-03"
    assert published(body=stamp, lang="en-US") == "2025-03-04"
    assert published(body='<p class="date">13/04/2025</p>') == "2025-04-13"


def test_a_broken_date_is_none() -> None:
    """Whatever it does to the library that looks for dates."""
    assert published('<meta property="article:published_time" content="0000-00-00T99:99:99+99:99">') is None
