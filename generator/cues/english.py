"""English cues as data: verbs of saying with the stance they carry, roles, time words, hedges.

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

BE = listed("be is are was were been being am isn't aren't wasn't weren't")
HAVE = listed("has have had having hasn't haven't hadn't")
DO = listed("do does did don't doesn't didn't")
MODAL = listed(
    "will would can could may might must shall should won't wouldn't can't cannot couldn't shouldn't mightn't mustn't"
)
UNREAL = listed("would could might may should shall")
"""Modals that make a saying a mere thought: "they should consider"; other modals and negated ones still say it."""
AUXILIARY = BE | HAVE | DO | MODAL
ADDRESSING = listed("tell inform assure remind warn advise ask teach")
"""Verbs with the one addressed after them: told reporters that."""
PROMISING = listed("vow promise pledge swear agree claim threaten offer")
"""Verbs with an infinitive for what is said: vowed to publish."""
PLACING = listed("in on at to during after before by via from with through of about")
"""Prepositions that begin a place or occasion between a cue and its content."""
NEGATION = listed("not never didn't doesn't don't hasn't haven't hadn't won't wouldn't couldn't can't cannot neither")
DECLINE = listed("declined declines declining decline refused refuses refusing refuse failed fails failing")

ADVERBS = listed(
    """
    again ago all almost already also always both earlier either else even ever first further hence here however
    instead just last late later maybe meanwhile moreover much nevertheless next no now often once only perhaps
    previously quite rather recently reportedly separately several since since so soon still then there thereafter thus
    today together tomorrow tonight too twice yesterday yet
    """
)
TIME = listed(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january
    february
    march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov
    dec
    today yesterday tomorrow tonight morning afternoon evening night noon midnight day days week weeks weekend month
    months year years hour hours minute minutes moment moments spring summer autumn fall winter earlier later ago
    a.m. p.m. a.m p.m
    """
)
TIME_LEADS = listed("on in at last this next late early earlier later same of by during for several few two")

ADJECTIVES = listed(
    """
    additional aggressive big central civil controversial criminal critical current direct early easy effective eventual
    familiar federal few fewer final first foreign former full general great growing hard high independent industrial
    influential insecure international interim last late latest legal liberal likely little local long loud low main
    major
    massive medical more national net new next occasional old other overall own partial particular past personal
    political
    popular possible potential presidential primary prior private prominent public questionable rare real recent
    responsible retired same senior serious several short similar single small social special strong such total usual
    various whole young
    """
)
"""Words that never stand for somebody alone; further ones are known by :data:`ADJECTIVE_ENDINGS`."""

ADJECTIVE_ENDINGS = ("ous", "ful", "less", "able", "ible", "ed", "ward")
PLURALS = listed(
    """
    people men women children police media staff crew family team public data fans half majority minority percent cent
    many most some few others several both all they we i you
    """
)
"""Words that a verb in the plural may follow, beside those in -s and names of bodies."""

MUTE = listed("people office version versions matter dispute order thing things fact one ones way case cause idea")
"""Nouns too bare to name anybody: they may stand before a cue, and no name is made of them."""

WITNESSING = listed("discover find read show")
"""Verbs that say something of what a text or study says, not of what anybody does: the survey found that …."""
TEXTS = listed(
    """
    account analysis article audit autopsy complaint data document documents email emails evidence figures file filing
    files findings inquiry inquest investigation investigators letter memo message note notice paper petition poll
    polling polls post posts record records release report reports research researchers resolution review ruling
    scientists spokesman statement statements statistics studies study survey surveys text tweet tweets
    """
)
"""Nouns for what can be found to say something."""
NUMBERS = listed(
    """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen dozens
    """
)
"""Number words, which stand for nobody alone."""

DETERMINERS = listed(
    "a an the this that these those his her its their my our your some many several one two most all both"
)
ARTICLES = listed("a an the this that these those his her its their my our your some")
"""Determiners that are no part of a speaker's name; numbers are: two engineers."""
SUBJECT_PRONOUNS = listed("he she they it i we you who")
NO_SUBJECT = listed("there this that these those what which where when how why it's that's here as such")
PREPOSITIONS = listed(
    """
    about above across after against along amid among around as at because before behind below beneath beside between
    beyond by despite down during except following for from in inside into like near of off on onto out outside over
    past
    per since through throughout to toward towards under unlike until up upon via with within without
    """
)
BREAKS = (
    PREPOSITIONS
    | AUXILIARY
    | SUBJECT_PRONOUNS
    | listed(
        """
        and but or nor so yet that which who whom whose what when where while if though although because unless until
        whether how why than then not never didn't there him them me us himself herself themselves itself
        """
    )
)
"""Words at which a noun phrase stops."""

