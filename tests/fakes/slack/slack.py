"""The fake as a whole: a running server, the people in front of it, and what can be seen."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Self

from tests.fakes.slack import events
from tests.fakes.slack.deliveries import Deliveries, Delivery, Kind, Outcome
from tests.fakes.slack.interactions import Interactions
from tests.fakes.slack.looking import Looking
from tests.fakes.slack.model import JSON, Channel, User, Workspace
from tests.fakes.slack.people import People
from tests.fakes.slack.responses import Responses
from tests.fakes.slack.server import Server
from tests.fakes.slack.signed import HttpAnswer, Signed
from tests.fakes.slack.sockets import Sockets
from tests.fakes.slack.troubles import Troubles
from tests.fakes.slack.world import World

if TYPE_CHECKING:
    from types import TracebackType


class Slack(People, Interactions, Looking):
    """Slack on loopback; an asynchronous context manager. See the package's docstring.

    ``patience`` is how long it waits for an acknowledgement (Slack: 3 s); ``delays`` are the pauses before the three
    retries of an event (Slack: 0, 60, 300 s); ``seed`` makes the ids and the choice among sockets.
    """

    def __init__(
        self, *, seed: int = 0, patience: float = 3.0, delays: tuple[float, float, float] = (0.0, 0.05, 0.1)
    ) -> None:
        self.world = World(seed)
        self.app = self.world.app
        self.troubles = Troubles()
        self.rate_limit, self.fail = self.troubles.rate_limit, self.troubles.fail
        self.delay, self.hold = self.troubles.delay, self.troubles.hold
        self.sockets = Sockets(self.world, patience)
        self.signed = Signed(self.app.signing_secret, patience)
        self.responses = Responses(self.world)
        self.deliveries = Deliveries(self.world, self._carry, delays)
        self.deliveries.taken = self.answered
        self.world.emit = self._emit
        self._server = Server(self.world, self.troubles, self.sockets, self.responses)
        self.home = self.install("Acme")

    async def __aenter__(self) -> Self:
        await self._server.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.deliveries.stop()
        await self.sockets.drop()
        await self._server.stop()

    @property
    def api_url(self) -> str:
        """The base URL for every client."""
        return f"{self.world.url}/api/"

    @property
    def bot_token(self) -> str:
        """The bot's token in the first workspace."""
        return self.home.bot_token

    @property
    def app_token(self) -> str:
        """The app-level token, for Socket Mode."""
        return self.app.token

    def install(self, name: str) -> Workspace:
        """Another workspace that installed the app, with its own token and bot user."""
        world = self.world
        secret = f"xoxb-{len(world.workspaces) + 1}-{world.id('S')}"
        workspace = Workspace(world.id("T"), name, secret, world.id("U"), world.id("B"))
        world.workspaces[workspace.id] = workspace
        world.users[workspace.bot_user] = User(workspace.bot_user, workspace.id, "dateline", is_bot=True)
        return workspace

    def person(
        self, name: str, tz: str = "Europe/London", workspace: Workspace | None = None, *, guest: bool = False
    ) -> User:
        """Somebody in a workspace (the first one)."""
        user = User(self.world.id("U"), (workspace or self.home).id, name, tz, guest=guest)
        self.world.users[user.id] = user
        return user

    def channel(
        self,
        name: str,
        *members: User,
        bot: bool = True,
        private: bool = False,
        shared: bool = False,
        workspace: Workspace | None = None,
    ) -> Channel:
        """A conversation, with the bot in it unless told otherwise."""
        team = members[0].team if members else (workspace or self.home).id
        people = {one.id for one in members} | ({self.world.workspaces[team].bot_user} if bot else set())
        channel = self.world.open_channel(team, name, "group" if private else "channel", people)
        channel.shared = shared
        return channel

    def direct(self, user: User) -> Channel:
        """A person's direct messages with the bot."""
        return self.world.direct(user.team, user.id)

    def bot(self, workspace: Workspace | None = None) -> User:
        """The bot's own user; ``<@{slack.bot().id}>`` mentions it."""
        return self.world.users[(workspace or self.home).bot_user]

    def oauth_code(self, workspace: Workspace, redirect_uri: str | None = None) -> str:
        """The code that Slack adds to the redirect after somebody allowed the app."""
        code = self.world.id("O")
        self.world.codes[code] = (workspace.id, redirect_uri)
        return code

    def use_http(self, url: str) -> None:
        """From now on bring everything to this request URL, signed."""
        self.signed.url = url

    async def deliver_http(
        self, url: str, payload: JSON, kind: Kind = "events_api", headers: dict[str, str | None] | None = None
    ) -> HttpAnswer:
        """One signed request, once. ``headers`` replace Slack's own (a wrong signature), None leaves one out."""
        return await self.signed.post(url, kind, payload, headers or {})

    async def verify_url(self, url: str) -> bool:
        """Slack's check of a new request URL: whether the app gives the challenge back."""
        challenge = self.world.id("c")
        payload = {"type": "url_verification", "token": "fake-verification-token", "challenge": challenge}
        answer = await self.deliver_http(url, payload)
        return answer.status == 200 and challenge.encode() in answer.body

    def callback(self, event: JSON, workspace: Workspace | None = None) -> JSON:
        """The Events API's envelope around an event of your own, for `deliver_http`."""
        return events.callback(self.world, workspace or self.home, event)

    async def connected(self, sockets: int = 1, timeout: float = 5.0) -> None:  # noqa: ASYNC109 - handed on
        """Wait until the app has so many open sockets."""
        await self.wait_for(lambda: len(self.sockets.open) >= sockets, timeout)

    async def quiet(self, seconds: float = 0.1, timeout: float = 10.0) -> None:  # noqa: ASYNC109 - handed on
        """Wait until everything was brought to the app and nothing has happened for so long."""
        async with asyncio.timeout(timeout):
            while True:
                try:
                    async with asyncio.timeout(seconds):
                        await self.world.next_change()
                except TimeoutError:
                    if not self.deliveries.pending:
                        return

    async def _carry(self, delivery: Delivery, number: int, reason: str) -> Outcome:
        if self.signed.url:
            return await self.signed.carry(delivery, number, reason)
        if any(one.ok for one in self.calls("apps.connections.open")):
            return await self.sockets.carry(delivery, number, reason)
        return Outcome("the app has never said how to reach it", final=True)

    def _emit(self, workspace: Workspace, event: JSON) -> None:
        # A copy: what was sent must not change with the world.
        self.deliveries.send("events_api", json.loads(json.dumps(events.callback(self.world, workspace, event))))
