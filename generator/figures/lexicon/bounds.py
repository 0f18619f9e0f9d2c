"""Words that say how exact a number is, or whether it rose or fell, by language; all words are folded."""

from __future__ import annotations

from generator.model import Bound
from generator.words import listed

_PHRASES: dict[str, dict[Bound, str]] = {
    "": {"about": "~; ≈", "at least": ">; ≥", "at most": "<; ≤"},
    "en": {
        "about": """
            about; around; approximately; approx; approx.; roughly; some; nearly; almost; close to; circa; ca.; ca;
            an estimated; estimated; in the region of; somewhere around; barely; just shy of; shy of;
            in the neighbourhood of; in the neighborhood of; virtually; or so; give or take; nearer; as near as;
            close on; just about; getting on for; an average of about; well nigh
        """,
        "at least": """
            at least; more than; over; over than; no fewer than; no less than; not less than; not fewer than;
            upwards of; upward of; in excess of; above; a minimum of; minimum; well over; well above; just over;
            a little over; slightly over; somewhat over; a little more than; slightly more than; greater than;
            higher than; as few as; as little as; exceeding; north of; far more than; better than; longer than;
            at a minimum; older than; more than about; more than an estimated; larger than; bigger than; topping
        """,
        "at most": """
            at most; up to; fewer than; less than; under; below; no more than; not more than; a maximum of; maximum;
            as many as; as much as; as high as; as long as; well under; well below; just under; a little under;
            slightly under; somewhat under; a little less than; slightly less than; lower than; no longer than;
            no higher than; at the most; south of; smaller than; shorter than; younger than; not exceeding; sub -;
            a fraction under; capped at; a ceiling of; a cap of; up to about; up to an estimated
        """,
    },
    "de": {
        "about": """
            rund; etwa; ungefähr; knapp; fast; circa; ca.; ca; beinahe; nahezu;
            annähernd; schätzungsweise; gut; an die; gegen
        """,
        "at least": "mehr als; über; mindestens; wenigstens; nicht weniger als; zumindest; ab",
        "at most": "weniger als; höchstens; maximal; bis zu; unter; nicht mehr als; längstens",
    },
    "fr": {
        "about": """
            environ; près de; quelque; quelques; presque; autour de; à peu près;
            une estimation de; près d'; environs de
        """,
        "at least": "plus de; au moins; au minimum; plus d'; pas moins de; minimum",
        "at most": "moins de; jusqu'à; au plus; au maximum; moins d'; tout au plus; maximum",
    },
    "es": {
        "about": "unos; unas; alrededor de; cerca de; casi; aproximadamente; en torno a; cosa de",
        "at least": "más de; al menos; por lo menos; como mínimo; no menos de; mínimo",
        "at most": "menos de; hasta; como máximo; a lo sumo; no más de; máximo",
    },
    "uk": {
        "about": "близько; приблизно; майже; біля; орієнтовно",
        "at least": "понад; більше; більше ніж; щонайменше; не менше; принаймні",
        "at most": "менше; менше ніж; щонайбільше; до; не більше",
    },
}


def _table(lang: str) -> dict[str, Bound]:
    phrases = [*_PHRASES[""].items(), *(_PHRASES[lang].items() if lang else ())]
    return {" ".join(part.split()): bound for bound, line in phrases for part in line.split(";")}


BOUNDS = {lang: _table(lang) for lang in _PHRASES}
"""Words before a number that say how exact it is, by language; the longest that fits is taken."""

LONGEST = 5
"""Words in the longest of them."""

LAST_WORDS = {
    lang: frozenset(phrase.replace(".", " .").split()[-1] for phrase in table) for lang, table in BOUNDS.items()
}
"""The last token of each, by which most numbers are seen to have none."""

AFTER_BOUNDS: dict[str, Bound] = {
    "or more": "at least", "or so": "about", "or fewer": "at most", "or less": "at most", "or higher": "at least",
    "or above": "at least", "or over": "at least", "or older": "at least", "or under": "at most",
    "or below": "at most", "or longer": "at least", "and above": "at least", "and over": "at least",
    "and older": "at least", "and up": "at least", "at least": "at least", "at most": "at most",
    "oder mehr": "at least", "ou plus": "at least", "o más": "at least", "ou moins": "at most", "o menos": "at most",
}  # fmt: skip
"""Words behind a number, its unit or what it counts."""

RISES = listed(
    """
    up rise rises rose risen rising increase increases increased increasing grow grows grew grown growing gain gains
    gained gaining climb climbs climbed climbing jump jumps jumped jumping soar soars soared soaring surge surges surged
    surging rally rallies rallied rallying advance advances advanced advancing add adds added adding expand expands
    expanded expanding spike spikes spiked spiking rebound rebounds rebounded rebounding leap leaps leaped leapt leaping
    swell swells swelled swelling accelerate accelerates accelerated boost boosts boosted boosting raise raises raised
    raising appreciate appreciated appreciates strengthen strengthened strengthens higher rocketed skyrocketed shot
    upward upwards
    """
)
FALLS = listed(
    """
    down fall falls fell fallen falling decrease decreases decreased decreasing drop drops dropped dropping decline
    declines declined declining lose loses lost losing slip slips slipped slipping slide slides slid sliding plunge
    plunges plunged plunging tumble tumbles tumbled tumbling shrink shrinks shrank shrunk shrinking sink sinks sank sunk
    sinking dip dips dipped dipping shed sheds shedding retreat retreats retreated retreating slump slumps slumped
    slumping reduce reduces reduced reducing cut cuts cutting contract contracts contracted contracting ease eases eased
    easing plummet plummets plummeted plummeting crash crashes crashed lower lowers lowered lowering weaken weakened
    weakens depreciate depreciated slash slashed slashes slashing trim trims trimmed trimming dwindled collapsed
    downward downwards
    """
)
"""Verbs and particles right before an amount, or before "by" and an amount, that say which way it went."""

LEVELS = listed(
    "trade trades traded trading close closes closed closing open opened settle settled end ended stand stands stood"
)
"""Verbs with "at" and a level behind them."""
