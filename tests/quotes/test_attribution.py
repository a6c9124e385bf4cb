"""Who said it: each rule on an example that it is for, beside a twin that it must leave alone."""

from __future__ import annotations

import pytest
from build import build

from eipe.extraction import extract_doc
from eipe.quotes.cues import lexicon

# (text, what is quoted: "kind cue -> speaker", one for each pair of marks; "term" quotes nobody)
CASES = [
    # -- the verb behind the marks
    ("«Θα έρθω/V», είπε/V ο [Νίκος Παππάς].", ["speech είπε -> Νίκος Παππάς"]),
    ("«Θα έρθω/V» είπε/V χθες στη {GPE Ρόδο} ο [Νίκος Παππάς].", ["speech είπε -> Νίκος Παππάς"]),
    ("«Θα έρθω/V», είπε/V στον [Άρη Μελά] ο [Νίκος Παππάς].", ["speech είπε -> Νίκος Παππάς"]),
    ("Η «Αυγή» έγραψε/V ότι έρχεται/V βροχή/Nn.", ["term"]),
    ("«Θα έρθω/V», του απάντησε/V ο [Νίκος Παππάς].", ["speech απάντησε -> Νίκος Παππάς"]),
    ("«Θα έρθω/V» να πει/V ο [Νίκος Παππάς] ήθελε/V.", ["term"]),
    # the cue that looks forward is not the cue of the quotation before it
    (
        "«Θα έρθω/V», είπε/V ο [Νίκος Παππάς] και τόνισε/V ότι «δεν υπάρχει/V λόγος/Nn».",
        ["speech είπε -> Νίκος Παππάς", "speech τόνισε -> Νίκος Παππάς"],
    ),
    # -- the verb before the marks
    ("Ο [Νίκος Παππάς] είπε/V: «Θα έρθω/V».", ["speech είπε -> Νίκος Παππάς"]),
    ("Ο [Νίκος Παππάς] είπε/V ότι «θα έρθει/V αύριο».", ["speech είπε -> Νίκος Παππάς"]),
    ("Ο [Νίκος Παππάς] έχει πει/V ότι «θα έρθει/V αύριο».", ["speech πει -> Νίκος Παππάς"]),
    ("Ο [Νίκος Παππάς] δεν είπε/V ότι «θα έρθει/V αύριο».", ["term"]),
    ("Ο [Νίκος Παππάς] δεν έχει πει/V ότι «θα έρθει/V αύριο».", ["term"]),
    ("Ο [Νίκος Παππάς], που διαδέχθηκε/V τον [Άρη Μελά], είπε/V: «Θα έρθω/V».", ["speech είπε -> Νίκος Παππάς"]),
    ("Ο [Νίκος Παππάς] είπε/V ότι ο [Άρης Μελάς] «έρχεται/V αύριο».", ["fragment είπε -> Νίκος Παππάς"]),
    # -- one speaker for two quotations
    (
        "«Θα έρθω/V», είπε/V ο [Νίκος Παππάς], «και θα μιλήσω/V σε όλους».",
        ["speech είπε -> Νίκος Παππάς", "speech είπε -> Νίκος Παππάς"],
    ),
    # -- participles
    (
        "«Θα έρθω/V», είπε/V η [Άννα Μελά], προσθέτοντας/T ότι «δεν υπάρχει/V λόγος/Nn».",
        ["speech είπε -> Άννα Μελά", "speech προσθέτοντας -> Άννα Μελά"],
    ),
    # -- passive and its agent
    ("Το εύρημα/Nn χαρακτηρίστηκε/V «μοναδικό» από τον [Νίκο Παππά].", ["fragment χαρακτηρίστηκε -> Νίκος Παππάς"]),
    # -- what is called what
    ("Ο [Νίκος Παππάς] χαρακτήρισε/V τη συμφωνία/Na «ισορροπημένη».", ["fragment χαρακτήρισε -> Νίκος Παππάς"]),
    ("Ο [Νίκος Παππάς] έκανε/V λόγο/Na για «νέα εποχή».", ["fragment έκανε λόγο -> Νίκος Παππάς"]),
    ("Ο [Νίκος Παππάς] έκανε/V δώρο/Na τη «Νέα Εποχή».", ["term"]),
    # -- nouns and prepositions
    ("Σύμφωνα με τον [Νίκο Παππά], «δεν υπάρχει/V λόγος/Nn».", ["speech Σύμφωνα με -> Νίκος Παππάς"]),
    ("Η {GPE Ρόδος}, κατά τον [Νίκο Παππά], δεν θα δεχθεί/V «καμία άλλη πίεση».", ["fragment κατά -> Νίκος Παππάς"]),
    ("Κατά τον χειμώνα/Na η «Αλκυόνη» δεν ταξιδεύει/V.", ["term"]),
    (
        "Η δήλωση/Nn του [Νίκου Παππά] ότι «δεν υπάρχει/V λόγος/Nn» προκάλεσε/V γέλια/Nap.",
        ["speech δήλωση -> Νίκος Παππάς"],
    ),
    # -- headlines and signatures
    ("[Παππάς]: «Θα έρθω/V»", ["speech  -> Παππάς"]),
    ("«Η θάλασσα που θυμάται»: Το βιβλίο/Nn της [Άννας Μελά]", ["term"]),
    ("«Θα έρθω/V αύριο» – [Νίκος Παππάς]", ["speech  -> Νίκος Παππάς"]),
    # -- names in marks
    ("Στο περιοδικό/Na «Άνεμος» έγραψε/V χθες ο [Νίκος Παππάς].", ["term"]),
    ("Το λεγόμενο/An «πράσινο τέλος» καταργείται/V, είπε/V ο [Νίκος Παππάς].", ["term"]),
    ("Θα μπορούσε/V να λέγεται/V και «Μαρίνα».", ["term"]),
    # -- dropped subjects
    (
        "Ο [Νίκος Παππάς] επέστρεψε/V από τη {GPE Ρόδο}. «Θα έρθω/V ξανά», είπε/V.",
        ["speech είπε -> Νίκος Παππάς"],
    ),
    ("«Θα έρθω/V ξανά», είπε/V.", ["speech είπε -> None"]),
    (
        "Η [Άννα Μελά] και ο [Νίκος Παππάς] επιστρέφουν/Vp. «Φεύγουμε/Vp», λένε/Vp.",
        ["speech λένε -> Άννα Μελά και Νίκος Παππάς"],
    ),
    # -- relative clauses: the antecedent, never the pronoun
    (
        "Μίλησε/V η [Άννα Μελά], η οποία έθεσε/V το ερώτημα/Na: «Ποιος θα πληρώσει/V;».",
        ["speech έθεσε το ερώτημα -> Άννα Μελά"],
    ),
    # -- sources without a name
    ("«Φοβηθήκαμε/Vp», είπε/V ένας κάτοικος/Nn.", ["speech είπε -> κάτοικος"]),
    ("«Εξετάζουμε/Vp το θέμα», ανέφερε/V εκπρόσωπος/Nn της {ORG Αλφα}.", ["speech ανέφερε -> εκπρόσωπος της Αλφα"]),
    # -- to whom it is said is not who says it
    (
        "Ήρθε/V ο [Νίκος Παππάς]. «Θα έρθω/V», είπε/V στη δημοσιογράφο/Na [Μαρία Δήμου].",
        ["speech είπε -> Νίκος Παππάς"],
    ),
    ("Ήρθε/V ο [Νίκος Παππάς]. «Θα έρθω/V», είπε/V στην εφημερίδα/Na ο [Άρης Μελάς].", ["speech είπε -> Άρης Μελάς"]),
    # -- what is denied is not said; what the denier says is
    ("Ο [Νίκος Παππάς] διέψευσε/V ότι «πήρε/V χρήματα/Nap».", ["term"]),
    ("Ο [Νίκος Παππάς] διέψευσε/V: «Δεν πήρα/V χρήματα/Nap».", ["speech διέψευσε -> Νίκος Παππάς"]),
    # -- a document speaks where something is mentioned in it; a place does not
    ("Στην ανακοίνωση/Na αναφέρεται/V ότι «το έργο/Nn θα τελειώσει/V».", ["speech αναφέρεται -> ανακοίνωση"]),
    ("Στην πόλη/Na αναφέρεται/V ότι «το έργο/Nn θα τελειώσει/V».", ["speech αναφέρεται -> None"]),
    # -- as somebody said, at the head of the sentence
    ("Όπως είπε/V ο [Νίκος Παππάς], το έργο/Nn «δεν θα τελειώσει/V ποτέ».", ["speech είπε -> Νίκος Παππάς"]),
    (
        "Κατά τα λεγόμενα/Nap της [Άννας Μελά], η γιορτή/Nn «δεν θα γίνει/V».",
        ["fragment Κατά τα λεγόμενα -> Άννα Μελά"],
    ),
    # -- a cue in two words, an adverb between them
    ("Ο [Νίκος Παππάς] έκανε/V ξανά λόγο/Na για «νέα εποχή».", ["fragment έκανε ξανά λόγο -> Νίκος Παππάς"]),
    ("Ο [Νίκος Παππάς] έκανε/V ξανά δώρο/Na τη «Νέα Εποχή».", ["term"]),
    # -- a colon behind a verb that is no cue
    (
        "Αισιόδοξος/An εμφανίστηκε/V ο [Νίκος Παππάς]: «Θα τα καταφέρουμε/Vp και φέτος όλοι μαζί».",
        ["speech  -> Νίκος Παππάς"],
    ),
    ("Στην αφίσα/Na κυριαρχεί/V ο τίτλος/Nn: «Μπλε καράβι στο λιμάνι».", ["term"]),
    # -- a clause in marks, late in a report
    (
        "Ο [Νίκος Παππάς] τόνισε/V ότι δεν υπάρχει/V ανάγκη/Nn, ενώ τα έργα/Nnp συνεχίζονται/Vp, καθώς "
        "«θα τελειώσουν/Vp όλα πριν το καλοκαίρι».",
        ["speech τόνισε -> Νίκος Παππάς"],
    ),
    # -- a name and a colon open any sentence; a noun does not
    ("Μίλησαν/Vp πολλοί. [Άννα Μελά]: «Θα έρθω/V».", ["speech  -> Άννα Μελά"]),
    ("Μίλησαν/Vp πολλοί. Θέμα/Nn: «Θάλασσα».", ["term"]),
    # -- what is said of a work has no capital; its title has
    ("Ο [Νίκος Παππάς] χαρακτήρισε/V το νομοσχέδιο/Na «έκτρωμα».", ["fragment χαρακτήρισε -> Νίκος Παππάς"]),
    ("Ο [Νίκος Παππάς] χαρακτήρισε/V το τραγούδι/Na «Έρωτας» μέτριο.", ["term"]),
    ("Ο [Νίκος Παππάς] μίλησε/V στην ημερίδα/Na του {ORG Κόμματος} «Αλλάζουμε/Vp».", ["term"]),
    ("Το ζώο/Nn αποκαλείται/V «πάπια».", ["term"]),
    # -- reporting verbs share their subject; what is reported in between is not it
    (
        "Όπως λέει/V η [Άννα Μελά], η πρόταση/Nn είναι/V σωστή, ενώ τονίζει/V ότι «δεν υπάρχει/V λόγος/Nn».",
        ["speech τονίζει -> Άννα Μελά"],
    ),
    # -- the verb that utters a noun is the cue
    (
        "Ο [Νίκος Παππάς] επανέλαβε/V την άποψη/Na του ότι «δεν υπάρχει/V λόγος/Nn».",
        ["speech επανέλαβε -> Νίκος Παππάς"],
    ),
    ("Η άποψη/Nn του [Νίκου Παππά] ότι «δεν υπάρχει/V λόγος/Nn» ακούστηκε/V.", ["speech άποψη -> Νίκος Παππάς"]),
    # -- an answer without a subject is whose who was spoken to
    (
        "«Έλα/V», είπε/V ο [Νίκος Παππάς] στην [Άννα Μελά]. «Έρχομαι/V», απάντησε/V.",
        ["speech είπε -> Νίκος Παππάς", "speech απάντησε -> Άννα Μελά"],
    ),
    (
        "«Έλα/V», είπε/V ο [Νίκος Παππάς] στην [Άννα Μελά]. «Βιάσου/V», πρόσθεσε/V.",
        ["speech είπε -> Νίκος Παππάς", "speech πρόσθεσε -> Νίκος Παππάς"],
    ),
    # -- a quotation that its verb has split; another verb takes the second half away
    (
        "«Είμαι/V εδώ», συνέχισε/V ο [Νίκος Παππάς], «γιατί με έστειλαν/Vp άνθρωποι/Nnp».",
        ["speech συνέχισε -> Νίκος Παππάς", "speech συνέχισε -> Νίκος Παππάς"],
    ),
    (
        "«Ντροπή σας», φώναξε/V ο [Νίκος Παππάς], «δική σας», απάντησε/V ο [Άρης Μελάς].",
        ["speech φώναξε -> Νίκος Παππάς", "speech απάντησε -> Άρης Μελάς"],
    ),
    # -- any verb between a comma and a person; not between a comma and a thing
    ("«Κοστίζει/V πολύ», υπολογίζει/V από μακριά ο [Νίκος Παππάς].", ["speech υπολογίζει -> Νίκος Παππάς"]),
    ("Στο «Κοστίζει/V πολύ», αλλάζει/V ο καιρός/Nn.", ["term"]),
    # -- a verb that only leads to the next
    ("«Δεν υπάρχει/V λόγος/Nn», περιορίστηκε/V να πει/V ο [Νίκος Παππάς].", ["speech πει -> Νίκος Παππάς"]),
    ("Ο [Νίκος Παππάς] δεν θέλησε/V να πει/V ότι «θα έρθει/V».", ["term"]),
    ("Ο [Νίκος Παππάς] απέφυγε/V να πει/V ότι «θα έρθει/V».", ["term"]),
    # -- the cue ends a paragraph, the quotation is the next
    ("Ο [Νίκος Παππάς] μας είπε/V:\n«Δεν υπάρχει/V λόγος/Nn.»", ["speech είπε -> Νίκος Παππάς"]),
    ("Ο [Νίκος Παππάς] μας είπε/V πολλά.\n«Άνεμος και Θάλασσα»", ["term"]),
    # -- κατά with a relative pronoun
    (
        "Η {GPE Μόσχα}, κατά την οποία το έργο/Nn είναι/V «πρόκληση», καθυστερεί/V.",
        ["fragment κατά την οποία -> Μόσχα"],
    ),
    ("Η {GPE Μόσχα}, με την οποία το έργο/Nn ενώνει/V την «Αλκυόνη», καθυστερεί/V.", ["term"]),
    # -- an inserted verb has its subject behind it
    (
        "Το μήνυμα/Nn αυτό, εκτιμούσε/V ο [Νίκος Παππάς], «απευθύνεται/V σε όλους μας εδώ».",
        ["speech εκτιμούσε -> Νίκος Παππάς"],
    ),
    # -- whose anger it is
    (
        "Η απόφαση/Nn προκάλεσε/V την οργή/Na του δημάρχου/Ng, που μίλησε/V για «προσβολή όλων».",
        ["fragment μίλησε -> δήμαρχος"],
    ),
    # -- a clause in marks is somebody's; a figure of speech is nobody's
    (
        "«Θα έρθω/V», είπε/V ο [Νίκος Παππάς]. Είναι/V μια κίνηση/Nn που «θα αλλάξει/V όλα τα δεδομένα/Nap».",
        ["speech είπε -> Νίκος Παππάς", "fragment  -> Νίκος Παππάς"],
    ),
    ("«Θα έρθω/V», είπε/V ο [Νίκος Παππάς]. Η αγορά/Nn «πάγωσε/V».", ["speech είπε -> Νίκος Παππάς", "term"]),
    # -- a headline's words are whose they are in the article
    (
        "«Δεν ήξερα/V τι υπέγραφα/V» – Στο εδώλιο/Na ο ταμίας/Nn\nΜίλησε/V ο [Νίκος Παππάς].\n"
        "«Δεν ήξερα/V τι υπέγραφα/V εκείνη τη μέρα/Na», είπε/V ο [Νίκος Παππάς].",
        ["speech  -> Νίκος Παππάς", "speech είπε -> Νίκος Παππάς"],
    ),
    ("«Η Θάλασσα» – Στο θέατρο/Na ο [Νίκος Παππάς]\nΜίλησε/V ο [Νίκος Παππάς].", ["term"]),
    # -- a plural without a subject speaks for the body it comes from
    ("Από το {ORG ΠΑΣΟΚ} σχολίαζαν/Vp ότι «δεν υπάρχει/V λόγος/Nn».", ["speech σχολίαζαν -> ΠΑΣΟΚ"]),
    ("Από τη {GPE Ρόδο} σχολίαζε/V ότι «δεν υπάρχει/V λόγος/Nn».", ["speech σχολίαζε -> None"]),
    # -- as he noted, at the head of the sentence: what follows the comma is the report
    (
        "Ήρθε/V ο [Νίκος Παππάς]. Όπως σημείωσε/V, η κάλυψη/Nn του κενού/Ng «έχει ήδη αρχίσει/V».",
        ["speech σημείωσε -> Νίκος Παππάς"],
    ),
    # -- a headline in two parts
    ("Δεμένα τα πλοία/Nnp – [Νίκος Παππάς]: «Δεν εκβιάζουμε/Vp κανέναν»", ["speech  -> Νίκος Παππάς"]),
    # -- a list of quoted words
    (
        "Ο [Νίκος Παππάς] είπε/V ότι ο χρόνος/Nn εδώ και πολλά χρόνια/Nap είναι/V «άπαυστος» και «ατέλεστος».",
        ["fragment είπε -> Νίκος Παππάς", "fragment είπε -> Νίκος Παππάς"],
    ),
    # -- interviews: whose turn it is
    (
        "Μίλησε/V ο [Νίκος Παππάς].\nΕρώτηση/Nn: «Γιατί αργήσατε/Vp;»\nΑπάντηση/Nn: «Δεν υπάρχει/V λόγος/Nn.»",
        ["speech Ερώτηση -> None", "speech Απάντηση -> Νίκος Παππάς"],
    ),
    ("Η απάντηση/Nn του [Άρη Μελά]: «Δεν υπάρχει/V λόγος/Nn.»", ["speech απάντηση -> Άρης Μελάς"]),
    (
        "«Χαίρομαι/V πολύ», λέει/V ο [Νίκος Παππάς].\n«Γιατί αργήσατε/Vp;»\n«Δεν υπάρχει/V λόγος/Nn.»\n«Και τώρα;»\n"
        "«Τώρα ξεκουράζομαι/V.»",
        [
            "speech λέει -> Νίκος Παππάς",
            "speech  -> None",
            "speech  -> Νίκος Παππάς",
            "speech  -> None",
            "speech  -> Νίκος Παππάς",
        ],
    ),
    # a question to nobody is the speaker's own
    (
        "«Χαίρομαι/V πολύ», λέει/V ο [Νίκος Παππάς].\n«Ποιος θα το πίστευε/V;»\n«Δεν υπάρχει/V λόγος/Nn.»",
        ["speech λέει -> Νίκος Παππάς", "speech  -> Νίκος Παππάς", "speech  -> Νίκος Παππάς"],
    ),
    (
        "Η [Άννα Μελά] συνάντησε/V τον [Νίκο Παππά]. «Γιατί αργήσατε/Vp;», τον ρώτησε/V. «Θα έρθω/V», απάντησε/V.",
        ["speech ρώτησε -> Άννα Μελά", "speech απάντησε -> Νίκος Παππάς"],
    ),
    (
        "Η [Άννα Μελά] συνάντησε/V τον [Νίκο Παππά]. «Γιατί άργησε/V;», ρώτησε/V. «Θα έρθω/V», πρόσθεσε/V.",
        ["speech ρώτησε -> Άννα Μελά", "speech πρόσθεσε -> Άννα Μελά"],
    ),
    (
        "Να ο [Νίκος Παππάς]. «Γιατί αργήσατε/Vp;», ρωτάμε/Vp τον [Νίκο Παππά]. «Θα έρθω/V», απαντά/V.",
        ["speech ρωτάμε -> None", "speech απαντά -> Νίκος Παππάς"],
    ),
    ("«Θα έρθετε/Vp;», ρωτήθηκε/V ο [Νίκος Παππάς].", ["speech ρωτήθηκε -> None"]),
    ("«Θα έρθετε/Vp;», ρώτησε/V ο [Νίκος Παππάς].", ["speech ρώτησε -> Νίκος Παππάς"]),
    # -- initials of somebody whom the text names; Ν.Δ. may be a party, so not those of an organization
    ("Μίλησε/V ο [Νίκος Παππάς].\n[Ν.Π.]: «Θα έρθω/V αύριο.»", ["speech  -> Νίκος Παππάς"]),
    ("Μίλησε/V ο [Νίκος Παππάς].\n[Κ.Π.]: «Θα έρθω/V αύριο.»", ["speech  -> Κ.Π."]),
    ("Μίλησε/V ο [Νίκος Παππάς].\n{ORG Ν.Π.}: «Θα έρθω/V αύριο.»", ["speech  -> ΝΠ"]),
    # -- an utterance that fills its paragraph goes on with the last speaker
    (
        "«Θα έρθω/V», είπε/V ο [Νίκος Παππάς].\n«Δεν υπάρχει/V άλλος δρόμος/Nn για όλους εμάς.»",
        ["speech είπε -> Νίκος Παππάς", "speech  -> Νίκος Παππάς"],
    ),
]


