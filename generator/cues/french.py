"""French: words for who says what, as data. All folded; an elided word stands with what follows it (d'après)."""

from __future__ import annotations

from generator.cues.lexicon import Lexicon, Saying, forms, pairs
from generator.model import Stance
from generator.words import listed

_REGULAR: dict[Stance, str] = {
    "says": """
        déclarer expliquer ajouter souligner préciser indiquer annoncer rappeler rapporter raconter demander insister
        estimer commenter signaler confier noter observer résumer conclure marteler regretter dénoncer accuser qualifier
        plaider exhorter exiger assurer répliquer rétorquer appeler menacer critiquer saluer relever
    """,
    "claims": "affirmer prétendre clamer alléguer arguer",
    "confirms": "confirmer",
    "acknowledges": "avouer concéder",
    "denies": "nier contester récuser réfuter rejeter",
    "believes": "penser juger espérer supposer redouter craindre",
}


def _conjugated() -> tuple[dict[str, Saying], dict[str, Saying], dict[str, Saying]]:
    """Present, imperfect and past of the regular verbs in -er, their participles and infinitives."""
    finite: dict[str, str] = {}
    participles: dict[str, str] = {}
    infinitives: dict[str, str] = {}
    for stance, verbs in _REGULAR.items():
        for verb in verbs.split():
            stem = verb[:-2]
            infinitives[verb] = stance
            if not verb.endswith("er"):
                continue
            soft = f"{stem}e" if stem.endswith("g") else f"{stem[:-1]}ç" if stem.endswith("c") else stem
            grave = f"{stem[:-2]}è{stem[-1]}" if stem[-2] in "eé" and stem[-1] in "dglptv" else stem
            finite |= dict.fromkeys(
                (f"{grave}e", f"{grave}ent", f"{soft}ait", f"{soft}aient", f"{soft}a", f"{stem}èrent"), stance
            )
            participles |= dict.fromkeys((f"{stem}é", f"{stem}ée", f"{stem}és"), stance)
    tables = (finite, participles, infinitives)
    one, two, three = ({word: Saying(stance) for word, stance in table.items()} for table in tables)  # type: ignore[arg-type]  # the stances are those of the table above
    return one, two, three


_FINITE, _PARTICIPLES, _INFINITIVES = _conjugated()

FRENCH = Lexicon(
    finite=_FINITE
    | forms(
        {
            "says": """
                dit disent disait disaient écrit écrivent écrivait répond répondent répondit poursuit poursuivit
                prévient avertit promet promettent soutient décrit
            """,
            "claims": "prétend prétendent soutient soutiennent",
            "acknowledges": "reconnaît reconnaissent reconnut admet admettent admit",
            "denies": "dément démentent démentit",
            "believes": "croit croient craint craignent",
        }
    ),
    participles=_PARTICIPLES
    | forms(
        {
            "says": "dit écrit répondu poursuivi prévenu averti promis décrit",
            "claims": "prétendu soutenu",
            "acknowledges": "reconnu admis",
            "denies": "démenti",
            "believes": "cru craint",
        }
    ),
    infinitives=_INFINITIVES | forms({"says": "dire", "denies": "démentir", "acknowledges": "reconnaître admettre"}),
    auxiliaries=listed("a ont avait avaient aurait auraient eut est"),
    declines=listed("refusé refuse refusent refusait gardé garde évité évite"),
    negation=listed("ne pas jamais aucun aucune ni"),
    longer=listed("plus"),
    according=(
        ("selon",),
        ("d'après",),
        ("suivant",),
        ("de", "l'avis", "de"),
        ("aux", "dires", "de"),
    ),
    postposed=frozenset(),
    quoting=frozenset(),
    as_said=listed("comme"),
    that=listed("que"),
    masculine=listed("il"),
    feminine=listed("elle"),
    determiners=listed("le la les un une des l' son sa ses leur leurs ce cette ces plusieurs"),
    links=listed("de du des à au aux en la le les l' pour chargé et"),
    breaks=listed(
        """
        et ou mais que qui dont où quand lorsque si car donc or ni en dans par sur sous avec sans pour contre vers chez
        après avant depuis pendant selon entre à au aux de du ne pas plus jamais y est sont était a ont avait se s'est
        il elle ils elles on nous vous lui leur ainsi aussi alors
        """
    ),
    times=listed(
        """
        lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui demain matin soir midi janvier février mars
        avril mai juin juillet août septembre octobre novembre décembre semaine
        """
    ),
    addressing=listed("à au aux"),
    roles=listed(
        """
        maire ministre président présidente premier première porte-parole capitaine directeur directrice chef cheffe
        préfet préfète procureur procureure député députée sénateur sénatrice avocat avocate juge commissaire secrétaire
        responsable responsables ingénieur ingénieure ingénieurs expert experte experts témoin témoins habitant
        habitante habitants gouvernement ministère mairie préfecture police pompiers syndicat entreprise société agence
        parquet autorités opposition parti association roi reine pape médecin professeur professeure chercheur
        chercheuse m mme mm dr
        """
    ),
    role_endings=(),
    epicene=listed("maire ministre porte-parole juge commissaire secrétaire responsable témoin médecin premier"),
    female_endings=("mme", "trice", "ente", "ère", "euse", "reine", "cheffe", "ée", "ate"),
    hedges=listed(
        """
        peut-être probablement sans-doute pourrait pourraient aurait auraient serait seraient présumé présumée présumés
        prétendu prétendument éventuellement possible possiblement apparemment vraisemblablement semble semblent
        """
    ),
    may=listed(
        """
        peut-être probablement pourrait pourraient aurait auraient serait seraient prétendument éventuellement
        possiblement apparemment vraisemblablement
        """
    ),
    no_evidence=pairs(["aucune preuve", "aucun élément", "aucun indice", "sans preuve", "de preuve"]),
)
"""The French lexicon."""
