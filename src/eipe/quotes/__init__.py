"""Quotations: marks, cues, speakers."""
