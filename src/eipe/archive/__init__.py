"""Many articles together: who is one over all of them, who is in which, and which quotations are one.

results (extractions with ids) -> ``identity`` (which names are one) -> ``appearances`` (who is where),
``repeats`` (what was said once and printed often)
"""
