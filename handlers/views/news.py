"""A further article of a story as a message: what it adds to those before, each with its evidence; else, nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from handlers.views import blocks, following, lines, parts, speech, wording
from handlers.views.message import Message, address, clean, escaped, linked
from handlers.views.seen import worded
from handlers.views.selection import KEY, NEXT, select
from handlers.views.shorten import clip, shorten
from handlers.views.wording import OWN_WORDS, UNTITLED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.model import Briefing, Fact
    from bot.newsdesk.stories import Known, Sequel
    from bot.stories import Claim, Conflict, News
    from handlers.views.message import Block
    from handlers.views.parts import Line
    from handlers.views.selection import Shown

OPEN = "open its digest"
FIGURES, FACTS, QUOTES, UPCOMING = 3, 4, 1, 2  # lines of each
HEADLINE, FIRST, OUTLET, FIGURE, FACT, CLAUSE = 150, 100, 60, 60, 240, 140  # characters of each, if parts can go


@dataclass(frozen=True, slots=True)
class _Told:
    """What is shown: whose article, where and when it was, after which ones (the first's link), and what is new."""

    briefing: Briefing
    shown: Shown
    known: tuple[Known, ...]
    link: str
    fields: tuple[tuple[str, tuple[Line, ...]], ...]


def ladder(briefing: Briefing, sequel: Sequel, link: str = "", paste: str = "") -> tuple[Message, ...]:
    """What is new, in three forms, each plainer than the one before: for when Slack refuses.

    ``link`` is Slack's, to the digest of the first article; empty: there is none. ``paste`` is what a button carries
    that asks for the article's text.
    """
    shown = select(briefing.digest, briefing.article)
    told = _Told(briefing, shown, sequel.known, link, tuple(_fields(briefing, sequel, shown)))
    return _laid_out(told, paste), _brief(told), _plain(told)


def _laid_out(told: _Told, paste: str) -> Message:
    """Headline, circumstances, since when, then what is new; below it what was read, and buttons."""
    briefing = told.briefing
    buttons = (*parts.pasting(briefing, paste), *following.buttons(briefing.digest), *parts.evidence(briefing))
    return Message(
        _aloud(told),
        (
            blocks.header(told.shown.headline or UNTITLED),
            *parts.contexts(parts.circumstances(briefing, told.shown)),
            blocks.rich(blocks.paragraph(*_since(told))),
            *(parts.field(label, items) for label, items in told.fields),
            blocks.context(f"_{wording.receipt(briefing.article)} · {OWN_WORDS}_"),
            *parts.row(*buttons),
        ),
    )


def _brief(told: _Told) -> Message:
    """A few plain blocks."""
    headline = blocks.section(f"*{_headline(told)}*\n{_since_markup(told)}")
    return Message(_aloud(told), (headline, *(blocks.section("\n".join(parts.marked(*each))) for each in told.fields)))


def _plain(told: _Told) -> Message:
    """Markup without blocks: whole lines."""
    circumstances = parts.circumstances(told.briefing, told.shown)
    news = (line for label, items in told.fields for line in parts.marked(label, items))
    return Message(parts.whole((f"*{_headline(told)}*", circumstances, _since_markup(told), *news)))


def _aloud(told: _Told) -> str:
    """What a notification shows and a screen reader says: headline, since when, the first of what is new, and where."""
    first = next((escaped(parts.joined(items[0])) for _, items in told.fields), "")
    circumstances = parts.circumstances(told.briefing, told.shown, flags=False)
    spoken = (_headline(told), _since_markup(told, link=False), first, circumstances)
    return "\n".join(filter(None, spoken))


def _headline(told: _Told) -> str:
    return escaped(clip(told.shown.headline or UNTITLED, HEADLINE))


def _since(told: _Told) -> tuple[Block, ...]:
    """Since when, with the first headline as the way to its digest."""
    before, headline, after = _words(told)
    target = address(told.link)
    first = blocks.link(target[0], headline) if target else blocks.text(headline)
    return (blocks.bold(f"{before} "), first, *((blocks.text(f" {after}"),) if after else ()))


def _since_markup(told: _Told, *, link: bool = True) -> str:
    """The same as markup, where no headline is a link: Slack reads it."""
    since = " ".join(filter(None, (escaped(each) for each in _words(told))))
    way = linked(told.link, OPEN) if link else ""
    return f"{since} — {way}" if way else since


def _words(told: _Told) -> tuple[str, str, str]:
    """Whether there is anything new, since which headline, and of which outlet and beside how many others."""
    first, *others = told.known
    headline = clip(clean(first.post.headline), FIRST) or UNTITLED
    outlet = clip(clean(first.briefing.article.site), OUTLET)
    more = f"and {len(others)} more {'article' if len(others) == 1 else 'articles'} here" if others else ""
    after = " ".join(filter(None, (f"({outlet})" if outlet else "", more)))
    return "New since" if told.fields else "Nothing new since", headline, after


def _fields(briefing: Briefing, sequel: Sequel, shown: Shown) -> Iterable[tuple[str, tuple[Line, ...]]]:
    """The labelled fields in their order; none without a line."""
    news = sequel.news
    said = speech.sayings(news.quotes, briefing.article.text, (fact.words for fact in shown.who))
    coming = {fact.evidence.sentence: fact for fact in briefing.digest.upcoming}
    keys = _able((fact for fact in news.facts if fact.evidence.sentence not in coming), KEY, shown.headline)
    ahead = _able((coming[place] for place in _sentences(news) if place in coming), NEXT, shown.headline)
    fields: tuple[tuple[str, tuple[Line, ...]], ...] = (
        (parts.DIFFERENT, tuple((_differing(both), "") for both in news.conflicts[:FIGURES])),
        (parts.FRESH, tuple(parts.line(fact, FACT, KEY) for fact in keys[:FACTS])),
        (parts.SPOKEN, tuple((wording.quoted(each, briefing.article.site), "") for each in said[:QUOTES])),
        ("Next", tuple(map(parts.upcoming, ahead[:UPCOMING]))),
    )
    able = ((label, tuple(line for line in items if line[0])) for label, items in fields)
    return ((label, items) for label, items in able if items)


def _sentences(news: News) -> Iterable[str]:
    return dict.fromkeys(fact.evidence.sentence for fact in news.facts)


def _able(facts: Iterable[Fact], longest: int, headline: str) -> Sequence[Fact]:
    """Those that stand by themselves and do not say the headline again; where none does, all that are not too long."""
    facts = tuple(worded(facts, longest))
    able = [f for f in facts if not lines.dangles(f.words) and not lines.repeats(f.words, (headline,))]
    return able or facts


def _differing(both: Conflict) -> str:
    """Both figures, each with its outlet; the latest in its clause, so that it says what is counted."""
    return f"{_figure(both.latest, told=True)} · {_figure(both.known)}"


def _figure(claim: Claim, *, told: bool = False) -> str:
    words, clause = clip(clean(claim.fact.words), FIGURE), shorten(clean(claim.fact.clause), CLAUSE)
    outlet = clip(clean(claim.outlet), OUTLET) or ("this article" if told else "before")
    return f"{clause if told and words in clause else words} — {outlet}"
