"""Fits the weights by which the stretch that answers is chosen, and tells how they do on articles unseen."""
