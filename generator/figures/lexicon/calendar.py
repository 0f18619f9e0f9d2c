"""Words of dates by language: days, months, and how far from the day of publication a phrase points; folded."""

from __future__ import annotations

from typing import Literal

from generator.words import fold, listed

Stretch = Literal["day", "week", "month", "year"]


def _numbered(words: str, first: int) -> dict[str, int]:
    """Words in order, several for one number joined by a slash."""
    return {fold(word): number for number, group in enumerate(words.split(), first) for word in group.split("/")}


WEEKDAYS: dict[str, dict[str, int]] = {
    "en": _numbered("monday tuesday wednesday thursday friday saturday sunday", 0),
    "de": _numbered("montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag", 0),
    "fr": _numbered("lundi mardi mercredi jeudi vendredi samedi dimanche", 0),
    "es": _numbered("lunes martes miércoles jueves viernes sábado domingo", 0),
    "uk": _numbered("понеділок вівторок середу/середа четвер п'ятницю/п'ятниця суботу/субота неділю/неділя", 0),
}
"""Monday is nought."""

MONTHS_OF: dict[str, dict[str, int]] = {
    "en": _numbered(
        "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct"
        " november/nov december/dec",
        1,
    ),
    "de": _numbered("januar februar märz april mai juni juli august september oktober november dezember", 1),
    "fr": _numbered("janvier février mars avril mai juin juillet août septembre octobre novembre décembre", 1),
    "es": _numbered("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre", 1),
    "uk": _numbered(
        "січня/січні лютого/лютому березня/березні квітня/квітні травня/травні червня/червні липня/липні"
        " серпня/серпні вересня/вересні жовтня/жовтні листопада/листопаді грудня/грудні",
        1,
    ),
}
"""January is one."""

_RELATIVE: dict[str, dict[tuple[Stretch, int], str]] = {
    "en": {
        ("day", 0): "today; tonight; this morning; this afternoon; this evening",
        ("day", -1): "yesterday; last night; overnight",
        ("day", 1): "tomorrow",
        ("week", 0): "this week",
        ("week", -1): "last week; the previous week; the past week",
        ("week", 1): "next week; the coming week",
        ("month", 0): "this month",
        ("month", -1): "last month; the previous month",
        ("month", 1): "next month",
        ("year", 0): "this year",
        ("year", -1): "last year; the previous year",
        ("year", 1): "next year",
    },
    "de": {
        ("day", 0): "heute; heute morgen; heute abend",
        ("day", -1): "gestern; gestern abend; vergangene nacht",
        ("day", -2): "vorgestern",
        ("week", 0): "diese woche; dieser woche",
        ("week", -1): "letzte woche; letzter woche; vergangene woche; vergangener woche; vorige woche; voriger woche",
        ("week", 1): "nächste woche; nächster woche; kommende woche; kommender woche",
        ("month", 0): "diesen monat; diesem monat",
        ("month", -1): "letzten monat; vergangenen monat; vorigen monat",
        ("month", 1): "nächsten monat; kommenden monat",
        ("year", 0): "dieses jahr; diesem jahr",
        ("year", -1): "letztes jahr; letzten jahr; vergangenes jahr; vergangenen jahr; voriges jahr; vorigen jahr",
        ("year", 1): "nächstes jahr; nächsten jahr; kommendes jahr; kommenden jahr",
    },
    "fr": {
        ("day", 0): "aujourd'hui; ce matin; ce soir",
        ("day", -1): "hier; hier soir",
        ("day", 1): "demain",
        ("week", 0): "cette semaine",
        ("week", -1): "la semaine dernière; la semaine passée",
        ("week", 1): "la semaine prochaine",
        ("month", 0): "ce mois - ci; ce mois",
        ("month", -1): "le mois dernier; le mois passé",
        ("month", 1): "le mois prochain",
        ("year", 0): "cette année",
        ("year", -1): "l'année dernière; l'an dernier; l'an passé",
        ("year", 1): "l'année prochaine; l'an prochain",
    },
    "es": {
        ("day", 0): "hoy; esta mañana; esta tarde; esta noche",
        ("day", -1): "ayer; anoche",
        ("week", 0): "esta semana",
        ("week", -1): "la semana pasada",
        ("week", 1): "la próxima semana; la semana próxima; la semana que viene",
        ("month", 0): "este mes",
        ("month", -1): "el mes pasado; el pasado mes",
        ("month", 1): "el próximo mes; el mes próximo",
        ("year", 0): "este año",
        ("year", -1): "el año pasado; el pasado año",
        ("year", 1): "el próximo año; el año próximo; el año que viene",
    },
    "uk": {
        ("day", 0): "сьогодні",
        ("day", -1): "вчора; учора",
        ("day", 1): "завтра",
        ("week", 0): "цього тижня",
        ("week", -1): "минулого тижня",
        ("week", 1): "наступного тижня",
        ("month", 0): "цього місяця",
        ("month", -1): "минулого місяця",
        ("month", 1): "наступного місяця",
        ("year", 0): "цього року; цьогоріч",
        ("year", -1): "минулого року; торік",
        ("year", 1): "наступного року",
    },
}
RELATIVE: dict[str, dict[str, tuple[Stretch, int]]] = {
    lang: {fold(phrase): rule for rule, phrases in table.items() for phrase in phrases.split("; ")}
    for lang, table in _RELATIVE.items()
}
"""Phrases that count days, weeks, months or years from the day of publication."""

LAST = listed(
    "last past previous letzten letzter vergangenen vergangener vorigen dernier dernière pasado pasada минулого"
)
NEXT = listed("next coming nächsten nächster kommenden kommender prochain prochaine próximo próxima наступного")
"""Words before a day or a month, or behind it, that point back or ahead."""

SINCE = listed("since seit depuis desde з від")
"""Words that make a stretch run on to the day of publication."""

YEAR_WORDS = listed("in since by during until from of before after im seit bis en depuis desde hasta у в до року")
"""Words before four digits that are a year."""

AGO = {"en": ("", "ago"), "de": ("vor", ""), "fr": ("il y a", ""), "es": ("hace", ""), "uk": ("", "тому")}
"""What stands before and behind so many days to say how long ago."""

RECENT = {"en": listed("past last previous"), "de": listed("letzten vergangenen"), "fr": listed("derniers dernières"),
          "es": listed("últimos últimas"), "uk": listed("останні")}  # fmt: skip
"""Words with so many days that reach up to the day of publication: the past three days, les trois derniers jours."""
