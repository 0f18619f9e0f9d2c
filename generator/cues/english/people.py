"""English words for people, bodies and what they say, and those that are part of no name; folded."""

from __future__ import annotations

from generator.cues.english.grammar import TIME
from generator.words import listed

MUTE = listed("people office version versions matter dispute order thing things fact one ones way case cause idea")
"""Nouns too bare to name anybody: they may stand before a cue, and no name is made of them."""
TEXTS = listed(
    """
    account analysis article audit autopsy complaint data document documents email emails evidence figures file filing
    files findings inquiry inquest investigation investigators letter memo message note notice paper petition poll
    polling polls post posts record records release report reports research researchers resolution review ruling
    scientists spokesman statement statements statistics studies study survey surveys text tweet tweets
    """
)
"""Nouns for what can be found to say something."""
ROLES = listed(
    """
    advocate advocates candidate candidates contender contenders economists environmentalists hopeful hopefuls
    legislator legislators narrator nominee nominees opponents scholar scholars senators source sources strategists
    barrister bystander bystanders campaigner campaigners commuter commuters complainant defendant eyewitness
    eyewitnesses goalkeeper insider insiders juror jurors mediator mediators midfielder mp mps negotiator negotiators
    neighbour neighbours neighbor neighbors passenger passengers person plaintiff protester protesters regulator
    regulators shopper shoppers solicitor striker trader traders villager villagers volunteers whistleblower winger
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
PLACE_LEADS = listed(
    "north south east west northern southern eastern western central new united great upper lower saint"
)
"""Capitalised words that begin the name of a place, never a person's."""
SPEECH = listed(
    "account claim claims comment comments remark remarks reply response statement statements testimony words"
)
"""Nouns for what somebody said: "his remarks" speak for him."""
UNDERTAKINGS = listed(
    """
    agenda agreement axis bill bloc campaign coalition deal doctrine drill drills exercise exercises initiative law
    manoeuvre manoeuvres maneuver maneuvers mission missions movement offensive operation operations pact plan plans
    policy policies programme programmes program programs project projects reform reforms republic republics scheme
    strategy summit treaty
    """
)
"""Nouns for what somebody does under a name of their own: words in marks that end in one may be that name."""
NOT_NAMES = TIME | listed(
    """
    he she it we they i you
    but and or nor if when while after before although though since because in on at by for with from to of as his her
    its their our my there what who why how where which not no yes now then here also however meanwhile
    """
)
"""Capitalised words that begin a sentence and belong to no name."""
