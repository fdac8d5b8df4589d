"""Whether a person holds an office of the state: by what stands beside the name, wherever the article mentions it.

A minister, a senator or a judge always does; a director, a spokesman or an official does where a body of the state
stands in the role; a president does before the name, or of a country. Who has left an office is a private person.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.facts.grammar.grammar import begin_of_name
from bot.facts.text.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from bot.facts.people.people import Person
    from bot.facts.text.page import Page

MENTIONS = 16  # of a person that are looked at
BEFORE, BEHIND = 9, 16  # tokens beside the name in which a role stands
_SEATED = re.compile(r"\s?\(\s?(?:R|D|I)(?:-|–|\))")  # "(D-NY)"
_LEFT = frozenset({"former", "ex", "ex-", "retired", "then", "late", "onetime", "ousted"})
# Ranks and offices right before a name, with a capital.
_RANKS = frozenset(
    "gen general col colonel lt lieutenant maj major sgt sergeant adm admiral brig brigadier cmdr det insp supt pc "
    "cllr rep sen gov amb cpl pvt capt officer trooper marshal speaker secretary commissioner commander".split()
)
_HEADS = frozenset({"president", "leader", "chief", "head", "chair", "chairman", "chairwoman"})
# Roles that are offices where a body of the state gives them.
_ROLES = _HEADS | frozenset(
    "director commander commissioner spokesman spokeswoman spokesperson secretary officer official administrator "
    "adviser advisor aide member whip deputy coordinator investigator attorney agent general major colonel sergeant "
    "lieutenant specialist representative minister".split()
)
_NAMED = re.compile(
    r"\b(?:White House|State Department|Home Office|Foreign Office|Downing Street|Capitol|Air Force|Federal Reserve|"
    r"United Nations|European Union|Fire (?:Service|Brigade)|U\.?N|E\.?U|FBI|CIA|NSA|NASA|DEA|CDC|FDA|EPA|IRS|ICE|DOJ|"
    r"NTSB|FAA|FEMA|NHS|HUD|Department|Authority|Bureau|National (?:Security|Guard|Park)|"
    r"House (?:of|[Ss]peaker|[Mm]ajority|[Mm]inority|[A-Z]\w+(?: and [A-Z]\w+)? (?:[Ss]ub)?[Cc]ommittee))\b|"
    r"\b(?:(?:city|town|county|district|borough|parish|state|security|City|County|Security) [Cc]ouncil|council leader|"
    r"air force|fire (?:service|brigade)|central bank|public (?:prosecution|health)|supreme court|civil service)"
)
_INSIDE = frozenset("of for to the at in on and 's ’s - – & a an".split())
_BETWEEN = frozenset({"of", "for", "to", "at", "in", "on"})
_NATIONS = frozenset({"GPE", "NORP"})


def is_official(page: Page, person: Person) -> bool:
    """Whether any mention of a person stands with an office, and none with a former one."""
    held = False
    for last in person.mentions[:MENTIONS]:
        if page.quoted[last]:
            continue
        first = begin_of_name(page.token[last])
        end = page.token[last].idx + len(page.token[last])
        held = held or bool(_SEATED.match(page.text, end))
        for phrase, before in (
            (_before(page, first), True),
            (_behind(page, last), False),
            (_above(page, first, last), False),
        ):
            if phrase and is_office(phrase, before=before):
                if any(token.lower_ in _LEFT for token in phrase):
                    return False
                held = True
    return held


def is_shared(role: str) -> bool:
    """Whether an office is told of several at once: "the foreign ministers of …" makes each of them one."""
    last = role.lower().split(" of ")[0].rsplit(maxsplit=1)[-1:]
    return (
        bool(last)
        and last[0] in words("office_nouns")
        and last[0].endswith("s")
        and not _LEFT & set(role.lower().split())
    )


def is_body(name: str) -> bool:
    """Whether a name is that of a well-known body of the state: "the FBI", "White House officials"."""
    return bool(_NAMED.search(name)) and not _is_private(name.lower().split())


def _before(page: Page, first: int) -> list[Token]:
    """The words of a role before a name, back to a verb, a comma or the sentence's beginning."""
    found: list[Token] = []
    start = max(page.sentence_of(first).first, first - BEFORE)
    for index in range(first - 1, start - 1, -1):
        token = page.token[index]
        dotted = token.text.endswith(".") and index > start  # "Lt. Col."
        if not (
            token.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"} or token.lower_ in _INSIDE or dotted or token.lower_ in _LEFT
        ):
            break
        found.insert(0, token)
    return found


def _above(page: Page, first: int, last: int) -> list[Token]:
    """The role to which a name stands in apposition: "the French president, Luc Morel,"."""
    head = page.token[last].head
    if page.token[last].dep_ != "appos" or head.i >= first or head.ent_type_ == "PERSON":
        return []
    return list(page.token[max(head.left_edge.i, first - BEFORE) : first - 1])


def _behind(page: Page, last: int) -> list[Token]:
    """The words of an apposition: between the comma behind a name and the next one, or a verb."""
    doc, sentence = page.doc, page.sentence_of(last)
    if last + 1 >= sentence.last or doc[last + 1].text not in {",", "—", "–", "("}:
        return []
    found: list[Token] = []
    for index in range(last + 2, min(sentence.last, last + 2 + BEHIND)):
        token = doc[index]
        if token.text in {",", ";", ")", "—", "("} or token.tag_ in {"VBD", "VBZ", "VBP", "MD", "WP", "WDT"}:
            break
        if token.ent_type_ == "PERSON":
            return []
        found.append(token)
    return found


def is_office(phrase: list[Token], *, before: bool) -> bool:
    """Whether the words of a role are an office: by its head word and what gives it."""
    phrase = [token for token in phrase if token.text != "."]
    if not phrase:
        return False
    small = [token.lower_.rstrip(".") for token in phrase]
    ranked = before and small[-1] in _RANKS and phrase[-1].text[:1].isupper()
    heads = set(_heads(small)) | ({small[-1]} & _ROLES)
    advises = "general" in heads and {"attorney", "solicitor", "surgeon"} & set(small)
    if ranked or advises or heads & words("office_nouns"):
        return True
    text = "".join(token.text_with_ws for token in phrase)
    if heads & _ROLES and (words("state_bodies") & set(small) or _NAMED.search(text)):
        return not _is_private(small)
    return "president" in heads and _presides(phrase, before=before)


def _presides(phrase: list[Token], *, before: bool) -> bool:
    """Whether a president is one of a country: "President Roe", "the French president", "president of France"."""
    others = [token for token in phrase if token.lower_ not in _INSIDE | {"president", "vice", "then"}]
    if before and not others:
        return phrase[-1].text == "President"
    return bool(others) and all(
        token.ent_type_ in _NATIONS or token.lower_ in words("broad_places") for token in others
    )


def _heads(small: list[str]) -> Iterator[str]:
    """The head words of a role: before "of …", "to …", and at the end: "ambassador to Chad", "aide to the minister"."""
    cut = next((at for at, word in enumerate(small) if at and word in _BETWEEN), len(small))
    yield from (word for word in small[max(0, cut - 1) : cut] if word)
    if "and" in small[:cut]:
        at = small.index("and")
        yield from small[max(0, at - 1) : at]


def _is_private(small: list[str]) -> bool:
    """Whether a company, a union, a school or a party gives the role."""
    return any(word in words("private_bodies") for word in small)
