"""A web of a few pages, and what is handed in of it."""

from __future__ import annotations

import asyncio

from bot.articles.urls import links
from bot.articles.web.fetch import Page
from bot.errors import Refusal
from bot.model import Link, Submission
from tests.stories.pages import page

URL = "https://wire.example/2025/03/04/moyale"


class Pages:
    """A web of these pages; remembers what was asked of it."""

    def __init__(self, **pages: Page | Refusal) -> None:
        self.pages: dict[str, Page | Refusal] = {f"https://wire.example/{name}": page for name, page in pages.items()}
        self.asked: list[str] = []

    async def get(self, link: Link) -> Page:
        """The page, or its refusal."""
        self.asked.append(link.url)
        await asyncio.sleep(0)
        found = self.pages[link.canonical]
        if isinstance(found, Refusal):
            raise found
        return found


def html(name: str, text: str | None = None, *, private: bool = False) -> Page:
    """A page as the web gives it."""
    return Page(f"https://wire.example/{name}", text or page(), "html", private)


def submission(name: str, workspace: str = "T1") -> Submission:
    """A link that somebody handed in."""
    return Submission(link=links.parse(f"https://wire.example/{name}"), workspace=workspace)
