"""English verbs of saying and thinking, with the stance they carry; what may stand with them.

The choice of verbs follows what PARC, PolNeAR and FactBank annotate as cues; stance is our own reading of each verb.
All words are folded; regular forms are made by :func:`inflect`, irregular ones stand in :data:`IRREGULAR`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model import Stance
from generator.words import listed

Frame = Literal["clause", "object", "request", "mind"]
Form = Literal["base", "present", "past", "ing"]


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a cue verb: what it means for stance, what it takes after it, and which form it is."""

    lemma: str
    stance: Stance
    frame: Frame
    form: Form


_CLAUSE: dict[Stance, frozenset[str]] = {
    "says": listed(
        """
        add advise affirm agree announce answer ask assure brag caution chant clarify comment complain conclude confide
        continue counter declare demand disclose discover echo elaborate email emphasise emphasize exclaim explain find
        gush inform
        interject joke lament lecture mention muse mutter note object observe opine pledge point post predict proclaim
        promise propose pronounce protest put quip quote react reaffirm reason recall recount reiterate relate remark
        read remind repeat reply report respond retort reveal say scoff shout show snap specify speculate state stress
        suggest
        summarise summarize swear teach tell testify tweet utter voice volunteer vow warn whisper wonder write yell
        """
    ),
    "claims": listed("allege argue assert boast charge claim contend insist maintain posit purport"),
    "confirms": listed("confirm corroborate verify"),
    "acknowledges": listed("acknowledge admit concede confess grant"),
    "denies": listed("deny refute disclaim"),
}
_OBJECT: dict[Stance, frozenset[str]] = {
    "says": listed(
        """
        accuse applaud assail berate blame blast brand call celebrate characterise characterize chide cite commend
        condemn credit criticise criticize decry defend denounce deplore deride describe dub frame hail label lambast
        lambaste liken mock portray praise rap ridicule salute slam tout welcome
        """
    ),
    "denies": listed("contradict dismiss dispute rebuff rebut reject repudiate"),
}
_REQUEST: dict[Stance, frozenset[str]] = {
    "says": listed("appeal beg beseech encourage implore offer order plead press request threaten urge"),
}
_MIND: dict[Stance, frozenset[str]] = {
    "believes": listed(
        """
        anticipate assess assume believe calculate consider doubt estimate expect fear feel figure forecast hope imagine
        judge presume project reckon regard suspect think worry
        """
    ),
    "says": listed("hear indicate imply know learn realise realize understand want"),
}
IRREGULAR = {
    "find": ("finds", "found", "finding"),
    "read": ("reads", "read", "reading"),
    "show": ("shows", "showed shown", "showing"),
    "put": ("puts", "put", "putting"),
    "say": ("says", "said", "saying"),
    "tell": ("tells", "told", "telling"),
    "write": ("writes", "wrote written", "writing"),
    "think": ("thinks", "thought", "thinking"),
    "feel": ("feels", "felt", "feeling"),
    "hear": ("hears", "heard", "hearing"),
    "know": ("knows", "knew known", "knowing"),
    "learn": ("learns", "learned learnt", "learning"),
    "understand": ("understands", "understood", "understanding"),
    "swear": ("swears", "swore sworn", "swearing"),
    "teach": ("teaches", "taught", "teaching"),
    "beseech": ("beseeches", "besought", "beseeching"),
    "plead": ("pleads", "pleaded pled", "pleading"),
    "admit": ("admits", "admitted", "admitting"),
    "beg": ("begs", "begged", "begging"),
    "brag": ("brags", "bragged", "bragging"),
    "dub": ("dubs", "dubbed", "dubbing"),
    "quip": ("quips", "quipped", "quipping"),
    "rap": ("raps", "rapped", "rapping"),
    "rebut": ("rebuts", "rebutted", "rebutting"),
    "snap": ("snaps", "snapped", "snapping"),
    "slam": ("slams", "slammed", "slamming"),
}


