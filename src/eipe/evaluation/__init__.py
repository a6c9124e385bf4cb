"""Scoring against gold: how good predictions are, how sure that is, and what is wrong.

records (gold, predicted) -> pairs of what is one -> counts of each record -> figures with intervals -> table
"""
