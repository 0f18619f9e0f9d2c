"""Names of one thing that no likeness of letters joins: other transliterations, renamed places, short forms. Folded."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_SAME = """
beijing = peking
belarus = byelorussia
bolivia = plurinational state of bolivia
chennai = madras
chernihiv = chernigov
chornobyl = chernobyl
cote d'ivoire = ivory coast
czechia = czech republic
democratic republic of the congo = dr congo = drc
donbas = donbass
dnipro = dnepr = dnieper
eswatini = swaziland
european union = eu
gdansk = danzig
guangzhou = canton
kharkiv = kharkov
kolkata = calcutta
kyiv = kiev
luhansk = lugansk
lviv = lvov
moldova = moldavia
mumbai = bombay
mykolaiv = nikolaev
myanmar = burma
north korea = dprk = democratic people's republic of korea
odesa = odessa
south korea = rok = republic of korea
sri lanka = ceylon
timor-leste = east timor
turkiye = turkey
united arab emirates = uae
united kingdom = uk = u.k. = great britain = britain
united nations = un = u.n.
united states = us = u.s. = usa = united states of america
yangon = rangoon
zaporizhzhia = zaporozhye
"""

ALIASES: Mapping[str, str] = MappingProxyType(
    {name.strip(): line.split("=")[0].strip() for line in _SAME.strip().splitlines() for name in line.split("=")}
)
"""Each form without accents, and the one that stands for all."""
