"""Text that one article reworks from another, however edited, and articles sent twice."""
