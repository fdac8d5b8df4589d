"""Countries: which ones an article is about, in which role, and where a place lies.

Pure; the data is read when first needed.
"""

from bot.topics.places import country_of, name_of
from bot.topics.tagging import tag

__all__ = ["country_of", "name_of", "tag"]
