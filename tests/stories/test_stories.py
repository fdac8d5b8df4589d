"""Articles about one event in a channel: the first gets a digest, a later one says what is new."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.storage.store import Store
from tests.fakes.slack import Channel, Slack, User
from tests.fakes.web import Website
from tests.stories.reports import COPY, FIRST, OTHER, OWNER, TOLL, Wire, since, wire_of

SINCE = f"New since {FIRST.title} (Delta Observer)"


@pytest.fixture
async def wire(slack: Slack, site: Website, store: Store) -> AsyncIterator[Wire]:
    """A worker."""
    async with wire_of(slack, site, store) as worker:
        yield worker


@pytest.fixture
def maria(slack: Slack) -> User:
    """Who shares what she reads."""
    return slack.person("maria")


@pytest.fixture
def desk(slack: Slack, maria: User) -> Channel:
    """A channel of Maria's."""
    return slack.channel("desk", maria)


async def test_a_second_article_says_what_is_new(wire: Wire, maria: User, desk: Channel) -> None:
    """Only what the first did not have, with a link to the first's digest; it can be followed and looked into."""
    first = await wire.shares(maria, desk, FIRST)
    second = await wire.shares(maria, desk, TOLL)
    assert "carrying about 90 people" in first.shown
    assert second.shown.splitlines()[0] == TOLL.title
    assert since(second) == SINCE
    assert "suspended the licence of the operator" in second.shown
    assert "carrying about 90 people" not in second.shown
    assert f"p{first.ts.replace('.', '')}" in str(second.blocks)
    assert {button["action_id"] for button in second.buttons} >= {"show_evidence", "order_follow_0"}
    assert len(second.shown.splitlines()) <= 15


async def test_tolls_that_differ_are_both_told(wire: Wire, maria: User, desk: Channel) -> None:
    """Each with its outlet."""
    await wire.shares(maria, desk, FIRST)
    second = await wire.shares(maria, desk, TOLL)
    [line] = [line for line in second.shown.splitlines() if "at least 22 people" in line]
    assert line.strip(" •") == "At least 31 people drowned — Maputo Mail · at least 22 people — Delta Observer"


async def test_a_copy_has_nothing_new(wire: Wire, maria: User, desk: Channel) -> None:
    """It says so in a line, with the way to the first, and nothing of the article again."""
    await wire.shares(maria, desk, FIRST)
    copy = await wire.shares(maria, desk, COPY)
    assert "canoes" not in copy.shown
    assert copy.text.startswith(f"{COPY.title}\nNothing new since {FIRST.title} (Delta Observer)\n")


async def test_a_third_article_is_held_against_both(wire: Wire, maria: User, desk: Channel) -> None:
    """What either had is known: the suspended licence, the toll of 31."""
    for report in (FIRST, TOLL):
        await wire.shares(maria, desk, report)
    third = await wire.shares(maria, desk, OWNER)
    assert since(third) == f"{SINCE} and 1 more article here"
    assert "Amade Nunes will appear before a court" in third.shown
    assert "licence" not in third.shown
    assert "Figures differ" not in third.shown


async def test_another_event_gets_its_digest(wire: Wire, maria: User, desk: Channel) -> None:
    """Whatever else the channel has read."""
    await wire.shares(maria, desk, FIRST)
    other = await wire.shares(maria, desk, OTHER)
    assert since(other) == ""


async def test_another_channel_gets_the_whole_digest(wire: Wire, slack: Slack, maria: User, desk: Channel) -> None:
    """Its readers have not read the first; what they read afterwards is held against what they have only."""
    await wire.shares(maria, desk, FIRST)
    private = slack.channel("private", maria)
    whole = await wire.shares(maria, private, TOLL)
    assert since(whole) == ""
    assert "Delta Observer" not in whole.shown
    third = await wire.shares(maria, private, OWNER)
    assert since(third) == f"New since {TOLL.title} (Maputo Mail)"


async def test_another_workspace_knows_nothing_of_it(wire: Wire, slack: Slack, maria: User, desk: Channel) -> None:
    """Each has its own stories."""
    await wire.shares(maria, desk, FIRST)
    theirs = await wire.store.reports("T0000000X", "any")
    identity = (await wire.store.posts(desk.team, desk.id, slack.posts()[0].thread_ts or ""))[0].identity
    assert theirs == ()
    assert await wire.store.story_of("T0000000X", identity) is None
    assert await wire.store.story_of(desk.team, identity)


async def test_two_at_once_are_one_story(wire: Wire, maria: User, desk: Channel) -> None:
    """The one that comes second by a hair says what is new."""
    notes = [wire.says(maria, desk, report) for report in (FIRST, TOLL)]
    await asyncio.gather(
        *(worker.handle(note) for worker, note in zip((wire.desk, wire.another()), notes, strict=True))
    )
    assert sorted(bool(since(wire.reply(note))) for note in notes) == [False, True]


async def test_an_article_is_not_new_beside_itself(wire: Wire, maria: User, desk: Channel) -> None:
    """The same link again gets a pointer, as ever, and tells no follower."""
    await wire.shares(maria, desk, FIRST)
    queued = set(wire.queue.notes)
    again = await wire.shares(maria, desk, FIRST)
    assert again.shown.startswith("Already digested here")
    assert set(wire.queue.notes) == queued


async def test_followers_are_told_of_each_digest(wire: Wire, maria: User, desk: Channel) -> None:
    """A note goes out with the article, where its digest stands, and its story, which two articles may share."""
    posts = [await wire.shares(maria, desk, report) for report in (FIRST, TOLL, OTHER)]
    notes = list(wire.queue.notes.values())
    assert [(note.want, note.user, note.channel) for note in notes] == [("spread", maria.id, desk.id)] * 3
    assert [note.ts for note in notes] == [post.thread_ts for post in posts]
    tips = [note.tip for note in notes if note.tip]
    assert [tip.post for tip in tips] == [post.ts for post in posts]
    assert tips[0].story == tips[1].story != tips[2].story
