"""Extractions in the formats of other tools: corpora, annotation tools, editions. One module a format.

``documents`` names entities and lays out regions with the relations between them, ``syntax`` tells tokens and
sentences; each format writes what they give, and ``registry`` knows them all by name.
"""
