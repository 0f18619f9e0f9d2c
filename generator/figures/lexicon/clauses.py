"""Words that part and link the phrases of a clause, and verbs that stand between a subject and a number; folded."""

from __future__ import annotations

from generator.cues.english import inflect
from generator.words import listed

COMMON_VERBS = listed(
    """
    absorb accelerate accompany accumulate achieve act adapt adjust adopt affect afford aim allege amass amount analyse
    analyze answer appeal arrange assemble assign assist assume assure attempt attract average avoid await back bake
    balance bat belong benefit boast boil boost bounce breach breathe broadcast bump calculate care centre center
    challenge chase check chip clean climb clinch clock combine compare compete compile complain compose comprise
    concede concern conclude connect consist constitute construct consume contend continue convert cook cool cooperate
    cope crack create cycle dare date debut decide declare decline decrease defeat defend define delay depend describe
    deserve design develop devote differ dip direct disappear discount discuss dissolve divide download draft drain
    drift drink drive duck earmark ease edge eject elect elevate emerge emit enable encounter encourage end endure
    engage enhance enjoy ensure equal equip establish evaluate evolve examine exchange exclude exercise exist expand
    expect experience expire explode explore expose extend extract face fail feature fetch filter finalise finalize
    finance finish fit fix flank float flood flow focus follow force forecast form foster found freeze frequent fuel
    fulfil function generate grab grade graduate guarantee guard guess halve handle happen harvest haul head heat help
    hide hover hurry identify ignore illustrate impact implement improve inch incur indicate inflate influence inherit
    inject install intend interest introduce invade invent involve isolate issue jet joke jump justify kick knock lack
    lap last launch lean learn let limit line link load loan locate lock log look lower maintain manage
    manufacture marry match matter maximise measure merge migrate mix model monitor motivate mount narrow near net
    note notice notch observe obtain occupy occur offset orbit orient outline outpace outperform outstrip overcome
    overtake owe pace pack paint park pass pause peak permit persuade pick pile pitch place plead please pledge plot
    plummet plunge point pocket pop position possess pour power practise predict prefer present preserve press prevent
    price prioritise proceed procure promote propel prosecute protect prove pump punish push qualify question quicken
    quit race rally range rank rate react realise realize rebound recall recede record redeem reduce refer reflect
    refund refuse regain regard reject relate rely remember remind render renew rent repay represent require research
    reserve respond rest restore restrict result resume retain retreat reveal reverse review revise revive reward ride
    ring roll rotate ruin rush scale scan schedule scope screen seal secure seem select separate settle shape share
    shed shift shine ship shorten shout show shrink shut sit size skip slash sleep slide slip slow slump smash smoke
    snap soar solve sound span spark speak specify speed spike spill split spray spread squeeze stabilise stage
    stake stem step stick stipulate stock store stretch struggle study succeed suck sue suggest suit surge surpass
    surprise surround survey swallow swap sweep swell swim swing switch talk tally tap tear tell tend tie tip top total
    touch tour tow trace track trade trail transform transmit trend trim triple trouble trust tumble understand
    undergo undertake unify unite unlock unveil update upgrade urge value vary venture view violate volunteer wait wake
    warm warn wash waste watch weaken wear welcome widen wish wonder worry worsen wrap write yield become begin
    choose come do draw eat feel forget go have hear hit keep know lay lie mean overrun put say see set shake sing sell
    sleep slide speak spin spring stand swear swim teach think throw top wear weave wind bid bet burst cling creep deal
    deem dig
    """
)
"""Verbs beside those of :data:`~generator.figures.lexicon.verbs.VERBS` and the cues, in their plain form."""

OTHER_FORMS = listed(
    """
    became become begun began began beginning chose chosen chooses came comes coming drew drawn drove driven driving ate
    eaten felt forgot forgotten gone goes going went heard kept keeps keeping knew known laid lain lay lies lying meant
    putting puts saw seen sees seeing sets setting shook shaken showed shown shows sang sung slept slid spoke spoken
    spun sprang sprung stuck swam swum swung taught thought threw thrown wore worn wove woven wound bid bidding bet
    bidden burst clung crept dealt dug dragged dropped dipped dipping edged fitted fitting grabbed grabbing
    got gets getting had having has hit hitting let lets letting let made makes making overtook overtaken preferred
    referred slipped slipping stemmed stepped stepping stopped stopping tapped tapping
    topped topping totalled totalling totaled trimmed trimming underwent undergone undertook understood woke wrote
    written winning trailed swept done beat beats beaten kept led held sat shut split spread rode ridden
    """
)
"""Their irregular forms."""


