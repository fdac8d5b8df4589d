"""Those who follow a country are told of an article about it: once, with why, and nobody who does not want it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.model import Role
from bot.storage.memory import Client
from handlers.order import Order, unpack
from tests.fakes.slack import Channel, Slack, User
from tests.stories.followers import LINK, TITLE, Newsroom, article, country, newsroom_in

DAY = 86_400.0


@pytest.fixture
async def room(slack: Slack, redis: Client) -> AsyncIterator[Newsroom]:
    """A worker."""
    async with newsroom_in(slack, redis) as worker:
        yield worker


@pytest.fixture
def maria(slack: Slack) -> User:
    """Who shares what she reads."""
    return slack.person("maria")


@pytest.fixture
def jens(slack: Slack) -> User:
    """Who follows."""
    return slack.person("jens")


@pytest.fixture
def desk(slack: Slack, maria: User) -> Channel:
    """A public channel of Maria's."""
    return slack.channel("desk", maria)


async def test_one_message_says_why_and_where(room: Newsroom, maria: User, jens: User, desk: Channel) -> None:
    """Headline, outlet with its host, one line of what happened, and the way to the digest's thread."""
    await room.follows(jens)
    note = await room.spread(maria, desk)
    assert await room.work() == [jens.id]
    [told] = room.letters(jens)
    assert told.shown.startswith("🇰🇵 North Korea is an actor")
    for words in (TITLE, "The harbour master said", "Example Wire (wire.example)", "Tue 4 Mar 2025"):
        assert words in told.shown
    assert told.text.startswith(f"North Korea is an actor: {TITLE}")
    [link] = [part for part in told.blocks[1]["elements"][0]["elements"] if part["type"] == "link"]
    assert link["url"].endswith(f"{note.tip.post.replace('.', '')}?thread_ts={note.ts}&cid={desk.id}")  # type: ignore[union-attr]  # a spread note has a tip
    assert told.unfurl == (False, False)


async def test_each_message_has_a_way_to_peace(room: Newsroom, maria: User, jens: User, desk: Channel) -> None:
    """Snoozed for a day or a week, or mute: of this country."""
    await room.follows(jens)
    await room.told(maria, desk)
    [told] = room.letters(jens)
    assert [(each["text"]["text"], each["action_id"], unpack(each["value"])) for each in told.buttons] == [
        ("Snooze a day", "order_snooze_1", Order("snooze", "KP", jens.id, days=1)),
        ("Snooze a week", "order_snooze_7", Order("snooze", "KP", jens.id, days=7)),
        ("Mute", "order_mute", Order("mute", "KP", jens.id)),
    ]


async def test_who_shared_it_is_not_told(room: Newsroom, maria: User, jens: User, desk: Channel) -> None:
    """Nor of what others share of that story later."""
    await room.follows(maria)
    await room.follows(jens)
    assert await room.told(maria, desk) == ["jens"]
    assert await room.told(jens, desk, article(link=f"{LINK}/2")) == []
    assert await room.told(jens, desk, article(link=f"{LINK}/3"), "s2") == ["maria"]


async def test_a_channel_is_told_of_what_others_have(room: Newsroom, slack: Slack, maria: User, desk: Channel) -> None:
    """Not of what was shared in it: the digest stands there."""
    other = slack.channel("other", maria)
    await room.follows(desk)
    await room.follows(other)
    assert await room.told(maria, desk) == ["#other"]
    [told] = slack.posts(other)
    assert unpack(told.buttons[0]["value"]).reader == other.id


async def test_a_story_is_told_once(room: Newsroom, slack: Slack, maria: User, jens: User, desk: Channel) -> None:
    """In another channel at the same time, or with a further article days later."""
    await room.follows(jens)
    other = slack.channel("other", maria)
    await room.spread(maria, desk)
    await room.spread(maria, other)
    assert await room.work() == [jens.id, jens.id]
    assert len(room.letters(jens)) == 1
    room.clock.now += 3 * DAY
    assert await room.told(maria, desk, article(link=f"{LINK}/follow-up")) == []
    assert await room.told(maria, desk, article(link=f"{LINK}/other"), "s2") == ["jens"]


