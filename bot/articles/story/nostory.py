"""A page that was read and is no article. Light to import."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

from bot.model import Article

Shape = Literal["index", "feed", "video", "podcast", "gallery", "gone", "shell"]
"""What a page is instead: a list of articles, a feed, a video, a recording, pictures, not found, or only programs."""


@dataclass(frozen=True, slots=True)
class NoStory(Article):
    """What was read of a page that is no article; ``shape`` is what it is instead."""

    shape: Shape = "index"


def instead(article: Article, shape: Shape) -> NoStory:
    """The same, marked as something else than an article."""
    return NoStory(**{field.name: getattr(article, field.name) for field in fields(article)}, shape=shape)
