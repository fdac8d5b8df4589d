"""A mention's role by grammar: up from the name to the noun that it belongs to, and on to what that does."""

from __future__ import annotations

from bisect import bisect_right

from bot.model import Reading, Token
from bot.topics.deeds import AT, LANDS, PLACES, UPON, Noun, Vote, noun, words
from bot.topics.sightings import Sighting

STEPS = 40  # heads above a name: those of a long list, too
OWNS = frozenset({"compound", "amod", "poss", "nmod", "npadvmod"})
ALIKE = frozenset({"conj", "appos", "flat"})
SUBJECTS = frozenset({"nsubj", "csubj"})
OBJECTS = frozenset({"dobj", "obj", "dative", "iobj", "nsubjpass"})
SHARED = frozenset({"of", "between", "among"})
AGAINST = frozenset({"against", "on", "upon", "at"})
PERSONAL = frozenset({"leader", "org"})  # who they meet and what befalls them says less of the country
# What saying, a state, a deed told by its owner's name, and being dealt with are worth beside an act.
SPOKEN, FELT, OWNED, MET = 0.4, 0.4, 0.5, 0.3
ASIDE = frozenset({"advcl", "relcl", "acl"})  # what a sentence tells by the way
PEOPLES = ("sh", "ch", "ss", "se")  # "the British", "the French", "the Swiss", "the Chinese" are many
NEAR = 20  # tokens
PASSING: Vote = ("mentioned", 0.5)


