"""Units of measure: the words for each and the one name it stands under; all words are folded."""

from __future__ import annotations

from generator.figures.lexicon.money import NATIONAL
from generator.words import listed

UNITS = {
    word: unit
    for unit, words in {
        "percent": "% percent pc pct prozent pourcent відсотків відсотка",
        "percentage point": "percentage-point percentage-points prozentpunkte prozentpunkten",
        "second": "second seconds sec secs sekunden secondes segundos",
        "minute": "minute minutes min mins minuten minutos",
        "hour": "hour hours hr hrs stunde stunden heure heures hora horas годин",
        "day": "day days tage tagen jour jours día días днів",
        "week": "week weeks woche wochen semaine semaines semana semanas тижнів",
        "fortnight": "fortnight fortnights",
        "month": "month months monat monate monaten mois mes meses місяців",
        "year": "year years yr yrs jahr jahre jahren ans année années año años років",
        "decade": "decade decades jahrzehnte jahrzehnten décennies décadas",
        "century": "century centuries",
        "millennium": "millennium millennia millenniums",
        "metre": "metre metres meter meters mètre mètres metros m",
        "millimetre": "mm millimetre millimetres millimeter millimeters",
        "centimetre": "centimetre centimetres centimeter centimeters zentimeter cm",
        "kilometre": "kilometre kilometres kilometer kilometers km kms kilomètre kilomètres kilómetro kilómetros км",
        "micrometre": "micrometre micrometres micrometer micrometers micron microns μm",
        "nanometre": "nanometre nanometres nanometer nanometers nm",
        "mile": "mile miles mi",
        "nautical mile": "nmi",
        "foot": "foot feet ft",
        "inch": "inch inches",
        "yard": "yard yards yd yds",
        "light-year": "light-year light-years lightyear lightyears",
        "kilometre per hour": "km/h kmh kph kmph",
        "mile per hour": "mph",
        "knot": "knot knots",
        "hectare": "hectare hectares ha hektar hectáreas",
        "acre": "acre acres",
        "microgram": "microgram micrograms mcg µg",
        "milligram": "mg milligram milligrams",
        "gram": "gram grams gramme grammes gramm gramos g",
        "kilogram": "kilogram kilograms kg kgs kilo kilos kilogramm kilogramme kilogrammes kilogramos",
        "tonne": "tonne tonnes ton tons t tonnen toneladas",
        "pound": "pound pounds lb lbs",
        "ounce": "ounce ounces oz",
        "millilitre": "ml millilitre millilitres milliliter milliliters",
        "litre": "litre litres liter liters l litros",
        "gallon": "gallon gallons",
        "pint": "pint pints",
        "quart": "quart quarts",
        "tablespoon": "tablespoon tablespoons tbsp",
        "teaspoon": "teaspoon teaspoons tsp",
        "barrel": "barrel barrels",
        "degree": "degree degrees ° º",
        "celsius": "celsius c",
        "fahrenheit": "fahrenheit f",
        "kelvin": "kelvin",
        "watt": "watt watts w",
        "kilowatt": "kilowatt kilowatts kw",
        "megawatt": "megawatt megawatts mw",
        "gigawatt": "gigawatt gigawatts gw",
        "terawatt": "terawatt terawatts tw",
        "watt hour": "wh",
        "kilowatt hour": "kwh",
        "megawatt hour": "mwh",
        "gigawatt hour": "gwh",
        "terawatt hour": "twh",
        "joule": "joule joules",
        "kilojoule": "kj kilojoule kilojoules",
        "calorie": "calorie calories cal",
        "kilocalorie": "kcal kilocalorie kilocalories",
        "basis point": "bps",
        "times": "times x",
        "byte": "byte bytes",
        "bit": "bit bits",
        "kilobyte": "kb kilobyte kilobytes",
        "megabyte": "mb megabyte megabytes",
        "gigabyte": "gb gigabyte gigabytes gig gigs",
        "terabyte": "tb terabyte terabytes",
        "megabit per second": "mbps",
        "gigabit per second": "gbps",
        "megapixel": "mp megapixel megapixels",
        "pixel": "pixel pixels px",
        "frame per second": "fps",
        "horsepower": "hp horsepower",
        "brake horsepower": "bhp",
        "hertz": "hz hertz",
        "kilohertz": "khz kilohertz",
        "megahertz": "mhz megahertz",
        "gigahertz": "ghz gigahertz",
        "terahertz": "thz terahertz",
        "decibel": "decibel decibels db",
        "mile per gallon": "mpg",
        "revolution per minute": "rpm",
        "volt": "volt volts v",
        "kilovolt": "kv kilovolt kilovolts",
        "ampere": "ampere amperes amp amps",
        "milliampere-hour": "mah",
        "ohm": "ohm ohms",
        "newton metre": "newton-metres newton-meters",
        "pound-foot": "lb-ft pound-feet",
        "pascal": "pascal pascals",
        "kilopascal": "kpa kilopascal kilopascals",
        "megapascal": "mpa megapascal megapascals",
        "gigapascal": "gpa gigapascal gigapascals",
        "pound per square inch": "psi",
        "part per million": "ppm",
        "part per billion": "ppb",
        "square metre": "m2 m² sqm quadratmeter quadratmetern",
        "square kilometre": "km2 km²",
        "square foot": "sqft ft2 ft²",
        "cubic metre": "m3 m³ kubikmeter kubikmetern",
        "magnitude": "magnitude magnitudes",
    }.items()
    for word in words.split()
}
"""Unit words and the unit they stand for."""

