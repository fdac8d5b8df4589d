"""What tells what is asked: patterns over a question in lower case without marks.

Of the patterns the first that matches counts, so the special stand before the general.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bot.answers.question.value import AnswerType, Kind

FIRST = r"^(?:(?!(?:what|which|who|whom|whose|when|where|why|how)\b)\S+ )*?"
"""Nothing that asks stands before: of several question words the first counts."""

SPEECH = (
    r"(?:say|said|says|tell|told|tweet|tweeted|write|wrote|post|posted|claim|claimed|announce|announced|comment"
    r"|commented|reply|replied|respond|state|stated|warn|warned|argue|argued|think|thinks|believe|believes|make of"
    r"|have to say|quoted)"
)
BE = r"(?:is|are|was|were|be)"
DO = r"(?:did|does|do|has|have|had|will|would|can|could|should|might)"
_SPEAKING = r"(?:saying|telling|tweeting|writing|posting|claiming|announcing|arguing|thinking)"
_ABOUT = (
    r"(?: (?:about|on|to|of|in|when|after|before|during|at|regarding|with|back|next|this|that|as|his|her|by|over|again"
    r"|today|yesterday|now|so|then|he|she|they|it)\b.*)?"
)
_SPENDING = (
    r"(?:costs?|pay|paid|paying|spend|spent|earn|earned|raise|raised|worth|charged?|owed?|fined?|donated?|invest"
    r"|invested|lose|lost|made)"
)
_AUXILIARY = (
    r"(?:is|are|was|were|am|be|do|does|did|has|have|had|will|would|can|could|should|shall|may|might|must|anyone"
    r"|anybody|anything|any(?! (?:number|figure|quote|statement|comment|reaction)s?\b))"
)
_LEADING = r"(?:the|a|an|his|her|their|its|this|that|these|those|in|on|at|behind|to|with|from|by|among|also|being|now)"


class Cue(NamedTuple):
    """A pattern, and the kind and types of a question that it is found in."""

    pattern: re.Pattern[str]
    kind: Kind
    types: tuple[AnswerType, ...]


def _cue(kind: Kind, types: tuple[AnswerType, ...], *patterns: str) -> Cue:
    """Each pattern from the first word on."""
    return Cue(re.compile("|".join(rf"^(?:{each})" for each in patterns)), kind, types)


def _anywhere(kind: Kind, types: tuple[AnswerType, ...], *patterns: str) -> Cue:
    """Each pattern wherever nothing that asks stands before it."""
    return Cue(re.compile("|".join(rf"{FIRST}(?:{each})" for each in patterns)), kind, types)


_COMING = (
    _cue(
        "next",
        ("deed", "clause"),
        r"(?:and |so )?(?:(?:the )?next(?: steps?)?|timeline|upcoming|outlook|what next|what now)$",
        rf"what(?: {BE}| will| comes?| happens| going| to| happen)*(?: \w+){{0,4}} (?:coming up|next)"
        r"(?: (?:for|from|in) .*)?$",
        rf"what {BE} (?:happening|going on|planned)(?: \w+){{0,4}}$",
        rf"what {BE} (?:the |their |his |her |its )?plans?\b",
        r"(?:what|where) (?:happens|will happen|is going to happen|are things going)\b",
        r"what (?:will|is|are|does|do)(?: \w+){1,5} (?:going to|do|doing|want to do|plan to do|planning)"
        r"(?: (?:next|now|about .*|as .*|in .*|with .*))?$",
    ),
    Cue(re.compile(r"\bnext steps?\b"), "next", ("deed", "clause")),
)

_SAYING = (
    _cue("how", ("deed", "quote", "manner"), rf"(?:what|how) {DO} .+? (?:react|respond|reply)\b"),
    _cue(
        "said",
        ("quote", "clause"),
        r"(?:(?:any|the|key|best|more) )?(?:quotes?|quotations?|statements?|comments?|reactions?|remarks?)\b",
        rf"what (?:else )?{DO} .+? (?<!the ){SPEECH}{_ABOUT}$",
        rf"what (?:else )?{BE} .+? {_SPEAKING}{_ABOUT}$",
        rf"what (?:else )?{BE} .+? (?:statement|reaction|response|comment|view|opinion|stance|position|message)\b",
        rf"what {SPEECH}\b",
        r"what (?:was|were|is|are|has been) (?:said|announced|claimed)\b",
        rf"how {DO} .+? (?:describe|explain|call|put it)\b",
    ),
)

_YES_NO = _cue("yes_no", ("clause",), rf"(?:{_AUXILIARY}|if|whether)\b")

_AMOUNTS = (
    _cue(
        "how_many",
        ("number",),
        r"(?:and )?(?:(?:the|any|key) )*(?:numbers?|figures?|stats?|statistics|casualties|(?:death )?toll)\b",
        r"(?:and )?(?:the |any )?casualty (?:figures?|numbers?)\b",
    ),
    _anywhere("how_many", ("age", "number"), r"\bhow (?:\w+ )?old\b", r"\bwhat age\b"),
    _anywhere("how_many", ("frequency", "number"), r"\bhow (?:often|frequently|regularly|many times)\b"),
    _anywhere("when", ("date", "time", "duration"), r"\bhow (?:long ago|soon|recently|early|late)\b"),
    _anywhere(
        "how_many",
        ("measure", "duration"),
        rf"\bhow long {BE} (?:the|that|this|a|an|one|each|his|her|its|their)\b",
    ),
    _anywhere(
        "how_many",
        ("duration", "number"),
        r"\bhow (?:long|much longer|much time)\b",
        r"\bhow many (?:year|day|week|month|hour|minute|second|decade)s?\b",
    ),
    _anywhere(
        "how_much",
        ("money", "number"),
        r"\b(?:how much|what) (?:money|cash)\b",
        rf"\bhow (?:much|expensive)(?: more| less)? (?:\w+ )*?{_SPENDING}\b",
        r"\bhow (?:expensive|cheap|costly)\b",
        r"(?:the )?(?:costs?|prices?)$",
    ),
    _anywhere(
        "how_many", ("percent", "number"), r"\b(?:what|how much|which) (?:percent|percentage|proportion|share)\b"
    ),
    _anywhere("how_much", ("money", "measure", "percent", "number"), r"\bhow much\b"),
    _anywhere("how_many", ("number",), r"\bhow (?:many|few)\b", r"\bnumber of\b"),
    _anywhere(
        "how_many",
        ("measure", "number", "sort"),
        r"\bhow (?:far|tall|high|deep|wide|big|large|heavy|fast|strong|hot|cold|close|near|small|thick|loud|steep)\b",
    ),
)

_REASONS = (
    _anywhere(
        "why",
        ("reason", "purpose"),
        r"\bwhy\b",
        r"\bhow come\b",
        r"\bwhat for\b",
        r"(?:the )?(?:reasons?|causes?|motives?)\b",
    ),
    _cue("why", ("purpose", "reason", "thing"), rf"what {BE} .+ for$", r"(?:for )?what (?:for|purpose|reason)\b"),
    _anywhere("why", ("reason", "purpose", "thing"), r"\b(?:what|which)(?: \w+)? (?:reasons?|motives?)\b"),
    _cue(
        "why",
        ("reason", "purpose", "thing"),
        rf"what {BE} (?:the )?(?:\w+ )?(?:reasons?|motives?|motivations?|causes?)\b",
    ),
    _cue("what", ("reason", "thing"), r"what (?:caused|causes|led to|triggered|prompted|made|sparked)\b"),
)

_CIRCUMSTANCES = (
    _anywhere("when", ("date", "time"), r"\bwhen\b", r"(?:the )?(?:dates?|time)$"),
    _anywhere("when", ("time", "date"), r"\b(?:what|which) time\b"),
    _anywhere("where", ("place",), r"\bwhere\b", r"(?:the )?(?:location|place)$"),
)

_PEOPLE = (
    _cue(
        "who",
        ("person", "group"),
        r"whose\b",
        rf"who (?:else )?{BE} {_LEADING}\b",
        rf"who {BE} \w+ (?:to|of|by|in|for|at|with|on|from|about)\b",
    ),
    _cue("person", ("definition",), rf"who {BE} (?!\w+(?:ing|ed)$)[^ ]+(?: [^ ]+){{0,3}}$"),
    _anywhere("who", ("person", "group"), r"\bwhom?\b"),
)

_THINGS = (
    _anywhere("what", ("sort", "thing"), r"\b(?:what|which) (?:\w+ )?(?:kinds?|types?|sorts?|colou?rs?|nationality)\b"),
    _anywhere("what", ("name", "thing"), rf"\bwhat {BE} .+ (?:called|named|known as)$", r"\bwhat (?:name|title)\b"),
    _cue("what", ("deed", "clause"), r"what (?:happened|has happened|had happened|became|has become)\b"),
    _cue(
        "what",
        ("deed", "thing"),
        rf"what (?:{BE}|{DO}) .+? (?:do|done|doing)\b(?! (?:to|for|about|with) )",
        r"what (?:did|does|do|has|have|had) .+? do\b",
    ),
    _cue("what", ("definition", "thing"), rf"what (?:exactly )?{BE} (?:a |an |the )?[^ ]+(?: [^ ]+){{0,2}}$"),
    _cue("what", ("definition", "name", "thing"), r"what (?:does|did|do) .+ (?:mean|stand for|refer to)\b"),
    _anywhere("how", ("manner", "deed"), r"\bhow\b"),
    _anywhere("what", ("thing", "clause"), r"\b(?:what|which)\b"),
    _cue("list", ("thing", "person"), r"(?:name|list|give|enumerate|mention)\b"),
    _cue(
        "list",
        ("person", "thing"),
        r"(?:the )?(?:victims?|names?|people|countries|participants?|attendees?|speakers?|sources?)$",
    ),
)

CUES = (*_COMING, *_SAYING, _YES_NO, *_AMOUNTS, *_REASONS, *_CIRCUMSTANCES, *_PEOPLE, *_THINGS)
"""In the order in which they are tried."""
