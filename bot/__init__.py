"""The newsroom: from a link or a text to a digest in the article's own words. It has never heard of Slack."""
