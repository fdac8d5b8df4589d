"""The only door to the web: an address becomes a page, within limits, and never reaches a private machine."""
