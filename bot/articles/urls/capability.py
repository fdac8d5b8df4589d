"""Links that carry a secret: who has the address has the page, so what it returns is shared with nobody else. Pure."""

from __future__ import annotations

import re
from itertools import pairwise
from urllib.parse import unquote, urlsplit

from bot.articles.urls.sharing import opens_documents
from bot.articles.urls.tracking import noise

# Names, or words in names, of parameters that open something.
_WORDS = """
    token tok sig signature auth authkey authtoken apikey api_key key secret password passwd pwd pass passcode
    passphrase pin session sessionid sid ticket credential credentials jwt otp nonce invite invitation code hash hmac
    policy access login magic magiclink gift giftcode giftid unlock unlocked grant bearer oauth saml share shareid
    sharelink sharekey permission verify verification confirm confirmation reset activate activation unsubscribe
    optout rlkey resourcekey hdnts hdnea tk pub_secret st wkey
"""
_NAME = re.compile(rf"(?:^|[-_.~\[])(?:{'|'.join(_WORDS.split())})(?:$|[-_.~\[\]])", re.IGNORECASE)
_TAIL = re.compile(
    r"(?:token|signature|session_?id|api_?key|access_?key(?:_?id)?|password|secret|phpsessid|jsessionid|access_?id|"
    r"_?article_?code|share_?(?:id|key|code)|auth_?key|sas|credential|key-pair-id)$",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
# A segment of a path, or what leads to it: sign-in links, invitations, shared folders. What follows is the secret.
_OPENERS = re.compile(
    r"(?:magic(?:[-_]?link)?|invites?|invitations?|join|reset(?:[-_]?password)?|password[-_]?reset|verify(?:[-_]?email)?|"
    r"confirm(?:ation)?|activate|activation|unsubscribe|auth|login|signin|sign-in|sso|share[ds]?|sharing|share-?links?|"
    r"public|private|secret|token|tokens|access|gifts?|preview|previews|draft|drafts|dl|download|attachments?|s|d|f|t|u|v)\Z",
    re.IGNORECASE,
)
_JWT = re.compile(r"eyJ[\w-]{8,}\.[\w-]{8,}")
_HEX = re.compile(r"[0-9a-f]{32,}\Z", re.IGNORECASE)
_LONG_HEX = re.compile(r"(?:[0-9a-f]{40}|[0-9a-f]{48,})\Z", re.IGNORECASE)
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z", re.IGNORECASE)
_KINDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|[0-9]+")
_TOKEN = re.compile(r"[\w~+/=.:-]{20,}\Z", re.ASCII)
_SMALL_KEY = re.compile(r"(?=[a-z0-9]*[g-z])(?=[a-z0-9]*[0-9])[a-z0-9]{24,}\Z", re.IGNORECASE)
_SESSION_PATH = re.compile(r";(?:jsessionid|sid|phpsessid|token)=", re.IGNORECASE)
_LEAST_KEY = 8  # characters of a value that nobody guesses, behind a word that says it opens something


def secret(url: str) -> bool:
    """Whether the address itself opens the page: a token, a signature, a session, or a value too random to guess.

    A false alarm costs a second fetch in another workspace; a miss would show one workspace's page to another.
    """
    parts = urlsplit(url)
    if _SESSION_PATH.search(parts.path) or _JWT.search(url) or opens_documents(parts.hostname or "", parts.path):
        return True
    pairs = (pair for part in (parts.query, parts.fragment) for pair in re.split("[&;]", part))
    if any(_opens(*map(unquote, pair.partition("=")[::2])) for pair in pairs if not noise(pair)):
        return True
    segments = [unquote(segment) for segment in parts.path.split("/") if segment]
    fragment = unquote(parts.fragment).lstrip("!/")
    return _leads_to_key(segments) or any(_random(part) or _LONG_HEX.match(part) for part in (*segments, fragment))


def _opens(name: str, value: str) -> bool:
    if not value:
        return bool(_random(name))  # a bare key behind the question mark
    words = _CAMEL.sub("_", name)
    return bool(_NAME.search(words) or _TAIL.search(name)) or _unguessable(value)


def _unguessable(value: str) -> bool:
    return bool(_HEX.match(value) or _UUID.match(value) or _random(value))


def _leads_to_key(segments: list[str]) -> bool:
    """``/invite/Zx81…``: a word that opens something, and then what nobody would type."""
    return any(
        _OPENERS.match(before) and (_HEX.match(after) or _UUID.match(after) or _mixed(after))
        for before, after in pairwise(segments)
    )


def _mixed(value: str) -> bool:
    """Letters and digits through each other, without the hyphens of a headline."""
    runs = _KINDS.findall(value)
    plain = len(value) >= _LEAST_KEY and re.fullmatch(r"[A-Za-z0-9_~=]+", value)
    return bool(plain) and any(map(str.isdigit, runs)) and any(map(str.isalpha, runs)) and 4 * len(runs) >= len(value)


def _random(value: str) -> bool:
    """Small letters, capitals and digits that change places as in a key, and as no title in words does."""
    if not _TOKEN.match(value):
        return False
    runs = _KINDS.findall(value)
    kinds = sum(any(map(kind, value)) for kind in (str.islower, str.isupper, str.isdigit))
    busy = 3 * len(runs) >= len(value)  # a random key has a run for every two letters
    return busy and (kinds == 3 or bool(_SMALL_KEY.match(value)))  # noqa: PLR2004  all three
