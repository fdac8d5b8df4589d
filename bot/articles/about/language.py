"""The language of a text, by py3langid, and its name in English. Pure."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_ENOUGH = 3_000  # characters: more changed no verdict on the development pages
_SHORT = 12  # words: below that the words of English and the page's own attribute tell more than the classifier
_TOO_FEW = 8  # words: below that the classifier guesses, and no digest is made of them anyway
_COMMON = frozenset(
    """
    the of and to in a is that for it on was with as at by be from has have had are were said not but an this which
    he she they his her their its who will would been after over new more when about there or one than we you i
    """.split()
)
_SURE = frozenset({"the", "and"})  # of them, those that no other language writes often
_COMMON_SHARE = 0.2  # of the words of English at least; about .4 in news, under .1 in related languages
_PLAIN_SHARE = 0.3  # English beyond doubt, so that nothing has to be classified
_CODE = 2  # letters of ISO 639-1


def of(text: str, attribute: str | None = None) -> str:
    """The ISO 639-1 code of a text; ``attribute`` is the ``lang`` of its page, which helps where words are few."""
    hint = (attribute or "").strip().lower()[:2]
    hint = hint if re.fullmatch("[a-z]{2}", hint) else ""
    start = text[:_ENOUGH]
    words = re.findall(r"[^\W\d_]+", start.lower())
    if not words:
        return hint or "en"
    share = sum(word in _COMMON for word in words) / len(words)
    if len(words) < _SHORT and (share >= _COMMON_SHARE or hint):
        return "en" if share >= _COMMON_SHARE else hint
    if len(words) < _TOO_FEW and "".join(words).isascii():
        return "en"
    return "en" if share >= _PLAIN_SHARE or _plain_between_names(start) else _classified(start)


def _plain_between_names(text: str) -> bool:
    """Whether what stands between the names is English: a list of foreign ministers is no foreign text."""
    small = [word for word in re.findall(r"[^\W\d_]+", text) if word[0].islower()]
    return not _SURE.isdisjoint(small) and sum(word in _COMMON for word in small) >= _PLAIN_SHARE * len(small)


def _classified(text: str) -> str:
    return str(_classifier().classify(text)[0])


@cache
def _classifier() -> LanguageIdentifier:
    """Of the languages that ISO 639-1 has a code for: without creoles and dialects it takes a third less memory."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    whole = LanguageIdentifier.from_model_file(MODEL_FILE)
    known = [at for at, code in enumerate(whole.nb_classes) if len(code) == _CODE]
    codes, table, priors = [whole.nb_classes[at] for at in known], whole.nb_ptc[:, known], whole.nb_pc[known]
    return LanguageIdentifier(table, priors, codes, whole.tk_nextmove, whole.tk_output, tk_row=whole.tk_row)


def name(code: str) -> str:
    """The language's name in English; the code itself where it has none."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code).get_language_name("en") or code
    except (UnknownLocaleError, ValueError):
        return code
