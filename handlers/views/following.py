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

    from bot.model import Digest, Pace, Role
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
OFFERED, PLACES = 3, 12  # countries of a digest that have a button; places of an order that are spoken of
NAME, TYPED, MEMBERS, PLAIN = 60, 60, 1600, 3500  # characters of each, at most
WEEK = 7  # days
CHANNELS = ("C", "G")  # what the ids of channels begin with
EXAMPLES = "`/dateline follow kenya` · `follow sahel daily` · `follow north korea actor` · `follow EU weekly here`"


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
    shown, laid_out = outcomes[:PLACES], list[Block]()
    room = MEMBERS if len(shown) == 1 else MEMBERS // len(shown)
    sentences = [_sentence(outcome, order, room) for outcome in shown]
    for number, (outcome, sentence) in enumerate(zip(shown, sentences, strict=True)):
        laid_out.append(blocks.section(sentence))
        if row := tuple(_next(outcome, order, number)):
            laid_out.append(blocks.actions(*row))
    if more := len(outcomes) - len(shown):
        sentences.append(f"_And so for {more} more; `/dateline following` shows all of it._")
        laid_out.append(blocks.context(sentences[-1]))
    return Message(clip("\n".join(sentences), PLAIN), tuple(laid_out))


def said(markup: str) -> Message:
    """One sentence."""
    return Message(markup, (blocks.section(markup),))


def follows(reader: str) -> str:
    """How a sentence begins about what somebody, or a channel, follows."""
    return f"<#{reader}> follows" if reader.startswith(CHANNELS) else "You follow"


def button(label: str, order: Order, number: str, aloud: str) -> Block:
    """A button that carries an order; ``number`` tells it apart from others of the message."""
    return blocks.button(label, f"order_{order.verb}_{number}", pack(order), f"{label}: {clean(aloud)}")


def _sentence(outcome: Outcome, order: Order, room: int) -> str:
    typed = escaped(clip(clean(outcome.words), TYPED))
    if outcome.kind == "unknown":
        nearest = "Did you mean one of these?" if outcome.choices else "Try its English name, or its two letters."
        return f"I know no country or region called “{typed}”. {nearest}"
    if outcome.kind == "several":
        return f"“{typed}” may be one of several: which one?"
    if outcome.kind in {"gone", "none"}:
        return _ended(outcome, order)
    name = _named(outcome.topic) if outcome.topic else ""
    if outcome.kind == "full":
        who = follows(order.reader).rpartition(" ")[0]
        return (
            f"{who} can follow {MOST} countries and regions at most, and {name} would be one too many: end one first."
        )
    return _followed(outcome, follows(order.reader), name, room)


def _followed(outcome: Outcome, whose: str, name: str, room: int) -> str:
    now, topic = outcome.subscription, outcome.topic
    how = f"{PACES[now.pace]}, {ROLES[now.least_role]}" if now else ""
    word = {"same": " already", "changed": " otherwise now"}.get(outcome.kind, "")
    members = _members(topic, outcome.apart, room) if topic and topic.kind == "region" else ""
    ask = " Another pace?" if outcome.kind == "same" else ""
    return f"{whose} {name}{word}: {how}.{ask}{members}"


def _members(topic: Topic, apart: Sequence[str], room: int) -> str:
    """What a region contains, and what of it stays as it was followed before."""
    names = ", ".join(sorted(name_of(code) for code in topic.codes))
    kept = ", ".join(sorted(name_of(code) for code in apart))
    stays = "stays as it is" if len(apart) == 1 else "stay as they are"
    rest = f" {escaped(clip(kept, room))} {stays}, followed before." if apart else ""
    return f"\n_{len(topic.codes)} countries: {escaped(clip(names, room))}.{rest}_"


def _ended(outcome: Outcome, order: Order) -> str:
    """What is not followed, or rests, or is told of again."""
    channel = order.reader.startswith(CHANNELS)
    who, does, follow, are = (
        (f"<#{order.reader}>", "does", "follows", "is") if channel else ("You", "do", "follow", "are")
    )
    name = _named(outcome.topic) if outcome.topic else ""
    if outcome.kind == "none":
        return f"{who} {does} not follow {name or 'anything'}."
    if order.verb == "unfollow":
        return f"{who} no longer {follow} {name or 'anything'}."
    about = f" about {name}" if name else ""
    if order.verb == "snooze":
        length = {1: "a day", WEEK: "a week"}.get(order.days, f"{order.days} days")
        return f"{who} {are} told nothing{about} for {length}."
    if order.verb == "mute":
        return f"{who} {are} told nothing more{about}, until you unmute it."
    return f"{who} {are} told of {name or 'all that is followed'} again."


def _next(outcome: Outcome, order: Order, number: int) -> Iterator[Block]:
    """What can be done next."""
    topic, reader = outcome.topic, order.reader
    place, aloud = (_place(topic), topic.name) if topic else ("", "all")
    if outcome.choices:
        yield from (_choice(each, order, f"{number}{at}") for at, each in enumerate(outcome.choices))
    elif outcome.kind == "full":
        yield button("What I follow", Order("following", "", reader), str(number), "show it")
    elif outcome.kind in {"new", "same", "changed"} and outcome.subscription:
        for pace in (each for each in PACES if each != outcome.subscription.pace):
            yield button(LABELS[pace], Order("follow", place, reader, None, pace), f"{pace}_{number}", aloud)
        yield button("Unfollow", Order("unfollow", place, reader), str(number), aloud)
    elif outcome.kind == "gone":
        yield from _undo(outcome, order, str(number), place, aloud)


def _undo(outcome: Outcome, order: Order, number: str, place: str, aloud: str) -> Iterator[Block]:
    """The way back; what is followed again is followed as it was."""
    before, reader = outcome.subscription, order.reader
    if order.verb == "unfollow" and before:
        again = Order("follow", place, reader, before.least_role, before.pace)
        yield button("Follow again", again, number, aloud)
    if order.verb == "unfollow":
        yield button("What I follow", Order("following", "", reader), number, "show it")
    elif order.verb == "snooze":
        yield button("Wake it", Order("wake", place, reader), number, aloud)
    elif order.verb == "mute":
        yield button("Unmute", Order("unmute", place, reader), number, aloud)


def _choice(topic: Topic, order: Order, number: str) -> Block:
    place = _place(topic)
    wish = Order(order.verb, place, order.reader, order.least_role, order.pace, order.days)
    label = clip(f"{_flag(topic)} {clean(topic.name)}".strip(), blocks.LONGEST_LABEL)
    return blocks.button(label, f"order_{order.verb}_{number}", pack(wish), f"{order.verb.capitalize()} {topic.name}")


def _named(topic: Topic) -> str:
    return f"{_flag(topic)} {escaped(clip(topic.name, NAME))}".strip()


def _flag(topic: Topic) -> str:
    return wording.flag(topic.codes[0]) if topic.kind == "country" else ""


def _place(topic: Topic) -> str:
    return topic.codes[0] if topic.kind == "country" else topic.name
