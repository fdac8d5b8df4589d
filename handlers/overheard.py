"""Whether what somebody says in a thread is a question to nobody else, so that the bot may answer unasked (pure)."""

from __future__ import annotations

import re

MOST_WORDS = 40
_PEOPLE = re.compile(r"<[@!]")  # somebody, or everybody, is named
_TALK = re.compile(  # among people: of themselves, of what to do, of what they think
    r"\b(?:i|i'm|i'd|i'll|me|my|we|we're|us|our|ours|you|you're|your|yours|u|ur|y'all|guys|folks|team|anyone|anybody|someone|"
    r"somebody|everyone|everybody|let's|thanks|thank|thx|please|pls|sorry|lol|haha|hi|hey|hello|desk|shift|lunch|"
    r"meeting room|slack|deadline|draft)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(r"^\s*[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?\s*[,:–—-]\s")  # "Ken, who …"
_ASKS = re.compile(
    r"^\W*(?:and |so |but |ok |okay )?(?:who|whom|whose|what|when|where|why|how|which|did|does|do|is|are|was|"
    r"were|has|have|had|will|would|can|could|should|any)(?:'s|s|'re|’s)?\b",
    re.IGNORECASE,
)
_MARK = re.compile(r"\?[\s\"”’')]*$")


def is_question(markup: str) -> bool:
    """Whether a message, in Slack's markup, asks something of nobody in particular.

    It ends with a question mark, or begins as questions do; it names nobody, and is not about those who talk.
    """
    words = markup.replace("’", "'")
    if not words.strip() or len(words.split()) > MOST_WORDS or _PEOPLE.search(words) or "://" in words:
        return False
    if _CALLED.match(words) or _TALK.search(words):
        return False
    asks = bool(_ASKS.match(words))
    return bool(_MARK.search(words)) or (asks and len(words.split()) > 1)
