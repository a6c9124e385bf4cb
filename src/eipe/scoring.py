"""Learnt choices: weights in a table, a sum of the features' weights, and the probability of each answer.

The models are log-linear (McFadden 1974, conditional logit; Berger, Della Pietra and Della Pietra 1996): what speaks
for an answer adds up, and can be read in the table. Plain Python, so that the same text has the same answer anywhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp, fsum

__all__ = ["Features", "Parts", "Weights", "score", "scores", "shares", "weights"]

Features = Mapping[str, float]
Parts = tuple[Features, ...]
Weights = Mapping[str, float]


@cache
def weights(table: str, column: str) -> Weights:
    """One column of ``eipe/weights/<table>.tsv``; what is 0 is left out."""
    lines = files("eipe").joinpath("weights", f"{table}.tsv").read_text(encoding="utf8").splitlines()
    header, *rows = [line.split("\t") for line in lines if not line.startswith("#")]
    at = header.index(column)
    return {row[0]: float(row[at]) for row in rows if float(row[at])}


def score(features: Features, table: Weights) -> float:
    """How much speaks for an answer, to the last digit, in whatever order the features come."""
    return fsum([value * table[name] for name, value in features.items() if name in table])


def scores(rows: Sequence[Parts], table: Weights) -> list[float]:
    """How much speaks for each of several answers, whose features stand in parts; a shared part is added up once."""
    known = {id(part): part for parts in rows for part in parts}
    sums = {key: score(part, table) for key, part in known.items()}
    return [sum([sums[id(part)] for part in parts]) for parts in rows]


def shares(scores: Sequence[float]) -> list[float]:
    """The probability of each of several answers (softmax)."""
    most = max(scores)
    rows = [exp(score - most) for score in scores]
    total = sum(rows)
    return [row / total for row in rows]
