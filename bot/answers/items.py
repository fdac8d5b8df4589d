"""Answers that are several, and answers that the digest has already: quotations, figures, what is coming, countries."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from bot.answers.question.typed import spoken
from bot.answers.spans.told import facts_of
from bot.answers.spans.tree import tree_of
from bot.model import Evidence, Item

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answers.question.value import Wish
    from bot.answers.spans.choose import Chosen
    from bot.answers.spans.tree import Tree
    from bot.model import Digest, Dossier, Fact

MOST = 5
"""How many items an answer shows."""

_BARE = re.compile(
    r"(?:and |so |but |ok )*(?:the |any |all |key |main |other |more )*"
    r"(?:numbers?|figures?|stats?|statistics|next steps?|next|what (?:is |are |comes |happens |will happen )?(?:the )?"
    r"next(?: steps?)?|what now|timeline|upcoming|quotes?|quotations?|statements?|when|where|who|why|how|what happened|"
    r"what is (?:it|this|that|the (?:article|story|news)) about|when (?:was|is|did) (?:it|this|that)(?: happen)?|"
    r"where (?:was|is|did) (?:it|this|that)(?: happen)?|who is (?:involved|it about)|"
    r"why did (?:it|this|that) happen|how did (?:it|this|that) happen|(?:which|what) countries(?: are (?:involved|"
    r"affected|named|mentioned))?|countries)"
)
_EVENT = frozenset("meet meeting talk gather gathering happen occur event hold place take".split())
_COUNTRY = frozenset({"country", "nation", "countries", "state"})
_SEPARATOR = frozenset({"conj", "appos"})


def direct(wish: Wish, dossier: Dossier) -> tuple[Item, ...]:
    """What the digest has for a question about the whole article ("numbers?", "next steps", "when?"), the best first.

    Empty when the question asks for something in particular, or the digest has nothing of the sort.
    """
    digest = dossier.digest
    if role := _role(wish, dossier):
        return role
    if wish.leans or not (_BARE.fullmatch(spoken(wish.words)) or _of_event(wish)):
        return ()
    if wish.noun in _COUNTRY or "countries" in spoken(wish.words):
        return _countries(digest)
    if wish.kind == "said":
        return tuple(Item(quote.words, quote.evidence) for quote in digest.quotes[:MOST])
    if wish.kind == "what":
        return tuple(_whole(fact, dossier) for fact in digest.what[:1])
    return tuple(Item(fact.words, fact.evidence) for fact in facts_of(wish.kind, digest)[:MOST])


def _whole(fact: Fact, dossier: Dossier) -> Item:
    """What happened is a sentence, not its predicate alone."""
    sentence = fact.evidence.sentence
    start = dossier.article.text.rfind(sentence, 0, fact.evidence.start + len(sentence))
    return Item(sentence, Evidence(start, start + len(sentence), sentence, sentence))


def unknown(wish: Wish) -> bool:
    """Whether it asks what comes next, and nothing else, so that only what is announced can be the answer."""
    return wish.kind == "next" and not wish.leans and _BARE.fullmatch(spoken(wish.words)) is not None


def _of_event(wish: Wish) -> bool:
    """Whether only words for the event as a whole are in it: "where did they meet", "who met"."""
    focus = {lemma for lemma, _ in wish.focus}
    return wish.kind in {"who", "where", "when"} and bool(focus) and focus <= _EVENT and not wish.names


def _role(wish: Wish, dossier: Dossier) -> tuple[Item, ...]:
    """Who somebody is, by the role that the digest knows, with the sentence that has both."""
    asked = set(re.findall(r"\w+", (wish.subject or "").lower()))
    text, spans = dossier.article.text, dossier.reading.sentences
    for fact in dossier.digest.who if wish.kind == "person" and asked else ():
        name = fact.words.lower().split()
        if not fact.role or not asked <= set(name) or name[-1] not in asked:
            continue
        for start, end, _ in spans:
            at = text.find(fact.role, start, end)
            if at >= 0 and name[-1] in text[start:end].lower():
                stop = at + len(fact.role)
                return (Item(fact.role, Evidence(at, stop, fact.role, text[start:end])),)
    return ()


def items_of(wish: Wish, chosen: Chosen, dossier: Dossier) -> tuple[Item, ...]:
    """The entries of an answer that is a list, each with its evidence; none when it is one thing.

    Several quotations of who is asked about, the countries of the article, or what "and" joins in the chosen stretch.
    """
    if wish.kind == "said":
        quotes = _quotes(wish, dossier.digest)
        return quotes if len(quotes) > 1 else ()
    if not wish.plural:
        return ()
    parts = tuple(_joined(chosen, dossier))
    return parts[:MOST] if len(parts) > 1 else ()


def _countries(digest: Digest) -> tuple[Item, ...]:
    return tuple(Item(each.evidence.words, each.evidence) for each in digest.countries if each.evidence)[:MOST]


def _quotes(wish: Wish, digest: Digest) -> tuple[Item, ...]:
    """What the subject is quoted with; where the question has a topic, what has a word of it, if anything has."""
    subject = set(re.findall(r"\w+", (wish.subject or "").lower()))
    said = [
        quote
        for quote in digest.quotes
        if quote.speaker and subject & (set(re.findall(r"\w+", quote.speaker.lower())) - {"the", "of"})
    ]
    topic = {lemma[:5] for lemma, _ in wish.focus} - {word[:5] for word in subject}
    on_topic = [quote for quote in said if topic & {word[:5] for word in re.findall(r"\w+", quote.words.lower())}]
    return tuple(Item(quote.words, quote.evidence) for quote in (on_topic or said)[:MOST])


def _joined(chosen: Chosen, dossier: Dossier) -> Iterable[Item]:
    """What "and" joins to the head of a stretch, also beyond its end, one by one."""
    text, reading = dossier.article.text, dossier.reading
    sentence = reading.sentences[chosen.place]
    tree = tree_of(text, reading, sentence)
    starts = [token.start for token in tree.tokens]
    first = bisect_right(starts, chosen.evidence.start) - 1
    last = bisect_right(starts, chosen.evidence.end - 1) - 1
    head = next((at for at in range(first, last + 1) if not first <= tree.heads[at] <= last), first)
    row = [head]
    for at in row:
        row.extend(child for child in tree.children[at] if tree.tokens[child].dep == "conj")
    for at in sorted(row):
        begin, end = _own(tree, at)
        start, stop = tree.tokens[begin].start, tree.tokens[end].end
        yield Item(text[start:stop], Evidence(start, stop, text[start:stop], text[sentence.start : sentence.end]))


def _own(tree: Tree, at: int) -> tuple[int, int]:
    """A joined word's own phrase, without what is joined to it and what tells of it."""
    begin = tree.left[at]
    end = at
    for child in tree.children[at]:
        if child > at:
            if tree.tokens[child].dep in _SEPARATOR or tree.tokens[child].pos in {"PUNCT", "CCONJ"}:
                break
            end = tree.right[child]
    while begin < at and tree.tokens[begin].pos in {"DET", "CCONJ", "PUNCT", "SPACE"}:
        begin += 1
    return begin, end
