"""What a digest refuses: each refusal with its sentence for a person. Pure."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from bot.articles.about import language
from bot.articles.story.nostory import NoStory, Shape
from bot.errors import BadInput, Blocked, Consent, Language, NoArticle, NotHtml, Refusal, TooShort
from bot.model import Article

LEAST_WORDS = 40
_RUNNING_LINE = 12  # words of a line that is a paragraph and no entry of an index
_TELLING = 30  # words: with 20 the openings of 1,372 English articles were all known as English, lists of names not
_OTHER_SCRIPT = re.compile(r"[\u0370-\u1dbf\u2c00-\u2c5f\u2c80-\ua6ff\ua800-\uab2f\uab70-\uf8ff\U00020000-\U0003ffff]")
_PASTE = "open the page yourself and paste the article's text"
_INSTEAD: dict[Shape, str] = {
    "index": "is an index page: link one of its articles.",
    "feed": "is a feed: link one of its articles.",
    "video": "is a video page with hardly any text: link an article about it, or paste a text.",
    "podcast": "is a podcast page with hardly any text: link an article about it, or paste a transcript.",
    "gallery": "is a gallery of pictures with hardly any text: link an article about them, or paste a text.",
    "gone": "says that what was there is not found: check the link, or paste the article's text.",
    "shell": f"shows nothing without running its JavaScript, which I don't do: {_PASTE}.",
}


def check(article: Article) -> None:
    """Let an article in English pass, a teaser too.

    Raises:
        BadInput: there is no text.
        Consent, Blocked: a wall stands before the article.
        NoArticle: a page without running text, or one that is something else; the sentence says what.
        NotHtml: a feed.
        Language: not English; the sentence names the language.
        TooShort: under 40 words.
    """
    kind, pasted = article.receipt.kind, article.receipt.kind == "pasted"
    host = urlsplit(article.canonical_url or "").netloc
    where, there = host or "The page", f" at {host}" if host else ""
    body = article.text[article.body_start :]
    if kind == "consent":
        raise Consent(f"{where} asks to sign in or to accept cookies before it shows the article: {_PASTE}.")
    if kind == "blocked":
        raise Blocked(f"{where} shows a check for robots instead of the article: {_PASTE}.")
    if isinstance(article, NoStory):
        raise _instead(article, there)
    if not body.strip():
        if pasted:
            raise BadInput("There is no text to digest: paste the article's text, or link its page.")
        raise NoArticle(f"There is no article on this page{there}: link the article itself, or paste its text.")
    if article.language != "en" and not (pasted and _unsure(body)):
        name = language.name(article.language)
        raise Language(
            f"This text seems to be {name}; only English is read: link or paste an English version.", article.language
        )
    if not pasted and not _running(body):
        raise NoArticle(f"There is no running text on this page{there}: link the article itself, or paste its text.")
    if len(body.split()) < LEAST_WORDS:
        raise TooShort(
            f"That is only {_words(body)}, too short for a digest: paste at least {LEAST_WORDS} words of the article."
        )


def _instead(article: NoStory, there: str) -> Refusal:
    refusal = NotHtml if article.shape == "feed" else NoArticle
    return refusal(f"This page{there} {_INSTEAD[article.shape]}")


def _unsure(body: str) -> bool:
    """Whether a text is too short for its language to be told by, and mostly in the letters of English."""
    return len(body.split()) < _TELLING and 2 * len(_OTHER_SCRIPT.findall(body)) <= sum(map(str.isalpha, body))


def _running(body: str) -> bool:
    return any(len(line.split()) >= _RUNNING_LINE and re.search(r"[.!?…]", line) for line in body.split("\n"))


def _words(body: str) -> str:
    count = len(body.split())
    return "one word" if count == 1 else f"{count} words"
