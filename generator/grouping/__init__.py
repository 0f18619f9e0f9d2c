"""Which articles tell one event: shared wording, names, rare words, dates close together."""
