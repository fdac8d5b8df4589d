"""Every key name and every lifetime, on one page.

Everything of one workspace begins with `of_workspace`, so that uninstalling can delete it by scan. All other keys hold
only what an anonymous visitor of the web could have read, but for the list of workspaces. What people follow is
durable: it stays until they no longer follow it or the workspace goes. Every other key is a cache or a memory with a
lifetime. The braces are hash tags: keys that are written together lie in one slot of a cluster.

=============================================== ======= ================================================= ===========
key                                             type    holds                                             lives
=============================================== ======= ================================================= ===========
``dateline:{W}:article:<version>:<article>``    string  an article with its digest, private to W          retention
``dateline:{W}:reading:<version>:<article>``    string  its grammar                                       retention
``dateline:{W}:vectors:<version>:<article>``    string  what its sentences mean                           retention
``dateline:{W}:working:<version>:<article>``    string  token of the worker that has it in hand           a lease
``dateline:{W}:posts:<channel>:<ts>``           list    posts that a source message led to, oldest first  retention
``dateline:{W}:thread:<channel>:<ts>``          list    posts in a thread, latest last                    retention
``dateline:{W}:recent:<channel>``               list    digests in a channel, latest last                 retention
``dateline:{W}:asked:<channel>:<ts>``           list    questions that were asked in a thread             `ASKED`
``dateline:{W}:asking:<channel>:<ts>``          zset    questions that are being answered in a thread     `ASKING`
``dateline:{W}:first:<channel>:<article>``      string  the first post about an article in a channel      retention
``dateline:{W}:handled:<event>``                string  nothing: the event was dealt with                 `EVENTS`
``dateline:{W}:attempts:<event>``               integer how often a job was begun                         `EVENTS`
``dateline:{W}:editions:<channel>:<ts>``        zset    the latest edition of a message that was heard of `EVENTS`
``dateline:{W}:done:<event>``                   hash    what came of each link of an unfinished event     `EVENTS`
``dateline:{W}:fetches``                        zset    when pages are fetched for it: lately, and next   a minute
``dateline:{W}:lane:<channel>``                 zset    events whose posts wait there, first come first   `LANE`
``dateline:{W}:held:<channel>``                 string  nothing: Slack takes no post there                as Slack says
``dateline:{W}:refusal:<article>``              string  why a link that is private to W gives no digest   `REFUSALS`
``dateline:{W}:follows:<reader>``               hash    subscriptions of a reader, by country             durable
``dateline:{W}:followers:<country>``            hash    the same subscriptions, by reader                 durable
``dateline:{W}:readers``                        set     who follows anything                              durable
``dateline:{W}:zone:<reader>``                  string  the time zone of a reader's profile               `ZONE`
``dateline:{W}:told:<reader>:<story>``          string  the job that tells a reader of a story; or: told  `STORY`
``dateline:{W}:alike:<trait>``                  zset    the latest articles with a trait                  as a story
``dateline:{W}:reports:<story>``                list    posts about the articles of a story               as a story
``dateline:{W}:filed:<article>``                string  an article's story, and what it is recognised by  as a story
``dateline:{W}:waiting:<reader>:<pace>``        zset    what waits for a roundup, by time                 `STORY`
``dateline:{W}:roundup:<reader>:<pace>:<date>`` string  the job that makes it; or: sent                   `ROUNDUP`
``dateline:{W}:mail:<reader>``                  zset    when a reader, or (unnamed) any, gets a message   a minute
``dateline:{W}:due``                            zset    for whom something waits, by when to look again   `STORY`
``dateline:{<article>}:article:<version>``      string  a public article with its digest                  retention
``dateline:{<article>}:reading:<version>``      string  its grammar                                       retention
``dateline:{<article>}:vectors:<version>``      string  what its sentences mean                           retention
``dateline:{<article>}:working:<version>``      string  token of the worker that has it in hand           a lease
``dateline:{<article>}:refusal``                string  why a link gives no digest                        `REFUSALS`
``dateline:workspaces``                         set     where anybody follows anything                    durable
``dateline:writable``                           string  nothing: that Redis takes writes                  a minute
``dateline:{<host>}:fetches``                   zset    when pages are fetched from it: lately, and next  a minute
=============================================== ======= ================================================= ===========

``W`` is the workspace's id, quoted; ``<article>`` the SHA-256 of the article's identity, since an address can be long
and can carry a secret, ``<host>`` that of a registrable domain, ``<trait>`` that of a word. "Retention" is a setting
(`DATELINE_RETENTION_DAYS`); "as a story" is `STORY`, or retention where that is shorter; "a minute" is counted from the
last fetch or message that has its turn already.
"""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache, partial
from hashlib import sha256
from typing import Literal
from urllib.parse import quote as quote_anew

_Story = Literal["alike", "reports", "filed"]
Desk = _Story | Literal["follows", "followers", "readers", "zone", "told", "waiting", "due", "mail", "roundup"]
"""What is remembered for those who follow countries: kinds of keys that `desk` names."""

