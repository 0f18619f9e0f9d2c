"""What looks like a figure and is none: words of dates, clocks, names, scores and page furniture; folded."""

from __future__ import annotations

from generator.words import listed

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
CLOCK_ELSEWHERE = listed("uhr gmt utc mez mesz h година годині")
"""The same in other languages, where "est" and "et" are common words."""

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
    """
    won win wins winning beat beats beating lost lose loses losing defeat defeats defeated draw drew lead led leads
    leading victory victories loss losses score scored scores vs triumph rout tie tied record start season seed trailing
    trailed ahead down unbeaten aggregate penalties half vote voted votes ruling ruled majority set sets match game top
    tops topped
    """
)
FURNITURE = listed(
    "read reads view views share shares like likes comment comments reply replies photo photos follower followers"
)
