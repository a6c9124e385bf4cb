"""Extractions to look at: HTML for notebooks and pages, colored text for terminals.

``layers`` lays quotations, names and terms over the text; ``html`` and ``terminal`` write what it makes; pages have it
as data too (``schema_org``).
"""
