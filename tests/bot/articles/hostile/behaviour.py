"""What a hostile server can do, as values: how it answers, and what the reader of the page must say to that."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Callable
from dataclasses import dataclass

from bot.errors import Refusal
from tests.fakes.web import Website, response

STORY = """
The harbour authority of Port Selwyn opened the second lock on Tuesday, eleven months after the first ship was promised.
“We have waited for this since the spring,” said Ruth Okafor, who runs the pilots’ station at the river's mouth.
The lock cost 48 million euros and takes ships of up to 180 metres, officials said at the opening in the morning.
About 300 people watched from the quay as the grain carrier Adela passed through it in nineteen minutes.
Fishermen had protested against the works, because the dredging clouded the water where their nets hang.
The authority said that it would pay them for the lost catch, and that the last dredger leaves the bay in June.
""".strip()
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in STORY.split("\n"))
READ = "The lock cost 48 million euros"
"""Words of the story: a page that holds it is read to the end."""
Outcome = type[Refusal] | tuple[type[Refusal], ...] | str
HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a behaviour is served: a site, a path of its own there, and an internal service that nobody may reach."""

    site: Website
    path: str
    internal: str

    @property
    def url(self) -> str:
        """The address of the path."""
        return self.site.url(self.path)


@dataclass(frozen=True, slots=True)
class Behaviour:
    """``serve`` sets it up and returns the link that somebody posts.

    ``outcome`` is the refusal that the reader gets (several where it depends on the machine's libraries), or words that
    stand in the article. ``slow`` ones are ended by a
    limit of time and by nothing else.
    """

    serve: Callable[[Place], str]
    outcome: Outcome
    slow: bool = False


def article(head: str = "", before: str = "", after: str = "") -> str:
    """A page with the story, and whatever else."""
    return (
        f"<!doctype html><html lang=en><head><title>The second lock opens</title>{head}</head>"
        f"<body>{before}<article><h1>The second lock opens</h1>{PARAGRAPHS}</article>{after}</body></html>"
    )


def sends(answer: bytes | Callable[[], bytes]) -> Callable[[Place], str]:
    """Bytes as they are, HTTP or not; large ones are made when they are needed."""
    return lambda place: place.site.raw(place.path, answer if isinstance(answer, bytes) else answer())


def page(
    body: str | bytes | Callable[[], str | bytes], status: str = "200 OK", **headers: str
) -> Callable[[Place], str]:
    """A body under headers, which are named with underscores: ``Content_Type``."""

    def serve(place: Place) -> str:
        content = body() if callable(body) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return place.site.page(place.path, content, status, named)

    return serve


def packed(body: Callable[[], str]) -> Callable[[Place], str]:
    """A large page, packed so that it passes the limit on the wire."""
    return page(lambda: gzip.compress(body().encode("utf-8", "surrogatepass"), 1), Content_Encoding="gzip")


def redirects(location: str, status: str = "302 Found") -> Callable[[Place], str]:
    """A redirect; ``{internal}`` in its location is the internal service, ``{path}`` the page's own path."""

    def serve(place: Place) -> str:
        target = location.format(internal=place.internal, path=place.path)
        return place.site.redirect(place.path, target, status)

    return serve


def drips(head: str, drop: bytes, seconds: float) -> Callable[[Place], str]:
    """A head, then the same drop for ever; with no seconds between them as fast as the reader takes it."""
    return lambda place: place.site.drip(place.path, head.encode("latin-1"), drop, seconds)


def breaks(answer: bytes) -> Callable[[Place], str]:
    """Bytes, and then a connection that is torn down."""

    def serve(place: Place) -> str:
        async def send(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(answer)
            await writer.drain()
            writer.transport.abort()

        return place.site.script(place.path, send)

    return serve


def chunked(*chunks: bytes, end: bytes = b"0\r\n\r\n") -> bytes:
    """A whole answer in chunks of the right sizes."""
    body = b"".join(f"{len(chunk):x}\r\n".encode() + chunk + b"\r\n" for chunk in chunks)
    return f"{HEAD}Transfer-Encoding: chunked\r\n\r\n".encode() + body + end


def plain(body: str) -> bytes:
    """A whole answer with a page."""
    return response(body.encode())
