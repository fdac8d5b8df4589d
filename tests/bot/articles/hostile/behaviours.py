"""Every behaviour by its name."""

from __future__ import annotations

from tests.bot.articles.hostile.heavy import HEAVY
from tests.bot.articles.hostile.lying import LYING
from tests.bot.articles.hostile.packing import PACKING
from tests.bot.articles.hostile.protocol import PROTOCOL
from tests.bot.articles.hostile.redirecting import REDIRECTING
from tests.bot.articles.hostile.timing import TIMING

BEHAVIOURS = {**PACKING, **TIMING, **PROTOCOL, **REDIRECTING, **LYING, **HEAVY}
