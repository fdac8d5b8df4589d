"""What each sign weighs, fitted by ``tools/answers`` and read once."""

from __future__ import annotations

from importlib.resources import files

from bot.answers.spans.weights import read

WEIGHTS = read((files("bot.answers.confidence") / "weights.tsv").read_text(encoding="utf-8"))
"""By the name of the sign."""