_AREAS = {
    "metre": "metre metres meter meters m mètres metros",
    "kilometre": "kilometre kilometres kilometer kilometers km",
    "centimetre": "centimetre centimetres centimeter centimeters cm",
    "mile": "mile miles mi",
    "foot": "foot feet ft",
    "inch": "inch inches in",
    "yard": "yard yards",
}
_RATES = {"hour": "an hour; per hour; / h", "second": "a second; per second; / s"}
PHRASES = (
    {
        phrase: unit
        for unit, phrases in {
            "percent": "per cent; por ciento; pour cent",
            "percentage point": "percentage point; percentage points; points de pourcentage; puntos porcentuales",
            "basis point": "basis point; basis points",
            "light-year": "light year; light years; light - years; light - year",
            "nautical mile": "nautical mile; nautical miles",
            "mile per gallon": "miles per gallon; mile per gallon; miles to the gallon",
            "celsius": "° c; º c; degrees c; degree c; degrees celsius; degree celsius; grad celsius",
            "fahrenheit": "° f; º f; degrees f; degree f; degrees fahrenheit; degree fahrenheit",
            "newton metre": "newton metres; newton meters; n m",
            "pound-foot": "lb - ft; pound - feet; pound feet; pounds - feet; lb ft; foot - pounds; foot pounds",
            "milliampere-hour": "milliamp hours; milliampere hours",
            "kilowatt hour": "kilowatt hours; kilowatt - hours; kilowatt hour; kw h",
            "megawatt hour": "megawatt hours; megawatt - hours",
            "gigawatt hour": "gigawatt hours; gigawatt - hours",
            "terawatt hour": "terawatt hours; terawatt - hours",
            "fluid ounce": "fluid ounces; fluid ounce; fl oz",
            "metric ton": "metric tons; metric tonnes; metric ton",
            "revolution per minute": "revolutions per minute",
            "frame per second": "frames per second",
            "pound per square inch": "pounds per square inch",
            "part per million": "parts per million; part per million",
            "part per billion": "parts per billion; part per billion",
            "year of age": "years old; year old; years of age; year olds; jahre alt",
            "month of age": "months old; month old; months of age",
            "week of age": "weeks old; week old",
            "day of age": "days old; day old",
        }.items()
        for phrase in phrases.split("; ")
    }
    | {
        f"{kind} {word}": f"{name} {unit}"
        for kind, name in (("square", "square"), ("sq", "square"), ("cubic", "cubic"), ("cu", "cubic"))
        for unit, words in _AREAS.items()
        for word in words.split()
    }
    | {
        f"{word} {rate}": f"{unit} per {time}"
        for unit, words in _AREAS.items()
        for word in words.split()
        for time, rates in _RATES.items()
        for rate in rates.split("; ")
    }
)
"""Units of two to four words."""

PHRASE_STARTS = frozenset(phrase.split()[0] for phrase in (*PHRASES, *NATIONAL))
"""The first word of each, and of a country's currency."""

AGES = {"year": "year of age", "month": "month of age", "week": "week of age", "day": "day of age"}
"""A unit of time with "old" behind it, as in 43-year-old."""

SHORT_UNITS = listed(
    """
    m g t w x v hp gb mb tb kb ha kg km cm mm nm mw gw kw tw ft oz lb lbs min sec hr hrs pc ° º c f l mi db mp px cal
    wh kwh mwh gwh twh kj yd yds
    """
)
"""Units that count only right beside the digits, but for those of :data:`SPACED_UNITS`."""

SPACED_UNITS = listed("km kg cm mm nm kw mw gw ft gb mb tb hp mg ml lb lbs oz min db kwh mwh gwh twh hr hrs pc ha ° º")

CAPITAL_UNITS = listed("w v c f")
"""Short units that are written with a capital, and then may stand behind a space."""

EXACT = {"Nm": "newton metre", "PS": "horsepower"}
"""Units told from others by their capitals."""

PRIMES = {"″": "inch", "”": "inch", "′": "foot"}
"""Signs right behind digits in text as written."""

TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "fortnight", "month", "year", "decade", "century"})

QUAKES = listed("quake quakes earthquake earthquakes temblor temblors tremor tremors aftershock aftershocks")
"""What a bare decimal before it is the magnitude of."""

RATED = TIME_UNITS | listed(
    """
    barrel gallon litre ounce tonne kilogram gram pound acre hectare mile kilometre metre foot share head piece night
    person ton head pop ticket bottle bushel unit
    """
)
"""What "a" may rate an amount by: $80 a barrel."""

FILLERS = listed("more other additional full further extra straight consecutive weitere weiteren autres otros otras")
"""Words between a number and its unit: three more days."""

DAYS = {
    "second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "fortnight": 14.0,
    "month": 30.44, "year": 365.25, "decade": 3652.5, "century": 36525.0,
}  # fmt: skip
"""Durations in days, so that three months and 90 days can be compared."""

DIMENSIONS = {
    unit: dimension
    for dimension, units in {
        "length": "millimetre; centimetre; metre; kilometre; inch; foot; yard; mile; nautical mile",
        "speed": "kilometre per hour; mile per hour; knot; metre per second",
        "weight": "gram; kilogram; tonne; metric ton; ounce; pound",
        "area": "hectare; acre; square metre; square kilometre; square foot; square mile; square yard",
        "volume": "millilitre; litre; gallon; pint; quart; barrel; cubic metre; cubic foot; cubic yard",
        "temperature": "celsius; fahrenheit; degree",
        "power": "watt; kilowatt; megawatt; horsepower; brake horsepower",
    }.items()
    for unit in units.split("; ")
}
"""What a unit measures, for amounts given in two units."""
