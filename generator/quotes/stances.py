"""How an article carries a sentence: in its own voice, or as what somebody says, claims, confirms, denies."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

import regex

from generator.cues.english import HEDGES, MAY
from generator.cues.languages import find_lexicon, is_english
from generator.cues.media import CARRIED
from generator.cues.readings import Attribution, attribute, attribute_all
from generator.model import Article, Span, Stance
from generator.words import Token, fold, tokenize

_SENTENCES_BACK = 12
_LEAD = 60
_RELATIVE = regex.compile(r",\s(?:who|which)\s(?:[\w’']+\s){0,3}$")


def find_stance(
    article: Article, sentence: Span, sentences: Sequence[Span] = ()
) -> tuple[Stance, tuple[Span, ...], str | None]:
    """The stance of a sentence, the words that hedge it, and whose word it is (``None`` in the outlet's own voice).

    The attribution that reaches over most of the sentence decides, the first of several; what a relative clause at its
    end says is no word on the whole. With ``sentences``, all those of the article, a sentence that is nothing but
    quotation takes the speaker of its neighbour. In the outlet's own voice, "may", "reportedly" and the like make it
    "may". The stances follow FactBank and GRaSP.
    """
    found = attribute(article, sentence) or _taken_over(article, sentence, sentences)
    hedges = _hedges(article, sentence, [item.cue for item in found if item.cue])
    said = _widest([item for item in found if not _is_by_the_way(article, sentence, item)])
    if said is not None:
        return said.stance, hedges, said.speaker_name
    words = {fold(article.text[span.start : span.end]) for span in hedges}
    lexicon = find_lexicon(article)
    return ("may" if words & (lexicon.may if lexicon else MAY) else "own voice"), hedges, None


def _taken_over(article: Article, sentence: Span, sentences: Sequence[Span]) -> tuple[Attribution, ...]:
    """What a sentence takes over from those beside it, when it is nothing but quotation."""
    place = bisect_left(sentences, sentence)
    if place == len(sentences) or sentences[place] != sentence:
        return ()
    first = max(0, place - _SENTENCES_BACK)
    return attribute_all(article, sentences[first : place + 2])[place - first]


def _widest(said: Sequence[Attribution]) -> Attribution | None:
    """The attribution with the longest content, the first of several; a medium gives way to whom it reports."""
    channels = {item.via for item in said if item.via}
    said = [item for item in said if item.speaker not in channels]
    return max(said, key=lambda item: sum(map(len, item.contents)), default=None)


def _is_by_the_way(article: Article, sentence: Span, said: Attribution) -> bool:
    """Whether only a relative clause at the end says it, behind a longer clause: X met the board, which warned of Y."""
    if said.cue is None:
        return False
    lead = _RELATIVE.search(article.text, max(sentence.start, said.cue.start - _LEAD), said.cue.start)
    return lead is not None and lead.start() - sentence.start > sum(map(len, said.contents))


def _hedges(article: Article, sentence: Span, cues: Sequence[Span]) -> tuple[Span, ...]:
    """The words outside cues that mark a sentence as less than certain; "May" with a capital inside is the month."""
    lexicon = find_lexicon(article)
    if lexicon is None and not is_english(article):
        return ()
    words = lexicon.hedges if lexicon else HEDGES
    tokens = tokenize(article.text, sentence.start, sentence.end)
    carried = {one.start for one, two in pairwise(tokens) if one.folded in CARRIED and two.folded in ("by", "on")}
    found = (token for token in tokens if token.folded in words and not _is_month(article.text, sentence, token))
    spans = (Span(article.siglum, token.start, token.end) for token in found if token.start not in carried)
    return tuple(span for span in spans if not any(cue.contains(span) for cue in cues))


def _is_month(text: str, sentence: Span, token: Token) -> bool:
    return token.folded == "may" and text[token.start].isupper() and token.start > sentence.start