def told(text: str) -> list[str]:
    result = extract_doc(build(text), lexicon())
    rows = [(term.start, "term") for term in result.terms]
    rows += [
        (quote.start, f"{quote.kind} {quote.cue.text if quote.cue else ''} -> {quote.speaker}")
        for quote in result.quotes
    ]
    return [row for _, row in sorted(rows)]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:60] for text, _ in CASES])
def test_case(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ο [Νίκος Παππάς] είπε/V ότι έρχεται/V βροχή/Nn.", ["έρχεται βροχή"]),
        ("Ο [Νίκος Παππάς] δεν είπε/V ότι έρχεται/V βροχή/Nn.", []),
        ("Αν ο [Νίκος Παππάς] έλεγε/V ότι έρχεται/V βροχή/Nn, θα μέναμε/Vp.", []),
        ("Αν έλεγε/V ότι έρχεται/V βροχή/Nn, θα μέναμε/Vp.", []),
        ("Ο [Νίκος Παππάς] ζήτησε/V να μείνουν/Vp όλοι.", ["να μείνουν όλοι"]),
        ("Ο [Νίκος Παππάς] πήγε/V να δει/V.", []),
    ],
)
def test_indirect(text: str, expected: list[str]) -> None:
    result = extract_doc(build(text), lexicon(), indirect=True)
    assert [quote.text for quote in result.quotes if quote.kind == "indirect"] == expected


def test_users_can_add_cues() -> None:
    text = "Ο [Νίκος Παππάς] τουίταρε/V ότι «θα έρθει/V αύριο»."
    assert told(text) == ["term"]
    result = extract_doc(build(text), lexicon(("τουιτάρω",)))
    assert [str(quote.speaker) for quote in result.quotes] == ["Νίκος Παππάς"]


def test_addressee() -> None:
    result = extract_doc(build("«Θα έρθω/V», είπε/V στον [Άρη Μελά] ο [Νίκος Παππάς]."), lexicon())
    assert str(result.quotes[0].addressee) == "Άρης Μελάς"
    result = extract_doc(build("«Θα έρθω/V», είπε/V στη {GPE Ρόδο} ο [Νίκος Παππάς]."), lexicon())
    assert result.quotes[0].addressee is None
