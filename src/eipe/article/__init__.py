"""A page before any pipeline has read it: its lines, which of them are no running text, its quotation marks."""
