"""Quotations: which words say that a source speaks, what the marks hold, and who said it.

The way of a pair of marks: ``layout`` (the writer's sentences around it, as ``words``) -> ``cues``, ``clauses`` and
``phrases`` (what a sentence holds) -> ``links`` (which cue governs it; the strategies stand in ``verbs``
and ``verbless``) -> ``subjects`` (the cue's source) -> ``speakers`` (whom that means; ``discourse``
remembers who was in focus) -> ``kinds`` (speech, fragment or term) -> ``candidates``, ``features`` and ``choose`` (the
choice). ``attribution`` walks the article, ``explain`` asks all this of each pair.
"""
