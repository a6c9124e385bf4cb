"""Greek itself: letters, endings, names. Knows neither spaCy nor the news."""
