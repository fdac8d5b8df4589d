"""What a posted message brings to read (pure): the links of its text, of messages that it shares, of its previews."""

from __future__ import annotations

from itertools import filterfalse
from typing import TYPE_CHECKING, Any

from bot.articles.urls import links as addresses
from bot.errors import BadUrl
from handlers import mrkdwn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Payload = Mapping[str, Any]

MOST_LINKS = 5  # reliability.md: a message, 5 URLs
_DEEPEST = 4  # attachments within attachments, and elements within blocks, that are looked into
_PREVIEWED = ("original_url", "from_url", "app_unfurl_url", "title_link")  # of one page; the first as it was typed


def shared(message: Payload, *, bot: str | None = None, previews: bool = True) -> tuple[str, ...]:
    """The links that a message shares for reading: at most five, in order, each article once.

    First those that a person typed, then those of the messages that it shares, then what only attachments hold: pages
    with a preview, and what apps wrote there. Links in code are shown, not shared. Messages of ``bot`` are left out
    where they are shared: its digests name pages that it has read. ``previews`` False leaves out what Slack, or another
    app, may have added or not yet removed.
    """
    found = _Found()
    found.all(_typed(message))
    attachments = _attachments(message, bot, _DEEPEST)
    for attachment in filter(_is_message, attachments):
        found.all(_typed(attachment))
    for attachment in filterfalse(_is_message, attachments if previews else ()):
        pages = [url for url in map(attachment.get, _PREVIEWED) if isinstance(url, str) and url]
        found.one_of(list(filter(mrkdwn.is_page, pages)))
        found.all(() if pages else _typed(attachment))
    return found.first()


def asked(message: Payload, *, previews: bool = True) -> tuple[str, ...]:
    """The same where somebody asks about the message: where nothing else is there, the links in code are meant."""
    return shared(message, previews=previews) or first_of(mrkdwn.links(_text(message)))


def first_of(urls: Iterable[str]) -> tuple[str, ...]:
    """At most five of some links, in order, each article once."""
    found = _Found()
    found.all(urls)
    return found.first()


class _Found:
    """Links by the identity of their article, the first of each."""

    def __init__(self) -> None:
        self._urls: dict[str, str] = {}

    def all(self, urls: Iterable[str]) -> None:
        for url in urls:
            if len(self._urls) == MOST_LINKS:
                return
            self._urls.setdefault(_article(url), url)

    def one_of(self, names: list[str]) -> None:
        """A page under several addresses, of which one may be known."""
        if names and not {_article(url) for url in names} & self._urls.keys():
            self.all(names[:1])

    def first(self) -> tuple[str, ...]:
        return tuple(self._urls.values())


def _article(url: str) -> str:
    try:
        return addresses.identity(addresses.parse(url))
    except BadUrl:
        return url


def _typed(message: Payload) -> tuple[str, ...]:
    """The links of a message's own text; of its blocks where Slack gives no text, or one without any link."""
    text = _text(message)
    if found := mrkdwn.links(mrkdwn.without_code(text)):
        return found
    return () if mrkdwn.links(text) else tuple(_in_blocks(_blocks(message), _DEEPEST))


def _text(message: Payload) -> str:
    return "\n".join(str(message.get(part) or "") for part in ("pretext", "text"))  # a message has no pretext


def _blocks(message: Payload) -> list[Payload]:
    """The blocks of a message, or of the message that an attachment shares."""
    inside = [inner for part in _parts(message, "message_blocks") for inner in _parts(part, "message")]
    return [block for holder in (message, *inside) for block in _parts(holder, "blocks")]


def _in_blocks(blocks: Iterable[Payload], depth: int) -> Iterator[str]:
    """Links of rich text (all but code), and of the markup of sections and contexts."""
    for block in blocks if depth else ():
        kind = block.get("type")
        if kind == "link":
            yield from _link(block)
        elif kind == "mrkdwn":
            yield from mrkdwn.links(mrkdwn.without_code(_text(block)))
        elif kind != "rich_text_preformatted":
            inner = [part for key in ("text", "elements", "fields") for part in _parts(block, key)]
            yield from _in_blocks(inner, depth - 1)


def _link(element: Payload) -> Iterator[str]:
    url, style = element.get("url"), _parts(element, "style")
    if isinstance(url, str) and mrkdwn.is_page(url) and not any(marks.get("code") for marks in style):
        yield url


def _attachments(message: Payload, bot: str | None, depth: int) -> list[Payload]:
    """All attachments, those of a shared message after it; without messages of ``bot``, and what hangs on them."""
    found: list[Payload] = []
    for attachment in _parts(message, "attachments") if depth else ():
        if not (bot and attachment.get("author_id") == bot):
            found += [attachment, *_attachments(attachment, bot, depth - 1)]
    return found


def _parts(whole: Payload, key: str) -> list[Payload]:
    """The objects under a key, one or several; none where Slack sends something else there."""
    value = whole.get(key)
    return [part for part in (value if isinstance(value, list) else [value]) if isinstance(part, dict)]


def _is_message(attachment: Payload) -> bool:
    return bool(attachment.get("is_msg_unfurl") or attachment.get("is_share"))
