"""JSON-LD of a page, as flat as it is needed and no deeper than is sane. Pure."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator

Node = dict[str, object]
LONGEST = 400_000  # characters of one script
DEEPEST = 8  # a graph of articles with authors and publishers nests four deep
MOST_NODES = 500
MOST_WORDS = 1_000  # characters of a name or a headline
MOST_SCRIPTS = 20
MOST_PLACES = 5  # paid parts of a page

_OPENING = re.compile(r"(?:<!--|//\s{0,9}<!\[CDATA\[|<!\[CDATA\[)")
_PLACE = re.compile(r"[.#][\w-]{1,80}")
_ENDINGS = ("-->", "]]>", "//", ";")
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|AnalysisNewsArticle)\Z")


def nodes(scripts: list[str]) -> tuple[Node, ...]:
    """Every object of the scripts, those of ``@graph`` and nested ones too; what is no JSON is passed over."""
    found: list[Node] = []
    for script in scripts[:MOST_SCRIPTS]:
        if len(script) > LONGEST:
            continue
        try:
            data = json.loads(_unwrapped(script), strict=False)
        except (ValueError, RecursionError):
            continue
        found.extend(_walk(data))
    return tuple(found[:MOST_NODES])


def articles(graph: tuple[Node, ...]) -> list[Node]:
    """The objects that are articles: those with a headline, or else any."""
    found = [node for node in graph if any(_ARTICLE.search(kind) for kind in strings(node.get("@type")))]
    return [node for node in found if "headline" in node] or found


def named(value: object, graph: tuple[Node, ...]) -> Iterator[tuple[str, str]]:
    """The (name, type) of people or organisations: given as words, as objects, or as references into the graph."""
    for entry in value if isinstance(value, list) else [value]:
        if isinstance(entry, str):
            yield clean(entry), ""
        elif isinstance(entry, dict):
            node = entry if entry.get("name") else _referred(entry, graph)
            kind = next(strings(node.get("@type")), "")
            yield from ((clean(name), kind) for name in strings(node.get("name")))


def paid_places(graph: tuple[Node, ...]) -> tuple[str, ...]:
    """The classes and ids of a page's paid parts (schema.org, ``cssSelector``); none where one is another selector."""
    stated = [text.strip() for node in graph if denied(node.get("isAccessibleForFree")) for text in _places(node)]
    return tuple(stated[:MOST_PLACES]) if all(map(_PLACE.fullmatch, stated)) else ()


def denied(value: object) -> bool:
    """Whether a value says no, as a boolean or in words."""
    return value is False or any(text.strip().lower() in {"false", "no"} for text in strings(value))


def _places(node: Node) -> Iterator[str]:
    for selector in strings(node.get("cssSelector")):
        yield from selector.split(",")


def strings(value: object) -> Iterator[str]:
    """The strings of a value that may be one or a list."""
    for entry in value if isinstance(value, list) else [value]:
        if isinstance(entry, str) and entry.strip():
            yield entry


def clean(words: str) -> str:
    """Words without entities (encoded twice by some), tags and runs of space."""
    return " ".join(re.sub(r"<[^<>]{1,200}>", " ", html.unescape(html.unescape(words[:MOST_WORDS]))).split())


def _unwrapped(script: str) -> str:
    """A script without the comment or CDATA marks that old browsers were kept out with."""
    script = _OPENING.sub("", script.strip(), count=1) if script.lstrip()[:1] in {"<", "/"} else script.strip()
    for ending in _ENDINGS:
        script = script.removesuffix(ending).rstrip()
    return script


def _referred(entry: Node, graph: tuple[Node, ...]) -> Node:
    identity = entry.get("@id")
    return next((node for node in graph if identity and node.get("@id") == identity and node.get("name")), {})


def _walk(data: object) -> Iterator[Node]:
    """Breadth first, so that the outer objects come first whatever hangs below them."""
    level = [data]
    for _ in range(DEEPEST):
        below: list[object] = []
        for value in level[: 4 * MOST_NODES]:
            if isinstance(value, dict):
                yield value
                below.extend(value.values())
            elif isinstance(value, list):
                below.extend(value)
        level = [value for value in below if isinstance(value, dict | list)]
