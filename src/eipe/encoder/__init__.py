"""The model: a small transformer for Greek news, and the spaCy component that runs it."""
