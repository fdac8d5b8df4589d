"""Why nothing was done for a reader: one sentence, with what helps."""

from __future__ import annotations

from typing import Literal

from handlers.views import blocks
from handlers.views.message import Message, clean, escaped
from handlers.views.shorten import clip

Obstacle = Literal["nameless", "else", "absent", "archived", "stranger", "shared", "unseen"]
"""Only a channel's name is known; it is for somebody else; the bot is not in the channel; nobody can write there;
whoever asks is not in it; others than the workspace's people are; Slack tells nothing."""

NAME = 60  # characters of a channel's name
TROUBLES: dict[Obstacle, str] = {
    "nameless": "I can't tell which channel {channel} is: choose it from Slack's own list, or type `here` in it.",
    "absent": "I'm not in {channel}: type `/invite @Dateline` there, and then try again.",
    "archived": "{channel} is archived, so that nothing can be told there.",
    "else": "That button is for somebody else; `/dateline follow` is for you.",
    "stranger": "Only a member of {channel} can change what it follows: join it first.",
    "shared": "{channel} is shared with another organisation, and what this workspace reads is not told outside of it.",
    "unseen": "Slack does not let me see who is in {channel}; the app needs `channels:read` or `groups:read` for that.",
}


def trouble(kind: Obstacle, reader: str) -> Message:
    """What stands in the way, as a sentence."""
    named = escaped(clip(clean(reader), NAME)) if reader.startswith("#") else f"<#{reader}>"
    sentence = TROUBLES[kind].format(channel=named)
    return Message(sentence, (blocks.section(sentence),))
