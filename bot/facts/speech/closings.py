"""How a quotation closes, which tells where its speaker stands: a comma leads on, a full stop has said all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.facts.speech.claim import Claim
    from bot.facts.text.marks import Quotation
    from bot.facts.text.page import Page

WHOLE = 12  # characters of a quotation that may be a whole sentence
BESIDE, SHORT = 3, 9  # tokens before a name, and of the whole sentence, that only tells who spoke before
LAST = 6  # characters in which a quotation's last marks stand
_WHOLE = re.compile(r"[.?!,…)]['’]*\s*$")
_ENDED = re.compile(r"(?<!\.\.)[.)][\"”’')]*$")
_CREDIT = re.compile(r"[\"”’'](?:[.,]?(:)\s|\s?[—–-]{1,2}\s?)")
_LEADING = re.compile(r"[,?!…—–-]\s*$")


def leads_on(text: str, quotation: Quotation) -> bool:
    """Whether a quotation ends like one whose "he said" follows: with a comma, a dash, a question, an exclamation."""
    behind = text[quotation.right + 1 : quotation.right + 2]
    return behind in {",", "-", "–", "—"} or bool(_LEADING.search(text[quotation.right - 2 : quotation.right]))


def is_ended(text: str, quotation: Quotation) -> bool:
    """Whether a full stop or a bracket stands before the closing mark."""
    return bool(_ENDED.search(text[quotation.right - LAST : quotation.right + 1].rstrip()))


def is_whole(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is a sentence by itself."""
    said = text[quotation.left : quotation.right]
    return said[:1].isupper() and len(said) > WHOLE and bool(_WHOLE.search(said[-LAST:]))


def only_tells(page: Page, claim: Claim) -> bool:
    """Whether a sentence only names the speaker of what stands before it: '"It is late." Roe said in tears.'."""
    verb, sentence = page.token[claim.verb], page.sentences[claim.sentence]
    more = any(child.dep_ in {"ccomp", "xcomp", "dobj", "conj", "prt"} for child in verb.children)
    short = claim.head - sentence.first < BESIDE and sentence.last - sentence.first <= SHORT
    rest = page.text[verb.idx : sentence.right + 3]
    return short and not more and verb.lemma_ in {"say", "add", "tell", "write", "tweet"} and ":" not in rest


def is_credited(page: Page, quotation: Quotation, last: int) -> bool:
    """Whether a colon stands behind a quotation, or a dash with a name and no verb; ``last``: the token behind."""
    sign = _CREDIT.match(page.text, quotation.right)
    if not sign or last >= len(page.token):
        return False
    rest = page.token[last : page.sentence_of(last).last]
    return bool(sign[1]) or not any(token.pos_ in {"VERB", "AUX"} for token in rest)
