"""Orders handed to a worker: typed, said or pressed, and what is seen of them."""

from __future__ import annotations

from handlers import inbox, orders
from handlers.note import Note
from tests.fakes.slack import Channel, Ephemeral, Message, Slack, User
from tests.stories.followers import Newsroom


def typed(slack: Slack, person: User, place: Channel, words: str) -> Note:
    """What a command wants."""
    note = orders.command(slack.command(person, place, "/dateline", words).payload)
    assert note
    return note


def mentioned(slack: Slack, person: User, place: Channel, words: str, thread_ts: str | None = None) -> Note:
    """What a mention wants."""
    slack.say(person, place, f"<@{slack.bot().id}> {words}", thread_ts=thread_ts)
    note = inbox.mention(slack.events("app_mention")[-1].payload)
    assert note
    assert note.want == "order"
    return note


def pressed(slack: Slack, person: User, where: Message | Ephemeral, label: str) -> Note:
    """What a press of the button wants that has this label."""
    button = next(each for each in where.buttons if each["text"]["text"] == label)
    return orders.pressed(slack.click(person, where, button["action_id"], button["value"]).payload)


async def said(room: Newsroom, note: Note) -> Ephemeral:
    """What its person is told, alone, after a worker has done it; by the command or button, or beside a mention."""
    await room.desk.handle(note)
    return next(one for one in reversed(room.slack.ephemeral()) if one.user == note.user)
