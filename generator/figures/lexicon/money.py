"""Currencies: their signs, codes and words, and the ISO 4217 code each stands under; all words are folded."""

from __future__ import annotations

CURRENCIES = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₴": "UAH", "₽": "RUB", "₩": "KRW", "₺": "TRY",
    "₪": "ILS", "₦": "NGN", "₱": "PHP", "₫": "VND", "₸": "KZT", "฿": "THB", "₡": "CRC", "₵": "GHS",
}  # fmt: skip
"""Signs; a dollar is the American one unless letters beside it say otherwise."""

DOLLARS = {
    "us": "USD", "u.s": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "cdn": "CAD", "nz": "NZD",
    "hk": "HKD", "s": "SGD", "sg": "SGD", "nt": "TWD", "r": "BRL", "mx": "MXN",
}  # fmt: skip
"""Letters beside a dollar sign, on either side: US$, A$, $US."""

_CODES = """
    USD EUR GBP JPY CNY INR RUB UAH CHF KRW AUD CAD NZD HKD SGD SEK NOK DKK PLN CZK HUF TRY ILS ZAR MXN BRL THB MYR IDR
    PHP TWD SAR AED EGP NGN KES PKR VND
"""
CODES = {code.lower(): code for code in _CODES.split()} | {
    "rm": "MYR",
    "rs": "INR",
    "rmb": "CNY",
    "ps": "GBP",
    "y=": "JPY",
}
"""Letters before or behind an amount, in capitals; PS and Y= are how plain ASCII writes £ and ¥."""

_SPOKEN = {
    "USD": "dollar dollars greenback greenbacks долар доларів долари",
    "EUR": "euro euros євро",
    "GBP": "sterling quid",
    "JPY": "yen",
    "CNY": "yuan renminbi",
    "INR": "rupee rupees",
    "RUB": "rouble roubles ruble rubles rubel рубль рублів рублей",
    "UAH": "hryvnia hryvnias griwna гривень гривні",
    "CHF": "franken",
    "franc": "franc francs",
    "KRW": "won",
    "ILS": "shekel shekels nis",
    "MYR": "ringgit",
    "THB": "baht",
    "PLN": "zloty zlotys złoty",
    "HUF": "forint forints",
    "ZAR": "rand",
    "TRY": "lira liras",
    "IDR": "rupiah",
    "VND": "dong",
    "crown": "crown crowns krone kronen kroner krona kronor koruna korun",
    "peso": "peso pesos",
    "dinar": "dinar dinars",
    "dirham": "dirham dirhams",
    "riyal": "riyal riyals",
    "cent": "cent cents centimes céntimos centavos",
    "penny": "pence",
    "sen": "sen",
}
SPOKEN = {word: unit for unit, words in _SPOKEN.items() for word in words.split()}
"""Words for currencies behind an amount; crowns, francs and pesos of no named country are their own."""

VERBS_TOO = frozenset({"won", "rand"})
"""Those of them that count behind digits only."""

_NATIONAL = {
    "USD": "us american u.s | dollar dollars",
    "AUD": "australian aussie | dollar dollars",
    "CAD": "canadian | dollar dollars",
    "NZD": "zealand kiwi | dollar dollars",
    "HKD": "kong | dollar dollars",
    "SGD": "singapore | dollar dollars",
    "TWD": "taiwan taiwanese | dollar dollars",
    "DKK": "danish | crown crowns krone kroner",
    "NOK": "norwegian | crown crowns krone kroner",
    "SEK": "swedish | crown crowns krona kronor",
    "CZK": "czech | crown crowns koruna korunas",
    "CHF": "swiss | franc francs",
    "GBP": "british | pound pounds",
    "EGP": "egyptian | pound pounds",
    "MXN": "mexican | peso pesos",
    "PHP": "philippine | peso pesos",
    "ARS": "argentine | peso pesos",
    "PKR": "pakistani | rupee rupees",
    "INR": "indian | rupee rupees",
    "TRY": "turkish | lira liras",
    "JPY": "japanese | yen",
    "CNY": "chinese | yuan renminbi",
    "KRW": "korean | won",
    "RUB": "russian | rouble roubles ruble rubles",
    "MYR": "malaysian | ringgit",
    "ILS": "israeli | shekel shekels",
    "SAR": "saudi | riyal riyals",
    "ZAR": "african | rand",
}
NATIONAL = {
    f"{country} {word}": code
    for code, line in _NATIONAL.items()
    for country in line.partition(" | ")[0].split()
    for word in line.partition(" | ")[2].split()
} | {"pounds sterling": "GBP", "pound sterling": "GBP"}
"""A country's adjective with its currency: Danish crowns."""

MONEY = frozenset({*CURRENCIES.values(), *DOLLARS.values(), *CODES.values(), *SPOKEN.values(), *NATIONAL.values()})


def is_money(unit: str) -> bool:
    """Whether a unit is a currency, or one by something else: "USD per barrel"."""
    return unit.partition(" per ")[0] in MONEY
