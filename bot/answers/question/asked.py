"""What the grammar of a question tells: the noun asked for, the gap that the answer fills, and the verbs in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bot.model import Token

_NOMINAL = frozenset({"NOUN", "PROPN"})
_BETWEEN = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "ADV"})
_ENDING = frozenset({"PUNCT", "ADP", "SCONJ", "PRON", "SPACE"})


class Asked(NamedTuple):
    """What the grammar tells: the noun asked for and its number, what the question word is to its verb, the verbs.

    ``verb`` is the main one's lemma, ``verbs`` are all but auxiliaries; ``gap`` is the lemma of
    the word that the answer depends on; ``subject`` is one that asks nothing.
    """

    noun: str | None = None
    plural: bool = False
    role: str = ""
    gap: str | None = None
    subject: str | None = None
    verb: str | None = None
    verbs: tuple[str, ...] = ()
    ends_in_verb: bool = False


def asked_of(text: str, tokens: tuple[Token, ...]) -> Asked:
    """Of a question's words, as the parse has them."""
    at = next((at for at, token in enumerate(tokens) if token.tag.startswith("W")), None)
    said = [token for token in tokens if token.pos not in {"PUNCT", "SPACE"}]
    root = next((token for at, token in enumerate(tokens) if token.head == at and token.pos in {"VERB", "AUX"}), None)
    noun = None if at is None else _noun(text, tokens, at)
    return Asked(
        noun=noun.lemma.lower() if noun else None,
        plural=noun is not None and noun.tag in {"NNS", "NNPS"},
        role="" if at is None else _role(tokens, at),
        gap=None if at is None else _gap(tokens, at),
        subject=_subject(text, tokens),
        verb=root.lemma.lower() if root else None,
        verbs=tuple(each.lemma.lower() for each in tokens if each.pos == "VERB" or _is_main(each, root)),
        ends_in_verb=bool(said) and said[-1].pos == "VERB",
    )


def _is_main(token: Token, root: Token | None) -> bool:
    """Whether it is the "be" that the question turns on."""
    return token is root and token.lemma == "be"


def _role(tokens: tuple[Token, ...], at: int) -> str:
    asking = tokens[at]
    return tokens[asking.head].dep if asking.dep in {"det", "poss"} else asking.dep


def _gap(tokens: tuple[Token, ...], at: int) -> str:
    """The lemma of the word that the answer would depend on."""
    asking = tokens[at]
    if asking.dep in {"det", "poss"}:
        asking = tokens[asking.head]
    over = tokens[asking.head]
    return (tokens[over.head] if over.pos == "ADP" else over).lemma.lower()


def _subject(text: str, tokens: tuple[Token, ...]) -> str | None:
    for at, token in enumerate(tokens):
        if token.dep in {"nsubj", "nsubjpass"} and not token.tag.startswith("W"):
            tree = [each for each in range(len(tokens)) if _under(tokens, each, at)]
            if not any(tokens[each].tag.startswith("W") for each in tree):
                return text[tokens[tree[0]].start : tokens[tree[-1]].end]
    return None


def _under(tokens: tuple[Token, ...], at: int, top: int) -> bool:
    for _ in tokens:
        if at == top:
            return True
        at = tokens[at].head
    return False


def _noun(text: str, tokens: tuple[Token, ...], at: int) -> Token | None:
    """The last noun of the phrase after the question word; after "what is", only where no verb follows it."""
    begin = at + 1
    word = text[tokens[at].start : tokens[at].end].lower()
    if word == "how" and begin < len(tokens) and tokens[begin].lemma.lower() in {"many", "much"}:
        begin += 1
    elif word not in {"what", "which", "whose"}:
        return None
    equated = begin < len(tokens) and tokens[begin].lemma.lower() in {"be", "'s", "\u2019s"} and word != "whose"
    begin += equated
    noun = None
    end = begin
    while end < len(tokens) and (tokens[end].pos in _BETWEEN or tokens[end].tag in {"POS", "PRP$", "CD"}):
        if tokens[end].pos in _NOMINAL:
            noun = tokens[end]
        elif noun is not None and tokens[end].pos != "NUM" and tokens[end].tag != "POS":
            break
        end += 1
    if equated and end < len(tokens) and tokens[end].pos not in _ENDING | {"DET", "ADV"}:
        return None
    return noun
