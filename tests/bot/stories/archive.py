"""A store of stories in memory: buckets of the latest articles, as small as the real one's."""

from __future__ import annotations

from collections import defaultdict, deque

from bot.stories import SAME, Fingerprint, likeness

LATEST, CANDIDATES = 50, 100


class Archive:
    """Files articles by their keys and gives each the story of the one it is most like, or a new story."""

    def __init__(self) -> None:
        self._buckets: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=LATEST))
        self._filed: list[tuple[Fingerprint, int]] = []
        self.stories = 0

    def file(self, found: Fingerprint) -> int:
        """The article's story, by number."""
        best = max(((likeness(found, self._filed[at][0]), -at) for at in self._candidates(found)), default=(0.0, 0))
        if best[0] >= SAME:
            story = self._filed[-best[1]][1]
        else:
            story, self.stories = self.stories, self.stories + 1
        for key in found.keys:
            self._buckets[key].append(len(self._filed))
        self._filed.append((found, story))
        return story

    def _candidates(self, found: Fingerprint) -> list[int]:
        """Those that share a key, at most a hundred: a key counts for the more the fewer articles have it."""
        votes: dict[int, float] = defaultdict(float)
        for key in found.keys:
            bucket = self._buckets.get(key, ())
            for at in bucket:
                votes[at] += 1 / len(bucket)
        return sorted(votes, key=lambda at: (-votes[at], -at))[:CANDIDATES]
