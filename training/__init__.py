"""From the corpora to the packaged weights. Needs the source tree; no part of the installed package."""
