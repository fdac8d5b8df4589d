"""Redis gone, full, read-only or frozen: nothing is acknowledged that is not queued, and all comes back by itself."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest

from bot.settings import Settings
from tests.fakes.redis_server import RedisServer
from tests.fakes.slack import Slack, User
from tests.fakes.web import Website
from tests.stories.conftest import running
from tests.stories.pages import TITLE, page

STORY = "/2025/03/04/moyale-crossing-reopens"
LEASE = 1.0  # seconds
Act = Callable[[RedisServer], None]


def revive(server: RedisServer) -> None:
    """A frozen server is killed and started again."""
    server.kill()
    server.start()


TROUBLES: dict[str, tuple[Act, Act]] = {
    "gone": (RedisServer.kill, RedisServer.start),
    "read-only": (RedisServer.make_read_only, RedisServer.make_writable),
    "full": (RedisServer.fill, RedisServer.make_room),
    "frozen": (RedisServer.freeze, revive),
}


@pytest.fixture
async def slack() -> AsyncIterator[Slack]:
    """One that tries four times within two seconds where it gets no acknowledgement."""
    async with Slack(patience=0.3) as world:
        yield world


@pytest.fixture
def settings(settings: Settings, own_server: RedisServer) -> Settings:
    """On a server that the story may break."""
    return settings.model_copy(update={"redis_url": own_server.url, "dateline_lease_seconds": LEASE})


@pytest.fixture
def maria(slack: Slack) -> User:
    """Somebody."""
    return slack.person("maria")


@pytest.mark.parametrize("trouble", TROUBLES.values(), ids=TROUBLES)
async def test_an_event_in_trouble_gets_503_and_one_digest_later(
    slack: Slack, site: Website, own_server: RedisServer, signed_settings: Settings, trouble: tuple[Act, Act]
) -> None:
    """Within the three seconds that Slack waits; when it brings the event again, all is as ever."""
    begin, end = trouble
    maria = slack.person("maria")
    url, clock = f"http://127.0.0.1:{signed_settings.port}/slack/events", asyncio.get_running_loop().time
    patient = Slack(patience=3.0)
    async with running(signed_settings):
        asked = slack.say(maria, slack.channel("desk", maria), site.page(STORY, page()))
        [delivery] = slack.events("message")
        begin(own_server)
        begun = clock()
        assert (await patient.deliver_http(url, delivery.payload)).status == 503
        assert clock() - begun < 3
        end(own_server)
        assert (await patient.deliver_http(url, delivery.payload)).status == 200
        [digest] = await slack.replies(asked)
        assert (await patient.deliver_http(url, delivery.payload)).status == 200
        await slack.quiet()
        assert TITLE in digest.shown
        assert slack.posts() == [digest]


@pytest.mark.parametrize("trouble", [TROUBLES["gone"], TROUBLES["full"]], ids=["gone", "full"])
async def test_an_event_over_a_socket_is_not_acknowledged_in_trouble(
    slack: Slack, site: Website, own_server: RedisServer, settings: Settings, trouble: tuple[Act, Act]
) -> None:
    """Slack brings it again, over the same socket."""
    begin, end = trouble
    maria = slack.person("maria")
    async with running(settings):
        begin(own_server)
        asked = slack.say(maria, slack.channel("desk", maria), site.page(STORY, page()))
        [delivery] = slack.events("message")
        assert not (await delivery.done()).acked
        assert len(delivery.outcomes) == 4
        end(own_server)
        slack.redeliver(asked, times=2)
        [digest] = await slack.replies(asked)
        await slack.quiet()
        assert TITLE in digest.shown
        assert slack.posts() == [digest]


async def test_what_is_acknowledged_outlives_redis(
    slack: Slack, site: Website, own_server: RedisServer, settings: Settings, maria: User
) -> None:
    """Even a power cut between the acknowledgement and the first worker."""
    async with running(settings.model_copy(update={"dateline_workers": 0})):
        asked = slack.say(maria, slack.channel("desk", maria), site.page(STORY, page()))
        await slack.wait_for(lambda: slack.acks)
        revive(own_server)
    async with running(settings):
        [digest] = await slack.replies(asked)
    assert TITLE in digest.shown


@pytest.mark.parametrize("trouble", ["gone", "full"])
async def test_a_worker_with_a_note_in_hand_comes_back_by_itself(
    slack: Slack, site: Website, own_server: RedisServer, settings: Settings, trouble: str
) -> None:
    """Redis fails while the digest is being posted, so that nobody can write that down; there is one digest still."""
    begin, end = TROUBLES[trouble]
    maria, gate = slack.person("maria"), slack.hold("chat.postMessage")
    async with running(settings):
        asked = slack.say(maria, slack.channel("desk", maria), site.page(STORY, page()))
        await slack.wait_for(lambda: slack.calls("chat.postMessage"))
        begin(own_server)
        gate.set()
        [digest] = await slack.replies(asked)
        await slack.quiet({"gone": 2.2, "full": 0.3}[trouble])  # longer than the bot tries to write it down
        end(own_server)
        await slack.wait_for(lambda: slack.calls("conversations.replies"), LEASE + 5)  # it looks for what it posted
        await slack.quiet()
        assert slack.posts() == [digest]
