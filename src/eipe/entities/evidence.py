"""What the text tells of each name: its grammar, and nominatives to go by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from eipe.entities.document import CLOSING, NOTHING, Grammar, Words
from eipe.entities.names import Name, as_written, grammar_before
from eipe.entities.roles import is_human_noun
from eipe.entities.titles import Title
from eipe.greek.letters import fold
from eipe.greek.truecasing import shipped
from eipe.lexicon.table import affixes, words_of

__all__ = ["nominatives_seen", "with_grammar"]

HEADLINE = 8  # tokens from a name to the colon behind what it says


def with_grammar(names: Sequence[Name], words: Words, doc: Doc, titles: dict[int, Title]) -> list[Name]:
    """Each name with the grammar that its article, its title, the name before it or its place tells."""
    out: list[Name] = []
    for name in names:
        title = titles.get(name.start)
        own = grammar_before(words, name.first)
        grammar = title.grammar if title is not None and title.grammar != NOTHING else own
        if grammar.gender is None and own.gender in ("m", "f"):
            grammar = replace(grammar, gender=own.gender)  # πρόεδρος της Βραζιλίας, η Ντίλμα Ρούσεφ
        if grammar.case is None and out:
            grammar = joined(words, out[-1], name) or grammar
        if grammar.number == "Plur" and name.kind == "person":
            grammar = Grammar(grammar.case, {"m": None}.get(grammar.gender or "", grammar.gender), "Sing")
        if grammar.case is None:
            grammar = from_position(words, doc, name, grammar)
        out.append(name.with_grammar(grammar))
    return out


def joined(words: Words, before: Name, name: Name) -> Grammar | None:
    """The case of the name before, where only και or a comma stands between: τους Μητσοτάκη και Τσίπρα."""
    if before.kind != name.kind or not 1 <= name.first - before.last <= 2 or before.grammar.case is None:
        return None
    if not words_of("joining").issuperset(words.folded[before.last : name.first]):
        return None
    return Grammar(before.grammar.case, None, "Sing" if name.kind == "person" else None)


def from_position(words: Words, doc: Doc, name: Name, grammar: Grammar) -> Grammar:
    """A name that opens a line before a colon is in the nominative: Μητσοτάκης: «…»."""
    person, opens = name.kind == "person", words.opens_sentence(name.first)
    if (opens and words.text_at(name.last) == ":") or (person and says_something(words, name)):
        return Grammar("Nom", grammar.gender, "Sing")
    if person and follows_noun(words, name.first):
        return Grammar("Gen", grammar.gender, "Sing")
    subject = person and opens and doc[name.first].dep_.startswith("nsubj")
    return Grammar("Nom", grammar.gender, "Sing") if subject else grammar


def says_something(words: Words, name: Name) -> bool:
    """Whether a name opens its line and a colon with a quotation follows behind a preposition: Παππά στον ΑΝΤ1: «…»."""
    first = name.first - words.text_at(name.first - 1)[:1].isdigit()  # 06:48 Παππά
    if not words.opens_line(first) or words.pos[name.last : name.last + 1] != ["ADP"]:
        return False
    for index in range(name.last, min(name.last + HEADLINE, len(words) - 1)):
        if words.texts[index] == ":":
            return words.texts[index + 1][0] in CLOSING
    return False


def follows_noun(words: Words, first: int) -> bool:
    """Whether a common noun stands right before, and no title: η κυβέρνηση Ρέππα, Βόμβα Σακκά, επί υπουργίας Ρέππα."""
    noun = words.text_at(first - 1)
    if not noun.isalpha() or is_human_noun(noun):
        return False
    small = noun.islower() or (words.opens_sentence(first - 1) and shipped().usual(noun) == noun.lower())
    tagged = words.pos[first - 1] == "NOUN" or (noun[0].isupper() and words.pos[first - 1] in ("PROPN", "X", ""))
    return small and tagged


def nominatives_seen(names: Sequence[Name]) -> frozenset[str]:
    """The words, and the whole phrases of places, that stand in the nominative somewhere in the text."""
    found: set[str] = set()
    for name in as_written(names):
        if (name.grammar.case == "Nom" or tells_nominative(name)) and not all(word.isupper() for word in name.words):
            found.update(name.words if name.kind == "person" else [name.text])
    return frozenset(found)


def tells_nominative(name: Name) -> bool:
    """Whether another case, or none, tells a nominative that looks alike: την Αττική, but not τη Ρόδο, τη Βόρειο Κορέα.

    Without an article nothing but a nominative ends as Ολυμπιακός – ΠΑΟΚ; but for ώρα Ελλάδος.
    """
    case, gender = name.grammar.case, name.grammar.gender
    if name.kind == "person" or (case and case != "Acc"):
        return False
    if case == "Acc":
        differs = any(fold(word).endswith(affixes("feminines_alike_but_accusative")) for word in name.words)
        return gender == "n" or (gender == "f" and not differs)
    return name.text.endswith(affixes("ends_in_os")) and not name.text.endswith(affixes("learned_genitives"))
