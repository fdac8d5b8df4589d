"""What can be seen in the world: the questions that tests ask."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from tests.fakes.slack.model import JSON, Channel, Ephemeral, Message, Status, User, View
from tests.fakes.slack.records import Call

if TYPE_CHECKING:
    from tests.fakes.slack.deliveries import Deliveries, Delivery
    from tests.fakes.slack.sockets import Sockets
    from tests.fakes.slack.world import World

T = TypeVar("T")


class Looking:
    """Questions to the world. Channels and messages are the values that the builders gave."""

    world: World
    deliveries: Deliveries
    sockets: Sockets

    def messages(self, channel: Channel) -> list[Message]:
        """What stands in the channel itself, oldest first, without the replies in threads."""
        return [
            one
            for one in self.world.messages[channel.id].values()
            if not one.is_reply or one.subtype == "thread_broadcast"
        ]

    def thread(self, message: Message) -> list[Message]:
        """The replies under a message, oldest first, without the message itself."""
        return self.world.replies(message.channel, message.ts)

    def posts(self, channel: Channel | None = None) -> list[Message]:
        """Everything that the bot itself has posted (and not deleted), in a channel or anywhere."""
        channels = [channel.id] if channel else list(self.world.channels)
        bots = {one.bot_id for one in self.world.workspaces.values()}
        return [one for name in channels for one in self.world.messages[name].values() if one.bot_id in bots]

    def ephemeral(self, user: User | None = None, channel: Channel | None = None) -> list[Ephemeral]:
        """What only one person saw, oldest first."""
        return [
            one
            for one in self.world.ephemerals
            if (user is None or one.user == user.id) and (channel is None or one.channel == channel.id)
        ]

    def calls(self, method: str | None = None) -> list[Call]:
        """The requests to the Web API, refused ones too, oldest first."""
        return [one for one in self.world.calls if method in {None, one.method}]

    def statuses(self, message: Message) -> list[str]:
        """The statuses that a thread has shown, oldest first; an empty one is its end."""
        return [one.status for one in self._statuses(message)]

    def _statuses(self, message: Message) -> list[Status]:
        return [one for one in self.world.statuses if (one.channel, one.thread_ts) == (message.channel, message.ts)]

    def prompts(self) -> list[JSON]:
        """The suggested prompts that the app set, oldest first."""
        return self.world.prompts

    def modals(self, user: User) -> list[View]:
        """The modals before a person now, the topmost last."""
        return [one for one in self.world.views.values() if one.user == user.id and one.open]

    def home_of(self, user: User) -> View | None:
        """The home tab that the app published for a person."""
        return self.world.homes.get(user.id)

    def events(self, kind: str | None = None) -> list[Delivery]:
        """What was sent to the app as events, by the event's type or subtype."""
        found = [one for one in self.deliveries.all if one.kind == "events_api"]
        return [one for one in found if kind in {None, one.event.get("type"), one.event.get("subtype")}]

    @property
    def acks(self) -> list[JSON]:
        """The acknowledgements that came over sockets, oldest first."""
        return self.sockets.acks

    async def wait_for(self, predicate: Callable[[], T], timeout: float = 5.0) -> T:  # noqa: ASYNC109 - the tests' word
        """The first true value of the predicate, which is asked again at every change of the world.

        Raises:
            AssertionError: not in time; it lists the app's last calls.
        """
        return await self.world.wait_for(predicate, timeout)

    async def replies(self, message: Message, count: int = 1, timeout: float = 5.0) -> list[Message]:  # noqa: ASYNC109 - the tests' word
        """Wait for so many replies under a message."""
        return await self.wait_for(lambda: self.thread(message) if len(self.thread(message)) >= count else [], timeout)
