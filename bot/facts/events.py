"""What happens, clause by clause: the verb of a title or a sentence, who does it, and the shortest predicate that tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.facts import grammar
from bot.facts.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from bot.facts.page import Page, Sentence

_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
# Words that open what is not part of the shortest answer: circumstances of time, cause and manner.
_CUT = frozenset(
    "after as while because amid following since when if before despite although though until unless but whereas ... - -- – — ; :".split()
)
_PLACE_TIME = frozenset({"in", "at", "near", "during", "within", "by", "from", "with", "without", "under", "throughout", "on"})
_SHOWING = frozenset({"show", "capture", "reveal", "depict", "find", "suggest", "say"})
KICKER = 2  # words that before a colon are a kicker, whatever they look like
_LONGEST = 24  # tokens of a predicate


@dataclass(frozen=True, slots=True)
class Event:
    """Token indexes: the verb, the subject's head (None without one), the predicate from ``first`` to before ``last``."""

    sentence: Sentence
    verb: int
    subject: int | None
    first: int
    last: int
    passive: bool


def title_event(page: Page) -> Event | None:
    """The event that the headline tells, or None for a headline without a verb."""
    title = page.title
    if title is None:
        return None
    first, last = segment(page, title)
    verb = _title_verb(page, first, last)
    if verb is not None and page.doc[verb].lemma_.lower() in _SHOWING and page.doc[verb - 1].lemma_.lower() in words("showing_nouns"):
        first, verb = verb + 1, _title_verb(page, verb + 1, last)
    if verb is None:
        return None
    subject = _left_noun(page.doc, verb, first)
    begin, end = _bounds(page, page.doc[verb], last)
    passive = page.doc[verb].tag_ in {"VBN", "VBD"} and _object(page.doc[verb]) is None and not _has_aux(page.doc[verb])
    return Event(title, verb, subject, begin, end, passive or grammar.is_passive(page.doc[verb]))


def segment(page: Page, title: Sentence) -> tuple[int, int]:
    """The part of a headline that tells the event: behind a quotation, a kicker ("Storm: …") or a clause ("As …, …")."""
    doc, first, last = page.doc, title.first, title.last
    while first < last - 1 and (page.quoted[first] or doc[first].is_quote or doc[first].is_punct):
        first += 1
    if first >= last - 1:
        return title.first, last
    for index in range(first + 1, last - 1):
        if doc[index].text in {":", "|"}:
            behind = any(doc[i].pos_ in {"VERB", "AUX"} for i in range(index + 1, last))
            before = index - first > KICKER and any(doc[i].tag_ in _FINITE for i in range(first, index))
            longer = last - index > index - first
            return (first, index) if before or not (behind or longer) else (index + 1, last)
        if doc[index].text == "," and doc[first].lower_ in _CUT and index - first >= 3 and last - index > 3:
            return index + 1, last
    return first, last


def _title_verb(page: Page, first: int, last: int) -> int | None:
    doc = page.doc
    verbs = {token.lemma_.lower() for token in doc[last:] if token.pos_ == "VERB"}
    for index in range(first + 1, last):
        token = doc[index]
        if page.quoted[index] or token.lower_ in _CUT:
            if token.lower_ in _CUT and index > first + 1:
                break
            continue
        if token.tag_ in _FINITE and not _subordinate(token, first):
            return _lexical(token, last)
        if token.tag_ in {"NNS", "NNPS", "NN", "VB"} and _misread(doc, index, first, last, verbs):
            return index
        if token.tag_ in {"VBN", "VBG"} and token.dep_ in {"ROOT", "acl", "relcl", "appos", "conj", "ccomp"} and _on_top(token, first):
            return index
    return None


def _on_top(token: Token, first: int) -> bool:
    """Whether a participle hangs on the headline's first noun, not on one inside a phrase."""
    return token.tag_ == "VBN" and (token.dep_ != "acl" or token.head.dep_ not in {"dobj", "pobj"} or token.head.i == first) or token.dep_ == "ccomp"


def _subordinate(token: Token, first: int) -> bool:
    """A verb inside a relative clause or behind "who", "that": not the headline's own."""
    if token.dep_ == "relcl" or (token.dep_ == "aux" and token.head.dep_ == "relcl"):
        return True
    return token.i > first and token.nbor(-1).tag_ in {"WP", "WDT"}


def _lexical(token: Token, last: int) -> int:
    """The main verb behind an auxiliary ("are outraged", "is elected")."""
    if token.dep_ in {"aux", "auxpass"} and token.i < token.head.i < last:
        return token.head.i
    return token.i


def _misread(doc: Doc, index: int, first: int, last: int, verbs: set[str]) -> bool:
    """A headline verb that the tagger took for a noun: the body uses it as a verb, a name stands before, an object behind."""
    token, before = doc[index], doc[index - 1]
    if index + 1 >= last or before.pos_ not in {"PROPN", "NOUN"}:
        return False
    plural_like = token.lower_.endswith("s") and token.tag_ in {"NNS", "NNPS"}
    if not plural_like and not (before.tag_ == "NNS" and token.tag_ in {"NN", "VB"}) and token.tag_ != "VB":
        return False
    lemma = token.lemma_.lower().rstrip("s") if token.lemma_.lower() not in verbs else token.lemma_.lower()
    known = lemma in verbs or lemma + "e" in verbs or lemma in words("headline_verbs")
    return known and doc[index + 1].pos_ not in {"VERB", "AUX"} or (known and token.head.i == index + 1)


