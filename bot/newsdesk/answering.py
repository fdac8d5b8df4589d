"""Somebody asks about an article: which one it is, what it says to that, and where in it that stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers.which import which
from bot.articles.urls import links
from bot.errors import NoArticle, Refusal
from bot.model import Answer, Dossier, Question, Submission

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Briefing, Post
    from bot.newsdesk.digesting import Newsdesk

MOST = 5  # articles of a conversation that a question may name, the latest
GONE = "I no longer keep that article: post its link or paste its text again, and ask under the new digest."


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What is asked, and of what.

    Attributes:
        workspace: whose conversation it is.
        question: what is asked.
        digests: ours in the conversation, the latest last; at least one.
        identity: of the article that is meant for certain, as under a button; empty: to be found out.
        before: of the article that the question before was about, where no digest came since; empty: none.
    """

    workspace: str
    question: Question
    digests: tuple[Post, ...]
    identity: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer, and the article that it is from, by its identity too."""

    identity: str
    dossier: Dossier
    answer: Answer


class Answering:
    """Answers from what the newsdesk remembers; what it forgot, it reads again."""

    def __init__(self, newsdesk: Newsdesk) -> None:
        self._newsdesk = newsdesk

    async def answer(self, inquiry: Inquiry) -> Reply:
        """What the article that is meant says to the question.

        Raises:
            Refusal: the article is no longer kept, and can't be read again.
            Later: too much is being fetched.
            StoreDown: Redis is out of reach.
        """
        post = await self._meant(inquiry)
        dossier = await self._newsdesk.dossier(post.identity, inquiry.workspace) or await self._again(post, inquiry)
        return Reply(post.identity, dossier, await self._newsdesk.answer(inquiry.question, dossier))

    async def _meant(self, inquiry: Inquiry) -> Post:
        posts = inquiry.digests[-MOST:]
        if certain := _by_identity(inquiry.digests, inquiry.identity):
            return certain
        if len(posts) > 1:
            found = [(post, await self._newsdesk.recall(post.identity, inquiry.workspace)) for post in posts]
            kept: list[tuple[Post, Briefing]] = [(post, briefing) for post, briefing in found if briefing]
            named = which(inquiry.question.words, [(briefing.article, briefing.digest) for _, briefing in kept])
            if named is not None:
                return kept[named][0]
        return _by_identity(posts, inquiry.before) or posts[-1]

    async def _again(self, post: Post, inquiry: Inquiry) -> Dossier:
        """A page that left the cache, or that an older edition of the bot read, is read again."""
        if post.url is None:
            raise NoArticle(GONE)
        try:
            link = links.parse(post.url)
            briefing = await self._newsdesk.digest(Submission(link=link, workspace=inquiry.workspace))
        except Refusal:
            raise NoArticle(GONE) from None
        for identity in (post.identity, briefing.identity):
            if dossier := await self._newsdesk.dossier(identity, inquiry.workspace):
                return dossier
        raise NoArticle(GONE)


def _by_identity(posts: Sequence[Post], identity: str) -> Post | None:
    return next((post for post in reversed(posts) if identity and post.identity == identity), None)
