"""Texts for property tests: Greek news put through the mill."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st
from small import ORGANIZATIONS, PEOPLE, PLACES, TAGS

MARKS = ["«", "»", "“", "”", "„", '"', "‹", "›", "‘", "’", "'"]
WORDS = [
    *TAGS,
    "ναι",
    "όχι",
    "θα",
    "έρθω",
    "νέα",
    "εποχή",
    "σ’",
    "απ’",
    "’στα",
    "σύμφωνα",
    "με",
    "σόου",
    "δεν",
    "ίδιος",
]
STOPS = [".", ",", ":", ";", "!", "…", "...", "·", "–", "—", "(", ")", "-", "/"]
BLANKS = [" ", "  ", "\u00a0", "\u2009", "\u3000", "\t", ""]
LINES = ["\n", "\n\n", "\r\n", "\r", "\u2028", "\u0085", "\x0b", "\n \n"]
HOSTILE = [
    *("\x00", "\x1b[31m", "\x7f", "\ufeff", "\u200b", "\u200d", "\u00ad", "\u202e", "\ufffd", "\uffff"),
    *("\ud800", "\udfff", "\ud83d\ude00", "🙂", "👩‍👩‍👧", "🇬🇷", "𝕬", "\U000e0041"),
    *("\u0301", "\u0308\u0301", "α\u0301", "ι\u0308\u0301", "\u0345", "\u0344", "Ά\u0301\u0301\u0301"),
    *("İ", "ß", "ΐ", "ΰ", "ŉ", "ﬁ", "ǰ", "ẞ", "Σ", "ς", "ΟΔΟΣ", "ᾳ", "ῷ", "Ώ", "ΐ", "µ", "ϐ", "ϑ", "ϖ"),
    *(
        "Hλίας",
        "Kώστας",
        "Αthens",
        "NIKOΣ",
        "<b>",
        "&amp;",
        "=1+1",
        "@x",
        "None",
        "{}",
        "%s",
        '27"',
        "5'",
        "http://α.gr/«β»",
    ),
]


def _word(form: str, how: int) -> str:
    return (form, form.upper(), form.title(), unicodedata.normalize("NFD", form))[how]


names = st.sampled_from([*PEOPLE, *PLACES, *ORGANIZATIONS])
words = st.builds(_word, st.one_of(st.sampled_from(WORDS), names), st.sampled_from([0, 0, 0, 1, 2, 3]))
pieces = st.one_of(
    words,
    words,
    words,
    st.sampled_from(MARKS),
    st.sampled_from(MARKS),
    st.sampled_from(STOPS),
    st.sampled_from(LINES),
    st.sampled_from(HOSTILE),
    st.characters(),
)
glue = st.sampled_from([" ", " ", " ", *BLANKS])


@st.composite
def wild(draw: st.DrawFn, longest: int = 40) -> str:
    """Anything at all, with the words and marks of news in it."""
    return "".join(piece + draw(glue) for piece in draw(st.lists(pieces, max_size=longest)))


@st.composite
def sentences(draw: st.DrawFn, people: tuple[str, ...] = PEOPLE) -> str:
    """One sentence with one or two quotations, as news has them."""
    plain = st.lists(st.sampled_from(["ναι", "θα", "έρθω", "νέα", "εποχή", "και", "ότι"]), min_size=1, max_size=6)
    said, more = (" ".join(draw(plain)) for _ in range(2))
    who, verb = draw(st.sampled_from(people)), draw(st.sampled_from(["είπε", "δήλωσε", "τόνισε"]))
    a, b = draw(st.sampled_from(["«»", "“”", '""', "„“", "‹›"]))
    form = draw(
        st.sampled_from(
            [
                "{a}{said}{b}, {verb} ο {who}.",
                "Ο {who} {verb}: {a}{said}{b}.",
                "{who}: {a}{said}{b}",
                "{a}{said}{b}, {verb}, {a}{more}{b}.",
                "Ο {who} {verb} ότι {a}{said}{b} και {more}.",
                "Σύμφωνα με τον {who}, {a}{said}{b}.",
                "Και {verb}: {a}{said}{b}.",
                "{said} {more}.",
            ]
        )
    )
    return form.format(a=a, b=b, said=said, more=more, who=who, verb=verb)


@st.composite
def articles(draw: st.DrawFn, people: tuple[str, ...] = PEOPLE) -> str:
    """A few paragraphs of such sentences; every mark is closed."""
    return "\n".join(
        " ".join(p) for p in draw(st.lists(st.lists(sentences(people), min_size=1, max_size=3), max_size=3))
    )
