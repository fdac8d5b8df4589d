"""The furniture of pages: how lines and phrases look that belong to no story. Each pattern costs linear time."""

from __future__ import annotations

import re

# Set phrases at the beginning of a line, for the whole line.
LINE = re.compile(
    r"""(?:
      (?:sources?|photos?|image|picture|video|caption|credits?|via|byline|reporting|editing|tags?|topics?|
         filed\ under|copyright|related(?:\ (?:articles?|stories|content|links?|posts?))?|see\ also|also\ read|
         read\ (?:also|more|next)|more(?:\ (?:on|from|about)\b[^.]{0,60})?|watch|listen|recommended|advertisement|
         sponsored|trending|editor.?s\ note|file\ photo|graphic)\s*[:|–—-]
      |©|\(c\)\s|all\ rights\ reserved|advertisement$|skip\ (?:ad|to|past)\b|click\ (?:here|to)\b|tap\ (?:here|to)\b
      |(?:please\ )?(?:sign\ up|subscribe|log\ in|register)\b(?!\ (?:for|to)\ (?:vote|the\ draft))
      |follow\ (?:us|@|me)\b|like\ us\b|share\ (?:this|on|via)\b|share$|read\ more\b|continue\ reading
      |most\ (?:read|popular|viewed)|you\ (?:might|may)\ also\ like
      |get\ (?:the\ latest|our|all\ the|[\w\ ]{3,20}\ (?:updates|newsletter))\b|download\ (?:the|our)\b
      |join\ (?:us|our)\b
      |\(?(?:(?:additional|further|with)\ )?reporting\ by\ \w|\(?editing\ by\ \w|(?:he|she|they)\ can\ be\ reached\ at\b
      |(?:correction|clarification)(?:\ added)?(?:,?\ (?:on\ )?[a-z]{3,9}\.?\ \d{1,2},\ \d{4})?\s*[:|–—]
      |(?:contact|e-?mail|reach|follow)\ (?:the\ )?(?:author|reporter|writer)\b
      |this\ (?:article|story|post)\ (?:was|has\ been|originally|first|appeared)|\w{1,40}\ contributed\ to\ this
      |do\ you\ have\ a\ (?:story|tip)|send\ (?:us\ )?(?:your|a)\b|have\ your\ say|comments?\s*(?:\(\d+\))?$
      |(?:first\ )?published\b|(?:last\ )?updated\b|posted\b.{0,20}\d|https?://|www\.
    )""",
    re.IGNORECASE | re.VERBOSE,
)
BYLINE = re.compile(
    r"by\s+[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){0,4}(?:\s*(?:,|and|for|in)\s+[A-Z][\w.'’ -]{1,40})?\s*$", re.IGNORECASE
)
# Behind it stands a caption.
CAPTIONED = re.compile(r"\b(?:image|media|video) captions?\b", re.IGNORECASE)
# Set phrases inside a line; each is bounded, so that bait costs linear time. Before them stands what they all hold one
# of, in small letters: most texts have none, which is cheaper to see than that no pattern matches.
PHRASES = tuple(
    (clues, re.compile(pattern, flags))
    for clues, pattern, flags in (
        (("opens in",), r"\(opens in (?:a )?new (?:window|tab)\)", re.IGNORECASE),
        (
            ("click to ",),
            r"click to (?:share|email|print)[^.!?\n(]{0,60}(?:\(opens in (?:a )?new window\))?",
            re.IGNORECASE,
        ),
        (
            ("(",),
            r"\((?:photo|image|picture|pic|video|file|credit|getty|afp|reuters|ap)\b[^()\n]{0,100}\)",
            re.IGNORECASE,
        ),
        (("(",), r"\([A-Z][\w.]+(?: [A-Z][\w.]+){0,3}/(?:The )?[A-Z][\w ]{1,40}\)", 0),
        (
            ("image ",),
            r"image (?:copyright|source)\s+(?:@\w+|[A-Z]\w*(?: (?:Images?|[A-Z]\w*)){0,2})(?: image caption\b)?",
            re.IGNORECASE,
        ),
        (("caption",), CAPTIONED.pattern, re.IGNORECASE),
        (("media playback",), r"media playback is (?:un)?supported[^.!?\n]{0,40}", re.IGNORECASE),
        (("pic.twitter", "http", "t.co/"), r"(?:pic\.twitter\.com|https?:/|t\.co)/[^\s]{1,200}", re.IGNORECASE),
        (
            ("(@",),
            r"(?:--|[—–-])\s?[^\s.!?][^.!?\n()]{0,40}\(@\w{1,30}\)(?: (?:on )?[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})?",
            0,
        ),
        (
            ("(@",),
            (
                r"a (?:photo|video|post) (?:posted|shared) by [^\n]{1,60}?\(@\w{1,30}\)"
                r"(?: on [A-Z]\w{2,8} \d{1,2}, \d{4}(?: at \d{1,2}:\d\d[ap]m)?(?: [A-Z]{3})?)?"
            ),
            re.IGNORECASE,
        ),
        (
            ("read more", "read or share", "related ", "story continues", "scroll down"),
            (
                r"\b(?:read more|read or share this story:?|related (?:stories|articles)|story continues below|"
                r"scroll down(?: for (?:more|video))?)\b(?: advertisement)?"
            ),
            re.IGNORECASE,
        ),
        (
            ("images ", "press ", "swns", "news ", "features ", "getty ", "alamy ", "epa ", "reuters "),
            (
                r"\b(?:Getty Images|PA:Press Association|AP:Associated Press|SWNS(?::[A-Z][\w ]{2,30}?)?|Splash News|"
                r"Rex Features|AFP/Getty|Alamy|EPA|Reuters) \d{1,2}\b"
            ),
            0,
        ),
        (("continue reading",), r"\b(?:advertisement )?continue reading the main story\b", re.IGNORECASE),
        (
            ("full screen", "photo", "slideshow", "skip ad", "x embed"),
            (
                r"(?:play slideshow )?\b\d{1,3} of \d{1,3} full screen(?: autoplay)?(?: close)?(?: skip ad)?(?: x)?\b"
                r"(?:[^\n]{0,900}?\bbuy photo\b(?: wait \d seconds? to continue\.?)?)?|"
                r"\bskip ad\b(?: ad)?(?: loading\.{3})?(?: x embed)?(?: x share)?|\bx embed(?: x share)?\b|"
                r"\bbuy photo\b(?: wait \d seconds? to continue\.?)?|\bview photos?\b(?= [A-Z])|\bplay slideshow\b"
            ),
            re.IGNORECASE,
        ),
        (
            (
                "robot",
                "invalid email",
                "newsletter",
                "occasional updates",
                "your inbox",
                "for subscribing",
                "try again later",
            ),
            (
                r"\b(?:get|sign up|subscribe)\b[^.!?\n]{3,80}\b(?:to|in) your inbox\b"
                r"(?: (?:every|each|daily)\b[^.!?\n]{0,40}[.!?])?|"
                r"(?:\+ )?(?:\bsubscribe )?\bthank you for subscribing[.!]?|\bcould not subscribe, try again later\b|"
                r"\binvalid email(?! address)\b|\bplease re-enter\.|\ban error has occurred\. please try again later\.|"
                r"\b(?:please verify you['’]re not a robot|invalid email address|you must select a newsletter|"
                r"(?:sign up )?receive occasional updates|you agree to receive occasional updates|"
                r"view all [\w ]{2,40} newsletters)\b[^.\n]{0,150}\.?"
            ),
            re.IGNORECASE,
        ),
        (("[",), r"(?<=[.!?\"”’'] )\[[A-Z][^\[\]\n]{8,150}\](?= [A-Z\"“])", 0),
        (("(published",), r"\(Published [A-Z][a-z]{2,8}day,? [^()\n]{0,40}\)", 0),
        (
            ("follow ",),
            r"\bFollow (?:[A-Z][\w.'’-]+ ){1,3}on (?:Twitter|Facebook|Instagram|X)\b(?: at)?:? ?(?:@\w{1,30})?",
            0,
        ),
        (("by ",), r"\bBy [A-Z]{2,20}(?: [A-Z][A-Z.]{0,20}){1,3}(?= [A-Z][a-z])", 0),
        (
            (":",),
            (
                r"(?<!on )\b(?:Jan|Feb|March|April|May|June|July|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}, \d{4},?"
                r"(?: at)? \d{1,2}:\d\d ?[ap]\.?m\b\.?(?= [A-Z])(?: [A-Z]{2,4}\b)?"
            ),
            0,
        ),
        (("photo",), r"^[ \t]{0,8}Photo\b(?= [A-Z]{2,})", re.MULTILINE),
    )
)