class Grammar:
    """The grammar of one text, looked up by offset."""

    def __init__(self, reading: Reading) -> None:
        self.tokens = reading.tokens
        self.starts = [token.start for token in reading.tokens]
        self.sentences = reading.sentences
        self.fierce: dict[int, bool] = {}

    def vote(self, sighting: Sighting) -> Vote | None:
        """What the mention speaks for; None where no token stands or nothing governs it."""
        if sighting.kind == "epithet":
            return PASSING
        index = bisect_right(self.starts, sighting.end - 1) - 1
        return self.climb(index, sighting) if index >= 0 else None

    def climb(self, index: int, sighting: Sighting) -> Vote | None:
        """Up from the name: through the nouns that it is part of, to the verb or preposition that governs them."""
        kind: Noun = "self"
        for _ in range(STEPS):
            token = self.tokens[index]
            if token.dep in OWNS:
                kind = self.owned(kind, index)
            elif token.dep == "pobj":
                preposition = self.tokens[token.head]
                if preposition.lemma.lower() not in SHARED and not self.seated(preposition, kind, sighting):
                    return self.governed(preposition, kind, sighting)
                above = self.tokens[preposition.head]
                decided, kind = self.shared(preposition, above, kind, sighting)
                if decided:
                    return decided
                token = preposition
            elif token.dep not in ALIKE:
                return self.function(token, kind, sighting)
            index = token.head
        return self.alone(kind, sighting)

    def owned(self, kind: Noun, index: int) -> Noun:
        """The kind of the noun that a name stands before: "Kenyan police" act, a person acts by his office."""
        head = self.tokens[index].head
        own = noun(self.tokens[head].lemma.lower())
        if own == "thing" and self.tokens[head].pos == "PROPN":
            between = self.tokens[min(index, head) + 1 : max(index, head)]
            titled = self.tokens[index].dep == "poss" or any(noun(each.lemma.lower()) == "organ" for each in between)
            own = "organ" if titled else own
        return own if own != "thing" or kind == "self" else kind

    def seated(self, preposition: Token, kind: Noun, sighting: Sighting) -> bool:
        """Whether these are "prosecutors in Sweden": those who act for a country, by where they sit."""
        above = self.tokens[preposition.head]
        mine = kind == "self" and sighting.kind == "name" and preposition.lemma == "in"
        return mine and noun(above.lemma.lower()) == "organ" and above.dep in SUBJECTS

    def shared(self, preposition: Token, above: Token, kind: Noun, sighting: Sighting) -> tuple[Vote | None, Noun]:
        """Behind "of" and "between": done to it ("the invasion of X"), by both ("talks between"), or its own."""
        over = noun(above.lemma.lower()) if above.pos != "VERB" else "thing"
        if over == "deed" and kind == "self":
            return ("target", OWNED) if preposition.lemma == "of" else ("actor", OWNED), kind
        if over == "thing":
            return (None if kind == "self" else self.alone(kind, sighting)), "thing"
        return None, kind if over == "part" else over

    def governed(self, preposition: Token, kind: Noun, sighting: Sighting) -> Vote:
        """The role behind a preposition."""
        word = preposition.lemma.lower()
        if word == "by":
            return ("actor", 1.0) if kind in {"self", "organ", "post"} else self.alone(kind, sighting)
        if kind == "post" and word in AT | UPON and self.is_fierce(preposition):
            return "target", 1.0
        if kind in {"deed", "event", "thing"}:
            return self.alone(kind, sighting)
        return self.placed(preposition, kind, sighting)

    def placed(self, preposition: Token, kind: Noun, sighting: Sighting) -> Vote:
        """The role of a country, or of those who act for it, behind a preposition: where, whence, against whom."""
        word = preposition.lemma.lower()
        above = self.tokens[preposition.head].lemma.lower()
        if word == "from" and noun(above) == "deed" and self.tokens[preposition.head].pos == "NOUN":
            return "actor", OWNED
        land = kind in {"self", "part"} and sighting.kind in LANDS
        if land and (word in AT or word == "into" or (word in {"to", "from"} and above in words("motion"))):
            return "location", 1.0 if word in AT else OWNED
        if word in AGAINST and sighting.kind not in PLACES:
            return "target", 1.0 if sighting.kind not in PERSONAL else OWNED
        aside = above == "accord" or noun(above) == "organ"  # "according to X", "the envoy to X"
        met = word in UPON and sighting.kind not in PLACES | PERSONAL and not aside
        return ("target", MET) if met else PASSING

    def function(self, token: Token, kind: Noun, sighting: Sighting) -> Vote | None:
        """The role of a subject or an object; None for what is neither."""
        verb = self.tokens[token.head]
        if token.dep not in SUBJECTS | OBJECTS:
            return None if kind == "self" else self.alone(kind, sighting)
        if kind not in {"self", "organ", "post"} or sighting.kind in PLACES or self.is_epithet(token, kind, sighting):
            return self.alone(kind, sighting)
        if token.dep in SUBJECTS and not (kind == "post" and self.is_hit(token, verb)):
            return self.acting(verb, kind, sighting)
        return self.struck(token, verb, sighting)

    def acting(self, verb: Token, kind: Noun, sighting: Sighting) -> Vote:
        """A subject: acts, only speaks, is in a state, or is to act as others wish ("they want X to sign")."""
        lemma = verb.lemma.lower()
        if verb.pos == "ADJ" or (verb.dep != "ROOT" and any(each.lemma == "to" for each in self.hanging(verb))):
            return "target", OWNED
        if lemma in words("say"):
            return "actor", SPOKEN
        if lemma in words("state"):
            felt = kind == "self" and sighting.kind in LANDS and lemma != "be"
            return ("location", FELT) if felt else PASSING
        return "actor", OWNED if verb.dep in ASIDE else 1.0

    def struck(self, token: Token, verb: Token, sighting: Sighting) -> Vote:
        """An object: acted upon, visited, or where nature strikes."""
        lemma = verb.lemma.lower()
        if token.dep == "nsubjpass" and lemma in words("say") | words("label"):
            return PASSING
        if sighting.kind in PERSONAL:
            return "target", MET
        if token.dep == "dative" or lemma in words("mild"):
            return "target", OWNED
        subject = next((each for each in self.hanging(verb) if each.dep == "nsubj"), None)
        natural = subject is not None and subject.lemma.lower() in words("nature") and lemma in words("strike")
        land = sighting.kind in LANDS and (natural or lemma in words("visit"))
        return "location" if land else "target", 1.0

    def is_epithet(self, token: Token, kind: Noun, sighting: Sighting) -> bool:
        """Whether "the Australian" is one person, and no people: those are "Australians" and "the British"."""
        if kind != "self" or sighting.kind != "demonym" or token.tag in {"NNS", "NNPS"}:
            return False
        at = bisect_right(self.starts, token.start) - 1
        named = not token.tag.startswith("J") or (at > 0 and self.tokens[at - 1].lemma == "the")
        return not (named and token.lemma.lower().endswith(PEOPLES))

    def is_hit(self, token: Token, verb: Token) -> bool:
        """Whether a verb of violence is a participle, as headlines have it: "consulate bombed in revenge attack"."""
        if any(each.dep == "acl" and each.lemma.lower() in words("hostile") for each in self.hanging(token)):
            return True
        return verb.lemma.lower() in words("hostile") and all(each.dep not in OBJECTS for each in self.hanging(verb))

    def alone(self, kind: Noun, sighting: Sighting) -> Vote:
        """By the noun alone: whose deed it is, where an event is, or nothing."""
        if sighting.kind in PLACES or kind == "event":
            return "location", MET if sighting.kind in PERSONAL else OWNED
        return ("actor", OWNED) if kind == "deed" else PASSING

    def hanging(self, verb: Token) -> list[Token]:
        """The tokens near a verb that hang on it."""
        at = bisect_right(self.starts, verb.start) - 1
        return [token for token in self.tokens[max(0, at - NEAR) : at + NEAR] if token.head == at]

    def is_fierce(self, token: Token) -> bool:
        """Whether a token's sentence tells of an attack."""
        at = bisect_right(self.sentences, token.start, key=lambda span: span.start) - 1
        if at not in self.fierce:
            sentence = self.sentences[at]
            first = bisect_right(self.starts, sentence.start - 1)
            last = bisect_right(self.starts, sentence.end)
            self.fierce[at] = any(each.lemma.lower() in words("hostile") for each in self.tokens[first:last])
        return self.fierce[at]
