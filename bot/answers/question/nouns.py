"""Nouns that name a type of answer: after "which hospitals", a place is expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.answers.question.value import AnswerType, Kind

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
}
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