async def test_two_articles_of_a_story_at_once(room: Newsroom, maria: User, jens: User, desk: Channel) -> None:
    """Both are on their way to the reader; the first one tells."""
    await room.follows(jens)
    await room.spread(maria, desk)
    await room.spread(maria, desk, article(link=f"{LINK}/2", title="The ferry sails again"))
    await room.work()
    [told] = room.letters(jens)
    assert TITLE in told.shown


async def test_several_countries_make_one_message(room: Newsroom, maria: User, jens: User, desk: Channel) -> None:
    """For the most salient of them."""
    await room.follows(jens, "CN", "KR", "KP")
    known = article(country("KR", "target", 0.7), country("KP", salience=0.95), country("CN", salience=0.6))
    assert await room.told(maria, desk, known) == ["jens"]
    assert "North Korea is an actor" in room.letters(jens)[0].shown


@pytest.mark.parametrize(
    ("least", "role", "told"),
    [
        ("actor", "target", False),
        ("actor", "actor", True),
        ("target", "location", False),
        ("mentioned", "target", True),
    ],
)
async def test_a_role_below_the_least_tells_nobody(
    room: Newsroom, desk: Channel, jens: User, least: Role, role: Role, *, told: bool
) -> None:
    """Who asked for what a country does is not told of what happens there."""
    maria = room.slack.person("maria")
    await room.follows(jens, role=least)
    assert await room.told(maria, desk, article(country("KP", role))) == ["jens"] * told


async def test_a_country_that_is_only_named_tells_nobody(
    room: Newsroom, maria: User, jens: User, desk: Channel
) -> None:
    """The article is not about it."""
    named = replace(country(salience=0.1), about=False)
    await room.follows(jens)
    assert await room.told(maria, desk, article(country("FR"), named)) == []


async def test_a_snoozed_country_is_silent_until_its_time(
    room: Newsroom, maria: User, jens: User, desk: Channel
) -> None:
    """Then it is heard again."""
    await room.follows(jens)
    until = datetime.fromtimestamp(room.clock.now + DAY, UTC).isoformat()
    await room.store.snooze(jens.team, jens.id, "KP", until)
    assert await room.told(maria, desk) == []
    room.clock.now += DAY - 1
    assert await room.told(maria, desk, article(link=f"{LINK}/2")) == []
    room.clock.now += 1
    assert await room.told(maria, desk, article(link=f"{LINK}/3")) == ["jens"]


async def test_a_muted_country_is_silent(room: Newsroom, maria: User, jens: User, desk: Channel) -> None:
    """Until it is unmuted."""
    await room.follows(jens)
    await room.store.mute(jens.team, jens.id, "KP")
    assert await room.told(maria, desk) == []
    await room.store.unmute(jens.team, jens.id, "KP")
    assert await room.told(maria, desk, article(link=f"{LINK}/2")) == ["jens"]


async def test_two_workspaces_are_apart(room: Newsroom, slack: Slack, maria: User, jens: User, desk: Channel) -> None:
    """What is shared in one is told there, and each knows its stories by itself."""
    beta = slack.install("Beta")
    olga, pavel = (slack.person(name, workspace=beta) for name in ("olga", "pavel"))
    await room.follows(jens)
    await room.follows(pavel)
    assert await room.told(maria, desk) == ["jens"]
    assert await room.told(olga, slack.channel("their-desk", olga)) == ["pavel"]


async def test_an_article_that_is_forgotten_tells_nobody(
    room: Newsroom, maria: User, jens: User, desk: Channel, redis: Client
) -> None:
    """There is nothing to tell."""
    await room.follows(jens)
    note = await room.shared(maria, desk)
    await redis.delete(*await redis.keys("*:article:*"))
    await room.desk.handle(note)
    assert await room.work() == []
