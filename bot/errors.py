"""What the bot can refuse, drawn as a tree, and the sentence that a person gets.

::

    DatelineError
    ├── Refusal              an input that gives no digest; `kind` is the contract's word for it
    │   ├── BadInput         bad_input: nothing to work on, or no JSON object
    │   ├── BadUrl           bad_url: not a web address
    │   ├── ForbiddenAddress forbidden_address: not on the public internet
    │   ├── Unreachable      unreachable: no such host, refused, broken off
    │   ├── HttpStatus       http_status: the site answered 4xx or 5xx
    │   ├── Timeout          timeout: too slow
    │   ├── TooLarge         too_large: over the limit of bytes
    │   ├── NotHtml          not_html: a PDF, a picture, a feed
    │   ├── NoArticle        no_article: a page without running text
    │   ├── Consent          consent: a sign-in or cookie wall
    │   ├── Blocked          blocked: the site turns programs away
    │   ├── Language         language: not English
    │   ├── TooShort         too_short: under 40 words
    │   └── Internal         internal: our fault; the log has the rest
    ├── Later                not yet: its turn at a host, or with a channel, comes in so many seconds
    ├── StoreDown            Redis does not answer, is full or read-only: try again, acknowledge nothing
    └── BadSettings          what `dateline check` lists, all faults at once

A `Refusal`'s message is one sentence that says what is wrong and what to do. It is written for readers and never
holds an exception's text, an address that was resolved or a secret.
"""

from __future__ import annotations

from typing import ClassVar


class DatelineError(Exception):
    """Root of everything that the bot raises on purpose."""


class Refusal(DatelineError):
    """An input that gives no digest.

    ``kind`` is the contract's word, ``message`` the one sentence for a person. ``lasting`` tells whether the same
    input would be refused again within minutes, so that a failure may be remembered. ``left`` is, in seconds, how long
    one that was remembered stays so: 0 for a fresh one.
    """

    kind: ClassVar[str] = "internal"
    lasting: ClassVar[bool] = True

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
        self.left = 0.0


class BadInput(Refusal):
    """Nothing to work on: an empty text, a line that is no JSON object, a missing file."""

    kind = "bad_input"


class BadUrl(Refusal):
    """Not a web address, or one with a port, a scheme or a user name that we do not follow."""

    kind = "bad_url"


class ForbiddenAddress(Refusal):
    """A host that resolves to an address off the public internet."""

    kind = "forbidden_address"


class Unreachable(Refusal):
    """No such host, a refused or broken connection, a bad certificate, a server that does not speak HTTP."""

    kind = "unreachable"


class HttpStatus(Refusal):
    """The site answered with an error status; ``status`` is its number."""

    kind = "http_status"

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


class Timeout(Refusal):
    """The site took longer than the limits of the fetch."""

    kind = "timeout"


class TooLarge(Refusal):
    """More bytes than the limit, on the wire or unpacked."""

    kind = "too_large"


class NotHtml(Refusal):
    """Something other than a web page or plain text."""

    kind = "not_html"


class NoArticle(Refusal):
    """A page without an article on it."""

    kind = "no_article"


class Consent(Refusal):
    """A sign-in or consent page stands before the article."""

    kind = "consent"


class Blocked(Refusal):
    """The site turns programs away: 401, 403, 451 or a challenge page."""

    kind = "blocked"


class Language(Refusal):
    """A text that is not English; ``language`` is its ISO 639-1 code."""

    kind = "language"

    def __init__(self, message: str, language: str) -> None:
        super().__init__(message)
        self.language = language


class TooShort(Refusal):
    """A text under the least number of words."""

    kind = "too_short"


class Internal(Refusal):
    """A fault of ours. The log has it all; the reader is told to try again."""

    kind = "internal"
    lasting = False


class Later(DatelineError):
    """Nothing is wrong, but it is not its turn yet: to be done again in ``seconds``, by whoever is free then.

    It is no failed attempt, and nobody is refused anything.
    """

    def __init__(self, seconds: float) -> None:
        super().__init__(f"in {seconds:.1f} s")
        self.seconds = seconds


class StoreDown(DatelineError):
    """Redis does not answer, is read-only or full. Nothing may be acknowledged; Slack delivers again."""


class BadSettings(DatelineError):
    """Missing or contradictory settings; ``faults`` has one sentence each, with the fix."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults
