"""What is done to or by so many, in German, French, Spanish and Ukrainian: forms with their English lemma; folded."""

from __future__ import annotations

from generator.words import fold, listed


def _forms(table: dict[str, str]) -> dict[str, str]:
    return {fold(form): lemma for lemma, forms in table.items() for form in forms.split()}


ACTS: dict[str, dict[str, str]] = {
    "de": _forms(
        {
            "kill": "getötet töteten tötete tötet töten umgebracht erschossen",
            "die": "starben starb gestorben sterben verstarben umgekommen kamen-um gefallen fielen",
            "wound": "verletzt verletzten verletzte verwundet verwundeten",
            "arrest": "festgenommen verhaftet verhafteten", "miss": "vermisst", "evacuate": "evakuiert",
            "flee": "geflohen flohen fliehen geflüchtet flüchteten", "rescue": "gerettet retteten",
            "destroy": "zerstört zerstörten zerstörte", "damage": "beschädigt",
            "send": "schickte schickten geschickt schickt schicken entsandte entsandten entsandt gesandt",
            "deploy": "stationiert stationierte verlegt verlegte", "arrive": "eingetroffen angekommen trafen",
            "fall": "fiel gesunken sank sanken", "rise": "stieg stiegen gestiegen",
        }
    ),
    "fr": _forms(
        {
            "kill": "tué tués tuée tuées tuant tuent tue abattu abattus",
            "die": "mort morts morte mortes décédé décédés décédées mouru péri",
            "wound": "blessé blessés blessée blessées blessant",
            "arrest": "arrêté arrêtés arrêtées interpellé interpellés",
            "miss": "disparu disparus disparues", "evacuate": "évacué évacués évacuées", "flee": "fui fuient",
            "rescue": "secouru secourus sauvé sauvés", "destroy": "détruit détruits détruite détruites",
            "damage": "endommagé endommagés endommagées", "send": "envoyé envoyés envoie envoya dépêché",
            "deploy": "déployé déployés déploie", "arrive": "arrivé arrivés arrivent arrivées",
            "rise": "progressé augmenté grimpé", "fall": "baissé reculé chuté",
        }
    ),
    "es": _forms(
        {
            "kill": "mató mataron matar matando asesinó asesinados abatidos asesinadas",
            "die": "murieron murió muertos muerto muertas fallecieron falleció fallecidos fallecidas perecieron",
            "wound": "heridos herido heridas hirió hirieron lesionados lesionadas",
            "arrest": "detuvo detenidos detenidas arrestados detuvieron", "miss": "desaparecidos desaparecidas",
            "evacuate": "evacuados evacuadas evacuó", "flee": "huyeron huido",
            "rescue": "rescatados rescatadas rescató",
            "destroy": "destruidas destruidos destruyó destruyeron", "damage": "dañadas dañados",
            "send": "envió enviaron enviado enviados enviar mandó",
            "deploy": "desplegó desplegaron desplegado desplegados",
            "arrive": "llegaron llegó llegado", "rise": "subió subieron aumentó aumentaron creció",
            "fall": "bajó bajaron cayó cayeron",
        }
    ),
    "uk": _forms(
        {
            "kill": "вбито вбили убито", "die": "загинуло загинули загинув померли померло",
            "wound": "поранено поранені поранило травмовано", "arrest": "затримано затримали заарештовано",
            "miss": "зникли зникло", "evacuate": "евакуйовано евакуювали", "destroy": "зруйновано знищено",
            "send": "відправили відправив надіслали направили направив", "arrive": "прибуло прибули",
        }
    ),
}  # fmt: skip
"""Each form and its lemma among the English verbs, so that one happening is one in two languages."""

HARMED: dict[str, frozenset[str]] = {
    "de": listed("tote toten todesopfer verletzte verletzten verwundete vermisste festnahmen"),
    "fr": listed("morts mort blessés blessé tués disparus victimes"),
    "es": listed("muertos muerto heridos herido fallecidos desaparecidos detenidos víctimas"),
    "uk": listed("загиблих загиблі поранених поранені зниклих"),
}
"""Nouns that say of people what happened to them, and nothing else: 30 blessés."""

HARMED_LEMMAS = _forms(
    {
        "die": "tote toten todesopfer загиблих загиблі",
        "wound": "verletzte verletzten verwundete поранених поранені",
        "miss": "vermisste зниклих",
        "arrest": "festnahmen",
    }
)

LEMMAS_OF = {form: lemma for table in (*ACTS.values(), HARMED_LEMMAS) for form, lemma in table.items()}
"""The lemma of every form of every language."""

HELPERS: dict[str, frozenset[str]] = {
    "de": listed("wurde wurden worden werden wird sind ist waren war sei seien haben hat hatte hatten"),
    "fr": listed("a ont été sont est était étaient avait avaient ait aient seraient serait"),
    "es": listed("ha han sido fue fueron son está están había habían habrían habría resultaron resultó quedaron"),
    "uk": listed("було були буде"),
}
"""Words that help a verb and stand in its group."""

TALLIES = listed("zahl toten todesopfer opfer bilan morts número cifra muertos fallecidos кількість загиблих")
TALLY_LEADS = listed("auf bei à de a en до")
"""A toll, and what stands between it and its number: die Zahl der Toten stieg auf 90."""

STOPS: dict[str, frozenset[str]] = {
    "fr": listed(
        """
        le la les un une des et ou à au aux en dans sur pour par avec sans sous depuis contre chez que qui dont où plus
        moins selon après avant lors sont est ont ce cette ces son sa ses leur leurs il elle ils elles
        """
    ),
    "es": listed(
        """
        el la los las un una y o a al en con sin por para sobre desde hasta contra que quien donde más menos según tras
        antes después son es han ha este esta su sus del como
        """
    ),
    "uk": listed("і й та або у в на з із за до від про під над по що які який де більше менше є"),
}
"""Words that are no noun behind a number."""

LINKS: dict[str, frozenset[str]] = {
    "fr": listed("de d des"),
    "es": listed("de"),
    "de": listed("von"),
    "uk": frozenset(),
}
"""Words between a round number and what it counts: trois millions de litres."""

MOVES: dict[str, tuple[frozenset[str], frozenset[str], frozenset[str]]] = {
    "de": (
        listed(
            "stieg stiegen gestiegen steigt steigen wuchs wuchsen gewachsen kletterte kletterten zugelegt legte legten"
        ),
        listed("fiel fielen gefallen fällt sank sanken gesunken sinkt schrumpfte verlor verloren gaben"),
        listed("um"),
    ),
    "fr": (
        listed("progressé progresse augmenté augmente grimpé grimpe bondi hausse gagné"),
        listed("baissé baisse reculé recule chuté chute perdu diminué"),
        listed("de"),
    ),
    "es": (
        listed("subió subieron sube aumentó aumentaron creció crecieron avanzó ganó"),
        listed("bajó bajaron baja cayó cayeron cae perdió perdieron retrocedió descendió"),
        listed("un en"),
    ),
    "uk": (listed("зріс зросла зросло зросли"), listed("впав впала знизився знизилася"), listed("на")),
}
"""Verbs of rising and of falling, and the words between them and how far."""