def _left_noun(doc: Doc, verb: int, first: int) -> int | None:
    """The head of the noun phrase before a headline's verb: past auxiliaries, adverbs and phrases that hang on it."""
    for child in doc[verb].lefts:
        if child.dep_ in {"nsubj", "nsubjpass"} and child.i >= first and child.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
            return child.i
    if doc[verb].dep_ in {"acl", "relcl"} and first <= doc[verb].head.i < verb:
        return doc[verb].head.i
    for index in range(verb - 1, first - 1, -1):
        if doc[index].pos_ in {"NOUN", "PROPN", "PRON"}:
            return _topmost(doc[index], first, verb)
    return None


def _topmost(token: Token, first: int, verb: int) -> int:
    """From a noun inside a prepositional phrase up to the noun that the phrase hangs on."""
    while token.dep_ in {"pobj", "prep", "compound", "nmod", "amod", "poss"} and first <= token.head.i < verb:
        token = token.head
    return token.i


def _object(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in {"dobj", "attr", "acomp"}), None)


def _has_aux(verb: Token) -> bool:
    return any(child.dep_ == "aux" for child in verb.children)


def clause_events(page: Page, sentence: Sentence) -> Iterator[Event]:
    """The events of a sentence: its main verb first, then the one that a reporting verb reports."""
    doc = page.doc
    roots = [doc[i] for i in range(sentence.first, sentence.last) if doc[i].dep_ == "ROOT"]
    for root in roots:
        for verb in _told(root):
            if verb.pos_ not in {"VERB", "AUX"} or page.quoted[verb.i]:
                continue
            subject = grammar.subject(verb)
            begin, end = _bounds(page, verb, sentence.last)
            yield Event(sentence, verb.i, subject.i if subject is not None else None, begin, end, grammar.is_passive(verb))


def _told(root: Token) -> Iterator[Token]:
    """The content of a reporting verb before the verb itself."""
    reports = root.lemma_.lower() in words("report_verbs")
    told = [child for child in root.children if child.dep_ in {"ccomp", "parataxis"}] if reports else []
    yield from told
    if not told:
        yield root


def _bounds(page: Page, verb: Token, limit: int) -> tuple[int, int]:
    """Where the shortest predicate begins and ends."""
    doc = page.doc
    begin = min([child.i for child in verb.lefts if child.dep_ in {"aux", "auxpass", "neg"}] + [verb.i])
    end, has_object = verb.i + 1, False
    for index in range(verb.i + 1, min(limit, begin + _LONGEST)):
        token = doc[index]
        if _ends(doc, index) and not page.quoted[index]:
            break
        if token.tag_ in {"WDT", "WP", "WRB"} or (token.lower_ == "that" and token.dep_ in {"mark", "nsubj"} and has_object):
            break
        if token.dep_ == "cc" and index + 1 < limit and _new_clause(token):
            break
        if has_object and token.dep_ == "prep" and token.lower_ in _PLACE_TIME and token.head.i == verb.i and token.lower_ != "on":
            break
        if has_object and token.lower_ in {"in", "near"} and index + 1 < limit and _names_place(doc, index + 1, limit):
            break
        if has_object and token.ent_type_ in {"DATE", "TIME"} and token.dep_ in {"npadvmod", "nummod"}:
            break
        has_object = has_object or (token.dep_ in {"dobj", "attr", "acomp", "oprd", "ccomp", "xcomp"} and token.head.i == verb.i)
        end = index + 1
    return begin, _without_dangling(doc, verb.i, end)


def _ends(doc: Doc, index: int) -> bool:
    """Whether the predicate is over before a token: at a mark, a dash between spaces, or a word that opens circumstances."""
    token = doc[index]
    if token.text == "-" and not doc[index - 1].whitespace_:
        return False
    return token.lower_ in _CUT or token.is_space or (token.text in {",", ".", "?", "!"} and not _number(doc, index))


def _names_place(doc: Doc, first: int, limit: int) -> bool:
    """Whether a place name stands within the next few words of one noun phrase."""
    for index in range(first, min(limit, first + 6)):
        if doc[index].ent_type_ in {"GPE", "LOC", "FAC"}:
            return True
        if doc[index].pos_ in {"VERB", "PUNCT", "CCONJ"}:
            return False
    return False


def _number(doc: Doc, index: int) -> bool:
    return index + 1 < len(doc) and doc[index + 1].like_num and doc[index - 1].like_num


def _new_clause(conjunction: Token) -> bool:
    """Whether "and" joins another verb with its own subject, or another main verb."""
    for child in conjunction.head.children:
        if child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"} and child.i > conjunction.i:
            subject = any(own.dep_ in grammar.SUBJECTS for own in child.children)
            return subject or conjunction.head.tag_ in _FINITE or conjunction.head.tag_ == "VBN"
    return False


def _without_dangling(doc: Doc, verb: int, end: int) -> int:
    while end - 1 > verb and (doc[end - 1].pos_ in {"ADP", "DET", "CCONJ", "SCONJ", "PUNCT", "PART"} and doc[end - 1].dep_ != "prt"):
        end -= 1
    return end
