"""Who can see what stands in a channel, by what Slack says. Whoever is not known to see it does not."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import structlog
from slack_sdk.errors import SlackApiError

from handlers.briefly import Briefly
from handlers.clients import told_to_wait
from handlers.ladder import reason

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from slack_sdk.web.async_slack_response import AsyncSlackResponse as Said

    from handlers.clients import Clients

Standing = Literal["full", "guest", "none", "gone"]
"""Of a person in a workspace: sees all public channels, or those that they are in; is none of it; is there no more."""

PERSON, DIRECT = ("U", "W"), "D"  # what ids begin with: people's, and those of direct messages
CHANNELS, PEOPLE = (
    60.0,
    1800.0,
)  # seconds that is believed what Slack said of a channel and its members, and of a person
PAGE = 1000  # members, or people, in one answer
FEW = 3  # people are asked for one by one; of more, the members of the channel are asked for first
A_PAGE, PAGES = 10, 10  # so many people, one by one, cost about as much of Slack's patience as a page; most pages
PASSING = frozenset(
    {"", "fatal_error", "fetch_members_failed", "internal_error", "ratelimited", "request_timeout"}
    | {"service_unavailable", "team_added_to_org"}
)
_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Place:
    """A channel: whether only its members see it, and whether others than the workspace's people do."""

    private: bool
    shared: bool


UNSEEN = Place(private=True, shared=True)
"""A channel of which Slack says nothing: to be told of it, one must be a member."""


class Sight:
    """What readers, people and channels, can see. Asks again where Slack's trouble passes: `SlackApiError`."""

    def __init__(self, clients: Clients, clock: Callable[[], float] = time.monotonic) -> None:
        self._clients = clients
        self._places = Briefly[Place](CHANNELS, clock)
        self._members = Briefly[frozenset[str]](CHANNELS, clock)
        self._people = Briefly[Standing](PEOPLE, clock)

    async def sees(self, workspace: str, channel: str, reader: str) -> bool:
        """Whether a reader can see what stands in a channel."""
        return reader in await self.audience(workspace, channel, (reader,))

    async def still_sees(self, workspace: str, channel: str, reader: str) -> bool:
        """The same of somebody who saw it a moment ago, by what can have changed: whom the channel is open to."""
        place = await self._place(workspace, channel)
        if place.private or not reader.startswith(PERSON):
            return await self.sees(workspace, channel, reader)
        return True

    def gone(self, workspace: str, readers: Iterable[str]) -> frozenset[str]:
        """Those of some readers of whom Slack has just said that they are there no more: closed accounts."""
        return frozenset(reader for reader in readers if self._people.get((workspace, reader)) == "gone")

    async def audience(self, workspace: str, channel: str, readers: Collection[str]) -> frozenset[str]:
        """Those of some readers who can see what stands in a channel.

        In a public one all people of the workspace, guests only as members of it, and channels that are not shared with
        others than the workspace. In a private one its members; in the bot's direct messages with somebody, nobody.
        """
        people = frozenset(reader for reader in readers if reader.startswith(PERSON))
        if channel.startswith(DIRECT) or not readers:
            return frozenset()
        place = await self._place(workspace, channel)
        if place.private:
            return people & await self._members_of(workspace, channel) if people else frozenset()
        unshared = [each for each in readers if each not in people and not (await self._place(workspace, each)).shared]
        return frozenset(unshared) | await self._public(workspace, channel, people)

    async def _public(self, workspace: str, channel: str, people: frozenset[str]) -> frozenset[str]:
        members = frozenset[str]()
        if sum(self._people.get((workspace, person)) is None for person in people) > FEW:
            members = await self._members_of(workspace, channel)
        standings = await self._standings(workspace, people - members)
        if "guest" in standings.values() and not members:
            members = await self._members_of(workspace, channel)
        return people & members | {person for person, standing in standings.items() if standing == "full"}

    async def _standings(self, workspace: str, people: frozenset[str]) -> dict[str, Standing]:
        unknown = {person for person in people if self._people.get((workspace, person)) is None}
        await self._list(workspace, unknown, min(PAGES, len(unknown) // A_PAGE))
        for person in unknown:
            if self._people.get((workspace, person)) is None:
                said = await self._ask(workspace, "users.info", user=person)
                gone = {"deleted": said.get("error") == "user_not_found"}
                self._people.keep((workspace, person), _standing(workspace, said.get("user") or gone))
        return {person: self._people.get((workspace, person)) or "none" for person in people}

    async def _list(self, workspace: str, wanted: set[str], pages: int) -> None:
        """Learn of many people at once, until all that are wanted are known or so many pages are read.

        Where Slack says to wait nothing is lost: the others are asked for one by one, and it goes on where it was.
        """
        cursor, left = "", set(wanted)
        while left and pages:
            try:
                said = await self._ask(workspace, "users.list", limit=PAGE, cursor=cursor)
            except SlackApiError:
                return
            for user in said.get("members") or ():
                self._people.keep((workspace, user["id"]), _standing(workspace, user))
                left.discard(user["id"])
            cursor, pages = _next(said), pages - 1
            if not cursor:
                return

    async def _members_of(self, workspace: str, channel: str) -> frozenset[str]:
        name = workspace, channel
        if (known := self._members.get(name)) is not None:
            return known
        found, cursor, more = set[str](), "", True
        while more:
            said = await self._ask(workspace, "conversations.members", channel=channel, limit=PAGE, cursor=cursor)
            found.update(said.get("members") or ())
            cursor = _next(said)
            more = bool(cursor)
        return self._members.keep(name, frozenset(found))

    async def _place(self, workspace: str, channel: str) -> Place:
        name = workspace, channel
        if known := self._places.get(name):
            return known
        said = await self._ask(workspace, "conversations.info", channel=channel)
        return self._places.keep(name, _read(said.get("channel") or {}))

    async def _ask(self, workspace: str, method: str, **args: str | int) -> Said | Mapping[str, Any]:
        """Slack's answer; its refusal, where the reason stays."""
        client = await self._clients.of(workspace)
        try:
            return await client.api_call(
                method, http_verb="GET", params={name: args[name] for name in args if args[name]}
            )
        except SlackApiError as error:
            if told_to_wait(error) or reason(error) in PASSING:
                raise
            _log.info("not to be known", method=method, reason=reason(error))
            return {"error": reason(error)}


def _next(said: Said | Mapping[str, Any]) -> str:
    return str((said.get("response_metadata") or {}).get("next_cursor") or "")


def _read(channel: Mapping[str, Any]) -> Place:
    """What Slack says of a channel. A channel of several workspaces of one organisation counts as shared, too."""
    if not channel or channel.get("is_im"):
        return UNSEEN
    public = channel.get("is_private") is False and not (channel.get("is_mpim") or channel.get("is_group"))
    marks = ("is_shared", "is_ext_shared", "is_org_shared", "is_pending_ext_shared")
    return Place(not public, any(channel.get(mark) for mark in marks))


def _standing(workspace: str, user: Mapping[str, Any]) -> Standing:
    """What Slack says of a person. In an organisation somebody belongs to several workspaces."""
    if user.get("deleted"):
        return "gone"
    if user.get("is_stranger") or workspace not in {
        user.get("team_id"),
        *((user.get("enterprise_user") or {}).get("teams") or ()),
    }:
        return "none"
    return "guest" if user.get("is_restricted") or user.get("is_ultra_restricted") else "full"
