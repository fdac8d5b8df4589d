"""What somebody is told who follows countries, or wants to: one sentence, and what can be done next as buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.storage.subscriptions import MOST
from bot.topics import name_of
from handlers.order import Order, pack
from handlers.views import blocks, wording
from handlers.views.message import Block, Message, clean, escaped
from handlers.views.shorten import clip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.model import Digest, Pace, Role, Subscription
    from bot.newsdesk.following import Outcome
    from bot.topics import Topic

PACES: dict[Pace, str] = {
    "instant": "at once",
    "daily": "in a roundup each morning",
    "weekly": "in a roundup on Mondays",
}
LABELS: dict[Pace, str] = {"instant": "At once", "daily": "Daily", "weekly": "Weekly"}
ROLES: dict[Role, str] = {
    "mentioned": "every article about it",
    "location": "articles in which it acts, is the target, or is where it happens",
    "target": "articles in which it acts or is the target",
    "actor": "articles in which it acts",
}
OFFERED = 3  # countries of a digest that have a button
SHOWN = 40  # lines of a list: a message takes 50 blocks
NAME, TYPED, MEMBERS = 60, 60, 400  # characters of each
EXAMPLES = "`/dateline follow kenya` · `follow sahel daily` · `follow north korea actor` · `follow EU weekly here`"
TROUBLES = {
    "nameless": "I can't tell which channel {channel} is: choose it from the list that Slack opens, or type `here` in it.",
    "absent": "I'm not in {channel}: type `/invite @Dateline` there, and then try again.",
    "archived": "{channel} is archived, so that nothing can be told there.",
    "else": "That button is for somebody else; `/dateline follow` is for you.",
    "stranger": "Only a member of {channel} can change what it follows: join it first.",
    "shared": "{channel} is shared with another organisation, and what this workspace reads is not told outside of it.",
    "unseen": "Slack does not let me see who is in {channel}; the app needs `channels:read` or `groups:read` for that.",
}


def buttons(digest: Digest) -> tuple[Block, ...]:
    """Under a digest: follow one of the countries that it is about. Whoever presses it follows for themselves."""
    about = [country for country in digest.countries if country.about][:OFFERED]
    return tuple(
        blocks.button(
            f"Follow {wording.flag(country.code)}".strip() if wording.flag(country.code) else "Follow",
            f"order_follow_{number}",
            pack(Order("follow", country.code, "")),
            f"Follow {clean(country.name)}",
        )
        for number, country in enumerate(about)
    )


def told(outcomes: Sequence[Outcome], order: Order) -> Message:
    """What came of an order, place by place."""
    if not outcomes:
        return said(f"What would you like to follow? {EXAMPLES}")
    laid_out: list[Block] = []
    for number, outcome in enumerate(outcomes[: OFFERED * 3]):
        laid_out.append(blocks.section(_sentence(outcome, order)))
        if row := tuple(_next(outcome, order, number)):
            laid_out.append(blocks.actions(*row))
    return Message("\n".join(_sentence(outcome, order) for outcome in outcomes[: OFFERED * 3]), tuple(laid_out))


def following(followed: Sequence[Subscription], reader: str) -> Message:
    """All that a reader follows, each with its pace and a way to end it; a region in one line."""
    whose = f"<#{reader}> follows" if reader.startswith(("C", "G")) else "You follow"
    if not followed:
        return said(f"{whose} nothing yet. {EXAMPLES}")
    kept = {each.region or each.country: each for each in followed}
    head = f"*{whose} {len(kept)} of at most {MOST}:*"
    lines = [(_entry(each), each.region or each.country, each) for each in kept.values()]
    rows = tuple(_row(line, place, reader, number) for number, (line, place, _) in enumerate(lines[:SHOWN]))
    more = len(lines) - SHOWN
    rest = (blocks.context(f"_and {more} more; `/dateline unfollow NAME` ends any of them_"),) if more > 0 else ()
    text = "\n".join([head, *(line for line, *_ in lines[:SHOWN])])
    return Message(text, (blocks.section(head), *rows, *rest))


def trouble(kind: str, channel: str) -> Message:
    """Why nothing was done for a channel: a word of `TROUBLES`."""
    named = escaped(clip(clean(channel), NAME)) if channel.startswith("#") else f"<#{channel}>"
    return said(TROUBLES[kind].format(channel=named))


def said(markup: str) -> Message:
    """One sentence."""
    return Message(markup, (blocks.section(markup),))


def _sentence(outcome: Outcome, order: Order) -> str:
    whose = f"<#{order.reader}> follows" if order.reader.startswith(("C", "G")) else "You follow"
    verb, name = whose.rpartition(" ")[0], _named(outcome.topic) if outcome.topic else "everything"
    nobody = f"{verb} {'does' if verb.startswith('<') else 'do'} not follow {name if outcome.topic else 'anything'}."
    typed = escaped(clip(clean(outcome.words), TYPED))
    if outcome.kind == "unknown":
        nearest = "Did you mean one of these?" if outcome.choices else "Try its English name, or its two letters."
        return f"I know no country or region called “{typed}”. {nearest}"
    if outcome.kind == "several":
        return f"“{typed}” may be one of several: which one?"
    if outcome.kind == "full":
        return (
            f"{verb} can follow {MOST} countries and regions at most, and {name} would be one too many: end one first."
        )
    if outcome.kind == "none":
        return nobody
    if order.verb == "follow":
        return _followed(outcome, whose, name)
    return {
        "unfollow": f"{verb} no longer {'follows' if verb.startswith('<') else 'follow'} {name}.",
        "snooze": f"Nothing about {name} for {'a day' if order.days == 1 else f'{order.days} days'}.",
        "mute": f"Nothing more about {name}, until you unmute it.",
    }.get(order.verb, f"{name} is told of again.")


def _followed(outcome: Outcome, whose: str, name: str) -> str:
    now, topic = outcome.subscription, outcome.topic
    how = f"{PACES[now.pace]}, {ROLES[now.least_role]}" if now else ""
    word = {"same": " already", "changed": " otherwise now"}.get(outcome.kind, "")
    members = ""
    if topic and topic.kind == "region":
        names = ", ".join(sorted(name_of(code) for code in topic.codes))
        members = f"\n_{len(topic.codes)} countries: {escaped(clip(names, MEMBERS))}_"
    ask = " Another pace?" if outcome.kind == "same" else ""
    return f"{whose} {name}{word}: {how}.{ask}{members}"


def _next(outcome: Outcome, order: Order, number: int) -> Iterator[Block]:
    """What can be done next."""
    if outcome.choices:
        yield from (_choice(topic, order, f"{number}{at}") for at, topic in enumerate(outcome.choices))
    elif outcome.topic is None or outcome.kind in {"full", "none"}:
        return
    elif order.verb == "follow" and outcome.subscription:
        place, now = _place(outcome.topic), outcome.subscription
        for pace in PACES:
            if pace != now.pace:
                yield _button(LABELS[pace], Order("follow", place, order.reader, None, pace), f"{pace}_{number}", place)
        yield _button("Unfollow", Order("unfollow", place, order.reader), str(number), place)
    else:
        place = _place(outcome.topic)
        undo: dict[str, tuple[str, Order]] = {
            "unfollow": ("Follow again", Order("follow", place, order.reader)),
            "snooze": ("Wake it", Order("wake", place, order.reader)),
            "mute": ("Unmute", Order("unmute", place, order.reader)),
        }
        if order.verb in undo:
            yield _button(*undo[order.verb], str(number), place)


def _choice(topic: Topic, order: Order, number: str) -> Block:
    place = _place(topic)
    wish = Order(order.verb, place, order.reader, order.least_role, order.pace, order.days)
    flag = wording.flag(topic.codes[0]) if topic.kind == "country" else ""
    label = clip(f"{flag} {clean(topic.name)}".strip(), blocks.LONGEST_LABEL)
    return blocks.button(label, f"order_{order.verb}_{number}", pack(wish), f"{order.verb.capitalize()} {topic.name}")


def _button(label: str, order: Order, number: str, place: str) -> Block:
    return blocks.button(label, f"order_{order.verb}_{number}", pack(order), f"{label}: {place}")


def _entry(each: Subscription) -> str:
    """One line of a list."""
    name = escaped(each.region) or f"{wording.flag(each.country)} {escaped(name_of(each.country))}".strip()
    rests = " · _muted_" if each.muted else " · _snoozed_" if each.snoozed_until else ""
    return f"*{name}*: {PACES[each.pace]}, {ROLES[each.least_role]}{rests}"


def _row(line: str, place: str, reader: str, number: int) -> Block:
    """A line with its button."""
    button = _button("Unfollow", Order("unfollow", place, reader), str(number), place)
    return {**blocks.section(line), "accessory": button}


def _named(topic: Topic) -> str:
    flag = wording.flag(topic.codes[0]) if topic.kind == "country" else ""
    return f"{flag} {escaped(clip(topic.name, NAME))}".strip()


def _place(topic: Topic) -> str:
    return topic.codes[0] if topic.kind == "country" else topic.name