def inflect(lemma: str) -> tuple[str, str, str]:
    """Third person, past and -ing of a verb; several forms of one kind are parted by a space."""
    if lemma in IRREGULAR:
        return IRREGULAR[lemma]
    stem = lemma[:-1]
    if lemma.endswith("e"):
        return f"{lemma}s", f"{lemma}d", f"{stem}ing"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return f"{stem}ies", f"{stem}ied", f"{lemma}ing"
    ending = "es" if lemma.endswith(("s", "x", "ch", "sh")) else "s"
    return f"{lemma}{ending}", f"{lemma}ed", f"{lemma}ing"


def _forms() -> dict[str, Verb]:
    table: dict[str, Verb] = {}
    frames: tuple[tuple[Frame, dict[Stance, frozenset[str]]], ...] = (
        ("clause", _CLAUSE), ("object", _OBJECT), ("request", _REQUEST), ("mind", _MIND),
    )  # fmt: skip
    for frame, stances in frames:
        for stance, lemmas in stances.items():
            for lemma in sorted(lemmas):
                present, past, ing = inflect(lemma)
                forms: tuple[tuple[Form, str], ...] = (
                    ("base", lemma), ("present", present), ("past", past), ("ing", ing),
                )  # fmt: skip
                for form, spellings in forms:
                    table |= {word: Verb(lemma, stance, frame, form) for word in spellings.split()}
    return table


FORMS = _forms()
"""Each form of each cue verb."""
NOUN_TOO = listed(
    """
    advise answer answers appeal appeals blame brief brand brands call calls cause charge charges claim claims comment
    comments complain concern concerns continued counter counters credit credits demand demands dispute disputes doubt
    doubts
    estimate estimates fear fears figure figures forecast forecasts frame frames grant grants heard hope hopes joke
    jokes
    judge judges label labels lament laments lecture lectures mention mentions note notes object objects offer offers
    order orders pledge pledges point points post posts praise press project projects promise promises propose protest
    protests quote quotes rap reason reasons regard regards remark remarks reply report reports request requests salute
    signal signals slam snap state states stress suspect suspects threaten tweet tweets voice voices vow vows warning
    welcome whisper wonder wonders worries worry feeling feelings hearing understanding meaning teaching writing
    protests finding findings saying thought email emails state states press reading showing found
    """
)
"""Forms that are as often nouns or adjectives: cues only where a subject of their own stands before them."""
QUOTABLE = frozenset({"says", "claims", "confirms", "acknowledges", "denies"})
"""Stances whose clause verbs may follow their words with the speaker after them: "…," said X."""
ADDRESSING = listed("tell inform assure remind warn advise ask teach")
"""Verbs with the one addressed after them: told reporters that."""
PROMISING = listed("vow promise pledge swear agree claim threaten offer")
"""Verbs with an infinitive for what is said: vowed to publish."""
DECLINE = listed("declined declines declining decline refused refuses refusing refuse failed fails failing")
WITNESSING = listed("discover find read show")
"""Verbs that say something of what a text or study says, not of what anybody does: the survey found that …."""
GIVING = listed(
    """
    disclose disclosed disclosing furnish furnished furnishing gave give gives giving offer offered offering offers
    provide provided provides providing release released releasing reveal revealed revealing share shared sharing
    supply supplied supplying volunteer volunteered
    """
)
"""Forms of verbs of handing over; with a denial and a word of :data:`INFORMATION`, that somebody does not say."""
INFORMATION = listed(
    """
    account answer answers breakdown clarification comment comments detail details elaboration explanation explanations
    information justification particulars reason reasons specifics timeline timetable
    """
)
"""What is told when somebody tells."""
WITHHOLDING = listed("a additional an any further immediate many more much new other specific the")
"""Words between a verb of handing over and what is not told; "no" denies it by itself."""
TOPICAL = listed("assure boast brag comment complain inform remind warn")
"""Verbs after which what is said may be named behind a preposition of :data:`TOPIC_LEADS`: warned of a flood."""
TOPIC_LEADS = listed("about against for of on over")
