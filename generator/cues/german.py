"""German: words for who says what, as data. All folded."""

from __future__ import annotations

from generator.cues.lexicon import Lexicon, Saying, forms, pairs
from generator.words import listed

_PARTED: dict[str, Saying] = {
    form: Saying(stance, particle)  # type: ignore[arg-type]  # the table's stances are those of the model
    for stance, particle, words in (
        ("says", "mit", "teilt teilte teilen teilten"),
        ("says", "an", "gibt gab geben gaben kündigt kündigte kündigen kündigten merkt merkte fügt fügte"),
        ("acknowledges", "ein", "räumt räumte räumen räumten"),
        ("acknowledges", "zu", "gesteht gestand"),
        ("denies", "zurück", "weist wies weisen wiesen"),
        ("says", "hervor", "hebt hob"),
        ("says", "vor", "wirft warf werfen warfen schlägt schlug"),
    )
    for form in words.split()
}
_FINITE = forms(
    {
        "says": """
            sagt sagte sagen sagten erklärt erklärte erklären erklärten schreibt schrieb schreiben schrieben berichtet
            berichtete berichten berichteten betont betonte betonen betonten meint meinte meinten fragt fragte fragten
            antwortet antwortete ergänzt ergänzte erzählt erzählte erzählten warnt warnte warnten fordert forderte
            forderten kritisiert kritisierte kritisierten lobt lobte verspricht versprach versprachen versichert
            versicherte versicherten mahnt mahnte rät riet äussert äusserte äusserten kommentiert kommentierte
            unterstreicht unterstrich meldet meldete meldeten verkündet verkündete verkündeten droht drohte nennt nannte
            nannten bezeichnet bezeichnete bezeichneten spricht sprach sprachen beschreibt beschrieb zitiert zitierte
            wiederholt wiederholte bekräftigt bekräftigte bittet bat baten mitteilt mitteilte mitteilten angibt angab
            angaben bekanntgab ankündigte ankündigten resümiert resümierte twittert twitterte
        """,
        "claims": """
            behauptet behauptete behaupten behaupteten beteuert beteuerte beteuerten beharrt beharrte argumentiert
            argumentierte unterstellt unterstellte
        """,
        "confirms": "bestätigt bestätigte bestätigen bestätigten",
        "acknowledges": "einräumt einräumte einräumten gesteht gestand zugibt zugab",
        "denies": """
            bestreitet bestritt bestreiten bestritten dementiert dementierte dementieren dementierten leugnet leugnete
            leugneten widerspricht widersprach widersprachen verneint verneinte
        """,
        "believes": """
            glaubt glaubte glauben glaubten vermutet vermutete vermuten vermuteten schätzt schätzte schätzen schätzten
            erwartet erwartete erwarten erwarteten hofft hoffte hofften fürchtet fürchtete befürchtet befürchtete
            rechnet rechnete rechnen
        """,
    }
)
_PARTICIPLES = forms(
    {
        "says": """
            gesagt erklärt geschrieben berichtet betont gemeint gefragt geantwortet ergänzt erzählt gewarnt gefordert
            kritisiert versprochen versichert gemahnt geäussert mitgeteilt angekündigt angegeben gemeldet verkündet
            gedroht genannt bezeichnet gesprochen bekanntgegeben
        """,
        "claims": "behauptet beteuert argumentiert",
        "confirms": "bestätigt",
        "acknowledges": "eingeräumt zugegeben gestanden",
        "denies": "bestritten dementiert geleugnet widersprochen zurückgewiesen",
        "believes": "geglaubt vermutet geschätzt erwartet gehofft",
    }
)
_INFINITIVES = forms(
    {
        "says": "sagen erklären mitteilen äussern",
        "confirms": "bestätigen",
        "denies": "bestreiten dementieren leugnen",
        "acknowledges": "einräumen",
    }
)

