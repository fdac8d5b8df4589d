"""Limits under which a misbehaving server is left quickly."""

from __future__ import annotations

from bot.articles.web.fetch import Limits

QUICK = Limits(total=1.0, connect=0.5, read=0.2, wire=200_000, decoded=400_000)
