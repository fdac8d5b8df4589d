"""How much of an article a page gave: all of it, a teaser, or a wall in front of it. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.articles.html import jsonld
from bot.articles.html.gates import GATE
from bot.model import Receipt

if TYPE_CHECKING:
    from bot.articles.html.markup import Markup
    from bot.model import ReceiptKind

_WALL_WORDS = 200  # a page with more running text than this has an article on it, whatever stands before it
_BANNER_WORDS, _LONGEST_BANNER = 500, 5_000
_WORDS_A_SIGN = 25  # words of a wall for each sign of one
_TEASER_WORDS = 250
_END = 400  # characters at the end of a paragraph, where it calls
_CUT_WORDS = 8  # of a paragraph that breaks off; shorter lines end in dots for effect
_CALL_WORDS = 600  # a longer text may end with an offer to subscribe and be whole all the same

_CHALLENGE = re.compile(
    r"just a moment|attention required|access (?:to this page has been )?denied|verif(?:y"
    r"|ying) (?:that )?you are (?:a |not a )?(?:human|robot)"
    r"|are you a (?:human|robot)|you are (?:a human|human|not a (?:ro)?bot)|not a robot|unusual (?:traffic|activity)"
    r"|pardon our interruption"
    r"|enable javascript and cookies"
    r"|checking (?:your browser|if the site connection)|captcha|please enable (?:js|javascript|cookies)"
    r"|request (?:unsuccessful|blocked)"
    r"|you have been blocked|bot (?:detection|protection)|security check|403 forbidden"
    r"|press (?:and|&) hold|hold the button to confirm|request(?: was|s)? (?:rejected|denied|throttled)"
    r"|requested url was rejected|robot or human|(?:verifying|we are checking) your (?:connection|browser)"
    r"|required part of this site could(?:n.t| not) load|request is being verified|too many requests|client challenge"
    r"|(?:turn off|disable|pause) (?:your |any )?ad[ -]?block(?:er|ing)?|ad ?block(?:er)? detected"
    r"|not available in your (?:country|region)"
    r"|unavailable (?:for legal reasons|in (?:your|most) (?:country|region|european))",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"\b(?:we|our|us)\b[^.]{0,80}\bpartners?\b[^.]{0,80}\b(?:cookies|store|personal data|consent)"
    r"|store (?:and/or|and|or) access information|legitimate interests?|we value your privacy"
    r"|personali[sz]ed (?:ads|advertising|content)|before you continue|accept (?:all\b|(?:all )?cookies)"
    r"|use(?:s)? (?:of )?cookies|your (?:privacy|consent|cookie) (?:choices|settings|preferences)"
    r"|cookie (?:policy|settings|consent|wall)"
    r"|consent to|manage (?:your )?(?:cookies|preferences|choices|options)|reject all|gdpr"
    r"|log ?in to (?:continue|read|your)"
    r"|sign in to (?:continue|read|your)|(?:create|register for) (?:a|an|your) (?:free )?account"
    r"|already (?:have an account|registered|a member)"
    r"|forgot(?:ten)? (?:your )?password|keep me signed in",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"\b(?:you|your|we|our|us)\b", re.IGNORECASE)
_SUBSCRIBE = re.compile(
    r"subscri(?:be|ption|ber)[^.]{0,60}(?:to (?:read|continue|unlock|keep)|for (?:full|unlimited)|now|today"
    r"|required|only)"
    r"|(?:to )?(?:continue|keep) reading|read the (?:full|rest)|(?:already )?a subscriber\?|unlock (?:this|the"
    r"|full)|premium (?:article|content)"
    r"|(?:this|the) (?:article|story|content) is (?:for|reserved|available|exclusive|only)|for subscribers"
    r"|register to (?:read|continue)"
    r"|sign (?:in|up) to (?:read|continue)|remaining (?:free )?articles?|\d free articles?|try .{0,30}free"
    r"|member[- ]only|exclusive to",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"\W*(?:please |to |already |not )?(?:subscri|register|sign (?:in|up)|log ?in|continue|keep|unlock|you|become|join"
    r"|read (?:the|this|more)|this (?:article|story|content) is|create a|start|get|try|support|enjoy|premium"
    r"|for subscribers)",
    re.IGNORECASE,
)
_METER = re.compile(
    r"\b(?:read|used|viewed|have|\d+|two|three|four|five) (?:of (?:your )?)?(?:\d+|two|three|four|five)?\s?"
    r"(?:free |complimentary )?(?:articles?|stories)(?: (?:left|this month|today|a month)|\b[^.]{0,20}\bremaining)",
    re.IGNORECASE,
)
_USED_UP = re.compile(r"\b(?:limit|last|all|0|no|zero|used up)\b", re.IGNORECASE)
_CUT = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\W*\Z")


def of(lines: list[str], foreign: list[str], title: str | None, markup: Markup) -> Receipt:
    """Judge the story's lines; ``foreign`` lines were taken from the text, and may be the call to subscribe."""
    words = sum(len(line.split()) for line in lines)
    return Receipt(_kind(words, lines, foreign, title, markup), words)