Talk = Literal["recent", "asked", "asking"]
"""The same for those who ask."""

Event = Literal["handled", "attempts", "editions", "done"]
"""What is remembered of events: kinds of keys that `event` names."""

REFUSALS = timedelta(minutes=10)
"""How long the failure of a link is remembered."""

PASSING = timedelta(seconds=30)
"""The same for a fault of ours: who waits for the same link need not run into it, too; a later try may succeed."""

EVENTS = timedelta(days=1)
"""How long an event counts as handled and its attempts are counted; Slack delivers again within the hour."""

ASKED = timedelta(days=1)
"""How long a question is remembered, so that the next one may lean on it."""

ASKING = timedelta(minutes=1)
"""How long those who ask later in a thread wait for a question whose worker died."""

LANE = timedelta(minutes=10)
"""How long an event keeps its place among the posts that wait in a channel."""

LEASE = timedelta(seconds=10)
"""How long an article stays with a worker that no longer renews its claim, because it died."""

ZONE = timedelta(days=1)
"""How long a reader's time zone is taken for known: people travel, and clocks change."""

STORY = timedelta(days=30)
"""How long a story is kept after it was last heard of, and nobody is told of it twice."""

ROUNDUP = timedelta(days=8)
"""How long it is known that a roundup was sent: longer than the longest pace, a week."""

LIST_LENGTH = 200
"""How many posts a list keeps, the latest; far more than a message or a thread ever has."""

WORKSPACES = "dateline:workspaces"
"""The workspaces where anybody follows anything."""

WRITABLE, PROBE = "dateline:writable", timedelta(minutes=1)
"""What is written to see whether Redis takes writes, and how long it stays."""
quote = lru_cache(4096)(quote_anew)  # of 500 readers' keys it would take longer than all else


def of_workspace(workspace: str) -> str:
    """What every key of a workspace begins with. Holds no character that means anything in a scan pattern."""
    return f"dateline:{{{quote(workspace, safe='')}}}:"


def _shelf(kind: str, version: str, identity: str, workspace: str | None) -> str:
    if workspace is None:
        return f"dateline:{{{digest(identity)}}}:{kind}:{version}"
    return f"{of_workspace(workspace)}{kind}:{version}:{digest(identity)}"


article = partial(_shelf, "article")
"""An article with its digest: on the private shelf of a workspace, or on the shared one (None)."""

reading = partial(_shelf, "reading")
"""The grammar of an article; long, and rarely asked for."""

vectors = partial(_shelf, "vectors")
"""What an article's sentences mean; there from the first question on."""

working = partial(_shelf, "working")
"""The claim of the worker that has an article in hand."""


def refusal(identity: str, workspace: str | None = None) -> str:
    """Why a link gives no digest: known to all, or to a workspace alone, since its address carries a secret."""
    if workspace is None:
        return f"dateline:{{{digest(identity)}}}:refusal"
    return f"{of_workspace(workspace)}refusal:{digest(identity)}"


def fetches_from(host: str) -> str:
    """The turns at a host, a registrable domain."""
    return f"dateline:{{{digest(host)}}}:fetches"


def fetches_for(workspace: str) -> str:
    """The turns of a workspace."""
    return f"{of_workspace(workspace)}fetches"


def posts(workspace: str, channel: str, ts: str) -> str:
    """What was posted for a source message."""
    return f"{of_workspace(workspace)}posts:{channel}:{ts}"


def thread(workspace: str, channel: str, ts: str) -> str:
    """What was posted in a thread, named by the `ts` of its first message."""
    return f"{of_workspace(workspace)}thread:{channel}:{ts}"


def first(workspace: str, channel: str, identity: str) -> str:
    """The first post about an article in a channel."""
    return f"{of_workspace(workspace)}first:{channel}:{digest(identity)}"


def event(kind: Event, event: str) -> str:
    """Of an event by its idempotency key, ``workspace:channel:ts`` and what may follow; editions: of the message."""
    workspace, _, rest = event.partition(":")
    return f"{of_workspace(workspace)}{kind}:{rest}"


def lane(event: str) -> str:
    """The line of posts in an event's channel. `event`: an idempotency key."""
    return _channel("lane", event)


def held(event: str) -> str:
    """That an event's channel takes no post. `event`: an idempotency key."""
    return _channel("held", event)


def desk(workspace: str, kind: Desk | Talk, *parts: str) -> str:
    """Of a reader, a country, a story or a conversation: named by its parts, as the table says."""
    return of_workspace(workspace) + ":".join((kind, *(quote(part, safe="") for part in parts)))


def _channel(kind: str, event: str) -> str:
    workspace, channel, *_ = event.split(":")
    return f"{of_workspace(workspace)}{kind}:{channel}"


def digest(identity: str) -> str:
    """What stands in a name for what can be long, or tells what was read."""
    return sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()
