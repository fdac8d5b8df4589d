"""Findings become a Digest: rank, choose, compose. Pure."""

from bot.digests.compose import compose

__all__ = ["compose"]
