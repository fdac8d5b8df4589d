"""The nouns of the newsroom: frozen values, complete, with no behaviour beyond looking at themselves.

Offsets count Unicode code points of the text that they point into, from ``start`` up to but not including ``end``.
"""

from bot.model.article import Article, Evidence, Link, Receipt, ReceiptKind
from bot.model.desk import (
    Answer,
    Briefing,
    Dossier,
    Item,
    Pace,
    Post,
    Question,
    Submission,
    Subscription,
    Verdict,
)
from bot.model.findings import Certainty, Country, Digest, Fact, Findings, Quote, Role, Slot, Source, SourceKind
from bot.model.reading import Reading, Span, Token
from bot.model.vector import Vector

__all__ = [
    "Answer",
    "Article",
    "Briefing",
    "Certainty",
    "Country",
    "Digest",
    "Dossier",
    "Evidence",
    "Fact",
    "Findings",
    "Item",
    "Link",
    "Pace",
    "Post",
    "Question",
    "Quote",
    "Reading",
    "Receipt",
    "ReceiptKind",
    "Role",
    "Slot",
    "Source",
    "SourceKind",
    "Span",
    "Submission",
    "Subscription",
    "Token",
    "Vector",
    "Verdict",
]
