"""Scripted name servers: what they answer, one answer after the other, and what they were asked."""

from __future__ import annotations

import asyncio


class Names:
    """Answers each look-up with the next of its answers, the last one for ever; no answer means no such host."""

    def __init__(self, *answers: tuple[str, ...], seconds: float = 0) -> None:
        self.asked: list[str] = []
        self._answers = list(answers)
        self._seconds = seconds

    async def __call__(self, host: str, port: int) -> tuple[str, ...]:
        """The addresses of a host, as a resolver gives them."""
        self.asked.append(f"{host}:{port}")
        if self._seconds:
            await asyncio.sleep(self._seconds)
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        if not answer:
            raise OSError("no such host")
        return answer
