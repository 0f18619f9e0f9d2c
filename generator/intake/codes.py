"""What each code of a diagnostic means."""

CODES: dict[str, str] = {}
