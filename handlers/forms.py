"""The form in which somebody pastes the text of a page that we could not read whole (pure).

A `Place` travels with it: in the button's value, in the window's hidden metadata, and back with the text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from handlers import rich_text
from handlers.note import Note
from handlers.views import blocks
from handlers.views.paste import REST, TEXT, TITLE, unfit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.errors import Refusal
    from bot.model import Article

    Payload = Mapping[str, Any]

LONGEST_TITLE = 300  # of a title that the field is filled with; the newsroom knows longer ones itself
LEAST_WORDS = 40  # as in a digest: refused here, while the text is still in the field
HOPELESS = frozenset({"bad_input", "internal", "language"})
"""Refusals that a pasted text of the same page would meet again."""
_ENGLISH = frozenset("the and that with from said were which this their they would".split())  # no other language's
_LEAST_ENGLISH = 0.03  # of the words, a quarter of what English prose has of these; the worker looks closer


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pasted text goes.

    Attributes:
        workspace: whose text it is.
        source: the ``ts`` of the message that the link stands in; for a command, its trigger.
        link: the page that could not be read whole, as posted.
        title: its title, where that is known.
        channel: where the button was pressed.
        post: the ``ts`` of our post with the button; None where only one person saw it.
        thread: the thread that the post stands in.
        answer: the response address of the press: for 30 minutes, to the person who pressed it alone.
    """

    workspace: str
    source: str
    link: str
    title: str = ""
    channel: str = ""
    post: str | None = None
    thread: str | None = None
    answer: str | None = None


_ADAPTER: TypeAdapter[Place] = TypeAdapter(Place)


def helps(refusal: Refusal) -> bool:
    """Whether pasting the text is a way out: whoever words the refusal knows, and names it in the sentence."""
    return refusal.kind not in HOPELESS and "paste" in refusal.message


def offer(note: Note, link: str, title: str | None = None) -> str:
    """The value of the button under a reply to the note; empty where Slack would refuse it for its length."""
    known = " ".join((title or "").split())
    value = pack(Place(note.workspace, note.ts, link, known if len(known) <= LONGEST_TITLE else ""))
    return value if len(value) <= blocks.LONGEST_VALUE else ""


def rest_of(note: Note, article: Article) -> str:
    """The value of the button under a digest, where the page gave less than the article; else empty."""
    whole = article.receipt.kind in {"full", "pasted"}
    return "" if whole or not article.url else offer(note, article.url, article.title)


def pressed(body: Payload) -> Place:
    """The button was pressed: the place with all that the press tells."""
    container = body["container"]
    return replace(
        _ADAPTER.validate_json(body["actions"][0]["value"]),
        channel=container["channel_id"],
        post=None if container.get("is_ephemeral") else container["message_ts"],
        thread=container.get("thread_ts") or (body.get("message") or {}).get("thread_ts"),
        answer=body.get("response_url"),
    )


def pack(place: Place) -> str:
    """A place as Slack keeps it for us, in a button or in a window."""
    return _ADAPTER.dump_json(place, exclude_defaults=True).decode()


def faults(body: Payload) -> dict[str, str]:
    """What is wrong with the text, by the field that it is said under; nothing where it may be queued."""
    text = _text(body)
    words = text.split()
    if 2 * sum(sign.isalpha() and not sign.isascii() for sign in text) > len(text):  # what has no spaces, too
        return unfit(None, LEAST_WORDS)
    if len(words) < LEAST_WORDS:
        return unfit(len(words), LEAST_WORDS)
    told = sum(word.casefold() in _ENGLISH for word in words)
    return {} if told >= _LEAST_ENGLISH * len(words) else unfit(None, LEAST_WORDS)


def submitted(body: Payload) -> Note:
    """The text was handed in. The same text of the same window is one note, however often it is sent."""
    view = body["view"]
    place, text, title = _ADAPTER.validate_json(view["private_metadata"]), _text(body), _title(body)
    mark = sha256(f"{title}\x00{text}".encode("utf-8", "replace")).hexdigest()[:16]
    return Note(
        "paste",
        f"{place.workspace}:{place.channel}:{place.source}:{view['id']}:{mark}",
        place.workspace,
        place.channel,
        place.source,
        thread=place.thread,
        user=body["user"]["id"],
        links=(place.link,),
        text=text,
        title=title,
        post=place.post,
        asked=True,
        ephemeral=place.answer,
    )


def _text(body: Payload) -> str:
    parts = (rich_text.plain(_field(body, name).get("rich_text_value")) for name in (TEXT, REST))
    return "\n".join(part for part in parts if part)


def _title(body: Payload) -> str:
    return " ".join((_field(body, TITLE).get("value") or "").split())


def _field(body: Payload, name: str) -> Payload:
    """A field's state, under the same name as its block."""
    field: Payload = body["view"]["state"]["values"].get(name, {}).get(name) or {}
    return field
