"""Which links are the same page: tracking parameters, AMP and mobile variants taken away. Pure."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit, urlunsplit

# Parameters that say where a reader came from, never what the page is (from the lists of ClearURLs and of browsers).
_TRACKING = frozenset(
    (
        *("fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid"),
        *("ysclid", "twclid", "ttclid", "li_fat_id", "igsh", "igshid", "mc_cid", "mc_eid"),
        *("mkt_tok", "_ga", "_gl", "_hsenc", "_hsmi", "__hssc", "__hstc", "__hsfp"),
        *("hsctatracking", "vero_id", "vero_conv", "oly_enc_id", "oly_anon_id", "rb_clickid", "s_cid", "s_kwcid"),
        *("icid", "ncid", "ocid", "cmpid", "cmp", "cid_source", "smid", "smtyp"),
        *("xtor", "wt_mc", "wt.mc_id", "guccounter", "guce_referrer", "guce_referrer_sig", "soc_src", "soc_trk"),
        *("__twitter_impression", "taid", "ref", "ref_src", "ref_url", "referrer", "share", "sharetype"),
        *("sr_share", "feature", "spm", "echobox", "piano_t", "rss", "partner", "campaign_id"),
        *("wickedid", "ito", "trk", "trkid", "srnd", "utm"),
    )
)
_TRACKING_PREFIX = ("utm_", "at_", "ns_", "pk_", "mtm_", "matomo_", "hsa_", "itm_", "stm_", "wt_", "sc_", "iesrc")
_AMP_QUERY = frozenset(("amp", "amp=1", "outputtype=amp", "output=amp", "view=amp", "noamp", "noamp=mobile"))
_GOOGLE = re.compile(r"(?:www\.)?google\.[a-z.]{2,6}\Z")
_CACHED = re.compile(r"/(?:amp|[a-z])/(?:(s)/)?([^/]+\.[^/]+)(/.*)?\Z")
_AMP_END = re.compile(r"(?:/amp|\.amp)(\.html)?(/?)\Z")
_MOBILE = frozenset({"m", "mobile", "amp", "touch", "wap"})
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "edu", "or", "ne", "go"})


def canonical(url: str) -> str:
    """The identity of a page whose address is already normal (see `links.parse`).

    Scheme and ``www.`` are kept: they are part of an address that works.
    """
    parts = _unwrapped(urlsplit(url))
    host = _desktop(parts.netloc)
    path = _without_amp(parts.path) or "/"
    query = "&".join(sorted(pair for pair in parts.query.split("&") if pair and not _noise(pair)))
    return urlunsplit((parts.scheme, host, path, query, ""))


def same_site(one: str, other: str) -> bool:
    """Whether two hosts belong to one site: equal but for ``www.``, ``m.`` and the like, or one under the other."""
    first, second = _bare(one), _bare(other)
    return first == second or first.endswith(f".{second}") or second.endswith(f".{first}")


def _bare(netloc: str) -> str:
    return _desktop(netloc).removeprefix("www.")


def _noise(pair: str) -> bool:
    low = pair.lower()
    name = low.partition("=")[0]
    return name in _TRACKING or name.startswith(_TRACKING_PREFIX) or low.removesuffix("=") in _AMP_QUERY


def _unwrapped(parts: SplitResult) -> SplitResult:
    """The publisher's page behind an AMP cache: ``google.com/amp/s/…`` and ``….cdn.ampproject.org/c/s/…``."""
    google = _GOOGLE.match(parts.netloc) and parts.path.startswith("/amp/")
    inner = _CACHED.match(parts.path) if google or parts.netloc.endswith(".cdn.ampproject.org") else None
    if not inner:
        return parts
    secure, host, path = inner.groups()
    return parts._replace(scheme="https" if secure else "http", netloc=host.lower(), path=path or "/")


def _desktop(netloc: str) -> str:
    labels = netloc.split(".")
    if len(labels) > 3 and labels[1] == "m":  # en.m.wikipedia.org  # noqa: PLR2004
        return ".".join((labels[0], *labels[2:]))
    if len(labels) < 3 or labels[0] not in _MOBILE:  # noqa: PLR2004  m.tld is a site of its own
        return netloc
    rest = labels[1:]
    apex = len(rest) == 2 or (len(rest) == 3 and rest[1] in _SECOND_LEVEL)  # noqa: PLR2004
    return ".".join(("www", *rest) if apex else rest)


def _without_amp(path: str) -> str:
    if path.startswith("/amp/") and len(path) > len("/amp/"):
        return path.removeprefix("/amp")
    end = _AMP_END.search(path)
    if not end or not end.start():
        return path
    extension, slash = end.groups()
    return path[: end.start()] + ((extension or "") if path[end.start()] == "." else slash)
