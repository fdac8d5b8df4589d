"""Addresses: what a link is, what identifies an article, which links carry a secret (light, pure)."""
