"""The promised figures, measured on this machine in one run: `make bench`, or `make bench ARGS="web digest"` for some.

Figures are ratios wherever they can be, since machines differ; both sides of a ratio are measured in the same process.
"""
