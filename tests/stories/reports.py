"""Reports of one event by several outlets, written for the stories, and a worker that digests them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.newsdesk import Newsdesk
from bot.storage.store import Store
from handlers.frontdesk import FrontDesk
from handlers.note import Note
from tests.fakes.slack import Channel, Message, Slack, User
from tests.fakes.web import Website
from tests.stories.desks import Kept, desk_of, newsroom_of

if TYPE_CHECKING:
    from handlers.once import Queue


@dataclass(frozen=True)
class Report:
    """An outlet's article, as its page has it."""

    outlet: str
    title: str
    published: str
    lines: tuple[str, ...]

    @property
    def html(self) -> str:
        """The page."""
        body = "".join(f"<p>{line}</p>" for line in self.lines)
        return (
            f'<!doctype html><html lang="en"><head><title>{self.title}</title>'
            f'<meta property="og:site_name" content="{self.outlet}">'
            f'<meta property="article:published_time" content="{self.published}T09:00:00Z"></head>'
            f"<body><article><h1>{self.title}</h1>{body}</article></body></html>"
        )


SANK = (
    "A crowded ferry sank on the Kolonga river near Nhamela in Mozambique on Monday, killing at least 22 people.",
    "The ferry Santa Clara was carrying about 90 people to the weekly market at Nhamela when it overturned in a storm.",
    "Fishermen in canoes pulled survivors from the brown water until nightfall, and a school was opened for them.",
    "“The boat turned over in the middle of the river,” said Amelia Tivane, who sells fish at the market.",
)
FIRST = Report("Delta Observer", "Ferry sinks on the Kolonga river in Mozambique", "2025-03-17", SANK)
TOLL = Report(
    "Maputo Mail",
    "At least 31 die in Kolonga ferry disaster",
    "2025-03-18",
    (
        "At least 31 people drowned when the ferry Santa Clara sank on the Kolonga river in Mozambique on Monday.",
        "It was carrying about 90 people to the weekly market at Nhamela when it overturned in a storm.",
        "Divers from the naval base at Pemba recovered the ship's log on Tuesday.",
        "The transport ministry suspended the licence of the operator, Navegadora Lurio.",
    ),
)
OWNER = Report(
    "Southern Wire",
    "Owner of sunken Kolonga ferry detained",
    "2025-03-20",
    (
        "Police in Mozambique have detained the owner of the ferry Santa Clara, which sank near Nhamela on Monday.",
        "Amade Nunes will appear before a court in Nhamela on Friday, the prosecutor said.",
        "The transport ministry had suspended the licence of the operator, Navegadora Lurio, on Tuesday.",
        "At least 31 people drowned when the ferry overturned in a storm on its way to the weekly market.",
    ),
)
COPY = Report("Evening Star", "Mozambique mourns after ferry sinks on the Kolonga", "2025-03-17", SANK)
OTHER = Report(
    "Alpine Courier",
    "Four hikers missing on Austrian glacier",
    "2025-03-18",
    (
        "Four Czech hikers have been missing on the Grauferner glacier in Austria since Sunday.",
        "The two couples from Olomouc left a hut near Obergrub on Sunday morning in spite of a storm warning.",
        "A helicopter had to turn back twice because of fog, and dogs are now searching the lower part of the ice.",
        "“We know that they had a tent,” said Karl Ebner, who leads the search.",
    ),
)


def since(message: Message) -> str:
    """The line that says since when something is new, or that nothing is; empty in a whole digest."""
    line = message.text.splitlines()[1]
    whole = "Key facts" in message.shown
    assert whole != line.startswith(("New since ", "Nothing new since "))
    return "" if whole else line


@dataclass
class Wire:
    """A channel's readers, what they share, and the worker that digests it; ``queue`` keeps what comes next."""

    slack: Slack
    site: Website
    store: Store
    newsdesk: Newsdesk
    queue: Kept
    desk: FrontDesk

    def url(self, report: Report) -> str:
        """Where a report can be read."""
        return self.site.page(f"/{report.published.replace('-', '/')}/{report.title.replace(' ', '-')}", report.html)

    def says(self, author: User, channel: Channel, report: Report) -> Note:
        """Somebody posts a link; what a worker is to do."""
        asked = self.slack.say(author, channel, self.url(report))
        here = (asked.team, asked.channel, asked.ts)
        return Note("digest", ":".join(here), *here, asked.ts, asked.user, links=(self.url(report),))

    async def shares(self, author: User, channel: Channel, report: Report) -> Message:
        """Somebody posts a link; what stands in its thread."""
        note = self.says(author, channel, report)
        await self.desk.handle(note)
        return self.reply(note)

    async def pastes(self, author: User, channel: Channel, report: Report) -> Note:
        """Somebody pastes the report as text; what a worker has done."""
        text = "\n\n".join((report.title, *report.lines))
        asked = self.slack.say(author, channel, text)
        here = (asked.team, asked.channel, asked.ts)
        note = Note("digest", ":".join(here), *here, asked.ts, asked.user, text=text, asked=True)
        await self.desk.handle(note)
        return note

    async def deletes(self, note: Note) -> None:
        """Their message goes."""
        await self.desk.handle(replace(note, want="withdraw", key=f"{note.key}:gone", links=()))

    def reply(self, note: Note) -> Message:
        """The one reply to a message."""
        [reply] = self.replies(note)
        return reply

    def replies(self, note: Note) -> list[Message]:
        """What we said in its thread."""
        here = [post for post in self.slack.posts() if post.channel == note.channel]
        return [post for post in here if post.thread_ts == note.ts]

    def another(self, queue: Queue | None = None) -> FrontDesk:
        """A second worker beside the first."""
        return desk_of(self.slack, self.newsdesk, self.store, queue or self.queue)


@asynccontextmanager
async def wire_of(slack: Slack, site: Website, store: Store) -> AsyncIterator[Wire]:
    """A worker without its queue."""
    async with newsroom_of(site, store) as newsdesk:
        queue = Kept()
        yield Wire(slack, site, store, newsdesk, queue, desk_of(slack, newsdesk, store, queue))
