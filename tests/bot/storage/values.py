"""Values to remember: one made-up article, and any article at all."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from bot.model import (
    Article,
    Country,
    Digest,
    Dossier,
    Evidence,
    Fact,
    Post,
    Quote,
    Reading,
    Receipt,
    Source,
    Span,
    Subscription,
    Token,
    Vector,
)

EDITION = "e1"
PAGE = "https://wire.example/ferry"
ANNA, BEN = "U-ANNA", "U-BEN"
KOREA = Subscription(ANNA, "KP", "actor", "daily")
CODES = tuple(first + second for first in "ABCDEFGHIJ" for second in "ABCDEFGHIJ")
"""As many countries as anybody wants, none of them Korea or Japan."""


def dossier(headline: str = "Ferry to Runde returns", url: str | None = PAGE) -> Dossier:
    """Everything about an article of one sentence."""
    text = f"{headline}\nThe harbour master said the ferry sails again on Friday."
    start = len(headline) + 1
    evidence = Evidence(start, start + 18, text[start : start + 18], text[start:])
    article = Article(url, url, None, headline, ("Ida Moe",), "2025-03-04", "en", text, Receipt("full", 10), start)
    who = (Fact("who", evidence.words, evidence, attribution=None, certainty="reported", score=1.5),)
    digest = Digest(EDITION, headline, who=who)
    token = Token(start, start + 3, "the", "DET", "DT", "det", 2)
    return Dossier(
        article, digest, Reading((Span(start, len(text)),), (token,), (), (Span(start, start + 18, "nsubj"),))
    )


def embedded() -> Dossier:
    """The same article, its sentence embedded."""
    return replace(dossier(), vectors=(Vector(b"\x7f\x00\x81"),))


def post(ts: str = "2.0", identity: str = PAGE, channel: str = "C1", thread: str | None = "1.0") -> Post:
    """A digest of ours in a thread."""
    return Post(channel, ts, thread, identity, "Ferry to Runde returns")


def wishes(reader: str, *countries: str) -> tuple[Subscription, ...]:
    """Subscriptions as a button makes them."""
    return tuple(Subscription(reader, country) for country in countries)


_FINITE = st.floats(allow_nan=False, allow_infinity=False)
_FACT = st.builds(Fact, score=_FINITE, value=st.none() | _FINITE)
_COUNTRY = st.builds(Country, salience=_FINITE)


def _some(of: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(of, max_size=2).map(tuple)


DIGESTS = st.builds(
    Digest,
    who=_some(_FACT),
    what=_some(_FACT),
    when=_some(_FACT),
    where=_some(_FACT),
    why=st.just(()),
    how=st.just(()),
    key_facts=_some(_FACT),
    figures=_some(_FACT),
    upcoming=_some(_FACT),
    quotes=_some(st.builds(Quote)),
    countries=_some(_COUNTRY),
    sourcing=_some(st.builds(Source)),
)
READINGS = st.builds(
    Reading,
    sentences=_some(st.builds(Span)),
    tokens=_some(st.builds(Token)),
    entities=_some(st.builds(Span)),
    chunks=_some(st.builds(Span)),
)
ARTICLES = st.builds(Article)
POSTS = st.builds(Post)

EMBEDDED = """
import asyncio, sys
from pathlib import Path
from bot.storage import embedded

async def main() -> None:
    async with embedded.server(Path(sys.argv[1]), lambda: Path(sys.argv[2])) as url:
        print(url, flush=True)
        await asyncio.to_thread(sys.stdin.read)

asyncio.run(main())
"""
"""A process that uses a private server until its input ends: its data directory and the binary are its arguments."""
