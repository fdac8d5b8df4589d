"""What goes over the desk: questions, answers, subscriptions and briefings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.model.article import Article, Evidence, Link
from bot.model.findings import Digest, Role
from bot.model.reading import Reading
from bot.model.vector import Vector

Pace = Literal["instant", "daily", "weekly"]
Verdict = Literal["yes", "no"]


@dataclass(frozen=True, slots=True)
class Submission:
    """What somebody hands in for a digest: a link, or a text with what is known of it.

    With both, the text is what somebody copied from the page behind the link, which the bot could not read whole.
    ``workspace`` is whose it is (None: nobody's, at the command line); ``published`` is ISO 8601.
    """

    link: Link | None = None
    text: str | None = None
    title: str | None = None
    published: str | None = None
    workspace: str | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that is kept of one article: itself, its digest, its grammar, and what each sentence of it means.

    ``vectors`` are those of the reading's sentences, in their order; None: nobody has asked about the article yet, or
    the bot runs without an embedder.
    """

    article: Article
    digest: Digest
    reading: Reading
    vectors: tuple[Vector, ...] | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody asks about an article, as typed, and the ISO 8601 time of asking (None: outside a conversation).

    ``before`` are the questions before it in the conversation, the oldest first: a follow-up leans on them.
    """

    words: str
    asked: str | None = None
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of an answer that is a list."""

    words: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Answer:
    """The article's answer, or "not stated" (``answerable`` False, ``words`` None, the nearest sentences as evidence).

    ``confidence`` is the probability that the article answers the question as asked, 0..1, below .5 when declined.
    """

    answerable: bool
    confidence: float
    words: str | None = None
    verdict: Verdict | None = None
    items: tuple[Item, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Subscription:
    """Who (a person or channel id) wants to hear of a country: from which role on, how fast, and snoozed until when.

    ``snoozed_until`` is ISO 8601; while it is ``muted`` nothing is told at all. ``by`` is the person who subscribed a
    channel: its mornings are theirs. ``region`` is the name of the region that it came with; empty: it came by itself.
    """

    reader: str
    country: str
    least_role: Role = "mentioned"
    pace: Pace = "instant"
    snoozed_until: str | None = None
    muted: bool = False
    by: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class Briefing:
    """What the newsroom hands to a front desk: the article, its digest, and the subscriptions that it concerns.

    ``identity`` is what the article is remembered by. ``remembered`` tells that no work was done for it: it was in
    the store.
    """

    identity: str
    article: Article
    digest: Digest
    concerns: tuple[Subscription, ...] = ()
    remembered: bool = False


@dataclass(frozen=True, slots=True)
class Post:
    """A message of ours: the channel and ``ts`` it has, its thread's ``ts``, the article's identity and headline.

    ``url`` is where the article can be read again; None for a pasted text and for words of ours.
    """

    channel: str
    ts: str
    thread: str | None
    identity: str
    headline: str
    url: str | None = None
