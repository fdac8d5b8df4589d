"""A briefing as a message: the digest as laid out for a channel, a shorter one, and one of words alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.views import blocks, following, parts, wording
from handlers.views.message import Message, clean, escaped
from handlers.views.parts import Line
from handlers.views.seen import WHAT
from handlers.views.selection import KEY, Shown, select
from handlers.views.shorten import clip, fitting, shorten, undated
from handlers.views.wording import OWN_WORDS, UNTITLED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.model import Briefing, Fact

SENTENCE, KEY_FACT = 300, 260  # characters of each, if parts can go
WHO_ROOM, SOURCE_ROOM = 220, 160  # characters of a whole field


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
    laid_out = [blocks.header(shown.headline or UNTITLED), *parts.contexts(parts.circumstances(briefing, shown))]
    laid_out += [parts.field(label, lines) for label, lines in _fields(briefing, shown)]
    laid_out.append(blocks.context(f"_{wording.receipt(briefing.article)} · {OWN_WORDS}_"))
    row = parts.row(*parts.pasting(briefing, paste), *following.buttons(briefing.digest), *parts.evidence(briefing))
    return Message(_aloud(briefing, shown), (*laid_out, *row, *parts.row(*parts.questions(briefing))))


def brief(briefing: Briefing, paste: str = "", choice: Shown | None = None) -> Message:
    """A few plain blocks, for when Slack refuses the digest: headline, what happened, place and time, receipt."""
    shown = choice or select(briefing.digest, briefing.article)
    what = f"\n{escaped(parts.joined(_happened(shown.what)))}" if shown.what else ""
    return Message(
        _aloud(briefing, shown),
        (
            blocks.section(f"*{escaped(clip(shown.headline or UNTITLED, SENTENCE))}*{what}"),
            *parts.contexts(parts.circumstances(briefing, shown)),
            blocks.context(f"_{wording.receipt(briefing.article)}_"),
            *parts.row(*parts.pasting(briefing, paste)),
        ),
    )


def plain(briefing: Briefing, choice: Shown | None = None) -> Message:
    """The digest as markup without blocks, the last resort: whole lines, at most 3,500 characters."""
    shown = choice or select(briefing.digest, briefing.article)
    lines = [f"*{escaped(clip(shown.headline or UNTITLED, SENTENCE))}*", parts.circumstances(briefing, shown)]
    for label, items in _fields(briefing, shown):
        lines += parts.marked(label, items)
    lines.append(f"_{wording.receipt(briefing.article)} · {OWN_WORDS}_")
    return Message(parts.whole(lines))


def _aloud(briefing: Briefing, shown: Shown) -> str:
    """What a notification shows and a screen reader says: headline, what happened, where, when, what was read of it."""
    what = escaped(parts.joined(_happened(shown.what))) if shown.what else ""
    headline = escaped(clip(shown.headline or UNTITLED, SENTENCE))
    receipt = wording.receipt(briefing.article)
    return "\n".join(
        part for part in (headline, what, parts.circumstances(briefing, shown, flags=False), receipt) if part
    )


def _happened(fact: Fact) -> Line:
    words = shorten(undated(clean(fact.evidence.sentence)), SENTENCE, WHAT)
    return words, wording.mark(fact, words)


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
        (parts.KEYS, tuple(parts.line(fact, KEY_FACT, KEY) for fact in shown.keys)),
        (parts.SPOKEN, tuple((wording.quoted(saying, briefing.article.site), "") for saying in shown.quotes)),
        ("Next", tuple(map(parts.upcoming, shown.upcoming))),
        ("Sources in the text", ((" · ".join(sources), ""),)),
    )
    return ((label, lines) for label, lines in fields if lines and lines[0][0])
