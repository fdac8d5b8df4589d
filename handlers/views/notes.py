"""The short things the bot says: where a digest already is, why there is none, what can be typed."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from handlers.views import blocks
from handlers.views.message import Message, address, clean, escaped, linked
from handlers.views.paste import button
from handlers.views.shorten import clip

if TYPE_CHECKING:
    from bot.errors import Refusal
    from bot.model import Post

LONGEST_HEADLINE = 150
LONGEST_SENTENCE = 600
_PASSING = frozenset({"timeout", "unreachable", "http_status", "internal"})  # what may be otherwise in ten minutes
_DOORS = (
    "Post an article's link, or paste its text, in a channel that I'm a member of.",
    "Mention me with a link; in a thread, mention me alone and I read the message it hangs on.",
    "Send me a link or a text as a direct message.",
    "`/dateline digest https://example.org/story`",
    "On any message: *⋮ More actions* → *Digest this*.",
)
_FOLLOW = (
    "Press *Follow* under a digest, or type `/dateline follow kenya`; without `/dateline` in a direct message.",
    "How fast: `follow sahel daily`, `weekly`. Only where it acts: `follow north korea actor`.",
    "For a channel, by a member of it: `follow EU weekly here`.",
    "`/dateline following` shows all of it; `unfollow kenya` ends it; each message can be snoozed and muted.",
)
_KNOW = (
    "Every line of a digest is the article's own wording; *Show evidence* opens the sentences behind it.",
    "Ask me about an article in its digest's thread; the answer is the article's own wording, or *not stated*.",
    "Where a page shows me its opening only, or nothing, *Paste the text* under my reply takes the whole.",
    "Delete your message, and its digest goes too. Edit its link, and I read the new one.",
    "I read English. `/dateline help` shows this again.",
)


def pointer(post: Post, permalink: str) -> Message:
    """Where this article's digest already is; ``permalink`` is Slack's, or empty when there is none."""
    headline = clip(clean(post.headline), LONGEST_HEADLINE)
    target = address(permalink)
    where = linked(permalink, "open the digest")
    inline = [blocks.text(f"Already digested here{f': {headline}' if headline else ''}{' — ' if target else ''}")]
    if target:
        inline.append(blocks.link(target[0], "open the digest"))
    words = ": ".join(part for part in ("Already digested here", escaped(headline)) if part)
    return Message(f"{words} — {where}" if where else words, (blocks.rich(blocks.paragraph(*inline)),))


def refused(refusal: Refusal, url: str | None, paste: str = "") -> Message:
    """One sentence: what is wrong and what can be done; the host before it, where there is one and it isn't named.

    Of a failure that is remembered and may pass, it says when the page is looked at again. ``paste`` is what a button
    carries that asks for the article's text; empty: there is none.
    """
    sentence, target = _again(refusal, clip(clean(refusal.message), LONGEST_SENTENCE)), address(url)
    host = clip(target[1], LONGEST_HEADLINE) if target and target[1] not in sentence else ""
    inline = [*([blocks.bold(f"{host}:")] if host else ()), blocks.text(f" {sentence}" if host else sentence)]
    asking = (blocks.actions(button(paste, url or "")),) if paste else ()
    said = escaped(f"{host}: {sentence}" if host else sentence)
    return Message(said, (blocks.rich(blocks.paragraph(*inline)), *asking))


def _again(refusal: Refusal, sentence: str) -> str:
    if not refusal.left or refusal.kind not in _PASSING:
        return sentence
    minutes = ceil(refusal.left / 60)
    when = f"{minutes} minutes" if minutes > 1 else "a minute"
    return f"{sentence.removesuffix('.')} (I tried a moment ago, and look again in {when})."


def usage() -> Message:
    """What Dateline does and what can be typed, by example."""
    intro = "*Dateline digests news articles in their own words, with the evidence for every line.*"
    follow = ("*To be told when an article is about a country or a region:*", *_listed(_FOLLOW))
    doors = (intro, "To get a digest in the thread:", *_listed(_DOORS))
    markup = tuple("\n".join(lines) for lines in (doors, follow, _listed(_KNOW)))
    return Message("\n\n".join(markup), tuple(map(blocks.section, markup)))


def empty_mention() -> Message:
    """Somebody mentioned the bot and said nothing."""
    return _said(
        "There is nothing to read in that. Mention me together with an article's link or text, or in the thread "
        "under one. Under a digest, ask me about the article: _what did the minister say?_ · _why?_ · _how many?_ · "
        "_what happens next?_ `/dateline help` shows all ways."
    )


def no_article() -> Message:
    """Somebody asked something where there is no article."""
    return _said(
        "There is no article here that I could answer from. Post its link, or paste its text, and ask in the thread "
        "under its digest."
    )


def gone() -> Message:
    """A button of a digest that is no longer kept."""
    return _said("I no longer keep that article. Post its link again, and I'll read it anew.")


def set_aside() -> Message:
    """Three tries at one message failed."""
    return _said(
        "I tried this three times and failed, so I set it aside. Paste the article's text here, or post the link "
        "again later; whoever runs me finds the reason in the log."
    )


def working() -> str:
    """The status under the thread while a digest takes long; Slack puts the bot's name before it."""
    return "is reading the article…"


def waiting() -> str:
    """The status while too much is being fetched or posted, for somebody who asked."""
    return "is waiting for its turn…"


def _said(markup: str) -> Message:
    return Message(markup, (blocks.section(markup),))


def _listed(lines: tuple[str, ...]) -> list[str]:
    return [f"• {line}" for line in lines]
