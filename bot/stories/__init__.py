"""Stories: articles about the same event are one, and the second tells only what is new. Pure."""

from bot.stories.conflicts import Claim, Conflict
from bot.stories.event import Fingerprint
from bot.stories.fingerprints import fingerprint
from bot.stories.likeness import SAME, likeness
from bot.stories.news import News, news

__all__ = ["SAME", "Claim", "Conflict", "Fingerprint", "News", "fingerprint", "likeness", "news"]
