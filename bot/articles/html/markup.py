"""What a page says about itself, gathered in one walk: meta tags, JSON-LD, headings, times, bylines. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.articles.html import jsonld
from bot.articles.html.agreement import agree
from bot.articles.html.elements import apart, in_comments, spaced
from bot.articles.html.gates import FIRST_WORDS, GATE

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BYLINE = re.compile(r"(?:^|[\s_-])(?:byline|author)(?:[\s_-]?(?:name|link))?(?:$|\s)", re.IGNORECASE)
_LONGEST_BYLINE, _LONGEST_TITLE = 160, 500
_MOST_BYLINES = 3  # the first are the article's, later ones are of other stories
_HEADING_WORDS = 60
_WALKED = (
    "meta",
    "link",
    "script",
    "title",
    "h1",
    "h2",
    "h3",
    "h4",
    "time",
    "a",
    "span",
    "div",
    "p",
    "address",
    "li",
    "i",
    "em",
    "b",
    "strong",
)
_STAMP = re.compile(r"\s*(?:first |originally )?(?:published|posted|released|issued)\b", re.IGNORECASE)
_BY = re.compile(r"\s*(?:[Bb]y|BY|[Ww]ritten by)\s*(?:\Z|[A-Z][\w.’'-]+(?:\s+[\w.’'-]+){0,12}\s*\Z)")
_DATED = re.compile(r"(?:^|[\s_-])(?:date|time|timestamp|published|posted(?:-on)?|dateline)(?:$|[\s_-])", re.IGNORECASE)
_CHANGED = re.compile(r"modif|update", re.IGNORECASE)
_TOLD_FIRST = FIRST_WORDS | {"by", "written", "first", "originally", "published", "posted", "released", "issued"}
_LONGEST_TOLD, _MOST_TOLD = 160, 10


@dataclass(slots=True)
class Markup:
    """A page's own words on itself.

    ``meta`` has the first content of each name or property, in lower case; ``graph`` and ``article`` are its JSON-LD;
    ``headings`` are the h1, ``times`` the machine-readable times of publication, ``stamps`` those in words ("Published
    3 March 2025"), ``moments`` what else looks like a time; ``bylines`` is what is marked as one, ``signed`` the first
    line that only reads like one; ``gates`` are calls to sign up before more is shown; ``withheld`` tells that what
    isn't free, by its data, isn't on the page.
    """

    meta: dict[str, str] = field(default_factory=dict)
    graph: tuple[jsonld.Node, ...] = ()
    article: jsonld.Node = field(default_factory=dict)
    headings: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    stamps: list[str] = field(default_factory=list)
    moments: list[str] = field(default_factory=list)
    bylines: list[str] = field(default_factory=list)
    gates: list[str] = field(default_factory=list)
    signed: str = ""
    title: str = ""
    canonical: str | None = None
    language: str | None = None
    withheld: bool = False


def read(tree: HtmlElement) -> Markup:
    """Gather it all; nothing is judged yet."""
    found = Markup(language=tree.get("lang") or tree.get("xml:lang"))
    scripts: list[str] = []
    for element in tree.iter(*_WALKED):
        tag = element.tag
        if tag == "script":
            if "ld+json" in (element.get("type") or "").lower() and element.text:
                scripts.append(element.text)
        elif tag in _READERS:
            _READERS[tag](found, element)
        elif (start := element.text) and _first_word(start) in _TOLD_FIRST:
            _told(found, element)
        if element.attrib:
            _marked(found, element)
    found.graph = jsonld.nodes(scripts)
    found.article = _own(found)
    places = jsonld.paid_places(found.graph)
    found.withheld = bool(places) and not any(words(part) for place in places for part in _placed(tree, place))
    return found


def _own(found: Markup) -> jsonld.Node:
    """The article of the data under whose headline the page stands; without one, the first."""
    articles = jsonld.articles(found.graph)
    shown = (*found.headings, found.title, found.meta.get("og:title", ""))
    for article in articles if len(articles) > 1 else ():
        named = " ".join(jsonld.strings(article.get("headline")))
        if any(agree(named, own) for own in shown):
            return article
    return articles[0] if articles else {}


def words(element: HtmlElement) -> str:
    """The text of an element on one line."""
    return " ".join("".join(element.itertext()).split())


def _placed(tree: HtmlElement, place: str) -> Iterator[HtmlElement]:
    """The elements of a class (``.paid``) or an id (``#paid``)."""
    key, name = ("id", place[1:]) if place[0] == "#" else ("class", place[1:])
    return (element for element in tree.iter() if name in (element.get(key) or "").split())


def _first_word(text: str) -> str:
    """In lower case, without what stands behind it."""
    words = text[:_LONGEST_TOLD].split(None, 1)
    return words[0].rstrip(":,.").lower() if words else ""


def _told(found: Markup, element: HtmlElement) -> None:
    """What a short line tells in words: when it was published, or that more is behind a gate."""
    start = element.text or ""
    if len(start) > _LONGEST_TOLD or len(found.stamps) + len(found.gates) == _MOST_TOLD:
        return
    if _BY.match(start) and not found.signed:
        found.signed = words(element)[:_LONGEST_TOLD]
    elif _STAMP.match(start) and len(text := words(element)) <= _LONGEST_TOLD:
        found.stamps.append(text)
    elif GATE.match(start):
        found.gates.append(" ".join(start.split()))


def _meta(found: Markup, element: HtmlElement) -> None:
    content = (element.get("content") or "").strip()
    for key in ("property", "name", "itemprop", "http-equiv"):
        name = element.get(key)
        if name and content:
            found.meta.setdefault(name.strip().lower(), content)


def _link(found: Markup, element: HtmlElement) -> None:
    if "canonical" in (element.get("rel") or "").lower().split() and not found.canonical:
        found.canonical = (element.get("href") or "").strip() or None


def _title(found: Markup, element: HtmlElement) -> None:
    found.title = found.title or words(element)[:_LONGEST_TITLE]


def _heading(found: Markup, element: HtmlElement) -> None:
    text = spaced(element)
    if text and len(text.split()) <= _HEADING_WORDS:
        found.headings.append(text)


def _time(found: Markup, element: HtmlElement) -> None:
    marks = f"{element.get('itemprop', '')} {element.get('class', '')} {element.get('pubdate', '')}".lower()
    if len(found.moments) < _MOST_TOLD and not _CHANGED.search(marks):
        found.moments += [element.get("datetime") or "", words(element)[:_LONGEST_TOLD]]
    if element.get("datetime") and ("publish" in marks or "entry-date" in marks or element.get("pubdate") is not None):
        found.times.append(element.get("datetime") or "")


_READERS = {"meta": _meta, "link": _link, "title": _title, "h1": _heading, "time": _time}


@lru_cache(maxsize=2_000)
def _by_class(name: str) -> tuple[bool, bool]:
    """Whether a class is that of a date, and whether of a byline."""
    return bool(_DATED.search(name)) and not _CHANGED.search(name), bool(_BYLINE.search(name))


def _marked(found: Markup, element: HtmlElement) -> None:
    """Elements that are marked as a date or a byline, by property, relation or class."""
    prop, rel, name = element.get("itemprop"), element.get("rel"), element.get("class")
    if prop and "datePublished" in prop:
        found.times.append(element.get("datetime") or element.get("content") or words(element))
    dated, signed = _by_class(name) if name else (False, False)
    if dated and len(found.moments) < _MOST_TOLD:
        found.moments.append(words(element)[:_LONGEST_TOLD])
    if len(found.bylines) == _MOST_BYLINES:
        return
    if (prop and "author" in prop) or (rel and "author" in rel) or signed:
        text = "" if in_comments(element) else apart(element)
        if text and len(text) <= _LONGEST_BYLINE:
            found.bylines.append(text)
