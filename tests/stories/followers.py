"""A newsroom whose digests are there already, those who follow, and the line of notes that tell them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, cast

from bot.editor import Editor
from bot.errors import Later
from bot.model import Country, Digest, Dossier, Evidence, Fact, Pace, Post, Role, Subscription
from bot.newsdesk import Newsdesk
from bot.storage.memory import Client
from bot.storage.store import Store
from bot.topics import name_of
from handlers.clients import web_client
from handlers.delivery import Delivery
from handlers.frontdesk import FrontDesk
from handlers.note import Note
from handlers.order import Tip
from tests.bot.newsdesks import Pages
from tests.bot.storage.values import EDITION, dossier
from tests.fakes.slack import Channel, Message, Slack, User
from tests.stories.desks import SOON, Kept

if TYPE_CHECKING:
    from slack_sdk.web.async_client import AsyncWebClient

    from bot.editor import Reader

TITLE = "Ferry to Runde returns"
LINK = "https://wire.example/ferry"
NOON = 1_741_089_600.0  # Tuesday, 4 March 2025


class Clock:
    """A clock that is set."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> float:
        """What it shows."""
        return self.now

    def at(self, seconds: float) -> None:
        """Set it forward, never back."""
        self.now = max(self.now, seconds)


class Installed:
    """The clients of all workspaces of the fake."""

    def __init__(self, slack: Slack) -> None:
        self._slack = slack

    async def of(self, workspace: str) -> AsyncWebClient:
        """With the bot's token there."""
        return web_client(self._slack.world.workspaces[workspace].bot_token, self._slack.api_url)


def country(code: str = "KP", role: Role = "actor", salience: float = 0.9) -> Country:
    """What an article is about."""
    return Country(code, name_of(code), role, salience, about=True, evidence=None)


def article(*countries: Country, link: str = LINK, title: str = TITLE) -> Dossier:
    """A digested article about these countries."""
    known = dossier(title, link)
    start = known.article.body_start
    evidence = Evidence(start, len(known.article.text), known.article.text[start:], known.article.text[start:])
    what = Fact("what", evidence.words, evidence)
    digest = Digest(EDITION, title, what=(what,), countries=countries or (country(),))
    return Dossier(replace(known.article, site="Example Wire"), digest, known.reading)


@dataclass
class Newsroom:
    """One worker, its memory, its clock, and its queue, worked through by `work`."""

    slack: Slack
    store: Store
    clock: Clock
    queue: Kept
    desk: FrontDesk

    async def follows(
        self, reader: User | Channel, *codes: str, role: Role = "mentioned", pace: Pace = "instant"
    ) -> None:
        """Somebody, or a channel, follows countries (North Korea)."""
        wishes = tuple(Subscription(reader.id, code, role, pace) for code in codes or ("KP",))
        await self.store.follow_all(reader.team, wishes)

    async def shared(self, author: User, channel: Channel, known: Dossier | None = None, story: str = "s1") -> Note:
        """Somebody shared an article; its digest stands in the thread, and its followers are to be told."""
        known = known or article()
        identity, team = str(known.article.url), channel.team
        asked = self.slack.say(author, channel, identity)
        client = await Installed(self.slack).of(team)
        said = await client.chat_postMessage(channel=channel.id, thread_ts=asked.ts, text=known.digest.headline)
        await self.store.keep(EDITION, identity, None, known)
        post = Post(channel.id, said["ts"], asked.ts, identity, known.digest.headline, identity)
        await self.store.record(team, channel.id, asked.ts, post)
        key = f"{team}:{channel.id}:{asked.ts}:spread:{said['ts']}"
        tip = Tip(identity=identity, story=story, post=said["ts"])
        return Note("spread", key, team, channel.id, asked.ts, asked.ts, author.id, tip=tip)

    async def spread(self, author: User, channel: Channel, known: Dossier | None = None, story: str = "s1") -> Note:
        """Somebody shared an article, and it is found out who is to be told."""
        note = await self.shared(author, channel, known, story)
        await self.desk.handle(note)
        return note

    async def work(self, most: int = 10_000) -> list[str]:
        """Do what is queued, each note when it is its turn by the clock; the readers, in the order of being told."""
        return [reader for reader, _ in await self.moments(most)]

    async def moments(self, most: int = 10_000) -> list[tuple[str, float]]:
        """The same, with when each was told, by the clock."""
        due = {key: self.clock.now + after for key, after in self.queue.after.items()}
        done: list[tuple[str, float]] = []
        while due and most:
            key = min(due, key=lambda each: due[each])
            self.clock.at(due.pop(key))
            note, most = self.queue.notes[key], most - 1
            try:
                await self.desk.handle(note)
            except Later as wait:
                due[key] = self.clock.now + wait.seconds
            else:
                done.append((note.tip.reader if note.tip else "", self.clock.now))
                del self.queue.notes[key]
        self.queue.after = {key: at - self.clock.now for key, at in due.items()}
        return done

    async def told(self, author: User, channel: Channel, known: Dossier | None = None, story: str = "s1") -> list[str]:
        """Somebody shared an article; those who were told of it, by name."""
        before = set(self.slack.posts())
        await self.spread(author, channel, known, story)
        await self.work()
        new = [post for post in self.slack.posts() if post not in before and post.thread_ts is None]
        return sorted(self.named(post) for post in new)

    def named(self, post: Message) -> str:
        """Who got it: a person by name, a channel with a sign before."""
        channel = self.slack.world.channels[post.channel]
        if channel.kind != "im":
            return f"#{channel.name}"
        people = [self.slack.world.users[each] for each in channel.members]
        return next(one.name for one in people if not one.is_bot)

    def letters(self, reader: User) -> list[Message]:
        """What a person was sent."""
        return self.slack.posts(self.slack.direct(reader))


@asynccontextmanager
async def newsroom_in(slack: Slack, redis: Client, clock: Clock | None = None) -> AsyncIterator[Newsroom]:
    """A worker; several may share one Redis and one clock."""
    clock = clock or Clock()
    store, queue = Store(redis, timedelta(days=30), clock=clock), Kept()
    with ThreadPoolExecutor(1) as thread:  # neither it nor a reader has anything to do: all was read before
        newsdesk = Newsdesk(Pages(), Editor(cast("Reader", None), EDITION), store, thread)
        desk = FrontDesk(newsdesk, store, Delivery(Installed(slack), SOON), queue, clock)
        yield Newsroom(slack, store, clock, queue, desk)
