"""Which of several articles a question names (pure)."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Article, Digest

_WORD = re.compile(r"[^\W_]+")
_SAY_NOTHING = 3  # letters up to which a word in small letters names nothing: "who", "the", "did"
_COMMON = frozenset(
    """about after again against also among because been before between could does doing down during each even from have
    having here into just like many more most much must only other over said same says should some such than that their
    them then there these they this those through under until very were what when where which while whom whose will
    with would your""".split()
)
STEM = 4  # letters by which words are compared: "Norway" and "Norwegian", "minister" and "ministers"


def which(words: str, articles: Sequence[tuple[Article, Digest]]) -> int | None:
    """The place of the article that a question names by its headline, its outlet, its people or countries.

    None where it names none of them, or several alike.
    """
    told = [_telling(*each) for each in articles]
    often = Counter(stem for stems in told for stem in stems)
    asked = _stems(words)
    scores = [sum(1 / often[stem] for stem in asked & stems if often[stem] < len(articles)) for stems in told]
    best = max(scores, default=0.0)
    return scores.index(best) if best and scores.count(best) == 1 else None


def _telling(article: Article, digest: Digest) -> set[str]:
    people = (fact.words for fact in (*digest.who, *digest.where))
    names = (country.name for country in digest.countries if country.about)
    return _stems(" ".join((digest.headline, article.site or "", *people, *names)))


def _stems(words: str) -> set[str]:
    found = (word for word in _WORD.findall(words) if len(word) > _SAY_NOTHING or (word.isupper() and len(word) > 1))
    return {word.casefold()[:STEM] for word in found if word.casefold() not in _COMMON}
