"""The things that a Slack workspace is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from tests.fakes.slack.kit import interactive, words_of

JSON = dict[str, Any]
Kind = Literal["channel", "group", "im", "mpim"]
ALL_SCOPES = frozenset(
    (
        "app_mentions:read",
        "assistant:write",
        "channels:history",
        "channels:read",
        "chat:write",
        "commands",
        "groups:history",
        "groups:read",
        "im:history",
        "im:read",
        "im:write",
        "reactions:read",
        "reactions:write",
        "users:read",
    )
)


@dataclass(slots=True, eq=False)
class Workspace:
    """A team that installed the app. ``scopes`` are those of its bot token; ``installed`` turns false on uninstall."""

    id: str
    name: str
    bot_token: str
    bot_user: str
    bot_id: str
    scopes: set[str] = field(default_factory=lambda: set(ALL_SCOPES))
    installed: bool = True


@dataclass(slots=True, eq=False)
class User:
    """A person, or the bot's own user. ``tz`` is an IANA name; a ``guest`` sees only the channels that they are in."""

    id: str
    team: str
    name: str
    tz: str = "Europe/London"
    is_bot: bool = False
    guest: bool = False
    deleted: bool = False


@dataclass(slots=True, eq=False)
class Channel:
    """A conversation of any kind; ``members`` are user ids. ``pending``: another organisation was asked to share it."""

    id: str
    team: str
    name: str
    kind: Kind = "channel"
    members: set[str] = field(default_factory=set)
    archived: bool = False
    shared: bool = False
    pending: bool = False

    @property
    def private(self) -> bool:
        """Whether who is not in it may not know of it."""
        return self.kind != "channel"


@dataclass(slots=True, eq=False)
class Message:
    """A message as Slack keeps it, in its own names. ``text`` is stored: links in angle brackets, ``&<>`` escaped.

    ``thread_ts`` is set on replies, and on a parent as soon as it has replies.
    """

    channel: str
    ts: str
    team: str
    user: str
    text: str = ""
    blocks: list[JSON] = field(default_factory=list)
    attachments: list[JSON] = field(default_factory=list)
    thread_ts: str | None = None
    subtype: str | None = None
    bot_id: str | None = None
    app_id: str | None = None
    client_msg_id: str | None = None
    metadata: JSON | None = None
    files: list[JSON] = field(default_factory=list)
    edited: JSON | None = None
    reactions: dict[str, list[str]] = field(default_factory=dict)
    username: str | None = None
    unfurl: tuple[bool | None, bool | None] = (None, None)
    hidden: bool = False

    @property
    def is_reply(self) -> bool:
        """Whether it stands in a thread, under another message."""
        return self.thread_ts is not None and self.thread_ts != self.ts

    @property
    def shown(self) -> str:
        """The words that a reader sees: those of the blocks, or the text where there are none."""
        return words_of(self.blocks) if self.blocks else self.text

    @property
    def buttons(self) -> list[JSON]:
        """Everything in it that a person can click or choose, in order."""
        return [element for block in self.blocks for element in interactive(block)]


@dataclass(frozen=True, slots=True)
class Ephemeral:
    """A message that one person sees and Slack forgets; ``source`` is the method, ``response_url`` or ``ack``."""

    channel: str
    user: str
    text: str
    blocks: list[JSON]
    thread_ts: str | None
    ts: str
    source: str

    @property
    def shown(self) -> str:
        """The words that the person sees."""
        return words_of(self.blocks) if self.blocks else self.text

    @property
    def buttons(self) -> list[JSON]:
        """Everything in it that the person can click or choose, in order."""
        return [element for block in self.blocks for element in interactive(block)]


@dataclass(slots=True, eq=False)
class View:
    """A modal that is open (or was), or a home tab; ``content`` is what the app gave.

    ``errors`` stand under its fields, by block_id; ``trouble``: Slack could not make anything of the app's answer.
    """

    id: str
    team: str
    user: str
    content: JSON
    hash: str
    root: str
    open: bool = True
    errors: dict[str, str] = field(default_factory=dict)
    trouble: bool = False

    @property
    def shown(self) -> str:
        """The words in its blocks."""
        return words_of(self.content.get("blocks", []))


@dataclass(frozen=True, slots=True)
class Status:
    """One ``assistant.threads.setStatus``, or the empty one that Slack sets itself when the reply comes."""

    channel: str
    thread_ts: str
    status: str
    by_slack: bool = False
