"""The words of numbers as data: number words, scales, units, bounds, and what looks like a figure and is none.

All words are folded. English throughout; scales, units and bounds of a few other languages stand beside it.
"""

from __future__ import annotations

from generator.model import Bound
from generator.words import listed

ONES = {
    word: float(value)
    for value, word in enumerate(
        [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ]
    )
}  # fmt: skip
TENS = {
    word: float(value * 10)
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
SCALES = {
    "hundred": 1e2, "dozen": 12.0, "score": 20.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mm": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "tr": 1e12,
    "tausend": 1e3, "millionen": 1e6, "mio": 1e6, "milliarden": 1e9, "mrd": 1e9, "milliarde": 1e9,
    "mille": 1e3, "millions": 1e6, "milliards": 1e9, "milliard": 1e9, "mil": 1e3, "millón": 1e6, "millones": 1e6,
    "тисяч": 1e3, "тисячі": 1e3, "тис": 1e3, "мільйонів": 1e6, "мільйони": 1e6, "мільйона": 1e6, "мільйон": 1e6,
    "млн": 1e6, "мільярдів": 1e9, "мільярди": 1e9, "мільярд": 1e9, "млрд": 1e9,
    "万": 1e4, "萬": 1e4, "億": 1e8, "亿": 1e8,
}  # fmt: skip
"""What a scale word multiplies by; one or two letters count only right after the digits or after money."""

LOOSE_SCALES = {
    "dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9,
    "trillions": 1e12,
}  # fmt: skip
"""Plural scales that count loosely: "hundreds of" is at least a hundred."""

THOUSANDS_BY_STOP = listed("de es it pt nl da id tr el ro hr sl sr ca eu no nb nn is vi gl")
THOUSANDS_BY_SPACE = listed("fr uk ru pl cs sk bg be fi sv hu lt lv et kk")
"""Languages that write 10.000 and 10 000; their decimal sign is the comma."""

CURRENCIES = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₴": "UAH", "₽": "RUB", "₩": "KRW", "₺": "TRY",
    "₪": "ILS", "₦": "NGN", "₱": "PHP",
}  # fmt: skip
DOLLARS = {
    "us": "USD",
    "u.s": "USD",
    "a": "AUD",
    "au": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "nz": "NZD",
    "hk": "HKD",
    "s": "SGD",
}
UNITS = {
    word: unit
    for unit, words in {
        "percent": "% percent pc prozent pourcent відсотків відсотка",
        "percentage point": "percentage-point percentage-points",
        "USD": "dollar dollars usd us-dollar",
        "EUR": "euro euros eur",
        "GBP": "gbp sterling",
        "JPY": "yen",
        "CNY": "yuan renminbi",
        "INR": "rupee rupees",
        "RUB": "rouble roubles ruble rubles рублів рублей",
        "UAH": "hryvnia hryvnias гривень",
        "CHF": "franc francs",
        "KRW": "won",
        "cent": "cent cents",
        "second": "second seconds sec secs",
        "minute": "minute minutes min mins",
        "hour": "hour hours hr hrs stunden heures horas годин",
        "day": "day days tage tagen jours días днів",
        "week": "week weeks wochen semaines semanas тижнів",
        "fortnight": "fortnight fortnights",
        "month": "month months monate monaten mois meses місяців",
        "year": "year years yr yrs jahre jahren ans años років",
        "decade": "decade decades",
        "century": "century centuries",
        "metre": "metre metres meter meters",
        "centimetre": "centimetre centimetres centimeter centimeters cm",
        "kilometre": "kilometre kilometres kilometer kilometers km kms kilomètres kilómetros км",
        "mile": "mile miles",
        "foot": "foot feet ft",
        "inch": "inch inches",
        "yard": "yard yards",
        "kilometre per hour": "km/h kmh kph",
        "mile per hour": "mph",
        "hectare": "hectare hectares ha",
        "acre": "acre acres",
        "gram": "gram grams g",
        "kilogram": "kilogram kilograms kg kgs kilo kilos",
        "tonne": "tonne tonnes ton tons t",
        "pound": "pound pounds lb lbs",
        "ounce": "ounce ounces oz",
        "litre": "litre litres liter liters",
        "gallon": "gallon gallons",
        "barrel": "barrel barrels",
        "degree": "degree degrees ° °c °f",
        "watt": "watt watts w",
        "kilowatt": "kilowatt kilowatts kw",
        "megawatt": "megawatt megawatts mw",
        "gigawatt": "gigawatt gigawatts gw",
        "basis point": "bps",
        "times": "times x",
        "gigabyte": "gb gigabyte gigabytes",
        "megabyte": "mb megabyte megabytes",
        "terabyte": "tb terabyte terabytes",
        "kilowatt-hour": "kwh",
        "megawatt-hour": "mwh",
        "gigawatt-hour": "gwh",
        "horsepower": "hp bhp horsepower",
        "hertz": "hz",
        "gigahertz": "ghz",
        "mile per gallon": "mpg",
        "revolution per minute": "rpm",
        "volt": "volt volts v",
        "part per million": "ppm",
        "part per billion": "ppb",
        "millimetre": "mm millimetre millimetres millimeter millimeters",
        "milligram": "mg milligram milligrams",
        "millilitre": "ml millilitre millilitres milliliter milliliters",
        "square metre": "m2",
        "square kilometre": "km2",
        "magnitude": "magnitude magnitudes",
    }.items()
    for word in words.split()
}
"""Unit words and the unit they stand for; money by its ISO 4217 code."""

