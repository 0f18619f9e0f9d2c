"""From an archive of articles to its events: what was told together, and which passages travelled."""
