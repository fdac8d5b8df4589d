"""Countries: which ones an article is about, in which role, where a place lies, and whom an article concerns.

Pure; the data is read when first needed.
"""

from bot.topics.lookup import choices, find, suggest
from bot.topics.matching import concerns, why
from bot.topics.places import country_of, name_of
from bot.topics.regions import Topic
from bot.topics.tagging import tag

__all__ = ["Topic", "choices", "concerns", "country_of", "find", "name_of", "suggest", "tag", "why"]
