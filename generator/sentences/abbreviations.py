"""Words whose full stop ends no sentence: data, apart from the rules that read them. All folded, without the stop."""

from __future__ import annotations

from generator.words import listed

BEFORE_NAMES = listed(
    """
    adm amb ave brig capt cdr cmdr col comdr cpl det dr fr ft gen gov hon insp jr lt maj messrs mr mrs ms mt mx mp pfc
    pres prof pvt rep reps rev sec sen sens sgt spc sr st supt treas vs viz
    mme mmes mlle mlles mgr sra sras srta srs dra dña prof dott sig frau hr fr ing lic
    bzw ca evtl ggf sog vgl usw abs art bd inkl mio mrd nr str
    env p.ex cf e.g i.e approx est fig figs vol pp ed eds al
    ім св гр проф акад вул пл обл р рр ст тис млн млрд грн див напр пан
    им ул тыс руб коп гг
    """
)
"""Titles and short forms that stand before what they belong to: never the end of a sentence."""

BEFORE_NUMBERS = listed(
    """
    jan feb febr mar apr jun jul aug sep sept oct nov dec no nos nr art sec para p pp fig vol ch
    janv févr avr juil déc ene abr ago dic okt dez mai núm
    """
)
"""Months and counters: not the end of a sentence when a number follows."""

MAYBE_LAST = listed("inc ltd co corp plc llc bros jr sr esq etc a.m p.m am pm bc ad dept univ assn ph.d")
"""Short forms that may also close a sentence: they do where a word follows that begins one."""

OPENERS = listed(
    """
    a according after all although among an and another as asked at because before both but by despite during each
    earlier even every following for four from had he her here his how however i if in instead is it its last later
    many meanwhile most much my nearly no nor not now of officials on once one only or other our over people police
    residents several she since so some
    still such ten that the their then there these they this those though three to today two under until we what when
    where which while who why with yesterday yet you
    """
)
"""English words that commonly begin a sentence and are not part of a name."""
