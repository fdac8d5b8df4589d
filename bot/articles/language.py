"""The language of a text, by py3langid, and its name in English. Pure."""

from __future__ import annotations

import re

_ENOUGH = 3_000  # characters: more changed no verdict on the development pages
_SHORT = 25  # words: below that the words of English and the page's own attribute tell more than the classifier
_COMMON = frozenset(
    """
    the of and to in a is that for it on was with as at by be from has have had are were said not but an this which
    he she they his her their its who will would been after over new more when about there or one than we you i
    """.split()  # noqa: SIM905  a list of fifty words reads worse
)
_COMMON_SHARE = 0.2  # of the words of running English at least; about .4 in news, under .1 in related languages


def of(text: str, attribute: str | None = None) -> str:
    """The ISO 639-1 code of a text; ``attribute`` is the ``lang`` of its page, which helps where there is little text."""
    hint = (attribute or "").strip().lower()[:2]
    hint = hint if re.fullmatch("[a-z]{2}", hint) else ""
    start = text[:_ENOUGH]
    words = re.findall(r"[^\W\d_]+", start.lower())
    if not words:
        return hint or "en"
    share = sum(word in _COMMON for word in words) / len(words)
    if len(words) < _SHORT and (share >= _COMMON_SHARE or hint):
        return "en" if share >= _COMMON_SHARE else hint
    import py3langid

    ranked = (str(code) for code, _ in py3langid.rank(start))
    best = next((code for code in ranked if len(code) == 2), "en")  # noqa: PLR2004  ISO 639-1, not its sisters of three
    return "en" if share >= 1.5 * _COMMON_SHARE else best


def name(code: str) -> str:
    """The language's name in English; the code itself where it has none."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code).get_language_name("en") or code
    except (UnknownLocaleError, ValueError):
        return code
