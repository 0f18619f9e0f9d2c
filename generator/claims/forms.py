"""Forms of one word that no stemmer joins: irregular verbs and plurals, and what is called after a country.

English only; folded. A capital stands for its government, as it does in the news,
but not where two countries share a name.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from generator.words import stem

_IRREGULAR = """
arise arose arisen; bear bore borne born; beat beaten; begin began begun; bend bent; bite bit bitten; bleed bled;
blow blew blown; break broke broken; breed bred; bring brought; build built; burn burnt; buy bought; catch caught;
child children; choose chose chosen choice; cling clung; come came; deal dealt; die died dying dead death deaths;
dig dug; draw drew drawn; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feel felt; fight
fought; find found; flee fled fleeing; fly flew flown; forbid forbade forbidden; forget forgot forgotten; freeze
froze frozen; get got gotten; give gave given; go went gone; grow grew grown growth; hang hung; hear heard; hide hid
hidden; hold held; keep kept; know knew known; lay laid; lead led; leave left; lend lent; lie lain; light lit; lose
lost loss losses; make made; mean meant; meet met; pay paid; plead pled; prove proven; ride rode ridden; ring rang
rung; rise rose risen; run ran; say said; see saw seen; seek sought; sell sold sale sales; send sent; shake shook
shaken; shine shone; shoot shot shots; show shown; shrink shrank shrunk; sink sank sunk; sit sat; sleep slept; slide
slid; speak spoke spoken speech; spend spent; spill spilt; spin spun; stand stood; steal stole stolen theft; stick
stuck; strike struck stricken; sue sued suing lawsuit; swear swore sworn; sweep swept; swim swam swum; swing swung;
take took taken; teach taught; tear tore torn; tell told; think thought; throw threw thrown; understand understood;
wake woke woken; wear wore worn; weep wept; win won; withdraw withdrew withdrawn withdrawal; withhold withheld;
write wrote written; arrive arrival arrivals; agree agreement; deny denial denials; approve approval; refuse
refusal; accuse accusation accusations; decide decision decisions; destroy destruction; invade invasion; explode
explosion explosions; collide collision; erupt eruption; evacuate evacuation; injure injury injuries; marry
marriage; propose proposal; resign resignation; respond response; succeed success; fail failure; warn warning;
analyse analysis; man men; woman women; person people; wife wives; wolf wolves; knife knives; thief thieves; foot
feet; police policeman policemen
"""

_COUNTRIES = """
afghanistan afghan afghans kabul; albania albanian tirana; algeria algerian algiers; angola angolan luanda;
argentina argentine argentinian; armenia armenian yerevan; australia australian canberra; austria austrian vienna;
azerbaijan azerbaijani baku; bahrain bahraini manama; bangladesh bangladeshi dhaka; belarus belarusian minsk;
belgium belgian; bolivia bolivian; bosnia bosnian sarajevo; botswana gaborone; brazil brazilian brasilia; britain
british briton britons; bulgaria bulgarian sofia; cambodia cambodian; cameroon cameroonian; canada canadian ottawa;
chad chadian; chile chilean santiago; china chinese beijing; colombia colombian bogota; congo congolese;
croatia croatian zagreb; cuba cuban havana; cyprus cypriot nicosia; czechia czech prague; denmark danish dane danes
copenhagen; ecuador ecuadorian quito; egypt egyptian cairo; england english; eritrea eritrean asmara; estonia
estonian tallinn; ethiopia ethiopian; europe european; finland finnish finn finns helsinki; france french paris;
georgia georgian tbilisi; germany german berlin; ghana ghanaian accra; greece greek athens; guatemala guatemalan;
haiti haitian; honduras honduran tegucigalpa; hungary hungarian budapest; iceland icelandic reykjavik; india indian;
indonesia indonesian jakarta; iran iranian tehran; iraq iraqi baghdad; ireland irish dublin; israel israeli
jerusalem; italy italian rome; jamaica jamaican; japan japanese tokyo; jordan jordanian amman; kazakhstan kazakh
astana; kenya kenyan nairobi; korea korean koreans; kosovo kosovar pristina; kuwait kuwaiti;
kyrgyzstan kyrgyz bishkek; laos laotian; latvia latvian riga; lebanon lebanese beirut; libya libyan tripoli;
lithuania lithuanian vilnius; luxembourg; macedonia macedonian skopje; malaysia malaysian; mali malian bamako; malta
maltese valletta; mexico mexican; moldova moldovan chisinau; mongolia mongolian; montenegro montenegrin; morocco
moroccan rabat; mozambique mozambican maputo; myanmar burmese burma; namibia namibian; nepal nepalese nepali
kathmandu; netherlands dutch; nicaragua nicaraguan managua; niger niamey; nigeria nigerian abuja; norway norwegian
oslo; oman omani muscat; pakistan pakistani islamabad; palestine palestinian; panama panamanian; paraguay
paraguayan; peru peruvian lima; philippines philippine filipino manila; poland polish warsaw; portugal portuguese
lisbon; qatar qatari doha; romania romanian bucharest; russia russian moscow kremlin; rwanda rwandan kigali;
scotland scottish scot scots edinburgh; senegal senegalese dakar; serbia serbian serb belgrade; singapore
singaporean; slovakia slovak bratislava; slovenia slovenian ljubljana; somalia somali mogadishu; spain spanish
spaniard madrid; sudan sudanese; sweden swedish swede swedes stockholm; switzerland swiss; syria syrian
damascus; taiwan taiwanese taipei; tajikistan tajik dushanbe; tanzania tanzanian; thailand thai bangkok; tunisia
tunisian tunis; turkey turkish turk turks ankara; turkmenistan turkmen; uganda ugandan kampala; ukraine ukrainian
kyiv kiev; uruguay uruguayan montevideo; uzbekistan uzbek tashkent; venezuela venezuelan caracas; vietnam vietnamese
hanoi; wales welsh; yemen yemeni sanaa; zambia zambian lusaka; zimbabwe zimbabwean harare; africa african; america
american; asia asian
"""

_SAME = """
soldier troop serviceman; phone telephone; gun firearm weapon; injure wound hurt; employee worker staff; car vehicle
automobile; doctor physician; lawyer attorney; plane aircraft jet airliner; ship vessel boat; quake earthquake;
blaze wildfire; teenager teen; help aid assist; begin start; buy purchase acquire; investigate probe inquiry; quit
resign; poll survey; jail prison; reduce cut slash; rise increase climb; fall drop decline; repair fix mend; halt
stop; attack assault raid; explode blast bomb; worry concern fear; company firm; murder homicide; sick ill; arrest
detain; crash collide; escape flee; seize capture; rescue save; search hunt; dismiss sack oust; reject rebuff; storm
hurricane typhoon; road highway; film movie; author writer; protest demonstrate rally; criticise criticize slam;
victim casualty; centre center; big large huge; award prize; strike walkout; deal agreement accord pact
treaty; talk negotiate; envoy ambassador; border frontier; child kid; parliament legislature; area region district
"""


def _listed(families: str) -> dict[str, str]:
    found = (family.split() for family in families.split(";"))
    return {form: family[0] for family in found for form in family}


COUNTRIES: Mapping[str, str] = MappingProxyType(_listed(_COUNTRIES))
"""What is called after a country, its capital too, and the country."""
BASE_FORMS: Mapping[str, str] = MappingProxyType(_listed(_IRREGULAR) | _listed(_COUNTRIES))
"""Each form and the one that stands for all."""
SAME: Mapping[str, str] = MappingProxyType({stem(form): stem(base) for form, base in _listed(_SAME).items()})
"""Stems of words that most writers use for one another without a thought, and the one that stands for all."""


@cache
def base_stem(word: str) -> str:
    """The stem of a folded English word, an irregular form by its base, and one of several usual words by the first."""
    found = stem(BASE_FORMS.get(word, word))
    return SAME.get(found, found)
