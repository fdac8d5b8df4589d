"""What tells what is asked: patterns over a question made regular, and nouns that name a type of answer.

Of the patterns the first that matches counts, so the special stand before the general.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.answers.question.value import AnswerType, Kind

SPEECH = (
    r"(?:say|said|says|saying|tell|told|telling|tweet|tweeted|tweeting|write|wrote|writing|post|posted|posting|claim"
    r"|claimed|claiming|announce|announced|announcing|comment|commented|reply|replied|respond|state|stated|warn|warned"
    r"|argue|argued|think|thinks|believe|believes|make of|have to say|quoted)"
)
_FIRST = r"^(?:(?!(?:what|which|who|whom|whose|when|where|why|how)\b)\S+ )*?"
"""Nothing that asks stands before: of several question words the first counts."""

_ABOUT = (
    r"(?: (?:about|on|to|of|in|when|after|before|during|at|regarding|with|back|next|this|that|as|his|her|by|over|again|"
    r"today|yesterday|now|so|then|he|she|they|it)\b.*)?"
)
_SPEAKING = r"(?:saying|telling|tweeting|writing|posting|claiming|announcing|arguing|thinking|quoted (?:as )?saying)"
_BE = r"(?:is|are|was|were|s|be)"
_DO = r"(?:did|does|do|has|have|had|will|would|can|could|should|might)"

_NOUNS: dict[AnswerType, str] = {
    "person": "man men woman women person people president minister mayor governor senator official officials leader "
    "leaders actor actress player players singer author writer victim victims witness witnesses doctor doctors judge "
    "lawyer politician politicians expert experts candidate candidates analyst economist spokesman spokeswoman "
    "spokesperson chief boss ceo founder owner king queen prince general commander suspect suspects driver "
    "individual individuals celebrity celebrities neighbour neighbours neighbor resident residents local locals "
    "mp mps lawmaker lawmakers scientist scientists guy guys coach athlete swimmer pope emperor ruler",
    "group": "company companies firm firms group groups party parties agency agencies organization organizations "
    "organisation organisations team teams bank banks ministry ministries department departments newspaper paper "
    "papers outlet university club airline airlines union unions committee council court army force militia "
    "business businesses institution body broadcaster channel website",
    "place": "country countries city cities town towns village villages place places state states region regions area "
    "areas province provinces county location locations street road site nation nations continent island river lake "
    "capital hospital hospitals airport port border district venue stadium hotel building neighbourhood part parts "
    "destination coast",
    "date": "year years day days month months date dates week weekend season century decade weekday",
    "time": "time hour times",
    "money": "price cost costs salary budget fee fine sum amount bill revenue profit",
    "percent": "percentage percent proportion share rate",
    "number": "number numbers population toll figure figures score count total casualties",
    "age": "age ages",
    "measure": "height length weight speed depth distance size width temperature magnitude limit",
    "sort": "kind kinds type types sort sorts colour color nationality genre",
    "name": "name names title nickname",
    "reason": "reason reasons cause motive motivation",
    "purpose": "purpose aim goal",
    "duration": "duration",
}  # fmt: skip
TYPE_OF: dict[str, AnswerType] = {noun: kind for kind, nouns in _NOUNS.items() for noun in nouns.split()}
"""What type of answer a noun names, in any number."""

KIND_OF: dict[AnswerType, Kind] = {
    "person": "who",
    "place": "where",
    "date": "when",
    "time": "when",
    "money": "how_much",
    "percent": "how_many",
    "number": "how_many",
    "age": "how_many",
    "measure": "how_many",
    "reason": "why",
    "purpose": "why",
    "duration": "how_many",
}
"""The kind of a question after a noun of that type ("which hospitals"); the others stay ``what``."""


def _cue(pattern: str, kind: Kind, *types: AnswerType) -> tuple[re.Pattern[str], Kind, tuple[AnswerType, ...]]:
    return re.compile(pattern), kind, types


CUES = (
    # what comes
    _cue(r"^(?:and |so )?(?:(?:the )?next(?: steps?)?|timeline|upcoming|outlook|what next|what now)$", "next", "clause"),
    _cue(
        rf"\bnext steps?\b|^what(?: {_BE}| will| comes?| happens| going| to| happen)*"
        r"(?: \w+){0,4} (?:coming up|coming next|next)(?: for .*| from .*| in .*)?$",
        "next",
        "clause",
        "deed",
    ),
    _cue(rf"^what(?: {_BE}) (?:happening|going on|planned)(?: \w+){{0,4}}(?: now| today| tomorrow)?$", "next", "deed", "clause"),
    _cue(rf"^what(?: {_BE}) (?:the |their |his |her |its )?plans?\b", "next", "deed", "clause"),
    _cue(r"^(?:what|where) (?:happens|will happen|is going to happen|are things going)\b", "next", "deed", "clause"),
    _cue(r"^what (?:will|is|are|does|do)(?: \w+){1,5} (?:going to|do|doing|want to do|plan to do|planning)(?: next| now| about .*| as .*| in .*| with .*)?$", "next", "deed", "clause"),
    # what somebody said
    _cue(r"^(?:(?:any|the|key|best) )?(?:quotes?|quotations?|statements?|comments?|reactions?|remarks?)\b", "said", "quote"),
    _cue(rf"^(?:what|how) {_DO} .+? (?:react|respond|reply)\b", "how", "deed", "quote", "manner"),
    _cue(rf"^what (?:else )?{_DO} .+? (?<!the ){SPEECH}{_ABOUT}$", "said", "quote", "clause"),
    _cue(rf"^what (?:else )?{_BE} .+? {_SPEAKING}{_ABOUT}$", "said", "quote", "clause"),
    _cue(rf"^what (?:else )?{_BE} .+? (?:statement|reaction|response|comment|view|opinion|stance|take|position|message)\b", "said", "quote", "clause", "thing"),
    _cue(rf"^what {SPEECH}\b|^what (?:was|were|is|are|has been) (?:said|announced|claimed)\b", "said", "quote", "clause"),
    _cue(rf"^how {_DO} .+? (?:describe|explain|call|put it)\b", "said", "quote", "clause"),
    _cue(r"^(?:is|are|was|were|am|be|do|does|did|has|have|had|will|would|can|could|should|shall|may|might|must|any(?! (?:number|figure))|anyone|anybody|anything)\b", "yes_no", "clause"),
    # numbers
    _cue(r"^(?:and )?(?:the |any |key )?(?:numbers?|figures?|stats?|statistics|casualties|casualty (?:figures?|numbers?)|death toll|toll)\b", "how_many", "number"),
    _cue(rf"{_FIRST}\bhow (?:\w+ )?old\b|\bwhat age\b|\bat what age\b", "how_many", "age", "number"),
    _cue(rf"{_FIRST}\bhow (?:often|frequently|regularly)\b|\bhow many times\b", "how_many", "frequency", "number"),
    _cue(rf"{_FIRST}\bhow (?:long ago|soon|recently|early|late)\b", "when", "date", "time", "duration"),
    _cue(rf"{_FIRST}\bhow long (?:is|are|was|were) (?:the|that|this|a|an|one|each|his|her|its|their)\b", "how_many", "measure", "duration"),
    _cue(rf"{_FIRST}\bhow (?:long|much longer|much time)\b|\bhow many (?:years?|days?|weeks?|months?|hours?|minutes?|seconds?|decades?)\b", "how_many", "duration", "number"),
    _cue(rf"{_FIRST}\b(?:how much|what) (?:money|cash)\b|\bhow (?:much|expensive)(?: more| less)? (?:\w+ )*?(?:cost|costs|pay|paid|paying|spend|spent|earn|earned|raise|raised|worth|charge|charged|owe|owed|fine|fined|donate|donated|invest|invested|lose|lost|made)\b|\bhow (?:expensive|cheap|costly)\b|^(?:the )?(?:costs?|prices?)$", "how_much", "money", "number"),
    _cue(rf"{_FIRST}\b(?:what|how much|which) (?:percent|percentage|proportion|share)\b", "how_many", "percent", "number"),
    _cue(rf"{_FIRST}\bhow much\b", "how_much", "money", "measure", "percent", "number"),
    _cue(rf"{_FIRST}\bhow many\b|\bnumber of\b|\bhow few\b", "how_many", "number"),
    _cue(rf"{_FIRST}\bhow (?:far|tall|high|deep|wide|big|large|heavy|fast|strong|hot|cold|close|near|small|thick|loud|steep|bright|powerful)\b", "how_many", "measure", "number", "sort"),
    # reasons
    _cue(rf"{_FIRST}\bwhy\b|\bhow come\b|\bwhat for\b|^(?:the )?(?:reasons?|causes?|motives?)\b", "why", "reason", "purpose"),
    _cue(rf"^what {_BE} .+ (?:used |meant |intended |needed |good |known |famous )?for$|^what (?:for|purpose)\b|^for what (?:purpose|reason)\b", "why", "purpose", "reason", "thing"),
    _cue(rf"{_FIRST}\b(?:what|which)(?: \w+)? (?:reasons?|motives?)\b|^what {_BE} (?:the )?(?:\w+ )?(?:reasons?|motives?|motivations?|causes?)\b", "why", "reason", "purpose", "thing"),
    _cue(r"^what (?:caused|causes|led to|triggered|prompted|made|sparked)\b", "what", "reason", "thing"),
    # when and where
    _cue(rf"{_FIRST}\bwhen\b|^since when\b|^(?:the )?(?:dates?|time)$", "when", "date", "time"),
    _cue(rf"{_FIRST}\b(?:what|which) time\b", "when", "time", "date"),
    _cue(rf"{_FIRST}\bwhere\b|^(?:the )?(?:location|place)$", "where", "place"),
    # people
    _cue(rf"^whose\b", "who", "person", "group"),
    _cue(rf"^who (?:else )?{_BE} (?:the|a|an|his|her|their|its|this|that|these|those|in|on|at|behind|to|with|from|by|among|also|being|now)\b", "who", "person", "group"),
    _cue(rf"^who {_BE} \w+ (?:to|of|by|in|for|at|with|on|from|about)\b", "who", "person", "group"),
    _cue(rf"^who {_BE} (?!\w+(?:ing|ed)$)[^ ]+(?: [^ ]+){{0,3}}$", "person", "definition"),
    _cue(rf"{_FIRST}\bwho(?:m)?\b", "who", "person", "group"),
    # what
    _cue(rf"{_FIRST}\b(?:what|which) (?:\w+ )?(?:kinds?|types?|sorts?)\b", "what", "sort", "thing"),
    _cue(rf"{_FIRST}\b(?:what|which) (?:colou?r|nationality)\b", "what", "sort", "thing"),
    _cue(rf"{_FIRST}\bwhat {_BE} .+ (?:called|named|known as)$|^what (?:name|title)\b", "what", "name", "thing"),
    _cue(rf"^what (?:happened|has happened|had happened|became|has become)\b", "what", "deed", "clause"),
    _cue(r"^what (?:did|does|do|has|have|had|was|were|is|are) .+? (?:do|done|doing)\b(?! (?:to|for|about|with) )", "what", "deed", "thing"),
    _cue(r"^what (?:did|does|do|has|have|had) .+? do\b", "what", "deed", "thing"),
    _cue(rf"^what (?:exactly )?{_BE} (?:a |an |the )?[^ ]+(?: [^ ]+){{0,2}}$", "what", "definition", "thing"),
    _cue(r"^what (?:does|did|do) .+ (?:mean|stand for|refer to)\b", "what", "definition", "name", "thing"),
    _cue(rf"{_FIRST}\bhow\b", "how", "manner", "deed"),
    _cue(rf"{_FIRST}\b(?:what|which)\b", "what", "thing", "clause"),
    # no question word
    _cue(r"^(?:name|list|give|enumerate|mention)\b", "list", "thing", "person"),
    _cue(r"^(?:victims?|names?|people|countries|participants?|attendees?|speakers?|sources?)$", "list", "person", "thing"),
)  # fmt: skip
"""Pattern, kind and types, in the order in which they are tried."""

FOLLOWING = re.compile(
    r"^(?:and|what about|how about|or|and what about|and how about|also)\b(?: for| in| of| with| at)? ?(.*)$"
)
"""A question that leans on the one before: "and China?"."""

PRONOUNS = frozenset(
    "he she they it him her them his its their hers theirs this that these those there one ones".split()
)
"""What stands for the subject of an earlier question."""

SAID_BY = re.compile(
    rf"^what (?:else )?{_DO} (?P<done>.+?) (?:actually |just |really |also |now )?{SPEECH}\b|^(?:.*?)(?:quotes?|quotations?|statements?|comments?|"
    r"reactions?|remarks?) (?:by|from|of) (?P<by>.+?)(?: on .*| about .*)?$"
)
"""Who is asked to have spoken."""

PERSON = re.compile(rf"^who (?:exactly )?{_BE} (?P<name>.+)$|^what (?:exactly )?{_BE} (?P<thing>.+)$")
"""Who or what is to be told about."""
