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


class Aliases:
    """A host behind so many aliases, as a resolver follows them; a negative number is a circle that never ends.

    Like the system's resolver it gives addresses alone, and no answer at all where an alias leads to nothing.
    """

    def __init__(self, aliases: int, answers: tuple[str, ...]) -> None:
        self._zone = {f"a{number}.example": f"a{number + 1}.example" for number in range(abs(aliases))}
        last = f"a{abs(aliases)}.example"
        self._zone |= {last: "a0.example"} if aliases < 0 else {}
        self._addresses = {last: answers}

    async def __call__(self, host: str, port: int) -> tuple[str, ...]:
        """The addresses at the end of the chain."""
        name = "a0.example"
        for _ in range(100):
            if name not in self._zone:
                return self._addresses[name]
            name = self._zone[name]
        raise OSError(f"{host}:{port}: too many aliases")


class Failing:
    """Fails each look-up in one way."""

    def __init__(self, failure: Exception) -> None:
        self._failure = failure

    async def __call__(self, host: str, port: int) -> tuple[str, ...]:  # noqa: ARG002  a resolver is given both
        """No addresses."""
        raise self._failure
