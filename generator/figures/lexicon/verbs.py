"""Verbs that figures go with, and the happening each belongs to; all words are folded."""

from __future__ import annotations

from generator.words import listed

CASUALTY = {
    "dead": "die", "die": "die", "died": "die", "dies": "die", "perished": "die", "slain": "kill", "shot": "shoot",
    "killed": "kill", "wounded": "wound", "injured": "injure", "missing": "miss", "hurt": "hurt",
    "arrested": "arrest", "detained": "detain", "hospitalized": "hospitalize", "hospitalised": "hospitalise",
    "evacuated": "evacuate", "displaced": "displace", "rescued": "rescue", "homeless": "displace",
    "captured": "capture",
    "infected": "infect", "dying": "die", "fatalities": "die", "deaths": "die", "casualties": "casualty",
}  # fmt: skip
"""Words that follow a number with nothing else counted: "12 dead", "six were injured"."""

HARMS = {
    "kill": "kill", "kills": "kill", "killed": "kill", "killing": "kill", "injure": "injure", "injures": "injure",
    "injured": "injure", "injuring": "injure", "wound": "wound", "wounds": "wound", "wounded": "wound",
    "wounding": "wound", "hurts": "hurt", "hurting": "hurt", "arrested": "arrest", "arresting": "arrest",
    "arrests": "arrest", "shoots": "shoot", "shooting": "shoot",
}  # fmt: skip
"""Forms of harm right before a number of people who are not named: killing six."""

NOUN_ACTS = {
    noun: lemma
    for lemma, nouns in {
        "die": "death deaths dying", "kill": "killing killings slaying slayings", "murder": "murder murders",
        "massacre": "massacre massacres", "execute": "execution executions", "drown": "drowning drownings",
        "deploy": "deployment deployments", "send": "dispatch sending", "arrive": "arrival arrivals",
        "transfer": "transfer transfers", "withdraw": "withdrawal withdrawals", "train": "training",
        "mobilize": "mobilisation mobilization", "recruit": "recruitment conscription", "arrest": "arrest arrests",
        "detain": "detention detentions", "capture": "capture", "jail": "imprisonment jailing",
        "shoot": "shooting shootings",
        "injure": "injury injuries injuring", "wound": "wounding", "evacuate": "evacuation evacuations",
        "displace": "displacement", "deport": "deportation deportations", "expel": "expulsion expulsions",
        "abduct": "abduction abductions", "kidnap": "kidnapping kidnappings", "rescue": "rescue", "release": "release",
        "lose": "loss", "miss": "disappearance disappearances", "destroy": "destruction",
        "deliver": "delivery deliveries",
        "buy": "purchase", "sell": "sale", "hire": "hiring", "dismiss": "dismissal",
        "resign": "resignation resignations",
    }.items()
    for noun in nouns.split()
}  # fmt: skip
"""Nouns for what happens, with "of" and so many behind them: the deployment of 3,000 soldiers."""

TOLL = listed("to at of is was reached passed hits reaches stands")
"""Words between "death toll" and its number."""

