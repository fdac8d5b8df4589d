"""Sets of articles written for these stories, and what a reader expects of them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.model import Article, Receipt

if TYPE_CHECKING:
    from bot.editor import Editor
    from bot.model import Digest

SETS = Path(__file__).with_name("sets")


@dataclass(frozen=True, slots=True)
class Told:
    """An article of a set, its digest, and which of its sentences are new to a reader of the set's earlier ones."""

    id: str
    outlet: str
    article: Article
    digest: Digest
    lines: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Set:
    """Two to four articles, how they group, and which figures differ: (article, its words, the known words)."""

    name: str
    articles: tuple[Told, ...]
    stories: tuple[tuple[str, ...], ...]
    conflicts: frozenset[tuple[str, str, str]]

    def together(self, one: str, other: str) -> bool:
        """Whether two articles are about one event."""
        return any(one in story and other in story for story in self.stories)

    def pairs(self) -> tuple[tuple[int, int], ...]:
        """All pairs of its articles, by place."""
        return tuple(combinations(range(len(self.articles)), 2))

    def later(self) -> tuple[tuple[Told, tuple[Told, ...]], ...]:
        """Every article that is not its story's first, with those before it."""
        told = {each.id: each for each in self.articles}
        return tuple(
            (told[story[place]], tuple(told[each] for each in story[:place]))
            for story in self.stories
            for place in range(1, len(story))
        )


def article(lines: list[str], title: str, published: str | None) -> Article:
    """A pasted article; its text begins with the title."""
    body = "\n".join(lines)
    receipt = Receipt("pasted", len(body.split()))
    return Article(None, None, None, title, (), published, "en", f"{title}\n{body}", receipt, len(title) + 1)


@cache
def sets(editor: Editor) -> tuple[Set, ...]:
    """All sets, read once by the real pipeline."""
    return tuple(_set(json.loads(path.read_text(encoding="utf-8")), editor) for path in sorted(SETS.glob("*.json")))


def _set(given: dict[str, Any], editor: Editor) -> Set:
    records = given["articles"]
    articles = [article(record["lines"], record["title"], record["published"]) for record in records]
    told = tuple(
        Told(
            record["id"],
            record["outlet"],
            dossier.article,
            dossier.digest,
            tuple(record["lines"]),
            tuple(record["lines"][line] for line in record["new"]),
        )
        for record, dossier in zip(records, editor.compile_many(articles), strict=True)
    )
    differing = frozenset((each["in"], each["latest"], each["known"]) for each in given["conflicts"])
    return Set(given["name"], told, tuple(tuple(story) for story in given["stories"]), differing)
