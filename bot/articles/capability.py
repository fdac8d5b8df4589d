"""Links that carry a secret: who has the address has the page, so what it returns is shared with nobody else. Pure."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_NAME = re.compile(
    r"(?:^|[-_.])(?:token|sig|signature|auth|authkey|apikey|key|secret|password|passwd|pwd|pass|passcode|session|sessionid|"
    r"sid|ticket|credential|jwt|otp|nonce|invite|code|hash|hmac|policy|access|login)(?:$|[-_.\[])|"
    r"(?:token|signature|session_?id|api_?key|password|secret|phpsessid|jsessionid)$",
    re.IGNORECASE,
)
_JWT = re.compile(r"eyJ[\w-]{8,}\.[\w-]{8,}")
_HEX = re.compile(r"[0-9a-f]{32,}\Z", re.IGNORECASE)
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z", re.IGNORECASE)
_KINDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|[0-9]+")
_TOKEN = re.compile(r"[\w~+/=.-]{20,}\Z", re.ASCII)
_SESSION_PATH = re.compile(r";(?:jsessionid|sid|phpsessid)=", re.IGNORECASE)


def secret(url: str) -> bool:
    """Whether the address itself opens the page: a token, a signature, a session, or a value too random to guess.

    A false alarm costs a second fetch in another workspace; a miss would show one workspace's page to another.
    """
    parts = urlsplit(url)
    if _SESSION_PATH.search(parts.path) or _JWT.search(url):
        return True
    pairs = [pair.partition("=")[::2] for part in (parts.query, parts.fragment) for pair in part.split("&")]
    if any(value and (_NAME.search(name) or _unguessable(value)) for name, value in pairs):
        return True
    return any(_random(segment) for segment in parts.path.split("/"))


def _unguessable(value: str) -> bool:
    return bool(_HEX.match(value) or _UUID.match(value) or _random(value))


def _random(value: str) -> bool:
    """Small letters, capitals and digits that change places as in a key, and as no title in words does."""
    if not _TOKEN.match(value):
        return False
    runs = _KINDS.findall(value)
    kinds = (str.islower, str.isupper, str.isdigit)
    return all(any(map(kind, value)) for kind in kinds) and 3 * len(runs) >= len(value)  # a random key: a run per 2
