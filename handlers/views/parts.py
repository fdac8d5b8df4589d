"""What a digest and the news of a second article share: lines of facts, the line of circumstances, rows of buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.suggest import suggest
from handlers.views import blocks, wording
from handlers.views import paste as window
from handlers.views.answer import ASK
from handlers.views.lines import unjoined
from handlers.views.message import Block, address, clean, escaped, linked
from handlers.views.selection import NEXT, Shown
from handlers.views.shorten import clip, shorten, undated
from handlers.views.wording import UNTITLED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.model import Article, Briefing, Fact

SHOW_EVIDENCE = "show_evidence"
NEXT_FACT, OUTLET, HOST = 240, 60, 100  # characters of each, if parts can go
PLAIN_ROOM = 3500
KEYS, SPOKEN, FRESH, DIFFERENT = "Key facts", "In their words", "New facts", "Figures differ"
LISTED = frozenset({KEYS, FRESH, DIFFERENT})
Line = tuple[str, str]  # words and their mark


def line(fact: Fact, limit: int, most: int) -> Line:
    """A fact in at most ``limit`` characters, and its mark."""
    words = shorten(unjoined(undated(clean(fact.words))), limit, most)
    return words, wording.mark(fact, words)


def upcoming(fact: Fact) -> Line:
    """What is still to come, with its day before it."""
    when = f"{wording.day(fact.date)}: " if fact.date else ""
    words, mark = line(fact, NEXT_FACT, NEXT)
    return when + words, mark


def joined(line: Line) -> str:
    """A line with its mark in brackets, for words without layout."""
    return f"{line[0]} ({line[1]})" if line[1] else line[0]


def circumstances(briefing: Briefing, shown: Shown, *, flags: bool = True) -> str:
    """Place, time, countries and outlet in one line of markup; without ``flags``, words alone."""
    place = escaped(wording.place(shown, briefing.digest.countries))
    time = escaped(wording.moment(shown, briefing.article))
    countries = (wording.about(each) if flags else clip(clean(each.name), OUTLET) for each in shown.countries)
    parts = (
        f"{'📍 ' if flags else ''}{place}" if place else "",
        f"{'🗓 ' if flags else ''}{time}" if time else "",
        "  ".join(map(escaped, countries)) if flags else escaped(", ".join(countries)),
        *_outlet(briefing.article, link=flags),
    )
    return " · ".join(part for part in parts if part)


def _outlet(article: Article, *, link: bool) -> tuple[str, ...]:
    """The outlet by its name, and the article's own host as the link: a name alone could say anything."""
    name, target = clean(article.site), address(article.url)
    if target is None:
        return (escaped(clip(name, OUTLET)),)
    host = escaped(clip(target[1], HOST))
    named = () if name.casefold().removeprefix("www.") == target[1] else (escaped(clip(name, OUTLET)),)
    return (*named, linked(article.url, host) if link else host)


def field(label: str, lines: Sequence[Line]) -> Block:
    """A label and its line, or a list of several under it; quotations and some lists always stand under theirs."""
    if label == SPOKEN:
        words = "\n".join(words for words, _ in lines)
        return blocks.rich(blocks.paragraph(blocks.bold(label)), blocks.quotation(blocks.text(words)))
    if label in LISTED or len(lines) > 1:
        items = (blocks.paragraph(*inline(words, mark)) for words, mark in lines)
        return blocks.rich(blocks.paragraph(blocks.bold(label)), blocks.bullets(*items))
    return blocks.rich(blocks.paragraph(blocks.bold(label), *inline(f"   {lines[0][0]}", lines[0][1])))


def marked(label: str, lines: Sequence[Line]) -> tuple[str, ...]:
    """The same as lines of markup."""
    items = [escaped(joined(each)) for each in lines]
    return (f"*{label}*  {items[0]}",) if len(items) == 1 else (f"*{label}*", *(f"• {each}" for each in items))


def whole(lines: Iterable[str]) -> str:
    """Those lines of markup that fit into a message of words alone, whole ones; empty ones are left out."""
    kept, room = [], PLAIN_ROOM
    for each in filter(None, lines):
        room -= len(each) + 1
        if room >= 0:
            kept.append(each)
    return "\n".join(kept)


def inline(words: str, mark: str) -> tuple[Block, ...]:
    """A line within a rich block."""
    return (blocks.text(words), blocks.italic(f"  · {mark}")) if mark else (blocks.text(words),)


def contexts(markup: str) -> tuple[Block, ...]:
    """A grey line; none without words."""
    return (blocks.context(markup),) if markup else ()


def row(*buttons: Block) -> tuple[Block, ...]:
    """A row of buttons; none without a button."""
    return (blocks.actions(*buttons),) if buttons else ()


def pasting(briefing: Briefing, value: str) -> tuple[Block, ...]:
    """The button that asks for the article's text, where there is something to ask for."""
    return (window.button(value, briefing.article.url or ""),) if value else ()


def questions(briefing: Briefing) -> tuple[Block, ...]:
    """Buttons with questions that the article can answer."""
    asked = ((words, f"{briefing.identity}\n{words}") for words in suggest(briefing.digest))
    fitting_ones = [(clean(words), value) for words, value in asked if len(value) <= blocks.LONGEST_VALUE]
    return tuple(
        blocks.button(clip(words, blocks.LONGEST_LABEL), f"{ASK}_{number}", value, f"Ask: {words}")
        for number, (words, value) in enumerate(fitting_ones)
    )


def evidence(briefing: Briefing) -> tuple[Block, ...]:
    """Only what works; a value that Slack would refuse leaves its button out."""
    value = f"{briefing.digest.version}|{briefing.identity}"
    if len(value) > blocks.LONGEST_VALUE:
        return ()
    aloud = f"Show the evidence for: {clean(briefing.digest.headline) or UNTITLED}"
    return (blocks.button("Show evidence", SHOW_EVIDENCE, value, aloud),)
