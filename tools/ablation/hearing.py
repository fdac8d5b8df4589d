"""Who listens to the rules while they are on: in which articles does a rule say anything that matters?"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


class Hearing:
    """Notes for each rule, by its name, the articles in which it said something else than when it is off."""

    def __init__(self) -> None:
        self.said: defaultdict[str, set[str]] = defaultdict(set)
        self.article = ""

    def saw(self, rule: str, value: object, neutral: object) -> object:
        """What a rule says goes on to whom it was said; a pattern is listened to as often as it is asked."""
        if isinstance(value, re.Pattern):
            return _Pattern(value, lambda: self.said[rule].add(self.article))
        if bool(value) != bool(neutral):
            self.said[rule].add(self.article)
        return value


class _Pattern:
    """A pattern that tells when it is asked for anything but a match that fails."""

    def __init__(self, pattern: re.Pattern[str], note: Callable[[], None]) -> None:
        self._pattern, self._note = pattern, note

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  every attribute of patterns
        known = getattr(self._pattern, name)
        if name not in {"search", "match", "fullmatch"}:
            self._note()
            return known

        def asked(*where: Any) -> re.Match[str] | None:  # noqa: ANN401  a text, and from where to where
            found: re.Match[str] | None = known(*where)
            if found:
                self._note()
            return found

        return asked
