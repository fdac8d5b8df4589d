"""Who can act: whether a word or a phrase means somebody, and whether it says who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.facts.grammar import grammar
from bot.facts.text.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from bot.facts.text.page import Page

NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
# Bodies that say nothing without their name.
_GENERIC = frozenset("agency department commission council committee panel board bureau staff network crew".split())
# Of these a headline tells as of people: "Cat found after five years".
_ANIMALS = frozenset(
    "cat kitten dog puppy horse pony bear whale dolphin elephant lion tiger shark bird wolf cow bull sheep goat pig "
    "monkey gorilla panda seal swan owl fox deer".split()
)
_DEEDS = frozenset(
    "campaign sale case virus disease number rate level share price".split()
)  # that no one is, though they act
_COMMENTS = frozenset("urge point advise caution recommend agree disagree think believe".split())
_DOERS = ("ers", "ors", "ists", "ians", "men", "women", "people")


def acts_in(doc: Doc, first: int, last: int) -> bool:
    """Whether somebody can be meant: a name, a person's role, people."""
    for token in doc[first:last]:
        lemma = token.lemma_.lower()
        if token.ent_type_ in NAMES or token.pos_ == "PROPN":
            return True
        if lemma in words("human_nouns") or lemma in words("group_nouns"):
            return True
    return False


def is_somebody(head: Token) -> bool:
    """Whether the head word itself is somebody, not only a name beside it ("Acme sales", "the map of Ruritania")."""
    lemma = head.lemma_.lower()
    if lemma in _ANIMALS:
        return True
    if {lemma, lemma.removesuffix("s")} & (words("event_nouns") | _DEEDS):
        return False
    opens = head.is_sent_start and head.pos_ == "NOUN"  # its capital is the sentence's
    if (head.ent_type_ in NAMES and not opens) or head.pos_ in {"PROPN", "NUM"}:
        return True
    known = lemma in words("human_nouns") or lemma in words("group_nouns") or lemma in words("official_words")
    return known or head.lower_.endswith(_DOERS)


def is_name(page: Page, head: Token) -> bool:
    """Whether a headline's noun is a name that the tagger misses: the body never writes it small."""
    titled = page.title is not None and head.i < page.title.last and head.pos_ == "NOUN"
    return titled and head.text[:1].isupper() and {token.text for token in _again(page, head)} == {head.text}


def is_small(page: Page, head: Token) -> bool:
    """Whether a headline's name is none, as the body writes it small: "Cannabis"; roles are people all the same."""
    if page.title is None or head.i >= page.title.last or head.pos_ != "PROPN":
        return False
    lemmas = {head.lower_, head.lemma_.lower()}
    known = lemmas & words("human_nouns") or lemmas & words("group_nouns") or lemmas & words("official_words")
    again = tuple(token for token in _again(page, head) if token.text == head.lower_)
    return bool(again) and not known and not any(_is_one(token) for token in again)


def _is_one(token: Token) -> bool:
    """Whether it is one of several, so perhaps somebody: "a mason"."""
    return any(child.lower_ in {"a", "an"} for child in token.lefts) or token.tag_ == "NNS"


def _again(page: Page, head: Token) -> Iterator[Token]:
    """The body's mentions of a headline's word, within its sentences."""
    rest = page.token[page.title.last if page.title else 0 :]
    return (token for token in rest if token.lower_ == head.lower_ and not token.is_sent_start)


def is_nameless(head: Token) -> bool:
    """A singular role or body alone: "senator", "team"."""
    lemma = head.lemma_.lower()
    generic = lemma in words("human_nouns") or lemma in words("body_nouns") or lemma in _GENERIC
    return head.pos_ in {"NOUN", "PROPN"} and head.tag_ in {"NN", "NNP"} and generic


def does(token: Token) -> bool:
    """Whether somebody does something rather than tell of it, or comment on it."""
    lemma = token.head.lemma_.lower()
    return token.dep_ in grammar.SUBJECTS and lemma not in words("report_verbs") and lemma not in _COMMENTS


def tells(token: Token) -> bool:
    """Whether somebody reports, or is cited: "Roe said", "according to Roe", "Roe told"."""
    if token.dep_ in grammar.SUBJECTS:
        return token.head.lemma_.lower() in words("report_verbs")
    return token.dep_ == "pobj" and token.head.lower_ == "to" and token.head.head.lower_ == "according"


def acts(token: Token) -> bool:
    """Whether a name does or says something anywhere: the subject of an active verb, or behind "by"."""
    if token.dep_ == "pobj":
        return token.head.dep_ == "agent"
    return token.dep_ == "nsubj" and token.head.pos_ == "VERB"
