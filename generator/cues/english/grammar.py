"""English words that carry no content: auxiliaries, prepositions, determiners, adverbs, words of time; folded."""

from __future__ import annotations

from generator.words import listed

BE = listed("be is are was were been being am isn't aren't wasn't weren't")
HAVE = listed("has have had having hasn't haven't hadn't")
DO = listed("do does did don't doesn't didn't")
MODAL = listed(
    "will would can could may might must shall should won't wouldn't can't cannot couldn't shouldn't mightn't mustn't"
)
UNREAL = listed("would could might may should shall")
"""Modals that make a saying a mere thought: "they should consider"; other modals and negated ones still say it."""
AUXILIARY = BE | HAVE | DO | MODAL
PLACING = listed("in on at to during after before by via from with through of about")
"""Prepositions that begin a place or occasion between a cue and its content."""
NEGATION = listed("not never didn't doesn't don't hasn't haven't hadn't won't wouldn't couldn't can't cannot neither")
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
    false familiar federal few fewer final first foreign former full general great growing hard high independent
    industrial
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
