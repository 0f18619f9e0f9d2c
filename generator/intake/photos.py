"""Photo credits, and the captions beside them."""

from __future__ import annotations

from generator.intake.lines import count_words, curl, is_prose
from generator.intake.rules import Rules

MOST_CREDIT_WORDS = 14
MOST_CAPTION_WORDS = 110
MOST_LABEL_WORDS = 25


def is_photo_credit(text: str, rules: Rules) -> bool:
    """Whether the whole line credits a photo."""
    plain = curl(text)
    if count_words(plain) > MOST_CREDIT_WORDS:
        return False
    for pattern in rules.photos:
        hit = pattern.fullmatch(plain)
        if hit and ("holder" not in pattern.groupindex or rules.holders.search(plain)):
            return True
    return False


def is_caption(text: str, rules: Rules) -> bool:
    """Whether a line is a caption by itself: it opens as one, or ends in a photo credit."""
    plain = curl(text)
    if count_words(plain) > MOST_CAPTION_WORDS:
        return False
    if rules.caption_openings.match(plain):
        return True
    hit = rules.photo_closing.search(plain)
    return bool(hit and _credits_photo(hit.group(), rules))


def is_caption_beside(text: str, rules: Rules, *, below: bool) -> bool:
    """Whether a line beside a photo credit is its caption.

    A sentence needs a sign of one, and two ``below`` the credit, where the text begins; any other line needs none.
    """
    plain = curl(text)
    words = count_words(plain)
    if words > MOST_CAPTION_WORDS:
        return False
    if not is_prose(plain, least=1):
        return 2 <= words <= MOST_LABEL_WORDS and not below and not plain.endswith(("”", '"', ":"))  # noqa: PLR2004 - one word is a heading
    signs = sum(bool(sign.search(plain)) for sign in rules.caption_signs)
    # What begins with someone's words is rarely a caption.
    return signs >= (2 if below or plain.startswith(("“", '"', "„", "«", "‘")) else 1)


def _credits_photo(text: str, rules: Rules) -> bool:
    """Whether the end of a line credits a photo rather than a report: it says so, or names a holder after a stroke."""
    low = text.lower()
    said = any(word in low for word in ("photo", "image", "picture", "foto", "bild", "credit", "courtesy"))
    return said or ("/" in text and bool(rules.holders.search(text)))


def has_caption_sign(text: str, rules: Rules) -> bool:
    """Whether a line has any of the signs of a caption."""
    return any(sign.search(curl(text)) for sign in rules.caption_signs)
