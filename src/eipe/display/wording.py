"""What the pages and tables say, in English and in Greek."""

from __future__ import annotations

from typing import Final, Literal

__all__ = ["LANGUAGES", "Language", "said"]

Language = Literal["en", "el"]
LANGUAGES: Final = {"en": "English", "el": "Greek"}

_GREEK: Final = {
    "person": "πρόσωπο",
    "place": "τόπος",
    "organization": "οργανισμός",
    "source": "ανώνυμη πηγή",
    "unknown": "άγνωστο ποιος",
    "quotation": "παράθεμα",
    "term": "όρος, τίτλος",
    "cue": "ρήμα λόγου",
    "speech": "αυτούσιος λόγος",
    "fragment": "απόσπασμα",
    "indirect": "πλάγιος λόγος",
    "byline": "υπογραφή, ημερομηνία",
    "caption": "λεζάντα",
    "teaser": "άλλα της σελίδας",
    "post": "ανάρτηση",
    "f": "γυναίκα",
    "m": "άνδρας",
    "Who said what": "Ποιος είπε τι",
    "Nobody is quoted in this text.": "Το κείμενο δεν παραθέτει λόγια κανενός.",
    "Speaker": "Ομιλητής",
    "Words quoted": "Λέξεις",
    "Quotations": "Παραθέματα",
    "to": "προς",
    "confidence": "βεβαιότητα",
    "the text does not tell who says this": "το κείμενο δεν λέει ποιος το λέει",
    "the text does not tell": "το κείμενο δεν λέει",
    "People": "Πρόσωπα",
    "Places": "Τόποι",
    "Organizations": "Οργανισμοί",
    "Sources": "Ανώνυμες πηγές",
    "Articles": "Άρθρα",
    "Share": "Μερίδιο",
    "Type": "Είδος",
    "Gender": "Φύλο",
}
_ENGLISH: Final = {
    "source": "unnamed source",
    "unknown": "unknown",
    "term": "term, title",
    "byline": "byline, date",
    "teaser": "other stories, adverts, menus",
    "f": "woman",
    "m": "man",
}


def said(key: str, language: Language = "en") -> str:
    """The words for ``key`` in ``language``."""
    return (_GREEK if language == "el" else _ENGLISH).get(key, key)