def _forms() -> frozenset[str]:
    regular = (form for lemma in sorted(COMMON_VERBS) for forms in inflect(lemma) for form in forms.split())
    return COMMON_VERBS | OTHER_FORMS | frozenset(regular)


COMMON_FORMS = _forms()
"""Every form of each of them."""

NOUNS_FIRST = listed(
    """
    share shares price prices rate rates trade trades record records report reports stock stocks interest interests
    value values cost costs study survey surveys test tests plan plans goal goals end back form forms level levels
    range model models market markets size sizes stage point points state states power display function cycle
    gain gains rise rises fall falls drop drops increase increases decrease decline declines cut cuts dip jump growth
    loss lead place places face head heads hand line lines race races park top step steps number numbers figure figures
    count counts return returns output input score scores sale sales house houses home plant plants project projects
    board boards station stations order orders exchange call calls bill bills bank banks fund funds tax taxes fine
    fines charge charges fee fees deal deals contract contracts debt bond bonds yield yields issue issues note notes
    network force forces cause act acts track tracks water fire fires fight fights strike strikes attack attacks
    battle battles march protest protests demand demands offer offers bid bids award awards title titles season
    seasons game games match matches shot shots play plays drive drives work works use uses benefit benefits concern
    concerns view views visit visits release releases research review reviews update updates project design designs
    measure measures purchase purchases profit profits estimate estimates forecast forecasts average averages balance
    budget budgets volume volumes index time times hold set sets feature features field fields center centre light
    lights mine mines land lands ship ships store stores post posts supply supplies support control controls drop
    last rest people name names date dates age ages weight weights height speed speeds length distance crash crashes
    toll turn turns run runs walk talk talks look name need needs hope hopes result results effort efforts change
    changes move moves post fuel heat blast storm close open total totals matter fit fitting building meeting building
    buildings hearing reading rating ratings trading funding spending saving savings earnings setting listing opening
    closing landing housing filing finding findings training offering bombing shooting
    """
)
"""Forms that are nouns unless something beside them makes them a verb."""

SUBORDINATES = listed(
    """
    that when while as if because although though after before since until where whether whilst than unless once but
    so whereas
    """
)
"""Words at which a clause begins."""

RELATIVES = listed("which who that")
MUTE_SUBJECTS = listed(
    """
    i you he she it we they this that these those there here one ones who which what it's he's she's they're we're
    that's there's thats theres hes shes someone anyone everyone nobody nothing something everything all both some many
    most few each others another them him her us me itself himself herself themselves thing things way lot kind
    total average sum maximum minimum number combined record most estimate
    """
)
"""Words that stand for something said elsewhere and name nothing by themselves."""

LINKS = listed("of at by to from for with in on than as above below between per against through past over under")
"""Prepositions that tie a number to the noun before them: a loss of 63 cents."""

LEADS = listed(
    """
    also again ago already all almost alone always another any both currently each earlier either even every far first
    further here how however instead its just later less likely meanwhile more moreover most mostly much nearly never
    no not nor now often once only other otherwise perhaps quite rather recently several similarly since so some
    somewhat soon still such then there therefore thus together too usually very well yet yesterday today tomorrow
    around about approximately roughly marginally slightly sharply nearly barely typically reportedly higher lower up
    down back due thanks according versus aged
    worth double triple twice good better worse long high deep wide tall off out least own so-called
    """
)
"""Adverbs and quantifiers at the edges of a noun phrase, which name nothing."""

SIZES = listed("long wide tall deep high thick old away off apart higher lower more less later earlier ago longer")
"""Words behind a measure that say of what kind it is, and are no noun it belongs to."""
GIVES = listed(
    """
    supply supplies supplied supplying provide provides provided providing equip equips equipped equipping furnish
    furnishes furnished furnishing arm arms armed arming present presents presented presenting
    """
)
"""Verbs whose object receives what "with" brings: supplied the town with two boats."""
