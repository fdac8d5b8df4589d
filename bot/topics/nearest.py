"""Which of many names are spelt most like one: Damerau and Levenshtein's edit distance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

SHARE = 0.4  # of the letters of a name may differ
SHORTEST = 3  # letters: of shorter words every other one is near


def nearest(word: str, names: Iterable[str], most: int | None = None) -> list[str]:
    """The names that are near a word, the nearest first; among equals those that begin alike, then the longer ones.

    A name is near that differs by at most ``most`` letters (None: by `SHARE` of the word's), or that begins with the
    word, which counts as one letter.
    """
    if len(word) < SHORTEST:
        return []
    limit = max(1, round(len(word) * SHARE)) if most is None else most
    letters = Counter(word)
    found = []
    for name in names:
        if name.startswith(word):
            steps = 1
        elif max(len(word), len(name)) - shared(letters, name) <= limit:
            steps = distance(word, name, limit)
        else:
            continue
        if steps <= limit:
            found.append((steps, name[0] != word[0], -len(name), name))
    return [name for *_, name in sorted(found)]


def shared(letters: Counter[str], name: str) -> int:
    """How many letters a name has in common with a word, wherever they stand: a quick bound of the distance."""
    return sum(min(count, name.count(letter)) for letter, count in letters.items())


def distance(word: str, name: str, most: int) -> int:
    """How many letters must be added, left out, changed or swapped with the next; ``most`` + 1 for any number above.

    The restricted distance ("optimal string alignment"): no letter is touched twice. Method: Damerau, "A technique for
    computer detection and correction of spelling errors", CACM 7:3 (1964).
    """
    if abs(len(word) - len(name)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(name) + 1))
    for line, letter in enumerate(word, 1):
        older, before, row = before, row, [line]
        for column, other in enumerate(name, 1):
            steps = min(before[column] + 1, row[-1] + 1, before[column - 1] + (letter != other))
            if column > 1 < line and letter == name[column - 2] and word[line - 2] == other:
                steps = min(steps, older[column - 2] + 1)
            row.append(steps)
        if min(row) > most and min(before) > most:
            return most + 1
    return min(row[-1], most + 1)
