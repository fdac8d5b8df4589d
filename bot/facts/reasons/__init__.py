"""Reasons, and what they are reasons of."""
