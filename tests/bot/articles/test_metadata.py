from __future__ import annotations

import json

import pytest

from bot.articles.about import dates, names
from bot.articles.html.jsonld import nodes
from bot.articles.story.extract import read_html
from bot.articles.urls.identity import same_site
from bot.model import Article

STORY = (
    "<article><p>The ministry opened the bridge on Monday after a year of work, officials said in a statement.</p>"
    "<p>Some two hundred people watched when the first lorries crossed it, and a band played until noon.</p>"
    "<p>A second bridge will follow next year, according to the ministry, if the money can be found.</p></article>"
)


def read(
    head: str = "", body: str = "", url: str | None = "https://www.example.co.uk/a", published: str | None = None
) -> Article:
    """A page with a story, and with what is told about it."""
    return read_html(f"<html><head>{head}</head><body>{body}{STORY}</body></html>", url, published)


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2025-03-04", "2025-03-04"),
        ("20250304", "2025-03-04"),
        ("2025-03-04T09:30:00Z", "2025-03-04T09:30:00+00:00"),
        ("2025-03-04T9:30:00.123+0300", "2025-03-04T09:30:00+03:00"),
        ("2025-03-04 09:30 -05:00", "2025-03-04T09:30:00-05:00"),
        ("2025-03-04 09:30:00 UTC", "2025-03-04T09:30:00+00:00"),
        ("2025-03-04T09:30:00", "2025-03-04"),
        ("Tue, 04 Mar 2025 09:30:00 GMT", "2025-03-04T09:30:00+00:00"),
        ("Tue, 04 Mar 2025 09:30:00 -0000", "2025-03-04"),
        ("Tue, 99 Mar 2025 09:30:00 GMT", None),
        ("4 March 2025", "2025-03-04"),
        ("March 4th, 2025 at noon", "2025-03-04"),
        ("March 2025", None),
        ("31 February 2025", None),
        ("2025-13-04", None),
        ("2025-03-04T25:00:00Z", None),
        ("1066-10-14", None),
        ("9999-01-01", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates_as_pages_write_them(words: str, date: str | None) -> None:
    """ISO 8601; a time only with its zone; nothing where it is no date of our times."""
    assert dates.iso(words) == date


@pytest.mark.parametrize(
    ("stated", "people"),
    [
        (["By Amina Yusuf"], ("Amina Yusuf",)),
        (["AMINA YUSUF and Dawit Bekele"], ("Amina Yusuf", "Dawit Bekele")),
        (["Amina Yusuf, Dawit Bekele & Li Wei"], ("Amina Yusuf", "Dawit Bekele", "Li Wei")),
        (["Amina Yusuf", "amina yusuf"], ("Amina Yusuf",)),
        (["Amina Yusuf, Senior Reporter"], ("Amina Yusuf",)),
        (["Amina Yusuf in Nairobi"], ("Amina Yusuf",)),
        (["Amina Yusuf (amina@example.com)"], ("Amina Yusuf",)),
        (["Amina Yusuf 23/08/2018 2 comments Trade, Roads and Bridges, Upper Valley"], ("Amina Yusuf",)),
        (["10 March 2025, Amina Yusuf"], ("Amina Yusuf",)),
        (["Amina Yusuf. Example Wire"], ("Amina Yusuf",)),
        (["Amina Yusuf amina@example.com"], ("Amina Yusuf",)),
        (["Amina Yusuf Tuesday, March 4"], ("Amina Yusuf",)),
        (["In Sook Kim"], ("In Sook Kim",)),
        (["April May"], ("April May",)),
        (["Martin O’Neill-Smith Jr."], ("Martin O’Neill-Smith Jr",)),
        (["李偉"], ("李偉",)),
        (
            [
                "Staff",
                "Reuters",
                "The Associated Press",
                "admin",
                "News Desk",
                "editor@example.com",
                "https://example.com",
            ],
            (),
        ),
        (["Example Wire", "Example Sport"], ()),
        (["Published 4 March 2025"], ()),
        (["a sentence that is far too long to be the name of a person"], ()),
    ],
)
def test_authors_are_people(stated: list[str], people: tuple[str, ...]) -> None:
    """Never a job, an agency, an address or the outlet itself."""
    assert names.people(stated, "The Example Wire") == people


def graph(**article: object) -> str:
    """A script of JSON-LD with one article."""
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **article})}</script>'


