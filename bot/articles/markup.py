"""What a page says about itself, gathered in one walk: meta tags, JSON-LD, headings, times, bylines. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.articles import jsonld

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BYLINE = re.compile(r"(?:^|[\s_-])(?:byline|author)(?:[\s_-]?(?:name|link))?(?:$|\s)", re.IGNORECASE)
_LONGEST_BYLINE, _LONGEST_TITLE = 160, 500
_MOST_BYLINES = 3  # the first are the article's, later ones are of other stories
_HEADING_WORDS = 60


@dataclass(slots=True)
class Markup:
    """A page's own words on itself.

    ``meta`` has the first content of each name or property, in lower case; ``graph`` and ``article`` are its JSON-LD;
    ``headings`` are the h1, ``times`` the machine-readable times of publication, ``bylines`` what is marked as one.
    """

    meta: dict[str, str] = field(default_factory=dict)
    graph: tuple[jsonld.Node, ...] = ()
    article: jsonld.Node = field(default_factory=dict)
    headings: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    bylines: list[str] = field(default_factory=list)
    title: str = ""
    canonical: str | None = None
    language: str | None = None


def read(tree: HtmlElement) -> Markup:
    """Gather it all; nothing is judged yet."""
    found = Markup(language=tree.get("lang") or tree.get("xml:lang"))
    scripts: list[str] = []
    for element in tree.iter("meta", "link", "script", "title", "h1", "time", "a", "span", "div", "p", "address"):
        tag = element.tag
        if tag == "script":
            if "ld+json" in (element.get("type") or "").lower() and element.text:
                scripts.append(element.text)
        elif tag in _READERS:
            _READERS[tag](found, element)
        if element.attrib:
            _marked(found, element)
    found.graph = jsonld.nodes(scripts)
    found.article = jsonld.article(found.graph)
    return found


def words(element: HtmlElement) -> str:
    """The text of an element on one line."""
    return " ".join("".join(element.itertext()).split())


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
    text = words(element)
    if text and len(text.split()) <= _HEADING_WORDS:
        found.headings.append(text)


def _time(found: Markup, element: HtmlElement) -> None:
    marks = f"{element.get('itemprop', '')} {element.get('class', '')} {element.get('pubdate', '')}".lower()
    if element.get("datetime") and ("publish" in marks or "entry-date" in marks or element.get("pubdate") is not None):
        found.times.append(element.get("datetime") or "")


_READERS = {"meta": _meta, "link": _link, "title": _title, "h1": _heading, "time": _time}


def _marked(found: Markup, element: HtmlElement) -> None:
    """Elements that are marked as a date or a byline, by property, relation or class."""
    prop, rel, name = element.get("itemprop"), element.get("rel"), element.get("class")
    if prop and "datePublished" in prop:
        found.times.append(element.get("datetime") or element.get("content") or words(element))
    if len(found.bylines) == _MOST_BYLINES:
        return
    if (prop and "author" in prop) or (rel and "author" in rel) or (name and _BYLINE.search(name)):
        text = words(element)
        if text and len(text) <= _LONGEST_BYLINE:
            found.bylines.append(text)