PHRASES = {
    phrase: unit
    for unit, phrases in {
        "percent": "per cent",
        "percentage point": "percentage point; percentage points",
        "basis point": "basis point; basis points",
        "mile per hour": "miles per hour; miles an hour; mile per hour",
        "kilometre per hour": "kilometres per hour; kilometers per hour; kilometres an hour; km / h",
        "square metre": "square metres; square meters; sq m; sq metres",
        "square kilometre": "square kilometres; square kilometers; sq km",
        "cubic metre": "cubic metres; cubic meters; cubic metre; cubic meter",
        "cubic foot": "cubic feet",
        "square mile": "square miles; sq miles",
        "square foot": "square feet; sq ft; square foot",
        "mile per gallon": "miles per gallon",
        "year": "years old; year old",
    }.items()
    for phrase in phrases.split("; ")
}
"""Units of two and three words."""

SHORT_UNITS = listed("m g t w x v hp gb mb tb ha kg km cm mm mw gw kw ft oz lb lbs min sec hr hrs pc °")
"""Units that count only right beside the digits, but for those of :data:`SPACED_UNITS`."""

SPACED_UNITS = listed("km kg cm mm kw mw ft gb mb tb hp")

MONEY = frozenset({*CURRENCIES.values(), *DOLLARS.values(), "CNY", "CHF", "cent"})
TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "fortnight", "month", "year", "decade", "century"})

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

FRACTIONS = {
    "half": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4, "quarters": 1 / 4, "fifth": 1 / 5,
    "fifths": 1 / 5,
    "sixth": 1 / 6, "tenth": 1 / 10, "tenths": 1 / 10,
}  # fmt: skip
"""Parts of a whole: figures where "of" follows."""

AFTER_BOUNDS: dict[str, Bound] = {"or more": "at least", "or so": "about", "or fewer": "at most", "or less": "at most"}

MONTHS = listed(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août
    septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
    diciembre січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
    """
)
YEAR_LEADS = listed(
    """
    in since by from until till before after during of year early late mid circa and to summer winter spring autumn fall
    the for between end start im seit en desde depuis у з до
    """
)
CLOCK = listed("am pm a.m p.m o'clock gmt utc est edt et pst pdt cet cest bst uhr")
NUMBERED = listed(
    """
    act airbus apartment appendix apollo article articles b boeing bill building camp case category channel chapter
    chapters class clause cup day district division episode exhibit fig figure flight formula game gate grade grand
    group
    highway interstate issue item kilometer kilometre lane level line lot lots mark no no. nos number numbers page pages
    paragraph part party phase pier platform point proposition psalm q quarter rd resolution road room round route row
    rule season seat section sections sector serial series sol square stage step street studio suite table task terminal
    tier title top track type unit verse version vol volume war ward week windows world zone super
    """
)
"""Words that a number names: Article 5, Flight 12, World War 2."""

SCORING = listed(
    "won win wins beat beats lost lose loses defeat defeated draw drew lead led victory loss score scored vs"
)
FURNITURE = listed(
    "read reads view views share shares like likes comment comments reply replies photo photos follower followers"
)

PLURALS = listed(
    """
    people men women children personnel police aircraft spacecraft cattle sheep fish staff crew dead wounded injured
    infantry militia clergy offspring lives wives knives thieves halves feet teeth geese mice media data criteria
    alumni phenomena servicemen servicewomen policemen firefighters fishermen businessmen congressmen spokesmen
    freshmen craft deer salmon swine livestock cavalry youth elderly homeless others fatalities casualties
    """
)
NOT_PLURAL = listed(
    """
    always across besides perhaps news sports arms less this his its is was has does plus us thus various previous
    famous serious religious dangerous business process access progress success congress address class press loss glass
    boss mass pass crisis basis analysis axis status campus virus bus gas yes as versus series species means united
    sales rights systems bonus census focus consensus us's previous numerous nervous tremendous gross cross swiss
    """
)
"""Words in -s that end no plural noun phrase, or go on to another noun."""

GOODS = listed("sales arms rights goods news series species sports buses viruses gases passes classes")
"""Those of them that may be counted where nothing follows."""

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

TO = listed("to bis à a до")
"""Words between the two ends of a range."""

FILLERS = listed("more other additional full further extra")
"""Words between a number and its unit: three more days."""

DAYS = {
    "second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "fortnight": 14.0,
    "month": 30.44, "year": 365.25, "decade": 3652.5, "century": 36525.0,
}  # fmt: skip
"""Durations in days, so that three months and 90 days can be compared."""

GENERIC = listed("total more other additional further extra new such own entire whole full")
"""Words beside a head that do not change what is counted."""

PEOPLE = listed("peopl person victim casualti fatal death live dead kill injur wound other surviv individu human")
"""Stems of heads that stand for anybody."""

COMPASS = listed("north south east west northern southern eastern western")