def test_authors_come_from_data_then_meta_then_the_byline() -> None:
    """The first of them that has people."""
    meta, byline = '<meta name="author" content="Dawit Bekele">', '<p class="byline">By Li Wei</p>'
    assert read(graph(author={"@type": "Person", "name": "Amina Yusuf"}) + meta, byline).authors == ("Amina Yusuf",)
    assert read(graph(author={"@type": "Organization", "name": "Big Desk"}) + meta, byline).authors == ("Dawit Bekele",)
    assert read("", byline).authors == ("Li Wei",)
    assert read("", '<a rel="author" href="/x">Li Wei</a>').authors == ("Li Wei",)
    assert read("", "<p><i>By Li Wei and Amina Yusuf</i></p>").authors == ("Li Wei", "Amina Yusuf")
    assert read("", '<div id="comments"><p><b class="author">Hal Nine</b>: no!</p></div>').authors == ()
    assert read().authors == ()


def test_the_outlet_names_itself_or_is_its_domain() -> None:
    """Without a slogan; a page without an address has none."""
    assert read('<meta property="og:site_name" content="Example Wire | All the news">').site == "Example Wire"
    assert read(graph(publisher={"name": "Example &amp; Wire"})).site == "Example & Wire"
    assert read(graph(publisher="https://example.com")).site == "example.co.uk"
    assert read(url="https://127.0.0.1/a").site == "127.0.0.1"
    assert read(url=None).site is None
    assert read(url="no address").site is None


def test_the_date_is_the_given_one_or_the_pages() -> None:
    """Data, meta, a marked time; nothing is guessed from the text."""
    data = graph(datePublished="2025-03-04T09:30:00Z")
    assert read(data, published="2025-01-01").published == "2025-01-01"
    assert read(data).published == "2025-03-04T09:30:00+00:00"
    assert read('<meta property="article:published_time" content="2025-03-05">').published == "2025-03-05"
    assert read("", '<time itemprop="datePublished" datetime="2025-03-06">today</time>').published == "2025-03-06"
    assert read("", '<time pubdate datetime="2025-03-07">today</time>').published == "2025-03-07"
    assert read(url="https://example.com/2025/03/08/a").published == "2025-03-08"
    assert read(body="<p>On 9 March 2025 nothing happened.</p>").published is None


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Bridge opens - Example</title>", "<h1>Bridge opens</h1>", "Bridge opens"),
        (
            '<meta property="og:title" content="Bridge opens after a year">',
            "<h1>Example</h1>",
            "Bridge opens after a year",
        ),
        ("<title>Example</title>", "<h1>A bridge opens after all this time</h1>", "A bridge opens after all this time"),
        (graph(headline="Bridge &quot;opens&quot;"), "", 'Bridge "opens"'),
        ("<title>The new bridge opens | Example News</title>", "", "The new bridge opens"),
        ("<title>Trump – what next</title>", "", "Trump – what next"),
        ("", "<h1>One</h1><h1>Two</h1>", "One"),
        ("", "", None),
    ],
)
def test_the_title_is_the_heading_that_the_page_confirms(head: str, body: str, title: str | None) -> None:
    """Else the stated one, else what the title tag has, without the outlet."""
    assert read(head, body).title == title


def test_json_ld_that_is_broken_deep_or_huge_is_passed_over() -> None:
    """What can be read of it is read, and nothing hangs or fails."""
    deep = '{"a":' * 20_000 + "1" + "}" * 20_000
    wrapped = '//<![CDATA[\n{"@type": "NewsArticle", "name": "x"}\n//]]>'
    assert nodes([deep, "[" * 100_000, "{", "1" * 5_000, '"' + "a" * 500_000 + '"', "", "null"]) == ()
    assert [node["name"] for node in nodes([wrapped])] == ["x"]
    assert len(nodes([json.dumps([{"n": n} for n in range(5_000)])])) == 500


def test_one_site_is_one_publisher() -> None:
    """With and without www, m and a host below it; never a neighbour."""
    assert same_site("www.example.com", "m.example.com")
    assert same_site("example.com", "news.example.com")
    assert not same_site("example.com", "notexample.com")
    assert not same_site("example.com", "example.org")


def test_a_canonical_address_that_is_none_is_not_believed() -> None:
    """Relative ones are; broken ones and those of other sites are not."""
    assert read('<link rel="canonical" href="/b">').canonical_url == "https://www.example.co.uk/b"
    assert read('<link rel="canonical" href="http://[">').canonical_url == "https://www.example.co.uk/a"
    assert read('<meta property="og:url" content="https://www.example.co.uk/b?utm_source=x">').canonical_url == (
        "https://www.example.co.uk/b"
    )
    assert (
        read('<link rel="canonical" href="https://example.org/b">', url=None).canonical_url == "https://example.org/b"
    )