def is_call(line: str) -> bool:
    """Whether a line is a call to subscribe, or counts what may still be read for nothing."""
    called = _CALL.match(line) and _SUBSCRIBE.search(line)
    return bool(called or GATE.match(line)) or _is_meter(line)


def _is_meter(line: str) -> bool:
    """Whether a line counts articles that are still free: the one above it was shown whole."""
    return bool(_METER.search(line[-_END:])) and not _USED_UP.search(line[-_END:])


def _kind(words: int, lines: list[str], foreign: list[str], title: str | None, markup: Markup) -> ReceiptKind:
    if words <= _WALL_WORDS:
        shown = "\n".join((title or "", markup.title, *lines, *foreign))[:5_000]
        if _CHALLENGE.search(shown) and words < _WALL_WORDS // 2:
            return "blocked"
    if _is_banner(words, [title or "", markup.title, *lines, *foreign]):
        return "consent"
    paid = any(map(jsonld.denied, _free(markup)))
    if words <= _TEASER_WORDS and (paid or markup.gates):
        return "teaser"
    ending = [line for line in (*lines[-2:], *foreign[-3:]) if not _is_meter(line)]
    end = "\n".join(line[-_END:] for line in ending)
    called = (_SUBSCRIBE.search(end) or any(map(GATE.match, ending))) and (paid or words <= _TEASER_WORDS)
    if words <= _CALL_WORDS and (called or markup.withheld):
        return "teaser"
    cut = bool(lines) and len(lines[-1].split()) >= _CUT_WORDS and bool(_CUT.search(lines[-1][-20:]))
    return "teaser" if cut and words <= _TEASER_WORDS else "full"


def _is_banner(words: int, shown: list[str]) -> bool:
    """Whether the lines ask their reader for consent or a name, and do little else.

    A report about consent speaks of it as often, but not to its reader.
    """
    if words > _BANNER_WORDS:
        return False
    text = "\n".join(shown)[:_LONGEST_BANNER]
    if _WORDS_A_SIGN * len(_ADDRESSED.findall(text)) < words:
        return False
    asked = len(_CONSENT.findall(text))
    if not asked:
        return False
    asking = sum(len(line.split()) for line in shown[2:] if _CONSENT.search(line[:_LONGEST_BANNER]))
    return (words <= _WALL_WORDS and _WORDS_A_SIGN * asked >= words) or (asked > 1 and 2 * asking > words)


def _free(markup: Markup) -> list[object]:
    stated: list[object] = [node["isAccessibleForFree"] for node in markup.graph if "isAccessibleForFree" in node]
    tier = markup.meta.get("article:content_tier", "").lower()
    return [*stated, *(["false"] if tier in {"locked", "metered"} else [])]
