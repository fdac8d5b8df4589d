"""An article's title: the heading that the page itself confirms, without the outlet's name. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.articles.html import jsonld
from bot.articles.html.agreement import agree, key

if TYPE_CHECKING:
    from bot.articles.html.markup import Markup

_SEPARATOR = re.compile(r"\s+[|–—·•:»«-]{1,2}\s+|\s*\|\s*")
_LABEL = re.compile(r"\A([^:|–—]{2,60}?)(?:\s*[:|]|\s+[|–—-])\s+(?=\S)")
_EDGES = " |–—·•:»«-"
_SUFFIX_WORDS, _HEADLINE_WORDS, _SECTION_WORDS = 4, 3, 2


def of(markup: Markup, site: str | None) -> str | None:
    """The h1 that the page's own data confirm, else their headline, else what stands in the title tag."""
    stated = [jsonld.clean(words) for words in jsonld.strings(markup.article.get("headline"))]
    stated += [jsonld.clean(markup.meta[key]) for key in ("og:title", "twitter:title") if key in markup.meta]
    stated = [_without_outlet(words, site, least=1) for words in stated if words]
    tag = _without_outlet(markup.title, site, least=_HEADLINE_WORDS) if markup.title else ""
    for heading in markup.headings:
        if confirmed := [words for words in (*stated, tag) if words and agree(heading, words)]:
            return confirmed[0] if heading.isupper() and key(heading) == key(confirmed[0]) else heading
    single = (
        markup.headings[0] if len(markup.headings) == 1 and len(markup.headings[0].split()) > _HEADLINE_WORDS else ""
    )
    return next((words for words in (*stated, single, tag, *markup.headings) if words), None)


def _names(label: str, site: str | None) -> bool:
    """Whether letters are all of an outlet's name, or of its domain before the first dot."""
    return bool(label) and label in {
        key(site or "").replace(" ", ""),
        re.sub(r"\W", "", (site or "").partition(".")[0]),
    }


def _without_outlet(title: str, site: str | None, least: int) -> str:
    """A title without the outlet at its end or start, set off by a bar or a dash, and the section before that."""
    outlet = key(site or "").replace(" ", "")
    label = _LABEL.match(title)
    if label and _names(key(label[1]).replace(" ", ""), site):
        title = title[label.end() :]
    taken = ""
    for separator in reversed(list(_SEPARATOR.finditer(title))):
        last, rest = title[separator.end() :], len(title[: separator.start()].split())
        letters, mark, words = key(last).replace(" ", ""), separator[0].strip(), len(last.split())
        named = bool(outlet and letters) and (letters in outlet or outlet in letters)
        short = least > 1 and not taken and words <= _SUFFIX_WORDS and rest >= least
        section = mark == taken and words <= _SECTION_WORDS and rest > _HEADLINE_WORDS
        if not (named or short or section):
            break
        title, taken = title[: separator.start()], mark
    return title.strip(_EDGES if taken else None)
