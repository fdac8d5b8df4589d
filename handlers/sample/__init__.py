"""The article that a first run digests, so that somebody without Slack sees what the bot does: a made-up wire report.

The countries, the river and the agencies are real; the meeting, the people and the figures are invented.
"""

from importlib.resources import files

TITLE = "Kazakhstan and Uzbekistan agree to reopen flooded border railway"
PUBLISHED = "2025-03-05"


def text() -> str:
    """The report's body, without its title."""
    return files(__name__).joinpath("article.txt").read_text(encoding="utf-8").strip()
