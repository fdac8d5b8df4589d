"""A question about an article becomes an answer in its words, or "not stated"."""

from bot.answers.answer import answer

__all__ = ["answer"]
