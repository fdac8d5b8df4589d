"""Every behaviour with the limits of production, one after the other, as a table of what it cost.

``python -m tests.bot.articles.hostile [WORD…]``: only those whose name holds one of the words. Takes six minutes.
"""

from __future__ import annotations

import asyncio
import sys

from rich.console import Console

from bot.articles.web.fetch import LIMITS
from tests.bot.articles.hostile.behaviours import BEHAVIOURS
from tests.bot.articles.hostile.running import Worker


async def main(words: list[str]) -> bool:
    """Print a row for each, with a mark where the outcome was another; whether all were as expected."""
    console, held = Console(width=110, highlight=False), True
    async with Worker(LIMITS) as worker:
        for name, behaviour in BEHAVIOURS.items():
            if words and not any(word in name for word in words):
                continue
            reading = await worker.meet(name, behaviour)
            after = await worker.read("/ordinary")
            good = reading.meets(behaviour.outcome) and after.outcome == "read" and not worker.internal.hits
            held = held and good
            figures = f"{reading.seconds:6.2f} s {reading.lag:4.0f} ms {reading.growth:4.0f} MB {after.growth:4.0f} MB"
            console.print(f"{' ' if good else '!'} {name:50} {reading.outcome:18} {figures}", soft_wrap=True)
    return held


if __name__ == "__main__":
    sys.exit(0 if asyncio.run(main(sys.argv[1:])) else 1)
