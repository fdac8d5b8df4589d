"""The message that tells a reader of an article: why, what, where it stands, and how to have peace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.topics import why
from handlers.order import Order, pack
from handlers.views import blocks, wording
from handlers.views.message import Message, address, clean, escaped, linked
from handlers.views.selection import select
from handlers.views.shorten import clip, shorten, undated
from handlers.views.wording import UNTITLED

if TYPE_CHECKING:
    from bot.model import Article, Briefing, Country, Fact
    from handlers.views.message import Block

HEADLINE, SENTENCE, OUTLET = 150, 260, 60  # characters of each, if parts can go
OPEN = "open the digest"


def ladder(briefing: Briefing, country: Country, reader: str, link: str) -> tuple[Message, ...]:
    """The message, and a plain one for when Slack refuses its blocks.

    Args:
        briefing: the article and its digest.
        country: for which the reader is told.
        reader: who: a person's or a channel's id, for the buttons.
        link: Slack's own, to the digest in its thread.
    """
    shown = select(briefing.digest, briefing.article)
    headline, what = clip(shown.headline or UNTITLED, HEADLINE), _happened(shown.what)
    reason, origin = clean(why(country)), _origin(briefing.article)
    plain = (f"{escaped(reason)}: {escaped(headline)}", escaped(what), escaped(origin), linked(link, OPEN))
    laid_out = (
        blocks.context(escaped(f"{wording.flag(country.code)} {reason}".strip())),
        blocks.rich(blocks.paragraph(_headline(headline, link))),
        *((blocks.rich(blocks.paragraph(blocks.text(what))),) if what else ()),
        *((blocks.context(escaped(origin)),) if origin else ()),
        blocks.actions(*_buttons(country, reader)),
    )
    aloud = " — ".join(filter(None, (plain[0], escaped(origin))))
    return Message(aloud, laid_out), Message("\n".join(filter(None, plain)))


def _headline(headline: str, link: str) -> Block:
    target = address(link)
    words = blocks.link(target[0], headline) if target else blocks.text(headline)
    return {**words, "style": {"bold": True}}


def _happened(fact: Fact | None) -> str:
    """What happened in one line, with how firmly it is said."""
    if fact is None:
        return ""
    words = shorten(undated(clean(fact.evidence.sentence)), SENTENCE)
    mark = wording.mark(fact, words)
    return f"{words} ({mark})" if mark else words


def _origin(article: Article) -> str:
    """The outlet by its name and by its host, since a name alone could say anything; and the date."""
    name, target = clip(clean(article.site), OUTLET), address(article.url)
    host = target[1] if target else ""
    outlet = f"{name} ({host})" if name and host and name.casefold().removeprefix("www.") != host else host or name
    day = wording.day(article.published, weekday=True) if article.published else ""
    return " · ".join(filter(None, (clip(outlet, 2 * OUTLET), day)))


def _buttons(country: Country, reader: str) -> tuple[Block, ...]:
    """Peace from this country, for a day, for a week, or until it is unmuted."""
    name = clean(country.name)
    snoozes = tuple(
        blocks.button(
            f"Snooze a {length}",
            f"order_snooze_{days}",
            pack(Order("snooze", country.code, reader, days=days)),
            f"Snooze {name} for a {length}",
        )
        for days, length in ((1, "day"), (7, "week"))
    )
    mute = pack(Order("mute", country.code, reader))
    return (*snoozes, blocks.button("Mute", "order_mute", mute, f"Mute {name}"))
