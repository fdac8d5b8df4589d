"""Who and what an article names, the most telling first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.stories.words import MINOR, folded, names, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.model import Digest

TITLE, LEDE, CAST, HEARD, TIMES = (
    7.0,
    2.0,
    2.0,
    1.0,
    0.5,
)  # what a name is worth for where it stands: the headline's come first
OFTEN = 3  # mentions that count
NATIONAL = 4  # letters that a country and its people share: "Ghana", "Ghanaian"


def ranked(digest: Digest, lede: str, body: str) -> dict[str, float]:
    """Every name of an article, folded, with its worth, the highest first: names of countries and peoples left out.

    A name is worth more in headline and lede, among who and where, when it is quoted or a source, and often.
    """
    heads, opens = set(tokens(digest.headline)), set(tokens(lede))
    cast = _words(fact.words for fact in (*digest.who, *digest.where))
    heard = {words[-1] for words in map(tokens, _voices(digest)) if words}
    countries = national(digest)
    surely = frozenset(word for word in _capitals(digest) if word not in _small(body))
    worth = {
        name: TITLE * (name in heads)
        + LEDE * (name in opens)
        + CAST * (name in cast)
        + HEARD * (name in heard)
        + TIMES * min(count, OFTEN)
        for name, count in names(body, surely).items()
        if name[:NATIONAL] not in countries
    }
    return dict(sorted(worth.items(), key=lambda item: (-item[1], item[0])))


def national(digest: Digest) -> set[str]:
    """How the names of the article's countries, and of most of their peoples, begin."""
    return {word[:NATIONAL] for word in _words(country.name for country in digest.countries) if word not in MINOR}


def _voices(digest: Digest) -> list[str]:
    return [*(quote.speaker or "" for quote in digest.quotes), *(source.name for source in digest.sourcing)]


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in tokens(text)}


def _capitals(digest: Digest) -> set[str]:
    """Words with a capital of the headline, its first aside, of who, and of those who are quoted or sources."""
    texts = [digest.headline.partition(" ")[2], *(fact.words for fact in digest.who), *_voices(digest)]
    return {folded(word) for text in texts for word in text.split() if word[:1].isupper()}


def _small(text: str) -> set[str]:
    """The words that a text has in small letters, too."""
    return {word for word in text.split() if word.islower()}
