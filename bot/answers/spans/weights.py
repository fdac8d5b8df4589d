"""What each feature weighs, fitted by ``tools/spans`` and read once."""

from __future__ import annotations

from importlib.resources import files


def read(lines: str) -> dict[str, float]:
    """Lines of a feature's name, a tab and its weight; what begins with # says where they come from."""
    pairs = (line.rsplit("\t", 1) for line in lines.splitlines() if line and not line.startswith("#"))
    return {name: float(weight) for name, weight in pairs}


WEIGHTS = read((files("bot.answers.spans") / "weights.tsv").read_text(encoding="utf-8"))
"""By the name of the feature; those that are not here weigh nothing."""
