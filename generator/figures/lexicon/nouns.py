"""Nouns that are counted, where their form does not tell; all words are folded."""

from __future__ import annotations

from generator.words import listed

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
    gets goes makes takes gives comes becomes keeps seems remains includes requires allows provides knows thinks tells
    says brings wants needs uses begins puts lets
    """
)
"""Words in -s that end no plural noun phrase, or go on to another noun."""

GOODS = listed("sales arms rights goods news series species sports buses viruses gases passes classes")
"""Those of them that may be counted where nothing follows."""

GENERIC = listed("total more other additional further extra new such own entire whole full")
"""Words beside a head that do not change what is counted."""

PEOPLE = listed(
    """
    mensch людей personn peopl person victim casualti fatal death live dead kill injur wound other surviv individu human
    """
)
"""Stems of heads that stand for anybody."""

COMPASS = listed("north south east west northern southern eastern western")

LONE = listed("people persons men women children victims soldiers troops workers deaths cases homes houses")
"""Plurals that no year is put before."""

PARENTS = listed("mother father mom mum dad parent parents grandmother grandfather widow widower family")
"""Of so many children, though the word is not said: a mother of three."""
