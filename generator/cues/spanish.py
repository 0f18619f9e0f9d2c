"""Spanish: words for who says what, as data. All folded."""

from __future__ import annotations

from generator.cues.lexicon import Lexicon, Saying, forms, pairs
from generator.model import Stance
from generator.words import listed

_REGULAR: dict[Stance, str] = {
    "says": """
        declarar explicar señalar indicar informar comentar contar preguntar contestar anunciar recordar destacar
        subrayar recalcar remarcar agregar relatar criticar acusar calificar reclamar denunciar precisar lamentar
        instar exhortar amenazar manifestar expresar revelar aclarar
    """,
    "claims": "afirmar asegurar alegar argumentar",
    "confirms": "confirmar corroborar",
    "acknowledges": "aceptar",
    "denies": "negar rechazar refutar",
    "believes": "pensar estimar calcular esperar sospechar considerar",
}
_CHANGED = {"negar": "nieg", "pensar": "piens", "recordar": "recuerd", "contar": "cuent"}


def _conjugated() -> tuple[dict[str, Saying], dict[str, Saying], dict[str, Saying]]:
    """Present, imperfect and past of the regular verbs in -ar, their participles and infinitives."""
    finite: dict[str, Saying] = {}
    participles: dict[str, Saying] = {}
    infinitives: dict[str, Saying] = {}
    for stance, verbs in _REGULAR.items():
        for verb in verbs.split():
            stem, said = verb[:-2], Saying(stance)
            present = _CHANGED.get(verb, stem)
            endings = (f"{present}a", f"{present}an", f"{stem}ó", f"{stem}aron", f"{stem}aba", f"{stem}aban")
            finite |= dict.fromkeys(endings, said)
            participles[f"{stem}ado"] = said
            infinitives[verb] = said
    return finite, participles, infinitives


_FINITE, _PARTICIPLES, _INFINITIVES = _conjugated()

SPANISH = Lexicon(
    finite=_FINITE
    | forms(
        {
            "says": """
                dice dicen dijo dijeron decía decían escribe escriben escribió escribieron añade añaden añadió
                añadieron responde respondió respondieron advierte advierten advirtió advirtieron promete prometió
                prometieron pide pidió pidieron exige exigió insiste insistió describe describió sostuvo expone expuso
            """,
            "claims": "sostiene sostienen sostuvieron insiste",
            "acknowledges": "reconoce reconocen reconoció reconocieron admite admiten admitió admitieron",
            "denies": "desmiente desmienten desmintió desmintieron",
            "believes": "cree creen creyó teme temen temió",
        }
    ),
    participles=_PARTICIPLES
    | forms(
        {
            "says": "dicho escrito añadido respondido advertido prometido pedido insistido descrito",
            "claims": "sostenido",
            "acknowledges": "reconocido admitido",
            "denies": "desmentido",
            "believes": "creído temido",
        }
    ),
    infinitives=_INFINITIVES | forms({"says": "decir", "denies": "desmentir", "acknowledges": "reconocer admitir"}),
    auxiliaries=listed("ha han había habían hubo habría habrían"),
    declines=listed("evitó evitaron evita negó negaron rehusó rehusaron declinó"),
    negation=listed("no nunca ni ningún ninguna tampoco"),
    longer=listed("ya"),
    according=(("según",), ("de", "acuerdo", "con"), ("a", "juicio", "de"), ("en", "opinión", "de")),
    postposed=frozenset(),
    quoting=frozenset(),
    as_said=listed("como"),
    that=listed("que"),
    masculine=listed("él"),
    feminine=listed("ella"),
    determiners=listed("el la los las un una unos unas lo su sus este esta estos estas varios varias"),
    links=listed("de del la los las el y en para"),
    breaks=listed(
        """
        y o u e pero que quien cuando donde si porque pues como en con por para sin sobre contra desde hasta entre hacia
        tras según ante bajo a al de del no ni se le les lo él ella ellos ellas es son era fue ha han había está están
        también además ya así
        """
    ),
    times=listed(
        """
        lunes martes miércoles jueves viernes sábado domingo ayer hoy mañana tarde noche enero febrero marzo abril mayo
        junio julio agosto septiembre octubre noviembre diciembre semana este pasado
        """
    ),
    addressing=listed("a al"),
    roles=listed(
        """
        capitán capitana alcalde alcaldesa ministro ministra presidente presidenta portavoz director directora jefe jefa
        fiscal juez jueza diputado diputada senador senadora abogado abogada comisario comisaria secretario secretaria
        responsable responsables ingeniero ingeniera ingenieros experto experta expertos testigo testigos vecino
        vecina vecinos gobierno ministerio ayuntamiento policía bomberos sindicato empresa agencia fiscalía autoridades
        oposición partido asociación rey reina papa médico profesor profesora canciller gobernador gobernadora
        señor señora sr sra
        """
    ),
    role_endings=(),
    epicene=listed("portavoz fiscal juez testigo responsable"),
    female_endings=("a", "reina"),
    hedges=listed(
        """
        quizá quizás probablemente posiblemente podría podrían habría habrían supuestamente presuntamente presunto
        presunta presuntos presuntas aparentemente tal-vez parece parecen
        """
    ),
    may=listed(
        """
        quizá quizás probablemente posiblemente podría podrían habría habrían supuestamente presuntamente aparentemente
        """
    ),
    no_evidence=pairs(
        ["ninguna prueba", "sin pruebas", "hay pruebas", "ningún indicio", "hay indicios", "ninguna evidencia"]
    ),
)
"""The Spanish lexicon."""
