"""Whom an article draws on: their names and kinds."""
