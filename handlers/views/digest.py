"""A briefing as a message: the digest as laid out for a channel, a shorter one, and one of words alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.suggest import suggest
from handlers.views import blocks, following, wording
from handlers.views import paste as window
from handlers.views.answer import ASK
from handlers.views.lines import unjoined
from handlers.views.message import Block, Message, address, clean, escaped, linked
from handlers.views.seen import WHAT
from handlers.views.selection import KEY, NEXT, Shown, select
from handlers.views.shorten import clip, fitting, shorten, undated
from handlers.views.wording import OWN_WORDS, UNTITLED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.model import Article, Briefing, Fact

SHOW_EVIDENCE = "show_evidence"
SENTENCE, KEY_FACT, NEXT_FACT, OUTLET, HOST = 300, 260, 240, 60, 100  # characters of each, if parts can go
WHO_ROOM, SOURCE_ROOM = 220, 160  # characters of a whole field
PLAIN_ROOM = 3500
Line = tuple[str, str]  # words and their mark


def ladder(briefing: Briefing, paste: str = "") -> tuple[Message, ...]:
    """The digest in three forms, each plainer than the one before: for when Slack refuses."""
    choice = select(briefing.digest, briefing.article)
    return digest(briefing, paste, choice), brief(briefing, paste, choice), plain(briefing, choice)


def digest(briefing: Briefing, paste: str = "", choice: Shown | None = None) -> Message:
    """The digest as a reader sees it; a field that the article does not state is left out.

    ``paste`` is what a button carries that asks for the article's text; empty: there is none. ``choice`` is what is
    shown, where it is chosen already.
    """
    shown = choice or select(briefing.digest, briefing.article)
    laid_out = [blocks.header(shown.headline or UNTITLED), *_contexts(_facts(briefing, shown))]
    laid_out += [_field(label, lines) for label, lines in _fields(briefing, shown)]
    laid_out.append(blocks.context(f"_{wording.receipt(briefing.article)} · {OWN_WORDS}_"))
    row = _row(*_pasting(briefing, paste), *following.buttons(briefing.digest), *_evidence(briefing))
    return Message(_aloud(briefing, shown), (*laid_out, *row, *_row(*questions(briefing))))


def brief(briefing: Briefing, paste: str = "", choice: Shown | None = None) -> Message:
    """A few plain blocks, for when Slack refuses the digest: headline, what happened, place and time, receipt."""
    shown = choice or select(briefing.digest, briefing.article)
    what = f"\n{escaped(_joined(_happened(shown.what)))}" if shown.what else ""
    return Message(
        _aloud(briefing, shown),
        (
            blocks.section(f"*{escaped(clip(shown.headline or UNTITLED, SENTENCE))}*{what}"),
            *_contexts(_facts(briefing, shown)),
            blocks.context(f"_{wording.receipt(briefing.article)}_"),
            *_row(*_pasting(briefing, paste)),
        ),
    )


def plain(briefing: Briefing, choice: Shown | None = None) -> Message:
    """The digest as markup without blocks, the last resort: whole lines, at most 3,500 characters."""
    shown = choice or select(briefing.digest, briefing.article)
    lines = [f"*{escaped(clip(shown.headline or UNTITLED, SENTENCE))}*", _facts(briefing, shown)]
    for label, items in _fields(briefing, shown):
        marked = [escaped(_joined(line)) for line in items]
        lines += [f"*{label}*  {marked[0]}"] if len(marked) == 1 else [f"*{label}*", *(f"• {line}" for line in marked)]
    lines.append(f"_{wording.receipt(briefing.article)} · {OWN_WORDS}_")
    kept, room = [], PLAIN_ROOM
    for line in filter(None, lines):
        room -= len(line) + 1
        if room >= 0:
            kept.append(line)
    return Message("\n".join(kept))


def _aloud(briefing: Briefing, shown: Shown) -> str:
    """What a notification shows and a screen reader says: headline, what happened, where, when, what was read of it."""
    what = escaped(_joined(_happened(shown.what))) if shown.what else ""
    headline = escaped(clip(shown.headline or UNTITLED, SENTENCE))
    receipt = wording.receipt(briefing.article)
    return "\n".join(part for part in (headline, what, _facts(briefing, shown, flags=False), receipt) if part)


def _happened(fact: Fact) -> Line:
    words = shorten(undated(clean(fact.evidence.sentence)), SENTENCE, WHAT)
    return words, wording.mark(fact, words)


def _line(fact: Fact, limit: int, most: int) -> Line:
    words = shorten(unjoined(undated(clean(fact.words))), limit, most)
    return words, wording.mark(fact, words)


def _joined(line: Line) -> str:
    return f"{line[0]} ({line[1]})" if line[1] else line[0]


def _facts(briefing: Briefing, shown: Shown, *, flags: bool = True) -> str:
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


def _fields(briefing: Briefing, shown: Shown) -> Iterable[tuple[str, tuple[Line, ...]]]:
    """The labelled fields in their order; none without a line."""
    people = fitting(tuple(map(wording.person, shown.who)), WHO_ROOM)
    sources = fitting(tuple(map(wording.source, shown.sources)), SOURCE_ROOM)
    why = wording.reason(shown.why, briefing.digest.quotes) if shown.why else ("", "")
    what = _happened(shown.what) if shown.what else ("", "")
    fields: tuple[tuple[str, tuple[Line, ...]], ...] = (
        ("What happened", (what,)),
        ("Who", ((" · ".join(people), ""),)),
        ("Why", (why,)),
        ("Key facts", tuple(_line(fact, KEY_FACT, KEY) for fact in shown.keys)),
        ("In their words", tuple((wording.quoted(saying, briefing.article.site), "") for saying in shown.quotes)),
        ("Next", tuple(map(_upcoming, shown.upcoming))),
        ("Sources in the text", ((" · ".join(sources), ""),)),
    )
    return ((label, lines) for label, lines in fields if lines and lines[0][0])


def _upcoming(fact: Fact) -> Line:
    when = f"{wording.day(fact.date)}: " if fact.date else ""
    words, mark = _line(fact, NEXT_FACT, NEXT)
    return when + words, mark


def _field(label: str, lines: tuple[Line, ...]) -> Block:
    """A label and its line, or a list of several under it; quotations and key facts always stand under theirs."""
    if label == "In their words":
        words = "\n".join(words for words, _ in lines)
        return blocks.rich(blocks.paragraph(blocks.bold(label)), blocks.quotation(blocks.text(words)))
    if label == "Key facts" or len(lines) > 1:
        items = (blocks.paragraph(*_inline(words, mark)) for words, mark in lines)
        return blocks.rich(blocks.paragraph(blocks.bold(label)), blocks.bullets(*items))
    return blocks.rich(blocks.paragraph(blocks.bold(label), *_inline(f"   {lines[0][0]}", lines[0][1])))


def _inline(words: str, mark: str) -> tuple[Block, ...]:
    return (blocks.text(words), blocks.italic(f"  · {mark}")) if mark else (blocks.text(words),)


def _contexts(markup: str) -> tuple[Block, ...]:
    return (blocks.context(markup),) if markup else ()


def _row(*buttons: Block) -> tuple[Block, ...]:
    return (blocks.actions(*buttons),) if buttons else ()


def _pasting(briefing: Briefing, value: str) -> tuple[Block, ...]:
    return (window.button(value, briefing.article.url or ""),) if value else ()


def questions(briefing: Briefing) -> tuple[Block, ...]:
    """Buttons with questions that the article can answer."""
    asked = ((words, f"{briefing.identity}\n{words}") for words in suggest(briefing.digest))
    fitting_ones = [(clean(words), value) for words, value in asked if len(value) <= blocks.LONGEST_VALUE]
    return tuple(
        blocks.button(clip(words, blocks.LONGEST_LABEL), f"{ASK}_{number}", value, f"Ask: {words}")
        for number, (words, value) in enumerate(fitting_ones)
    )


def _evidence(briefing: Briefing) -> tuple[Block, ...]:
    """Only what works; a value that Slack would refuse leaves its button out."""
    value = f"{briefing.digest.version}|{briefing.identity}"
    if len(value) > blocks.LONGEST_VALUE:
        return ()
    aloud = f"Show the evidence for: {clean(briefing.digest.headline) or UNTITLED}"
    return (blocks.button("Show evidence", SHOW_EVIDENCE, value, aloud),)
