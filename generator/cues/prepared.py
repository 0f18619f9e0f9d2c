"""What the rules need of an article: its words, marks and people once; and the shape of what they find."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

from generator.cues.attributions import TRIGGERS
from generator.cues.callings import Named, find_named
from generator.cues.english import NO_EVIDENCE
from generator.cues.languages import find_lexicon
from generator.cues.marks import Run, find_runs
from generator.cues.people import People, find_people
from generator.model import Article, Span, Stance
from generator.words import Token, tokenize


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what in a sentence: the parts of PARC as spans, and the name that the speaker's words stand for.

    ``contents`` are the stretches the cue reaches over, quotation marks included. ``cue`` is ``None`` where a sentence
    wholly in marks takes its speaker from a neighbour. ``via`` is the medium through which the words came.
    """

    cue: Span | None
    speaker: Span | None
    speaker_name: str | None
    stance: Stance
    contents: tuple[Span, ...]
    frame: str = "clause"
    via: Span | None = None

    def covers(self, start: int, end: int) -> bool:
        """Whether the content holds a place of the article."""
        return any(span.start <= start and end <= span.end for span in self.contents)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the rules need of an article, computed once; ``quoted`` are the outermost runs with their marks.

    ``starts`` are the tokens' offsets, ``words`` how many tokens before each are no punctuation,
    ``triggers`` the offsets of words that may be cues, ``evidence`` where two words say that there is none.
    """

    tokens: tuple[Token, ...]
    starts: tuple[int, ...]
    words: tuple[int, ...]
    triggers: tuple[int, ...]
    evidence: tuple[tuple[int, int], ...]
    runs: tuple[Run, ...]
    quoted: tuple[Span, ...]
    people: People | tuple[Named, ...]

    def tokens_in(self, sentence: Span) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        return self.tokens[bisect_left(self.starts, sentence.start) : bisect_left(self.starts, sentence.end)]

    def triggered(self, sentence: Span) -> bool:
        """Whether a sentence has a word that may be a cue."""
        place = bisect_left(self.triggers, sentence.start)
        return place < len(self.triggers) and self.triggers[place] < sentence.end

    def opens(self, place: int) -> bool:
        """Whether words in quotation marks begin at a place."""
        at = bisect_left(self.quoted, place, key=lambda span: span.start)
        return at < len(self.quoted) and self.quoted[at].start == place

    def count(self, start: int, end: int) -> int:
        """How many words and numbers begin in a stretch of the text."""
        return self.words[bisect_left(self.starts, end)] - self.words[bisect_left(self.starts, start)]


@lru_cache(maxsize=128)
def read_article(article: Article) -> Reading:
    """Tokens, quoted runs and people of an article; kept, since every sentence asks for them."""
    runs = find_runs(article)
    quoted = tuple(run.outer for run in runs if run.depth == 0)
    tokens = tokenize(article.text)
    words = accumulate((token.kind != "mark" for token in tokens), initial=0)
    starts = tuple(token.start for token in tokens)
    lexicon = find_lexicon(article)
    signs = lexicon.triggers if lexicon else TRIGGERS
    triggers = tuple(token.start for token in tokens if token.folded in signs)
    people = find_named(article.text, lexicon) if lexicon else find_people(article.text)
    pairs = lexicon.no_evidence if lexicon else NO_EVIDENCE
    evidence = tuple((one.start, two.end) for one, two in pairwise(tokens) if (one.folded, two.folded) in pairs)
    return Reading(tokens, starts, tuple(words), triggers, evidence, runs, quoted, people)