GERMAN = Lexicon(
    finite=_PARTED | _FINITE,
    participles=_PARTICIPLES,
    infinitives=_INFINITIVES,
    auxiliaries=listed("hat habe haben hatte hatten hätte hätten"),
    declines=listed("wollte wollten will wollen lehnte lehnten weigerte weigerten mochte mochten"),
    negation=listed("nicht nie niemals kein keine keinen keiner weder"),
    longer=listed("mehr länger"),
    according=(
        ("laut",),
        ("gemäss",),
        ("nach", "angaben", "von"),
        ("nach", "angaben"),
        ("nach", "aussage", "von"),
        ("nach", "aussagen"),
        ("nach", "darstellung"),
        ("nach", "worten"),
        ("nach", "einschätzung"),
        ("nach", "ansicht"),
    ),
    postposed=listed("zufolge"),
    quoting=listed("so"),
    as_said=listed("wie"),
    that=listed("dass dass ob"),
    masculine=listed("er"),
    feminine=listed("sie"),
    determiners=listed(
        "der die das dem den des ein eine einer einem einen eines ihr ihre ihrer sein seine seiner dieser diese"
    ),
    links=listed("der des von vom für zu und im in aus"),
    breaks=listed(
        """
        und oder aber denn sondern dass dass ob wenn weil als wie wer was wo in im an am auf bei beim mit nach vor seit
        über unter gegen gegenüber für durch um von vom zu zum zur aus während trotz wegen nicht nie auch nur noch schon
        bereits zudem dazu dagegen jedoch nun am später zuvor wieder dabei damit hat haben hatte wird wurde ist sind war
        es man ihm ihr ihnen ihn uns sich mir
        """
    ),
    times=listed(
        """
        montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend heute gestern morgen abend nachmittag
        vormittag mittag nacht januar februar märz april mai juni juli august september oktober november dezember woche
        montagabend dienstagabend mittwochabend donnerstagabend freitagabend
        """
    ),
    addressing=listed("dem der den gegenüber im beim"),
    roles=listed(
        """
        kanzler kanzlerin papst könig königin zeuge zeugin zeugen anwohner anwohnerin behörde behörden polizei feuerwehr
        regierung stadt gericht verein verband gewerkschaft partei firma betreiber unternehmen konzern bundesamt
        herr frau dr prof
        """
    ),
    role_endings=(
        "minister", "ministerin", "ministerium", "meister", "meisterin", "präsident", "präsidentin", "sprecher",
        "sprecherin", "chef", "chefin", "leiter", "leiterin", "direktor", "direktorin", "rat", "rätin", "anwalt",
        "anwältin", "vorsitzende", "vorsitzender", "vorsitzenden", "beamter", "beamtin", "beamte", "forscher",
        "forscherin", "händler", "händlerin", "experte", "expertin", "experten", "abgeordnete", "abgeordneter",
        "kommissar", "kommissarin", "sekretär", "sekretärin", "führer", "führerin", "leitstelle", "behörde", "behörden",
        "kapitän", "kapitänin",
        "politiker", "politikerin", "ärztin", "arzt", "ingenieur", "ingenieurin", "ingenieure", "richter", "richterin",
    ),
    epicene=frozenset(),
    female_endings=("in", "frau", "königin", "zeugin"),
    hedges=listed(
        """
        angeblich mutmasslich möglicherweise vielleicht vermutlich wahrscheinlich wohl offenbar anscheinend könnte
        könnten dürfte dürften soll sollen eventuell womöglich voraussichtlich unbestätigt unbestätigten
        """
    ),
    may=listed(
        """
        angeblich mutmasslich möglicherweise vielleicht vermutlich wahrscheinlich wohl offenbar anscheinend könnte
        könnten dürfte dürften soll sollen eventuell womöglich voraussichtlich
        """
    ),
    no_evidence=pairs(
        [
            "keine beweise", "keine belege", "keinen beweis", "keinen beleg", "keine hinweise", "keinerlei beweise",
            "keinerlei belege", "keinerlei hinweise",
        ]
    ),
    comma=True,
)  # fmt: skip
"""The German lexicon."""