ROLES = listed(
    """
    coroner engineer engineers firefighter firefighters geologist hydrologist meteorologist paramedic pilot rescuer
    rescuers survivor survivors
    activist adviser advisor agent aide aides ambassador analyst analysts archbishop attorney author bishop boss
    cardinal captain chair chairman chairperson chairwoman chancellor chief co-chair co-founder coach colonel
    columnist commander commissioner congressman congresswoman consultant contractor coordinator councillor counsel
    critics dean delegate democrat deputy detective diplomat diplomats director doctor economist editor employee
    envoy executive expert experts farmer father foreign founder general governor head historian host inspector
    investigator investigators journalist judge justice king lawmaker lawmakers lawyer lawyers leader leaders lieutenant
    magistrate major manager mayor member minister mother nurse observers officer officers official officials operator
    organiser organizer owner partner pastor physician pollster pope premier president priest prince princess
    principal producer professor prosecutor prosecutors queen reporter reporters representative republican
    researcher researchers resident residents scientist scientists secretary sen senator sergeant sheriff speaker
    spokesman spokesmen spokesperson spokespeople spokeswoman strategist student superintendent supporters surgeon
    teacher treasurer undersecretary veteran vice-president victim witness witnesses worker workers writer
    """
)
"""Nouns for people by what they do; a name may follow them, a preposition may follow as part of the phrase."""

HONORIFICS = listed(
    """
    adm amb brig capt cardinal cmdr col cpl dame dr father fr gen gov hon lady lieutenant lord lt madam maj master miss
    mme monsieur mr mrs ms mx pfc pope pres prof rabbi rep reps rev reverend sec sen sens sergeant sgt sheikh sir sister
    """
)
MALE = listed("mr he him his himself spokesman chairman congressman king prince sir lord father businessman")
FEMALE = listed(
    "ms mrs miss mme she her hers herself spokeswoman chairwoman congresswoman queen princess dame lady mother"
)

ORGANISATION = listed(
    """
    academy administration agency airlines airways alliance army assembly association authority bank board brigade
    bureau cabinet center
    centre church club coalition command commission committee company congress corp corporation corps council court
    department
    directorate embassy federation fleet force forces foundation front fund government group guard holdings house
    hydro inc inspectorate institute
    institution intelligence league legion llc ltd media ministry movement mutual navy network office organisation
    organization parliament
    party plc police press republic senate service society squad staff syndicate team times tribunal troops union
    university
    """
)
"""Words that make a capitalised phrase an organisation, not a person."""

PARTICLES = listed("al bin ibn abu ben da de del della den der di dos du el la le van von ter ten zu")

HEDGES = listed(
    """
    allegedly alleged apparently appear appears appeared assumed believed could estimated expected likely may maybe
    might
    perhaps possible possibly potential potentially presumably probable probably purported purportedly reported
    reportedly
    seem seemed seemingly seems supposed supposedly suspected suggest suggests unconfirmed unclear unlikely would-be
    """
)
"""Words that mark a statement as less than certain."""

NO_EVIDENCE = frozenset(
    {
        ("no", "evidence"), ("without", "evidence"), ("no", "proof"), ("without", "proof"), ("no", "indication"),
        ("no", "sign"),
    }
)  # fmt: skip
"""Pairs of words that say nothing speaks for a statement."""

MAY = listed(
    "allegedly alleged apparently could may maybe might perhaps possibly presumably probably purportedly reportedly"
    " supposedly likely unconfirmed unclear"
)
"""Hedges that turn the outlet's own voice into "may"."""

PLACE_LEADS = listed(
    "north south east west northern southern eastern western central new united great upper lower saint"
)
"""Capitalised words that begin the name of a place, never a person's."""

SPEECH = listed(
    "account claim claims comment comments remark remarks reply response statement statements testimony words"
)
"""Nouns for what somebody said: "his remarks" speak for him."""

NOT_NAMES = TIME | listed(
    """
    he she it we they i you
    but and or nor if when while after before although though since because in on at by for with from to of as his her
    its their our my there what who why how where which not no yes now then here also however meanwhile
    """
)
"""Capitalised words that begin a sentence and belong to no name."""
