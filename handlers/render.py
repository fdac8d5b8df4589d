"""Values as a person reads them at a terminal (pure): plain words, cleaned of everything that moves a cursor.

The choice of what is shown is the one of the Slack message; a terminal has room, so sentences stand in full.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from handlers.views import wording
from handlers.views.answer import standing
from handlers.views.message import clean
from handlers.views.selection import select
from handlers.views.shorten import undated
from handlers.views.wording import OWN_WORDS, UNTITLED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.model import Answer, Article, Country, Digest, Dossier, Fact
    from handlers.views.selection import Shown

LABEL = 16  # columns of a label and the space behind it
WAYS = 1  # shown beside what the Slack message has
Field = tuple[str, list[str]]


def _plain(words: str) -> str:
    return words


@dataclass(frozen=True, slots=True)
class Paper:
    """What is written on: columns (None: lines are not wrapped, as in a pipe), and how a heading is set off."""

    width: int | None = None
    bold: Callable[[str], str] = _plain

    def wrap(self, words: str, first: str = "", rest: str = "") -> list[str]:
        """A paragraph with its indents."""
        if self.width is None:
            return [first + words]
        return textwrap.wrap(
            words,
            self.width,
            initial_indent=first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [first]


PIPE = Paper()


def digest(article: Article, found: Digest, paper: Paper = PIPE) -> str:
    """The digest as a reader sees it; a field that the article doesn't state is left out."""
    shown = select(found, article)
    context = _context(article, found, shown)
    lines = [*map(paper.bold, paper.wrap(shown.headline or UNTITLED))]
    lines += [*(paper.wrap(context) if context else ()), ""]
    for label, items in _fields(article, found, shown):
        lines += _field(label, items, paper)
    return "\n".join([*lines, "", *paper.wrap(f"{_receipt(article)} · {OWN_WORDS}")])


def article(value: Article, paper: Paper = PIPE) -> str:
    """An article as the reader kept it, under what is known of it."""
    about = (clean(value.site), ", ".join(map(clean, value.authors)), clean(value.published), clean(value.url))
    body = (line for part in value.text[value.body_start :].splitlines() for line in paper.wrap(clean(part)))
    heading = [*map(paper.bold, paper.wrap(clean(value.title)))] if value.title else []
    context = " · ".join(part for part in about if part)
    return "\n".join([*heading, *([context] if context else []), "", *body, "", _receipt(value)]).lstrip("\n")


def answer(value: Answer, paper: Paper = PIPE) -> str:
    """The answer with the sentences that it relies on, or what comes nearest to one."""
    if not value.answerable:
        nearest = "; the nearest that it says:" if value.evidence else "."
        lines = [f"The article doesn't state that{nearest}"]
    else:
        said = ". ".join(part for part in ((value.verdict or "").capitalize(), clean(value.words)) if part)
        lines = [*map(paper.bold, paper.wrap(said)), *_bullets((clean(item.words) for item in value.items), paper)]
    quoted = (_in_marks(clean(evidence.sentence)) for evidence in value.evidence)
    return "\n".join([*lines, *_bullets(quoted, paper)])


def reply(value: Answer, dossier: Dossier, paper: Paper = PIPE) -> str:
    """The answer in a conversation: the one sentence that it relies on, and where in which article that stands."""
    of_items = tuple(item.evidence for item in value.items)
    first = next(iter((*value.evidence, *of_items)), None)
    lines = [answer(replace(value, evidence=(first,) if first else ()), paper)]
    article = dossier.article
    about = clean(article.site) or clean(article.title) or clean(dossier.digest.headline)
    day = wording.day(article.published) if article.published else ""
    place = " · ".join(part for part in (standing(first.start, dossier) if first else "", about, day) if part)
    return "\n".join([*lines, *paper.wrap(place, "   ", "   ")])


def countries(values: Iterable[Country]) -> str:
    """One line a country: flag, name, code, role, salience, and whether the article is about it."""
    lines = (
        f"{wording.flag(value.code)} {value.name} ({value.code}) · {value.role} · {value.salience:.2f}"
        + (" · about" if value.about else "")
        for value in values
    )
    return "\n".join(lines) or "The article names no country."


def _in_marks(sentence: str) -> str:
    """A sentence as a quotation; one that has marks of its own stands as it is."""
    return sentence if any(mark in sentence for mark in '“”"') else f"“{sentence}”"


def _context(value: Article, found: Digest, shown: Shown) -> str:
    place, moment = wording.place(shown, found.countries), wording.moment(shown, value)
    about = "  ".join(map(wording.about, shown.countries))
    parts = (f"📍 {place}" if place else "", f"🗓 {moment}" if moment else "", about, clean(value.site))
    return " · ".join(part for part in parts if part)


def _fields(value: Article, found: Digest, shown: Shown) -> list[Field]:
    """The labelled fields in their order; none without a line."""
    # A long summary is cut in a message's header and follows whole; here it stands whole already.
    happened = shown.what if shown.what and clean(shown.what.evidence.sentence) != shown.headline else None
    fields: list[Field] = [
        ("What happened", [_happened(happened)] if happened else []),
        ("Who", [" · ".join(map(wording.person, shown.who))]),
        ("Why", [_marked(*wording.reason(shown.why, found.quotes))] if shown.why else []),
        ("How", [_sentence(fact) for fact in found.how[:WAYS]]),
        ("Key facts", [_sentence(fact) for fact in shown.keys]),
        ("In their words", [wording.quoted(saying, value.site) for saying in shown.quotes]),
        ("Next", [_upcoming(fact) for fact in shown.upcoming]),
        ("Sources in the text", [" · ".join(map(wording.source, shown.sources))]),
    ]
    return [(label, items) for label, items in fields if any(items)]


def _happened(fact: Fact) -> str:
    words = undated(clean(fact.evidence.sentence))
    return _marked(words, wording.mark(fact, words))


def _sentence(fact: Fact) -> str:
    words = undated(clean(fact.words))
    return _marked(words, wording.mark(fact, words))


def _marked(words: str, mark: str) -> str:
    return f"{words}  [{mark}]" if mark else words


def _upcoming(fact: Fact) -> str:
    return f"{wording.day(fact.date)}: {_sentence(fact)}" if fact.date else _sentence(fact)


def _field(label: str, items: list[str], paper: Paper) -> list[str]:
    if len(items) > 1:
        return [paper.bold(label), *_bullets(items, paper)]
    width = max(LABEL, len(label) + 2)
    first, *rest = paper.wrap(items[0], label.ljust(width), " " * LABEL)
    return [paper.bold(label) + first[len(label) :], *rest]


def _bullets(items: Iterable[str], paper: Paper) -> list[str]:
    return [line for item in items for line in paper.wrap(item, " • ", "   ")]


def _receipt(value: Article) -> str:
    """What was read; at a terminal a text isn't pasted here, it is given."""
    if value.receipt.kind == "pasted" and not value.clipped:
        return f"Read as given ({value.receipt.words:,} words)"
    return wording.receipt(value)
