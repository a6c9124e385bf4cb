"""Who is in a Greek news article, where, and who said what."""