VERBS = listed(
    """
    abduct abuse accept accuse acquire add admit agree airlift allocate allow announce appear apply approve arm arrest
    arrive ask assist attack attend award ban bomb book borrow bring build burn buy call cancel capture carry cast catch
    cause charge claim clear close collect collapse commit complete conduct confirm contain contribute control convict
    cost count cover crash create cross cut damage deliver demand deploy deport destroy detain die discover dismiss
    displace distribute donate double drop drown earn eliminate employ enrol enter escape evacuate evict exceed execute
    expel export fall fell feed fight file find fine fire flee fly force free fund gain gather get give grant ground
    grow hand hijack hire hit hold host hospitalise hospitalize hurt identify import impose imprison include increase
    infect injure inspect interview invest invite issue jail join kidnap kill land launch lay lead leave lend lift light
    list live lose maim make march mark massacre meet mine miss mobilise mobilize move murder need nominate offer open
    operate order oust own participate pay perform plan plant play post prepare process produce promise protest provide
    publish pull purchase raid raise reach read ready receive recommend recover recruit redeploy register release
    relocate remain remove repair replace report rescue resign retire return rise rob run sack save score seek seize
    sell
    send sentence serve settle shell shelter shoot sign sink slaughter spend stab stand start station stay steal stop
    strand strike submit suffer supply support surrender survive suspend take target test threaten torture train
    transfer transport trap travel treat try turn use vaccinate visit vote walk want weigh win withdraw work wound
    """
)
IRREGULAR_VERBS = {
    "bring": "brings brought bringing", "build": "builds built building", "buy": "buys bought buying",
    "cast": "casts cast casting", "catch": "catches caught catching", "cost": "costs cost costing",
    "cut": "cuts cut cutting", "die": "dies died dying", "fall": "falls fell fallen falling",
    "feed": "feeds fed feeding",
    "fight": "fights fought fighting", "find": "finds found finding", "flee": "flees fled fleeing",
    "fly": "flies flew flown flying", "get": "gets got gotten getting", "give": "gives gave given giving",
    "grow": "grows grew grown growing", "hit": "hits hit hitting", "hold": "holds held holding",
    "hurt": "hurts hurt hurting", "lay": "lays laid laying", "lead": "leads led leading",
    "leave": "leaves left leaving",
    "lend": "lends lent lending", "lose": "loses lost losing", "make": "makes made making", "meet": "meets met meeting",
    "pay": "pays paid paying", "read": "reads read reading", "rise": "rises rose risen rising",
    "run": "runs ran running", "seek": "seeks sought seeking", "sell": "sells sold selling",
    "send": "sends sent sending",
    "shoot": "shoots shot shooting", "sink": "sinks sank sunk sinking", "spend": "spends spent spending",
    "stand": "stands stood standing", "steal": "steals stole stolen stealing",
    "strike": "strikes struck stricken striking",
    "take": "takes took taken taking", "win": "wins won winning",
    "withdraw": "withdraws withdrew withdrawn withdrawing",
    "admit": "admits admitted admitting", "ban": "bans banned banning", "commit": "commits committed committing",
    "deter": "deters deterred deterring", "drop": "drops dropped dropping", "expel": "expels expelled expelling",
    "kidnap": "kidnaps kidnapped kidnapping", "plan": "plans planned planning", "rob": "robs robbed robbing",
    "stab": "stabs stabbed stabbing", "stop": "stops stopped stopping", "submit": "submits submitted submitting",
    "transfer": "transfers transferred transferring", "trap": "traps trapped trapping",
    "travel": "travels travelled traveled travelling traveling", "cancel": "cancels cancelled canceled cancelling",
    "enrol": "enrols enrolled enrolling", "fell": "fells felled felling",
    "light": "lights lit lighting", "fund": "funds funded funding",
}  # fmt: skip

BIDDEN = listed("told ordered asked forced advised urged expected required warned instructed begged made invited")
"""Participles behind which "to" leads to what people do: were told to leave."""

FAMILIES = {
    lemma: family
    for family, lemmas in {
        "death": "kill die murder drown massacre slaughter execute lose",
        "injury": "wound injure hurt maim stab hospitalise hospitalize treat",
        "custody": "arrest detain jail imprison capture seize convict charge sentence",
        "flight": "evacuate displace flee strand shelter evict deport",
        "abduction": "abduct kidnap hijack",
        "movement": (
            "send deploy redeploy station arrive enter join prepare ready train mobilise mobilize move transfer"
            " transport land march bring fight cross travel"
        ),
        "missing": "miss",
        "rescue": "rescue save free release airlift",
    }.items()
    for lemma in lemmas.split()
}
"""Which happening a verb belongs to: figures of two happenings never count the same thing."""
