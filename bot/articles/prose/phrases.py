"""The words of the trade by which a line of a page or a paste gives itself away. Data: patterns, in English.

Each is tried on one stripped line of at most 400 characters. The house styles are those of wire agencies, broadcasters,
tabloids, regional papers, the press of India, Africa and Asia, and the themes of blogs.
"""

from __future__ import annotations

import re

_KINDS = r"(?:articles?|stor(?:y|ies)|coverage|content|links?|news|posts?|topics?|reading|reports?|videos?|headlines)"

# Labels of a pointer, which stand before a colon, a bar or a dash and another story's headline.
SURE_LABEL = re.compile(
    rf"(?:(?:also|must|next|further),? (?:read(?:ing|s)?|see|watch|listen)|read (?:also|more|next|too"
    rf"|this(?: next)?|here|full(?: story)?)|must-read"
    rf"|related(?: {_KINDS}| reads?)?|see (?:also|more|photos)|check (?:out|this out)|follow live|live blog"
    rf"|recommended(?: {_KINDS}| for you)?|trending(?: now| {_KINDS})?"
    rf"|more (?:on|from|about|in) [^:|]{{2,50}}|more {_KINDS}(?: (?:on|from|about|in) [^:|]{{2,40}})?"
    rf"|more to (?:read|come)"
    rf"|editor[’']?s[’']? picks?|don[’']?t miss|in case you missed it|icymi|also (?:on|from|in) [\w.& ]{{2,40}}"
    rf"|(?:dig|go) deeper|next up|up next|catch up|what to read next|reading list|watch (?:also|more|live|now|next"
    rf"|this)"
    rf"|listen (?:also|more|live|now|next)|live updates?|previous(?: {_KINDS})?|next {_KINDS}|from (?:our"
    rf"|the) archives?"
    rf"|(?:apple|google) podcasts|download|learn more|find out more|top {_KINDS})\s*[:|»›>→–—-]\s*(\S.*)",
    re.IGNORECASE,
)
# The same, with words that also open sentences: only before what has no full stop.
LABEL = re.compile(
    r"((?:more|read|watch|listen|see|video|photos?|pictures|gallery|in (?:pictures|photos)|live|latest|just in"
    r"|opinion|comment"
    r"|analysis"
    r"|explained|explainers?|exclusive|breaking|fact[- ]check|podcast|quiz|interactive|infographic|timeline|profile"
    r"|editorial|commentary|perspective|column|review|previously|background reading|big story)\s*[:|»›])\s*(\S.*)",
    re.IGNORECASE,
)
# A whole line that heads pointers, or is a button, an advertisement or a counter.
HEADING = re.compile(
    rf"\W{{0,3}}(?:(?:also|must|next) reads?|read (?:more|next|also|on|this next)(?: (?:here|about|on|at"
    rf"|from)\b.{{0,60}})?"
    rf"|see (?:also|more)|more|more to (?:read|follow|come)|more follows|more (?:on|from|about|in) [^.,]{{2,60}}"
    rf"|(?:(?:most|more|our|other|our other|related|top|latest|trending|recommended|breaking|popular|featured|similar"
    rf"|suggested|sponsored|promoted|partner|previous|next|additional|live|other top) )+(?:[\w’'&-]+ ){{0,3}}{_KINDS}"
    rf"(?: (?:in|on|from|for|about) [^.,]{{2,50}}| of the (?:day|week|month|hour)| like this| you may have missed)?"
    rf"|most (?:read|popular|viewed|shared|commented|recent|watched)(?: (?:in|on|from|this|today"
    rf"|now)\b[^.,]{{0,50}}| {_KINDS}.{{0,20}})?|(?:what[’']s )?trending(?: now)?|popular"
    rf"|popular (?:on|in) .{{2,40}}|recommended(?: for you| by)?|related|don[’']?t miss(?: (?:it|this|out))?"
    rf"|editor[’']?s[’']? "
    rf"(?:picks?|choice)|up next|stories you may (?:like|have missed)"
    rf"|(?:you|readers|people|others)(?: (?:may|might|will))?(?: also)? (?:like|love|read|enjoy"
    rf"|be interested in).{{0,30}}"
    rf"|also (?:on|from|in) (?:(?-i:[A-Z])[^.,]{{1,40}}|this series|this section)|from (?:our|the) archives?"
    rf"|in (?:this|our) (?:article|series|story)|on this page"
    rf"|table of contents|contents|key points|topics|tags?"
    rf"|(?:category|categories)|what to read next|explore more.{{0,40}}"
    rf"|(?:find out|learn|show|load|view|discover|see) (?:more|less|all)|read (?:the )?(?:full|original|whole"
    rf"|rest).{{0,50}}"
    rf"|continue reading.{{0,30}}|keep reading.{{0,30}}"
    rf"|(?:advertisements?|advertising|advertisement feature)"
    rf"(?:\W+(?:continue|scroll|story|article)\b.{{0,40}})?|ads?|ad feedback"
    rf"|(?:sponsored|promoted|paid|partner|branded)(?: (?:content|post|story|links?|by [^.,]{{2,40}}))?"
    rf"|skip (?:to|(?:advertisement|advert)|ads?|past)\b.{{0,40}}|(?:story|article|content|post"
    rf"|report) continues?\b.{{0,50}}"
    rf"|scroll (?:down|to|for)\b.{{0,30}}|loading.{{0,20}}|(?:\d+|one|two) ?min(?:ute)?s?(?: read| listen)?"
    rf"|reading time\b.{{0,20}}"
    rf"|listen(?: to (?:this|the|more)?\b.{{0,40}}| \d+ min(?:ute)?s?| now)?|\d\d?:\d\d(?: ?/ ?\d\d?:\d\d)*"
    rf"|(?:play|watch|pause|replay)(?: (?:video|now|live|here|again))?|watch (?:the )?(?:full )?(?:video|interview"
    rf"|clip)\b.{{0,30}}"
    rf"|listen to the (?:full )?(?:interview|podcast|episode)\b.{{0,40}}|(?:video|audio)|photo(?:s| gallery)?"
    rf"|(?:view |open )?gallery\b.{{0,20}}"
    rf"|slide ?show\b.{{0,20}}|\d+ ?(?:/|of) ?\d+|\(?\d+ (?:videos?|photos?|images?|pictures?|slides)\)?"
    rf"|close|menu|search|home|back(?: to top)?|top|expand|next|previous|save(?: (?:this )?(?:article|story"
    rf"|for later))?|bookmark"
    rf"|facebook|twitter|whatsapp|telegram|linkedin|instagram|pinterest|reddit|tweet|pin(?: it)?|print|email"
    rf"|copy(?: link)?"
    rf"|(?:e-?mail|print) (?:this|article|story|page).{{0,20}}|(?:order|buy|request) reprints?|(?:facebook|twitter"
    rf"|x|whatsapp|telegram|linkedin|e-?mail|tweet|share|print|pin(?:terest)?"
    rf"|reddit|copy link|messenger|flipboard|instagram|youtube|tiktok|[ ,|•·])+"
    rf"|(?:link )?copied(?: to clipboard)?|share(?: (?:this|on|via|with|the|now)\b.{{0,50}})?"
    rf"|[\d.,]+[km]? (?:shares?|comments?|views?|likes?)"
    rf"|follow (?:us|@\w+|along)(?: .{{0,40}})?|comments?(?: ?\(?\d+\)?)?|no comments(?: yet)?|comments are closed"
    rf"|(?:leave|post|add|write|submit) a (?:reply|comment)|(?:view|show|read|hide|see) (?:all "
    rf"|the )?(?:\d+ )?comments?"
    rf"|be the first to comment|(?:have )?your say|join the (?:conversation|discussion|debate)|report (?:this"
    rf"|an?) (?:ad|error|typo|comment)"
    rf"|suggest a correction|your e-?mail address.{{0,40}}|(?:enter (?:your )?)?e-?mail address"
    rf"|invalid e-?mail.{{0,10}}"
    rf"|sign (?:up|in)(?: (?:now|here|today))?|log ?in(?: (?:or|to) \w+)?|subscribe(?: (?:now|today|here"
    rf"|to [^.]{{2,40}}))?"
    rf"|already (?:a|have)\b.{{0,60}}|create (?:a free|an) account.{{0,40}}|thank you for (?:subscribing|reading"
    rf"|signing up).{{0,20}}"
    rf"|donate(?: (?:now|today|here))?|make a donation|become a (?:member|supporter|subscriber)(?: (?:now|today))?"
    rf"|get the app|(?:click|tap) (?:here|to|the|on)\b[^,]{{0,70}}|contact us|about (?:us|the (?:authors?|writers?"
    rf"|reporters?))|buy now|shop now|available (?:from|at) .{{2,30}}"
    rf"|text size|font size|staff (?:reports?|writer)|filed under\b.{{0,80}}|(?:tags?|tagged|topics|category"
    rf"|categories)\s*:.{{0,120}}"
    rf"|(?-i:TAGS?) .{{2,80}}|(?:posted|published) in (?-i:[A-Z])[^.,]{{1,40}}|disclaimer"
    rf"|accept (?:all )?(?:cookies)?|manage preferences|reject all"
    rf"|privacy policy|terms (?:of (?:use|service)|and conditions)|image source|no caption|(?:a )?few (?:minutes"
    rf"|hours) ago"
    rf"|\d+ (?:second|minute|min|hour|hr|day|week|month|year)s? ago)\W{{0,3}}",
    re.IGNORECASE,
)
# Requests to the reader: how they begin, and a word that must follow.
ASKING = re.compile(
    r"\W{0,2}(?:please |to |you can (?:also )?|be sure to |don[’']t forget to |why not |and )?(?:sign(?:ing)? up"
    r"|subscribe|unsubscribe"
    r"|(?:have you|are you) (?:been )?affected|follow|get|click|tap|join|like (?:us|our|what|this)|share|download"
    r"|listen|stay|send|tell us|let us know"
    r"|check out|support|register|create|enter your"
    r"|read (?:more|the|our)|find|contact|e-?mail|reach|connect|visit|write to|catch|watch|add|see a|spotted"
    r"|have (?:you got|a)"
    r"|do you (?:have|know)|want (?:more|to)|got (?:a|any)|is there something|start your|there[’']s plenty"
    r"|help (?:us|keep)|become a|donate"
    r"|enjoy(?:ed|ing)?|for (?:more|the latest|all the latest)|if you (?:like|enjoy|value|have|would like|want)"
    r"|what do you think|love"
    r"|thanks? (?:you )?for reading|by (?:submitting|signing|clicking|subscribing)|we (?:use|have|value)"
    r"|this (?:site|website)"
    r"|your support|(?:take|have) a look|learn more|stay tuned|don[’']t miss)\b",
    re.IGNORECASE,
)
ASKED = re.compile(
    r"affected\b.{0,30}\?.{0,30}@|newsletter|\binbox\b|subscri(?:be|ption)|sign(?:ing)? up (?:for|to|here|now)"
    r"|follow (?:us|me|him|her|them|@"
    r"|the (?:author|reporter))"
    r"|on (?:twitter|facebook|instagram|whatsapp|telegram|linkedin|tiktok|threads|bluesky|signal|youtube"
    r"|google(?: news)?|x)\b"
    r"|@\w{2,}|click here|podcast|\bour (?:\w+ )?(?:app|website|site|channel|page|journalism|reporting"
    r"|live (?:coverage|blog)|newsroom|group|terms"
    r"|community|readers|standards)\b"
    r"|\b(?:news|wire|mobile|the|times|post|daily) app\b|with a friend|(?:the|this) (?:story|article)\?"
    r"|more (?:information|stories|news|updates|visit)"
    r"|daily (?:briefing|e-?mail|headlines)|free (?:trial|for|to continue|daily)|the (?:author|writer|reporter)s?\b"
    r"|e-?mail (?:us|address|it|me)"
    r"|your (?:kit )?review|unlimited access|unsubscribe|(?:latest|top|breaking) (?:news|headlines|updates|deals"
    r"|prices|stories)|headlines"
    r"|whatsapp (?:channel|group)|telegram (?:channel|group)|youtube channel|comments? (?:below|section)"
    r"|in the comments|cookies|recaptcha"
    r"|independent journalism|(?:a|your) donation|member(?:ship)?\b.{0,20}[$£€]|supporter|journalism"
    r"|continue reading|read this article"
    r"|preferred source|social media|(?:pictures|photos|videos) (?:and|of|to)\b.{0,30}(?:storm|snow|us)|know more\?"
    r"|\btip\b.{0,3}\?|www\.|https?:"
    r"|join (?:our|the) (?:conversation|discussion)|you agree|\btips?@",
    re.IGNORECASE,
)
# What no sentence of a report says, wherever it stands in the line. For text in small letters: every alternative begins
# with a letter, so that the search skips what can't begin one.
ANYWHERE = re.compile(
    r"contributed to th(?:is|e) (?:report|story|article)|contributed reporting|story was (?:reprinted|adapted)"
    r"|article was (?:reprinted|adapted)|what you think\b\W*\Z|to hear (?:what you think|from you)\b"
    r"|follow (?:him|her|them|us|me|the author|@\w+)(?: \w+){0,3} (?:on|at) (?:twitter|x|facebook|instagram)\b"
    r"|all rights? reserved|may not be (?:published|broadcast|rewritten|reproduced)"
    r"|no part of this (?:publication|article)"
    r"|this copy is for your personal|this (?:article|story|report|post|piece|content|column) (?:is|was|has been"
    r"|first)"
    r"(?: \w+)? (?:originally |first |auto-?)?(?:re)?(?:published|appeared|posted|generated|adapted|produced by)\b"
    r"|this (?:article|story|post|piece|report) (?:originally |first )?appear(?:s|ed) (?:first )?(?:in|on|at)\b"
    r"|not been edited by|syndicated feed|article[^.]{0,60}creative commons|story[^.]{0,60}creative commons"
    r"|our privacy (?:policy|notice)|google privacy policy|privacy policy and terms"
    r"|terms of (?:use|service) (?:apply|and)|terms and conditions apply|contains? affiliate links"
    r"|we (?:may|will) (?:earn|receive|get) (?:a |an )?(?:small |affiliate )?commission|may (?:earn"
    r"|receive) a commission"
    r"|like this story\?|letters to the editor (?:can|may|should|are)|submit a letter to the editor"
    r"|views(?: and opinions)? expressed\b.{0,80}(?:\b(?:own|personal|author|writer|contributor|alone)\b|reflect)"
    r"|opinions(?: and views)? expressed\b.{0,80}(?:\b(?:own|personal|author|writer|contributor|alone)\b|reflect)"
    r"|not necessarily (?:reflect|represent)[^.]{0,60}(?:views?|opinions?|polic|positions?|editorial)"
    r"|not necessarily those of"
    r"|moderating (?:all )?comments|unsubscribe at any time|be reached (?:at|on|via) \S+@|click to tweet\b"
    r"|please take a moment to share|you take a moment to share|opens in (?:a )?new window"
    r"|subscribe to (?:this|our) newsletter|sign(?:ing)? up (?:for|to) (?:our|this)\b[^.]{0,40}newsletter"
    r"|does not support (?:the )?(?:audio|video) element|media playback is|video player is loading"
    r"|this video (?:is not|isn[’']t) available|our standards: the|prices were correct at the time"
    r"|developing story(?: and|[.,:;–—-])|breaking news story and|check back (?:for updates|later)"
    r"|story will be updated\b\W*\Z|article will be updated\b\W*\Z|page will be updated\b\W*\Z"
    r"|this (?:week|month|episode|podcast|story|article|post)[^.]{0,40} (?:is|was) (?:sponsored|brought to you) by"
)
REPORTED = re.compile(r"\b(?:said|says|told|according to|wrote)\b")
"""Somebody says it: then it is a report about such a phrase."""
