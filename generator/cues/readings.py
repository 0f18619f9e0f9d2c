"""An article read for cues: its marks and people once, then the attributions of any of its sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

import regex

from generator.cues.attributions import find_cues
from generator.cues.callings import call
from generator.cues.clauses import find_clause_cues
from generator.cues.cue import Cue
from generator.cues.english import ORGANISATION, TEXTS
from generator.cues.items import Item, ItemKind, itemize
from generator.cues.languages import find_lexicon, is_english, is_known
from generator.cues.parsed import end_contents
from generator.cues.people import People, is_role
from generator.cues.phrases import Phrase
from generator.cues.prepared import Attribution, Reading, read_article
from generator.cues.speakers import resolve
from generator.model import Article, Span, Stance
from generator.parsing import Parser, parse_sentence
from generator.words import fold

__all__ = ["Attribution", "Reading", "attribute", "attribute_all", "is_english", "read_article"]

_DATELINE = regex.compile(
    r"\p{Lu}[\p{Lu}.'’ -]{2,40}+(?:, [^\n,(—–―]{1,30}+)?+(?: ?\([^)\n]{1,30}+\))?+ ?(?:--|[—–―]|(?<=\) ?)-) *+(?=\S)"
)
"""Where an article was written, and by which agency: no part of what its first sentence says."""
_OPENING = 80
"""Code points of what is said in which "no evidence" makes it a stance."""
_STRETCH = 250
"""Words of a sentence read together: more than sentences have, so that a list without a full stop costs no more."""
_SHORT = 12
"""Words of a sentence whose cues are worth keeping for the next one of the same words."""
_NEAR = 2
"""Sentences back to the body that "it" stands for."""
_MOST = 20_000
"""Sentences of one article read for cues: several megabytes of news have fewer."""
_LONGEST = 1_000
"""Words of a sentence that are read for cues: whatever goes on for longer is no sentence."""


def attribute(article: Article, sentence: Span) -> tuple[Attribution, ...]:
    """The attributions that a sentence makes in its own words, outside quotation marks, in order of their cues.

    An article in a language without a lexicon has none.
    """
    if not is_known(article):
        return ()
    reading = read_article(article)
    if not reading.triggered(sentence):
        return ()
    line = _DATELINE.match(article.text, sentence.start, sentence.end)
    told = Span(sentence.siglum, line.end(), sentence.end) if line else sentence
    items = itemize(article.text, reading.tokens_in(told), reading.quoted, told)
    parts = (items[at : at + _STRETCH] for at in range(0, min(len(items), _LONGEST), _STRETCH))
    return tuple(_attribution(article, reading, part, cue) for part in parts for cue in _cues(part, article))


def _cues(items: Sequence[Item], article: Article) -> tuple[Cue, ...]:
    """The cues among the items; those of a short sentence are kept, since "he said" stands in every article."""
    lexicon = find_lexicon(article)
    if lexicon is not None:
        return find_clause_cues(items, lexicon)
    if len(items) > _SHORT:
        return find_cues(items)
    return _short_cues(tuple((item.kind, item.word, item.capital) for item in items))


@lru_cache(maxsize=1024)
def _short_cues(items: tuple[tuple[ItemKind, str, bool], ...]) -> tuple[Cue, ...]:
    """Cues go by the order of words alone, wherever the words stand."""
    return find_cues([Item(0, 0, *item) for item in items])


def attribute_all(
    article: Article, sentences: Sequence[Span], parser: Parser | None = None
) -> tuple[tuple[Attribution, ...], ...]:
    """The attributions of each sentence; one that is all quotation takes the speaker of the sentence beside it.

    The sentence before it in the paragraph goes first, then a "X said." of its own behind it, then the last quotation
    of the paragraph before, when that is nothing but speech too. A parser tells better where indirect speech ends.
    """
    if parser is None:
        return _by_rules(article, tuple(sentences))
    found = [_parsed(article, sentence, attribute(article, sentence), parser) for sentence in sentences]
    return _with_speech(article, sentences, found)


@lru_cache(maxsize=256)  # quotes and figures both ask
def _by_rules(article: Article, sentences: tuple[Span, ...]) -> tuple[tuple[Attribution, ...], ...]:
    found: list[tuple[Attribution, ...]] = [()] * len(sentences)
    triggers = read_article(article).triggers if is_known(article) else ()
    place = count = 0
    for at in triggers:  # most sentences have none
        while place < len(sentences) and sentences[place].end <= at:
            place += 1
        if place < len(sentences) and sentences[place].start <= at:
            found[place] = attribute(article, sentences[place])
            place += 1
            count += 1
        if count == _MOST:
            break
    return _with_speech(article, sentences, list(_with_bodies(article, found)))


def _with_bodies(article: Article, found: Sequence[tuple[Attribution, ...]]) -> Iterator[tuple[Attribution, ...]]:
    """Give "it" the name of the body that spoke last, in the same sentence or one of the two before."""
    last: tuple[int, str] | None = None
    for place, group in enumerate(found):
        done = []
        for said in group:
            near = last[1] if last and place - last[0] <= _NEAR else None
            done.append(replace(said, speaker_name=near) if near and _is_it(article, said) else said)
            if name := done[-1].speaker_name:
                last = (place, name) if _is_body(article, name) else None
        yield tuple(done)


def _is_it(article: Article, said: Attribution) -> bool:
    return said.speaker is not None and article.text[said.speaker.start : said.speaker.end] in ("it", "It")


def _is_body(article: Article, name: str) -> bool:
    """Whether a speaker is one body or text: neither a person nor a role, nor several."""
    people = read_article(article).people
    words = name.split()
    if not isinstance(people, People) or fold(words[-1]) in people.names or any(map(is_role, words)):
        return False
    return words[-1][0].isupper() or fold(words[-1]) in ORGANISATION | TEXTS


def _with_speech(
    article: Article, sentences: Sequence[Span], found: list[tuple[Attribution, ...]]
) -> tuple[tuple[Attribution, ...], ...]:
    """What was found, with the sentences that are all quotation."""
    reading = read_article(article)
    run = 0
    for place, sentence in enumerate(sentences):
        while run < len(reading.quoted) and reading.quoted[run].end <= sentence.start:
            run += 1
        if run == len(reading.quoted):
            break
        if not found[place] and _is_speech(reading, sentence, run):
            speech = _borrowed(article, sentences, found, place)
            found[place] = (replace(speech, contents=(sentence,), cue=None),) if speech else ()
    return tuple(found)


def _parsed(
    article: Article, sentence: Span, said: tuple[Attribution, ...], parser: Parser | None
) -> tuple[Attribution, ...]:
    """The attributions of a sentence, their contents ended as its grammar says."""
    if parser is None or not said:
        return said
    parse = parse_sentence(article, sentence, parser)
    return tuple(
        replace(item, contents=end_contents(article, item.cue, item.contents, parse))
        if item.cue and item.frame == "clause"
        else item
        for item in said
    )


def _attribution(article: Article, reading: Reading, items: Sequence[Item], cue: Cue) -> Attribution:
    speaker = _span(article, items, cue.speaker)
    name = _name(article, reading, speaker) if speaker else None
    contents = tuple(span for part in (cue.before, cue.after) if (span := _span(article, items, part)))
    words = _span(article, items, (cue.first, cue.last))
    stance = _evidence(reading, cue.stance, contents)
    return Attribution(words, speaker, name, stance, contents, cue.frame, _span(article, items, cue.via))


def _evidence(reading: Reading, stance: Stance, contents: Sequence[Span]) -> Stance:
    """Saying that there is no evidence is a stance of its own."""
    for span in contents if stance in ("says", "claims", "confirms", "acknowledges") else ():
        at = bisect_left(reading.evidence, (span.start, 0))
        if at < len(reading.evidence) and reading.evidence[at][1] <= min(span.end, span.start + _OPENING):
            return "no evidence"
    return stance


def _name(article: Article, reading: Reading, speaker: Span) -> str | None:
    """The name that a speaker's words stand for."""
    lexicon = find_lexicon(article)
    if isinstance(reading.people, People):
        return resolve(reading.people, article.text, speaker.start, speaker.end)
    return call(reading.people, lexicon, article.text, speaker.start, speaker.end) if lexicon else None


