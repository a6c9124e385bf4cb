"""The article as it is printed: its lines and its quotation marks, before any pipeline has read it."""
