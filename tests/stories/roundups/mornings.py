"""An office whose mornings can be lived through: a clock that is set, a worker whose queue is worked off by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, TypedDict, Unpack
from zoneinfo import ZoneInfo

from bot.errors import Later
from bot.model import Pace, Post, Role, Subscription
from bot.storage.codec import Waiting
from handlers.clients import OneWorkspace, web_client
from handlers.clockwork import Clockwork
from tests.stories.desks import Kept, desk_of

if TYPE_CHECKING:
    from bot.newsdesk import Newsdesk
    from bot.storage.store import Store
    from tests.fakes.slack import Channel, Message, Slack, User

MOYALE, FERRY, STRIKE = "moyale-reopens", "ferry-sinks", "port-strike"
WIRE, GAZETTE = "https://wire.example/moyale", "https://gazette.example/border"
OSLO, AUCKLAND, ANGELES = "Europe/Oslo", "Pacific/Auckland", "America/Los_Angeles"


class Kind(TypedDict, total=False):
    """Why, and for which roundup, something is put by."""

    country: str
    pace: Pace
    role: Role | None


@dataclass
class Hours:
    """A clock that stands until it is set."""

    now: float = 0.0

    def __call__(self) -> float:
        """The time in seconds since 1970."""
        return self.now

    def set(self, moment: str, zone: str = OSLO) -> None:
        """It is that time now, ISO 8601, in that zone."""
        self.now = seconds(moment, zone)


def seconds(moment: str, zone: str = OSLO) -> float:
    """A local time in seconds since 1970."""
    return datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(zone)).timestamp()


@dataclass
class Office:
    """A workspace with one worker; another one, over the same store or one of its own, is another office."""

    slack: Slack
    newsdesk: Newsdesk
    store: Store
    hours: Hours
    queue: Kept = field(default_factory=Kept)
    stories: dict[Post, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """As in `app.py`."""
        clients = OneWorkspace(web_client(self.slack.bot_token, self.slack.api_url))
        self.clients, self.team = clients, self.slack.home.id
        self.desk = desk_of(self.slack, self.newsdesk, self.store, self.queue, self.hours)
        self.clockwork = Clockwork(self.store, self.queue, clients, self.hours)

    async def follows(self, reader: User | Channel, *wishes: Subscription) -> None:
        """Subscriptions of a reader; Kenya, daily, where none is named."""
        for wish in wishes or (Subscription(reader.id, "KE", pace="daily"),):
            await self.store.follow(self.team, wish)

    async def digest(self, channel: Channel, headline: str, story: str, url: str | None) -> Post:
        """Somebody shares an article in a channel, and its digest stands under it."""
        sharer = self.slack.person("sharer")
        channel.members.add(sharer.id)
        asked = self.slack.say(sharer, channel, url or "a pasted text")
        client = await self.clients.of(self.team)
        said = await client.chat_postMessage(channel=channel.id, text=headline, thread_ts=asked.ts)
        post = Post(channel.id, str(said["ts"]), asked.ts, url or f"text:{headline}", headline, url)
        await self.store.record(self.team, channel.id, asked.ts, post)
        await self.store.claim_first(self.team, channel.id, post.identity, post)
        await self.store.report(self.team, story, post)
        self.stories[post] = story
        return post

    async def put_by(self, reader: str, at: str, *digests: Post, **more: Unpack[Kind]) -> None:
        """Articles wait for a reader's roundup since then: a time in Oslo."""
        kind: Kind = {"country": "KE", "pace": "daily", "role": "actor", **more}
        for post in digests:
            waiting = Waiting(kind["country"], self.stories[post], post.identity, seconds(at), kind["role"])
            await self.store.pend(self.team, reader, kind["pace"], waiting)

    async def tick(self) -> None:
        """The clock looks, and the worker does what it has found; in its turn, for which the hours move on a little."""
        await self.clockwork.tick()
        await self.work()

    async def work(self) -> None:
        """Do all that is queued."""
        for key in tuple(self.queue.notes):
            await self.persist(key)

    async def persist(self, key: str) -> None:
        """Do one note, however often it is put off."""
        note = self.queue.notes.pop(key)
        while True:
            try:
                await self.desk.handle(note)
            except Later as wait:
                self.hours.now += wait.seconds
                continue
            return

    def roundups(self, reader: User) -> list[Message]:
        """What a person has got from the bot, oldest first."""
        return self.slack.posts(self.slack.direct(reader))
