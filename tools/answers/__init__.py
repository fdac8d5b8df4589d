"""Fits the weights by which sentences are ranked and answers believed, and tells how they do on articles unseen."""
