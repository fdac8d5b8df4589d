"""A roundup as a message: one paragraph an event, the newest first, and a row of buttons to have less of it."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from handlers.order import Order, pack
from handlers.views import blocks
from handlers.views.message import Block, Message, clean, escaped, linked
from handlers.views.shorten import clip
from handlers.views.wording import UNTITLED, day, flag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.newsdesk.roundups import Errand, Event

MOST = 20  # events that are shown, where they fit; Slack takes 50 blocks and about 13,000 characters
FEW = 5  # in the text of a notification
HEADLINE, NAME, HOST = 150, 80, 60  # characters shown of each
OUTLETS = 2  # named; of more, only how many there are
ROOM, PLAIN_ROOM = 7500, 3500  # characters of all paragraphs; Slack counts what is around them, too
OPEN = "open the digest"
HOW = "`/dateline following` shows what is followed here, to change it."


def ladder(errand: Errand, events: Sequence[Event]) -> tuple[Message, ...]:
    """The roundup in two forms: with blocks, and, should Slack refuse them, as words alone."""
    title = _title(errand, events)
    paragraphs = _fitting(events, ROOM)
    more = _more(len(events) - len(paragraphs))
    rest = (blocks.context(more),) if more else ()
    laid_out = (blocks.header(title), *map(blocks.section, paragraphs), *rest)
    row = blocks.actions(*_buttons(errand, events))
    return Message(_aloud(title, events), (*laid_out, row)), Message(_plain(title, events))


def _fitting(events: Sequence[Event], room: int) -> tuple[str, ...]:
    """The first paragraphs, whole ones, in so many characters."""
    paragraphs = tuple(map(_paragraph, events[:MOST]))
    sizes = accumulate(len(each) + 2 for each in paragraphs)
    return tuple(each for each, size in zip(paragraphs, sizes, strict=True) if size <= room)


def _title(errand: Errand, events: Sequence[Event]) -> str:
    count = f"{len(events)} stories" if len(events) > 1 else "one story"
    return f"{errand.pace.capitalize()} roundup: {count} · {day(errand.date, weekday=True)}"


def _paragraph(event: Event) -> str:
    """Headline, why, how many articles, and where the digest is."""
    headline = escaped(clip(clean(event.digest.headline), HEADLINE)) or UNTITLED
    why = f"{flag(event.code)} {escaped(clip(clean(event.why), NAME))}".strip()
    details = " · ".join(part for part in (why, _count(event), linked(event.link, OPEN)) if part)
    return f"*{headline}*\n{details}"


def _count(event: Event) -> str:
    """How many articles, and from where: "3 articles from 3 outlets", "1 article from example.org"."""
    articles = f"{event.articles} articles" if event.articles > 1 else "1 article"
    if not event.outlets:
        return articles
    if len(event.outlets) > OUTLETS:
        return f"{articles} from {len(event.outlets)} outlets"
    return f"{articles} from {' and '.join(escaped(clip(clean(host), HOST)) for host in event.outlets)}"


def _more(left: int) -> str:
    return f"_… and {left} more_" if left > 0 else ""


def _buttons(errand: Errand, events: Sequence[Event]) -> tuple[Block, ...]:
    """For the one country that all of it is about, else for all that the reader follows."""
    codes = {event.code for event in events}
    place = codes.pop() if len(codes) == 1 else ""
    what, sign = ("this country", flag(place)) if place else ("everything that you follow here", "all")
    orders = (
        (f"Snooze {sign} for a day", "snooze_1", Order("snooze", place, errand.reader, days=1), "for a day"),
        (f"Snooze {sign} for a week", "snooze_7", Order("snooze", place, errand.reader, days=7), "for a week"),
        (f"Mute {sign}", "mute", Order("mute", place, errand.reader), ""),
        ("What I follow", "following", Order("following", "", errand.reader), ""),
    )
    return tuple(
        blocks.button(words, f"order_{action}", pack(order), f"{_aloud_order(order, what)} {how}".strip())
        for words, action, order, how in orders
    )


def _aloud_order(order: Order, what: str) -> str:
    return "Show what is followed here" if order.verb == "following" else f"{order.verb.capitalize()} {what}"


def _aloud(title: str, events: Sequence[Event]) -> str:
    """What a notification shows and a screen reader says: how many stories, and the first headlines."""
    headlines = [escaped(clip(clean(event.digest.headline), HEADLINE)) or UNTITLED for event in events[:FEW]]
    more = _more(len(events) - FEW).strip("_")
    return "\n".join((escaped(title), *headlines, *([more] if more else [])))


def _plain(title: str, events: Sequence[Event]) -> str:
    """The same as markup without blocks, in whole paragraphs; how to have less of it is said, for want of buttons."""
    kept = _fitting(events, PLAIN_ROOM)
    more = _more(len(events) - len(kept))
    return "\n\n".join(filter(None, (f"*{escaped(title)}*", *kept, more, HOW)))
