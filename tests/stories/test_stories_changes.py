"""Stories whose posts fail, go or change: nothing is told twice, and nothing leans on what nobody sees any more."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from aiohttp import ClientError

from bot.errors import StoreDown
from bot.storage.memory import Client
from bot.storage.store import Store
from handlers.clients import web_client
from handlers.note import Note
from tests.fakes.slack import Channel, Slack, User
from tests.fakes.web import Website
from tests.stories.reports import FIRST, OTHER, OWNER, TOLL, Report, Wire, since, wire_of

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


class Unlucky:
    """A queue that takes nothing the first time."""

    def __init__(self) -> None:
        self.notes: list[Note] = []
        self.failed = False

    async def add(self, note: Note, after: float = 0.0) -> None:
        """Queue it."""
        if not self.failed:
            self.failed = True
            raise StoreDown
        assert not after
        self.notes.append(note)


async def test_an_answer_of_slack_that_is_lost(wire: Wire, slack: Slack, maria: User, desk: Channel) -> None:
    """The worker died after posting what is new: it stands once, the channel knows it, and its followers hear of it."""
    await wire.shares(maria, desk, FIRST)
    note = wire.says(maria, desk, TOLL)
    slack.fail("chat.postMessage", drop="after")
    with pytest.raises(ClientError):
        await wire.desk.handle(note)
    await wire.desk.handle(note)
    assert since(wire.reply(note)) == SINCE
    assert [each.ts for each in wire.queue.notes.values()][1:] == [note.ts]
    assert since(await wire.shares(maria, desk, OWNER)) == f"{SINCE} and 1 more article here"


async def test_a_digest_whose_followers_were_not_queued(wire: Wire, maria: User, desk: Channel) -> None:
    """The next attempt finds the digest, posts nothing, and queues them."""
    queue = Unlucky()
    worker, note = wire.another(queue), wire.says(maria, desk, FIRST)
    with pytest.raises(StoreDown):
        await worker.handle(note)
    await worker.handle(note)
    [spread] = queue.notes
    assert spread.tip
    assert spread.tip.post == wire.reply(note).ts
    assert len(await wire.store.reports(desk.team, spread.tip.story)) == 1


async def test_a_note_that_is_done_again_queues_the_same(wire: Wire, redis: Client, maria: User, desk: Channel) -> None:
    """By its key the queue knows it."""
    note = wire.says(maria, desk, FIRST)
    await wire.desk.handle(note)
    [spread] = wire.queue.notes
    await redis.delete(*await redis.keys("*:handled:*"))
    await wire.desk.handle(note)
    assert list(wire.queue.notes) == [spread]
    assert spread.startswith(f"{note.key}:spread:")
    assert len(wire.replies(note)) == 1


async def test_a_deleted_first_article_leaves_the_second_whole(wire: Wire, maria: User, desk: Channel) -> None:
    """What was only new becomes the digest, where it stands; and the third is held against that."""
    note = wire.says(maria, desk, FIRST)
    await wire.desk.handle(note)
    second = await wire.shares(maria, desk, TOLL)
    third = await wire.shares(maria, desk, OWNER)
    await wire.deletes(note)
    assert wire.replies(note) == []
    assert since(second) == ""
    assert since(third) == f"New since {TOLL.title} (Maputo Mail)"


async def test_a_deleted_second_article_changes_nothing_before_it(wire: Wire, maria: User, desk: Channel) -> None:
    """It is forgotten for what comes."""
    first = await wire.shares(maria, desk, FIRST)
    before = first.shown
    note = wire.says(maria, desk, TOLL)
    await wire.desk.handle(note)
    await wire.deletes(note)
    assert first.shown == before
    assert since(await wire.shares(maria, desk, OWNER)) == SINCE


async def test_a_digest_that_somebody_else_deleted_counts_no_more(
    wire: Wire, slack: Slack, maria: User, desk: Channel
) -> None:
    """We were not told; Slack has no link to it."""
    first = await wire.shares(maria, desk, FIRST)
    await web_client(slack.bot_token, slack.api_url).chat_delete(channel=desk.id, ts=first.ts)
    second = await wire.shares(maria, desk, TOLL)
    assert since(second) == ""


async def test_a_first_article_that_is_remembered_no_more(
    wire: Wire, redis: Client, maria: User, desk: Channel
) -> None:
    """What it said nobody can tell: the next article gets its whole digest, and is the one to be held against."""
    await wire.shares(maria, desk, FIRST)
    await redis.delete(*await redis.keys("*:article:*"))
    second = await wire.shares(maria, desk, TOLL)
    assert since(second) == ""
    assert since(await wire.shares(maria, desk, OWNER)) == f"New since {TOLL.title} (Maputo Mail)"


async def test_a_corrected_link(wire: Wire, maria: User, desk: Channel) -> None:
    """The article that the message no longer has leaves the story; what replaces it is held against the first."""
    await wire.shares(maria, desk, FIRST)
    note = wire.says(maria, desk, OTHER)
    await wire.desk.handle(note)
    await wire.desk.handle(_edited(wire, note, TOLL))
    assert since(wire.reply(note)) == SINCE
    story = await wire.store.story_of(desk.team, wire.url(OTHER))
    assert story
    assert await wire.store.reports(desk.team, story) == ()


async def test_an_edited_paste(wire: Wire, maria: User, desk: Channel) -> None:
    """Its digest changes where it stands, still as what is new since the first, and the channel knows it once."""
    await wire.pastes(maria, desk, FIRST)
    note = await wire.pastes(maria, desk, TOLL)
    assert since(wire.reply(note)) == f"New since {FIRST.title}"
    text = note.text.replace("Lurio", "Rovuma")
    await wire.desk.handle(replace(note, want="revise", key=f"{note.key}:1741089700.000100", text=text))
    assert since(wire.reply(note)) == f"New since {FIRST.title}"
    assert "Navegadora Rovuma" in wire.reply(note).shown
    third = await wire.pastes(maria, desk, OWNER)
    assert since(wire.reply(third)) == f"New since {FIRST.title} and 1 more article here"


def _edited(wire: Wire, note: Note, report: Report) -> Note:
    return replace(note, want="revise", key=f"{note.key}:1741089700.000100", links=(wire.url(report),))
