"""Words that say how exact a number is; all words are folded."""

from __future__ import annotations

from generator.model import Bound

_BOUND_PHRASES: dict[Bound, str] = {
    "about": """
        about; around; approximately; approx; approx.; roughly; some; nearly; almost; close to; circa; an estimated;
        estimated; in the region of; somewhere around; just under; just over; a little over; ~; ca.; ca; rund; etwa;
        ungefähr; knapp; fast; environ; près de; quelque; presque; unos; unas; alrededor de; cerca de; casi; близько;
        приблизно; майже
    """,
    "at least": """
        at least; more than; over; no fewer than; no less than; not less than; upwards of; upward of; in excess of;
        above; a minimum of; minimum; well over; greater than; as few as; exceeding; mehr als; über; mindestens;
        plus de; au moins; más de; al menos; понад; більше; більше ніж; щонайменше; >
    """,
    "at most": """
        at most; up to; fewer than; less than; under; below; no more than; not more than; a maximum of; maximum;
        as many as; as much as; well under; weniger als; höchstens; bis zu; moins de; jusqu'à; au plus; menos de;
        hasta; como máximo; менше; менше ніж; щонайбільше; <
    """,
}
BOUNDS = {" ".join(part.split()): bound for bound, phrases in _BOUND_PHRASES.items() for part in phrases.split(";")}
"""Words before a number that say how exact it is; the longest that fits is taken."""

AFTER_BOUNDS: dict[str, Bound] = {"or more": "at least", "or so": "about", "or fewer": "at most", "or less": "at most"}
