"""What Slack knows: workspaces, people, conversations, messages; and the news of every change."""

from __future__ import annotations

import asyncio
import copy
import random
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from tests.fakes.slack.kit import interactive
from tests.fakes.slack.model import (
    JSON,
    Channel,
    Ephemeral,
    Kind,
    Message,
    Status,
    User,
    View,
    Workspace,
)
from tests.fakes.slack.records import Call, ResponseUrl, Trigger

T = TypeVar("T")
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


@dataclass(frozen=True, slots=True)
class AppKeys:
    """What the app has from its page at Slack."""

    id: str = "A0DATELINE1"
    token: str = "xapp-1-A0DATELINE1-1-fake"
    signing_secret: str = "8f742231b10e8888abcd99yyyzzz85a5"
    client_id: str = "1111111111.2222222222"
    client_secret: str = "fake-client-secret"


@dataclass(slots=True)
class World:
    """All state of the fake. ``emit`` is set by the transport: it brings an event of a workspace to the app."""

    seed: int = 0
    app: AppKeys = field(default_factory=AppKeys)
    emit: Callable[[Workspace, JSON], None] = lambda *_: None
    workspaces: dict[str, Workspace] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    messages: defaultdict[str, dict[str, Message]] = field(default_factory=lambda: defaultdict(dict))
    ephemerals: list[Ephemeral] = field(default_factory=list)
    views: dict[str, View] = field(default_factory=dict)
    homes: dict[str, View] = field(default_factory=dict)
    statuses: list[Status] = field(default_factory=list)
    prompts: list[JSON] = field(default_factory=list)
    triggers: dict[str, Trigger] = field(default_factory=dict)
    response_urls: dict[str, ResponseUrl] = field(default_factory=dict)
    codes: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    url: str = ""
    random: random.Random = field(init=False)
    _last: int = 0
    _pulse: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        """The randomness of a world is its seed's: the same test sees the same ids."""
        self.random = random.Random(self.seed)

    def id(self, letter: str) -> str:
        """A new id of Slack's shape, by its first letter."""
        return letter + "0" + "".join(self.random.choices(_ALPHABET, k=9))

    def now(self) -> str:
        """A new ``ts``: the time, and later than every one before."""
        self._last = max(self._last + 1, time.time_ns() // 1000)
        return f"{self._last // 1_000_000}.{self._last % 1_000_000:06d}"

    def changed(self) -> None:
        """Wake everybody who waits."""
        pulse, self._pulse = self._pulse, asyncio.Event()
        pulse.set()

    async def next_change(self) -> None:
        """Wait for the next change."""
        await self._pulse.wait()

    async def wait_for(self, predicate: Callable[[], T], timeout: float) -> T:  # noqa: ASYNC109 - the tests' word for it
        """The first true value of the predicate, asked again at every change.

        Raises:
            AssertionError: not in time; it says what the app last asked of Slack.
        """
        try:
            async with asyncio.timeout(timeout):
                while not (value := predicate()):
                    await self.next_change()
                return value
        except TimeoutError:
            last = "\n".join(f"  {call.method} {call.outcome} {call.args}" for call in self.calls[-8:])
            raise AssertionError(f"not within {timeout} s; the last calls were:\n{last or '  none'}") from None

    def replies(self, channel: str, ts: str) -> list[Message]:
        """The replies under a message, oldest first."""
        return [one for one in self.messages[channel].values() if one.is_reply and one.thread_ts == ts]

    def add(self, message: Message) -> Message:
        """Keep a message; its parent learns that it has a thread."""
        self.messages[message.channel][message.ts] = message
        if message.is_reply:
            self.messages[message.channel][str(message.thread_ts)].thread_ts = message.thread_ts
        self.changed()
        return message

    def remove(self, message: Message) -> None:
        """Forget a message; a parent that loses its last reply is no thread any more."""
        kept = self.messages[message.channel]
        del kept[message.ts]
        parent = kept.get(message.thread_ts or "")
        if parent and not self.replies(message.channel, parent.ts):
            parent.thread_ts = None
        self.changed()

    def direct(self, team: str, user: str) -> Channel:
        """The conversation of a person with the bot, opened when there is none."""
        members = {user, self.workspaces[team].bot_user}
        for one in self.channels.values():
            if one.kind == "im" and one.members == members:
                return one
        return self.open_channel(team, "", "im", members)

    def open_channel(self, team: str, name: str, kind: Kind, members: set[str]) -> Channel:
        """A new conversation."""
        channel = Channel(self.id("D" if kind == "im" else "C"), team, name, kind, members)
        self.channels[channel.id] = channel
        return channel

    def named(self, blocks: list[JSON] | None) -> list[JSON]:
        """Blocks with the ids that Slack gives where the app left them out."""
        kept = copy.deepcopy(blocks or [])
        for block in kept:
            block.setdefault("block_id", self.id("b")[-5:])
            for element in interactive(block):
                element.setdefault("action_id", self.id("a")[-5:])
        return kept

    def by_token(self, token: str) -> Workspace | None:
        """The workspace of a bot token."""
        return next((one for one in self.workspaces.values() if one.bot_token == token), None)
