from __future__ import annotations

import pytest
from subject import article

from generator.model import Article, Event
from generator.pages import build_pages, load_templates
from generator.quotes import find_quotes, find_stance, is_read
from generator.report import build_report
from generator.sentences import segment


def told(lang: str, text: str) -> list[tuple[str, str, str | None]]:
    """Kind, words and speaker's name of each quote."""
    subject = article(text, lang=lang)
    found = find_quotes(subject, segment(subject))
    return [(quote.kind, text[quote.content.start : quote.content.end], quote.speaker_name) for quote in found]


@pytest.mark.parametrize(
    ("lang", "text", "kind", "words", "name"),
    [
        ("de", "„Der Damm hält“, sagte Bürgermeisterin Ida Holt.", "direct", "Der Damm hält", "Ida Holt"),
        ("de", "»Der Damm hält«, sagte Ida Holt.", "direct", "Der Damm hält", "Ida Holt"),
        ("de", "Ida Holt sagte am Montag, der Damm halte.", "indirect", "der Damm halte", "Ida Holt"),
        ("de", "Ida Holt hat gesagt, dass der Damm hält.", "indirect", "der Damm hält", "Ida Holt"),
        ("de", "Laut Ida Holt hält der Damm.", "indirect", "hält der Damm", "Ida Holt"),
        ("de", "Der Behörde zufolge hält der Damm.", "indirect", "hält der Damm", "Behörde"),
        ("de", "Das Ministerium teilte mit, der Damm halte.", "indirect", "der Damm halte", "Ministerium"),
        ("de", "Wie Ida Holt mitteilte, hält der Damm.", "indirect", "hält der Damm", "Ida Holt"),
        ("de", "Der Damm hält, so die Stadt.", "indirect", "Der Damm hält", "Stadt"),
        ("fr", "« Le barrage tiendra », a déclaré Ida Holt lundi.", "direct", "Le barrage tiendra", "Ida Holt"),
        ("fr", "Ida Holt a déclaré que le barrage tiendrait.", "indirect", "le barrage tiendrait", "Ida Holt"),
        ("fr", "Selon Ida Holt, le barrage tiendra.", "indirect", "le barrage tiendra", "Ida Holt"),
        ("fr", "Le barrage tiendra, d’après le ministère.", "indirect", "Le barrage tiendra", "ministère"),
        ("fr", "“Le barrage tiendra”, explique Ida Holt, ingénieure.", "direct", "Le barrage tiendra", "Ida Holt"),
        ("es", "«La presa aguantará», dijo la alcaldesa Ida Holt.", "direct", "La presa aguantará", "Ida Holt"),
        ("es", "Ida Holt dijo el lunes que la presa aguantará.", "indirect", "la presa aguantará", "Ida Holt"),
        ("es", "Según Ida Holt, la presa aguantará.", "indirect", "la presa aguantará", "Ida Holt"),
        ("es", "De acuerdo con la policía, murieron seis personas.", "indirect", "murieron seis personas", "policía"),
    ],
)
def test_speech_in_other_languages(lang: str, text: str, kind: str, words: str, name: str) -> None:
    assert told(lang, text) == [(kind, words, name)]


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("de", "Ministerin Ida Holt kam. Holt lachte. „Es hält“, sagte sie.", "Ida Holt"),
        ("de", "Ministerin Ida Holt traf Kanzler Jon Ray. „Es hält“, sagte die Ministerin.", "Ida Holt"),
        ("de", "Ministerin Ida Holt traf Präsident Jon Ray. „Es hält“, sagte er.", "Jon Ray"),
        ("fr", "La maire Ida Holt est venue. « Il tiendra », a-t-elle ajouté.", "Ida Holt"),
        ("fr", "La maire Ida Holt est venue. « Il tiendra », a déclaré Holt.", "Ida Holt"),
        ("es", "La alcaldesa Ida Holt vino. «Aguantará», añadió ella.", "Ida Holt"),
        ("es", "La alcaldesa Ida Holt vino. «Aguantará», dijo Holt.", "Ida Holt"),
    ],
)
def test_pronouns_roles_and_surnames_in_other_languages(lang: str, text: str, name: str) -> None:
    assert [speaker for kind, _, speaker in told(lang, text) if kind != "indirect"] == [name]


