"""Units and currencies: the words for each and the one name it stands under; all words are folded."""

from __future__ import annotations

from generator.words import listed

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

FILLERS = listed("more other additional full further extra")
"""Words between a number and its unit: three more days."""

DAYS = {
    "second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "fortnight": 14.0,
    "month": 30.44, "year": 365.25, "decade": 3652.5, "century": 36525.0,
}  # fmt: skip
"""Durations in days, so that three months and 90 days can be compared."""
