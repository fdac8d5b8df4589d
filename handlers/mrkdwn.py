"""Slack's message markup, read (pure): the links that somebody posted, and the text as it was typed."""

from __future__ import annotations

import html
import re

_TOKEN = re.compile(r"<([^<>|\s]+)(?:\|([^<>]*))?>")
_MENTION = re.compile(r"<@[UW][A-Z0-9]+(?:\|[^<>]*)?>")
_CODE = re.compile(r"```.*?```|(?<![\w`])`[^`\n]+`(?![\w`])", re.DOTALL)
# Permalinks and files of Slack itself, but not what its company publishes on slack.com.
_OWN = re.compile(
    r"https?://(?:(?:(?!www\.)[\w-]+\.)+slack\.com|(?:[\w-]+\.)*slack-(?:files|edge)\.com|"
    r"slack\.com/(?:archives|app_redirect|client|files|share|shortcuts))(?::\d+)?(?:[/?#]|\Z)",
    re.IGNORECASE,
)
_SIGNS = {"@": "@", "#": "#", "!": "@"}


def links(text: str) -> tuple[str, ...]:
    """The web addresses of a message in their order, as Slack marks them: ``<url>`` or ``<url|label>``.

    A label is what somebody wants it to say; where a link leads, its address says.
    """
    return tuple(filter(is_page, (unescaped(match[1]) for match in _TOKEN.finditer(text))))


def is_page(url: str) -> bool:
    """Whether an address is one of the web, and not of Slack itself."""
    return url.lower().startswith(("http://", "https://")) and not _OWN.match(url)


def plain(text: str) -> str:
    """The message as it was typed: labels instead of links, names instead of ids, no escapes."""
    return html.unescape(_TOKEN.sub(_shown, text))


def without_code(text: str) -> str:
    """The markup without what stands between backticks."""
    return _CODE.sub(" ", text)


def without_mentions(text: str) -> str:
    """The markup without ``<@…>``, stripped."""
    return _MENTION.sub("", text).strip()


def mentions(text: str, user: str | None) -> bool:
    """Whether the message names this user."""
    return bool(user) and re.search(rf"<@{re.escape(user or '')}(?:\|[^<>]*)?>", text) is not None


def unescaped(words: str) -> str:
    """Words or an address without Slack's three escapes; any other ``&name`` in an address is a parameter."""
    return words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _shown(match: re.Match[str]) -> str:
    target, label = match[1], match[2]
    sign = _SIGNS.get(target[0])
    if sign is None:
        return label or target
    return f"{sign}{(label or target[1:]).lstrip(sign)}"
