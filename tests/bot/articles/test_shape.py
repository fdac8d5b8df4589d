"""What a page is when it is no article, and what is told about it."""

from __future__ import annotations

import json

import pytest

from bot.articles.judge import check
from bot.articles.story.extract import read_html
from bot.articles.story.nostory import NoStory
from bot.errors import NoArticle, NotHtml

SENTENCE = (
    "The council of Lowmere agreed on Monday to mend the sea wall before the winter storms begin, its chair said."
)
PARAGRAPHS = "".join(f"<p>{SENTENCE.replace('wall', f'wall at pier {number}')}</p>" for number in range(12))
STORY = f"<article><h1>Wall</h1>{PARAGRAPHS}</article>"
SHORT = f"<h1>Wall</h1><p>{SENTENCE}</p><p>{SENTENCE.replace('Monday', 'Friday')}</p>"
ENTRY = '<h3><a href="/{0}">Sea wall to be mended, part {0}</a></h3><p>' + SENTENCE + "</p>"
INDEX = "<h1>News</h1>" + "".join(map(ENTRY.format, range(8)))


def shape(body: str, head: str = "", url: str = "https://wire.example/a") -> str | None:
    """What a page is held for; None for an article."""
    article = read_html(f"<html><head>{head}</head><body>{body}</body></html>", url)
    return article.shape if isinstance(article, NoStory) else None


def data(**node: object) -> str:
    """A script of JSON-LD."""
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def test_entries_under_linked_headlines_are_an_index() -> None:
    """Unless the page says that it is one article, or they are the smaller part of it."""
    assert shape(INDEX) == "index"
    assert shape(INDEX, '<meta property="og:type" content="article">') is None
    assert shape(INDEX, data(**{"@type": "NewsArticle", "headline": "News"}) + "<title>News</title>") is None
    assert shape(STORY + "".join(map(ENTRY.format, range(3)))) is None


def test_two_entries_are_enough_where_the_page_says_that_it_is_a_list() -> None:
    """By its data."""
    few = "<h1>Archive</h1>" + "".join(map(ENTRY.format, range(3)))
    assert shape(few) is None
    assert shape(few, data(**{"@type": "CollectionPage"})) == "index"


@pytest.mark.parametrize(
    "entry",
    [
        "<div><h3><a href='/{0}'>Sea wall to be mended, part {0}</a></h3><div>" + SENTENCE + "</div></div>",
        "<li><p><a href='/{0}'>Sea wall to be mended, part {0}</a></p><p>" + SENTENCE + "</p></li>",
        "<div><h3>Sea wall, part {0}</h3><p>" + SENTENCE + "</p><a href='/{0}'>Read more »</a></div>",
        "<article><h2><a href='/{0}'>Wall {0}</a></h2>" + f"<p>{SENTENCE}</p>" * 3 + "</article>",
        "<article><a href='/{0}'><h2>Wall {0}</h2></a>" + f"<p>{SENTENCE}</p>" * 3 + "</article>",
    ],
)
def test_indexes_are_built_in_many_ways(entry: str) -> None:
    """Blocks for paragraphs, linked paragraphs, "Read more", whole posts."""
    assert shape("<h1>News</h1>" + "".join(map(entry.format, range(8)))) == "index"


def test_on_a_front_page_two_entries_are_enough() -> None:
    """Further down it takes four."""
    two = "<h1>News</h1>" + "".join(map(ENTRY.format, range(2)))
    assert shape(two, url="https://wire.example/") == "index"
    assert shape(two) is None


def test_a_story_with_pointers_to_read_more_is_one() -> None:
    """Four paragraphs in a row are a story."""
    pointed = "".join(f"{PARAGRAPHS}<a href='/{n}'>Read more</a>" for n in range(5))
    assert shape(f"<h1>Wall</h1>{pointed}") is None


def test_links_in_paragraphs_make_no_index() -> None:
    """A report with many links is a report."""
    linked = f'<p><a href="/x">The council of Lowmere agreed on Monday</a>{SENTENCE[39:]}</p>' * 9
    assert shape(f"<article><h1>Wall</h1>{linked}</article>") is None


@pytest.mark.parametrize(
    ("head", "url", "what"),
    [
        (data(**{"@type": "VideoObject"}), "https://wire.example/a", "video"),
        ('<meta property="og:type" content="video.other">', "https://wire.example/a", "video"),
        ("", "https://wire.example/video/wall", "video"),
        ("", "https://wire.example/podcasts/wall", "podcast"),
        (data(**{"@type": "PodcastEpisode"}), "https://wire.example/a", "podcast"),
        ("", "https://wire.example/news/in-pictures/wall", "gallery"),
        ("", "https://wire.example/video", None),
        (data(**{"@type": "NewsArticle", "video": {"@type": "VideoObject"}}), "https://wire.example/a", None),
    ],
)
def test_a_medium_with_a_few_lines_of_text(head: str, url: str, what: str | None) -> None:
    """By its data or its address; with a whole story beside it, it is an article."""
    assert shape(SHORT, head, url) == what
    assert shape(STORY, head, url) is None


@pytest.mark.parametrize(
    "heading",
    [
        *("404", "Error 404", "404 – Page not found", "Page not found", "Not found", "Sorry, this page doesn’t exist"),
        *("The article that you want is no longer available", "Oops! Something is missing", "This page can't be found"),
    ],
)
def test_a_page_that_is_gone(heading: str) -> None:
    """Although its server says that all is well; a long story under such a heading is a story."""
    assert shape(f"<h1>{heading}</h1><p>{SENTENCE}</p>") == "gone"
    assert shape(f"<h1>{heading}</h1>{PARAGRAPHS}") is None


@pytest.mark.parametrize("heading", ["404 people rescued at sea", "Pages of a lost diary found", "Missing yacht found"])
def test_a_headline_that_only_sounds_like_it(heading: str) -> None:
    """Is one."""
    assert shape(f"<h1>{heading}</h1><p>{SENTENCE}</p><p>{SENTENCE.replace('Monday', 'Friday')}</p>") is None


def test_a_page_that_is_nothing_without_its_programs() -> None:
    """A page without programs is only empty."""
    script = '<script src="/app.js"></script>'
    note = "<noscript><p>You need to enable JavaScript.</p></noscript>"
    assert shape(f"{note}<div id=app>Loading</div>", script) == "shell"
    assert shape("<div id=app>Loading</div>") is None
    assert shape("<div>one two three four five </div>" * 9, script) is None


@pytest.mark.parametrize(
    "page",
    ['<?xml version="1.0"?>\n<rss version="2.0"><channel/></rss>', "<!-- made by hand --><feed></feed>", "<urlset/>"],
)
def test_a_feed_that_is_sent_as_a_page(page: str) -> None:
    """Is told as a feed."""
    with pytest.raises(NotHtml, match=r"^This page at wire\.example is a feed: link one of its articles\.$"):
        check(read_html(page + " " * 300 + SENTENCE, "https://wire.example/feed"))


def test_a_page_about_feeds_is_none() -> None:
    """Only what it begins with counts."""
    assert shape(STORY.replace("Wall", "What &lt;rss&gt; was")) is None


def test_the_sentence_says_what_it_is_and_what_to_do() -> None:
    """With the host, where it is known."""
    with pytest.raises(NoArticle, match=r"^This page is an index page: link one of its articles\.$"):
        check(read_html(INDEX))
    with pytest.raises(NoArticle, match=r"^This page at wire\.example is a video page with hardly any text: "):
        check(read_html(SHORT, "https://wire.example/video/a"))
