"""Digests to ask about, and what the bot says under them."""

from __future__ import annotations

from dataclasses import dataclass

from tests.fakes.slack import Channel, Message, Slack, User
from tests.fakes.web import Website
from tests.stories.pages import TITLE, page

FERRY = "Norway brings back the ferry to Runde"
FERRY_PARAGRAPHS = (
    (
        "Norway will bring back the ferry to the island of Runde in May, the transport ministry said on Monday, ten "
        "years after the last boat was sold to a museum in Bergen and the pier was given up to the gulls."
    ),
    (
        "The ferry will carry 40 cars and sail six times a day, Transport Minister Kari Vik told reporters in Oslo. "
        "The islanders had asked for it in a letter that 212 of them signed."
    ),
    (
        "The bridge to the island, which was closed for repairs in January, stays shut until the autumn because its "
        "bearings have to be replaced, the road agency said."
    ),
)


@dataclass(frozen=True, slots=True)
class Thread:
    """A message with a digest under it, in a channel of Maria and Ken."""

    slack: Slack
    head: Message

    @property
    def channel(self) -> Channel:
        """Where it stands."""
        return self.slack.world.channels[self.head.channel]

    def say(self, words: str, name: str = "maria", *, mention: bool = True) -> Message:
        """Somebody says something in the thread, to the bot or to nobody."""
        addressed = f"<@{self.slack.bot().id}> {words}" if mention else words
        return self.slack.say(somebody(self.slack, name), self.channel, addressed, thread_ts=self.head.ts)

    def said(self) -> list[str]:
        """What the bot has said in the thread after the digest."""
        ours = {post.ts for post in self.slack.posts(self.channel)}
        return [reply.shown for reply in self.slack.thread(self.head) if reply.ts in ours][1:]

    async def answers(self, number: int = 1) -> list[str]:
        """So many answers, as soon as they stand."""
        return await self.slack.wait_for(lambda: found if len(found := self.said()) >= number else [])


async def digested(slack: Slack, site: Website, path: str = "/moyale", text: str = "") -> Thread:
    """A link, and its digest."""
    people = somebody(slack, "maria"), somebody(slack, "ken")
    head = slack.say(people[0], slack.channel("desk", *people), site.page(path, text or page()))
    await slack.replies(head)
    return Thread(slack, head)


def somebody(slack: Slack, name: str) -> User:
    """A person of that name, always the same one."""
    known = (user for user in slack.world.users.values() if user.name == name)
    return next(known, None) or slack.person(name)


def ferry() -> str:
    """Another article's page."""
    return page(FERRY, FERRY_PARAGRAPHS)


__all__ = ["FERRY", "TITLE", "Thread", "digested", "ferry", "somebody"]
