"""Scores and speed of any Greek pipeline, on corpora given by path. Needs the source tree."""