@pytest.mark.parametrize(
    ("lang", "text", "stance"),
    [
        ("de", "Der Betreiber bestreitet, dass der Damm leckt.", "denies"),
        ("de", "Der Betreiber hat nicht bestritten, dass der Damm leckt.", "did not deny"),
        ("de", "Der Betreiber bestreitet nicht mehr, dass der Damm leckt.", "no longer denies"),
        ("de", "Die Behörde wollte nicht bestätigen, dass der Damm leckt.", "stopped short of confirming"),
        ("de", "Die Behörde bestätigte, dass der Damm leckt.", "confirms"),
        ("de", "Die Behörde räumte ein, dass der Damm leckt.", "acknowledges"),
        ("de", "Die Behörde behauptet, der Damm halte.", "claims"),
        ("de", "Die Behörde sagte, es gebe keine Belege für ein Leck.", "no evidence"),
        ("de", "Ida Holt glaubt, dass der Damm hält.", "believes"),
        ("de", "Der Damm könnte brechen.", "may"),
        ("de", "Der Damm hält.", "own voice"),
        ("fr", "L’exploitant dément que le barrage fuit.", "denies"),
        ("fr", "L’exploitant n’a pas nié que le barrage fuit.", "did not deny"),
        ("fr", "Le ministère a refusé de confirmer que le barrage fuit.", "stopped short of confirming"),
        ("fr", "Le ministère a confirmé que le barrage fuit.", "confirms"),
        ("fr", "Ida Holt affirme que le barrage tiendra.", "claims"),
        ("fr", "Selon le ministère, il n’y a aucune preuve d’une fuite.", "no evidence"),
        ("fr", "Le barrage pourrait céder.", "may"),
        ("es", "La empresa negó que la presa tenga fugas.", "denies"),
        ("es", "La empresa no negó que la presa tenga fugas.", "did not deny"),
        ("es", "La empresa ya no niega que la presa tenga fugas.", "no longer denies"),
        ("es", "El ministerio evitó confirmar que la presa tenga fugas.", "stopped short of confirming"),
        ("es", "El ministerio dijo que no hay pruebas de una fuga.", "no evidence"),
        ("es", "La presa podría ceder.", "may"),
    ],
)
def test_stances_in_other_languages(lang: str, text: str, stance: str) -> None:
    subject = article(text, lang=lang)
    (sentence,) = segment(subject)
    assert find_stance(subject, sentence)[0] == stance


@pytest.mark.parametrize(
    ("lang", "text", "via"),
    [
        ("de", "„Es hält“, sagte Ida Holt der Zeitung Order Kurier.", "der Zeitung Order Kurier"),
        ("fr", "Ida Holt a déclaré au quotidien Le Courrier qu’il tiendrait bon.", "quotidien Le Courrier"),
        ("es", "Ida Holt dijo a la agencia Efe que la presa aguantará.", "la agencia Efe"),
    ],
)
def test_the_medium_in_other_languages(lang: str, text: str, via: str) -> None:
    subject = article(text, lang=lang)
    (quote,) = find_quotes(subject, segment(subject))
    assert quote.via is not None
    assert text[quote.via.start : quote.via.end] == via


def test_an_unknown_language_keeps_words_in_marks_and_its_page_says_what_is_lost() -> None:
    text = "“Pato haluaa kestää kevääseen asti”, Ida Holt sanoi. Joki nousi yöllä."
    finnish = article(text, "fi", lang="fi")
    assert not is_read(finnish)
    assert told("fi", text) == [("direct", "Pato haluaa kestää kevääseen asti", None)]
    english = Article("en", "The dam holds.")
    pages = build_pages([build_report(Event("event", (finnish, english)))], load_templates())
    bodies = {page.path: page.body for page in pages}
    notice = "no rules for this article’s language"
    assert notice in bodies["event/articles/fi/"]
    assert notice not in bodies["event/articles/en/"]