def _span(article: Article, items: Sequence[Item], phrase: Phrase | None) -> Span | None:
    """Where a phrase stands in the article."""
    return Span(article.siglum, items[phrase[0]].start, items[phrase[1] - 1].end) if phrase else None


def _is_speech(reading: Reading, sentence: Span, place: int) -> bool:
    """Whether a sentence stands wholly in quotation marks; ``place`` is the first run that ends behind its start."""
    at = sentence.start
    if reading.quoted[place].start > at:
        return False
    while place < len(reading.quoted) and reading.quoted[place].start < sentence.end:
        if reading.count(at, max(at, reading.quoted[place].start)):
            return False
        at, place = reading.quoted[place].end, place + 1
    return reading.count(at, max(at, sentence.end)) == 0


def _borrowed(
    article: Article, sentences: Sequence[Span], found: Sequence[tuple[Attribution, ...]], place: int
) -> Attribution | None:
    """The neighbour's attribution that a sentence of speech belongs to."""
    following = found[place + 1] if place + 1 < len(sentences) else ()
    if following and not _apart(article, sentences, place) and _trails(article, sentences[place + 1], following[0]):
        return following[0]
    if place == 0:
        return None
    before = found[place - 1]
    if not _apart(article, sentences, place - 1):
        return _speaking(article, before) if before else _further_back(article, sentences, found, place - 1)
    return next((said for said in reversed(before) if _in_marks(article, said)), None)


def _speaking(article: Article, said: Sequence[Attribution]) -> Attribution:
    """Of several attributions in a sentence the last one of words in marks, else the last."""
    return next((item for item in reversed(said) if _in_marks(article, item)), said[-1])


def _in_marks(article: Article, said: Attribution) -> bool:
    """Whether what is said begins with a quotation mark, or goes on with what did."""
    return said.cue is None or any(read_article(article).opens(span.start) for span in said.contents)


def _further_back(
    article: Article, sentences: Sequence[Span], found: Sequence[tuple[Attribution, ...]], place: int
) -> Attribution | None:
    """The speaker before sentences that go on about the same person: "…," X said. She ran. "…"."""
    while place > 0 and not found[place] and not _apart(article, sentences, place - 1):
        if not article.text.startswith(("He ", "She ", "They "), sentences[place].start):
            return None
        place -= 1
    return found[place][-1] if found[place] else None


def _trails(article: Article, sentence: Span, attribution: Attribution) -> bool:
    """Whether this is "X said." behind a closed quotation, or goes on with one that the sentence before opened."""
    quoted = read_article(article).quoted
    place = bisect_right(quoted, sentence.start, key=lambda span: span.end)
    opened = place < len(quoted) and quoted[place].start < sentence.start
    return opened if attribution.contents else attribution.frame == "clause"


def _apart(article: Article, sentences: Sequence[Span], place: int) -> bool:
    """Whether a paragraph ends between a sentence and the next."""
    return "\n" in article.text[sentences[place].end : sentences[place + 1].start]
