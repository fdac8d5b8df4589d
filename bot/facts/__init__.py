"""An Article becomes Findings: the only room with spaCy in it. One extractor, one file: Doc in, iterator out.

Nothing is imported here, so that naming the room loads no model; `app` takes `bot.facts.reader.SpacyReader`.
"""
