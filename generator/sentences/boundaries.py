"""Where sentences end within one paragraph: sentencex first, then what it misses in news text.

The second pass splits speech inside quotation marks and lines that are headings, and takes back splits after titles,
initials and acronyms and before lower case.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import lru_cache

import regex
import sentencex

from generator.cues.english import FORMS
from generator.sentences.abbreviations import BEFORE_NAMES, BEFORE_NUMBERS, MAYBE_LAST, OPENERS
from generator.words import fold

ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "।")
CLOSERS = "\"'”’»“›)]"
_SHORT_LINE = 60
_PIECE = 2_000
_HEADING_SHARE = 0.75

_SPACES = regex.compile(r"[^\S\n]")
_ODD = regex.compile(r"[[^\S\n]--[ ]]|[\ud800-\udfff]", regex.VERSION1)
_WHOLE = regex.compile(r"[\p{L}\p{M}\p{N} ,]*+[.!?]?")
_SURROGATES = regex.compile(r"[\ud800-\udfff]")
_STOP_THEN_SPACE = regex.compile(r"(?<!\d)[.!?…][\"'”’»“›)\]]*+(?P<gap>\s++)(?=[\"'“‘„«‹(\[¿¡]*+[\p{Lu}\p{Lt}\p{Nd}])")
_LAST_WORD = regex.compile(r"([\p{L}\p{M}\p{N}]++(?:[.'’-][\p{L}\p{M}\p{N}]++)*+)\.$")
_NEXT_WORD = regex.compile(r"[^\p{L}\p{N}]*+([\p{L}\p{M}\p{N}'’-]++)")
_CREDIT = regex.compile(r"(?:(?:\p{Lu}[\p{L}\p{M}.’'-]*+|the|a)\s++){1,4}?(\p{Ll}++)\b")
_ACRONYM = regex.compile(r"\p{L}(?:\.\p{L})+")


def find_boundaries(text: str, lang: str = "en") -> tuple[int, ...]:
    """Offsets into a paragraph at which one sentence ends and the next begins, ascending, the ends left out."""
    if _WHOLE.fullmatch(text):  # nothing inside that could end a sentence
        return ()
    found = {*_library_boundaries(text, lang), *_stops(text)}
    kept = {at for at in found if _may_end(text, at)}
    return tuple(sorted(kept | set(_heading_ends(text))))


def _library_boundaries(text: str, lang: str) -> list[int]:
    """Where sentencex splits; none where it does not give the text back whole."""
    # The library takes UTF-8 only, and panics on a space of more than one byte before a full stop; a lone surrogate is
    # shown to it as the replacement sign, and every other space as the plain one: both are as long.
    plain = _SPACES.sub(" ", _SURROGATES.sub("\ufffd", text)) if _ODD.search(text) else text
    ends: list[int] = []
    for start, end in _pieces(plain):
        parts = list(sentencex.segment(lang[:2].lower() or "en", plain[start:end]))
        whole = "".join(parts) == plain[start:end]
        ends += [start + at for at in itertools.accumulate(map(len, parts[:-1]))] if whole else []
    return ends


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Stretches short enough for the library, which slows down with the square of unmatched opening marks."""
    start = 0
    while start < len(text):
        end = start + _PIECE
        if end < len(text):
            end = max(text.rfind(" ", start + 1, end), text.rfind("\n", start + 1, end)) + 1 or end
        yield start, min(end, len(text))
        start = end


def _stops(text: str) -> list[int]:
    """End marks before a space and a word that begins like a sentence, also inside marks; "3." may be a date."""
    return [hit.end("gap") for hit in _STOP_THEN_SPACE.finditer(text)]


def _may_end(text: str, at: int) -> bool:
    """Whether a sentence may end before an offset, by the words on both sides."""
    if 0 < at < len(text) and text[at - 1] in "!?…" and text[at].isalnum() and not text[at].islower():
        return True
    before, after = text[max(0, at - 60) : at].rstrip(), text[at : at + 60].lstrip()
    if not before or not after or after[0] in ")]”»,;:" or after[0].islower():
        return False
    if after[0].isalnum() and before[-1] != "." and before[-1] not in CLOSERS:
        return True
    hit = _NEXT_WORD.match(after)
    word = hit[1] if hit else ""
    if word[:1].islower() or (before[-1] == "." and _abbreviates(before.rsplit(maxsplit=1)[-1], fold(word))):
        return False
    return not (before[-1] in CLOSERS and before[-2:-1] in ("?", "!") and _is_credited(after))


def _is_credited(after: str) -> bool:
    """Whether "Name asked." follows a question or call in marks and so still belongs to its sentence."""
    hit = _CREDIT.match(after)
    return hit is not None and fold(hit[1]) in FORMS and FORMS[fold(hit[1])].form in ("past", "present")


@lru_cache(maxsize=8192)
def _abbreviates(last: str, following: str) -> bool:
    """Whether the full stop of the last word belongs to a short form and so ends nothing."""
    hit = _LAST_WORD.search(last)
    if hit is None:
        return False
    word = fold(hit[1])
    if word in BEFORE_NUMBERS and following[:1].isdigit():
        return True
    if word in MAYBE_LAST or _ACRONYM.fullmatch(word) or _is_initial(hit[1]):
        return following not in OPENERS
    return word in BEFORE_NAMES


def _is_initial(word: str) -> bool:
    """A capital letter on its own: the J of "J. Smith"."""
    return len(word) == 1 and word.isupper()


def _heading_ends(text: str) -> list[int]:
    """Ends of short lines without an end mark, which are headings or captions, not lines of wrapped prose."""
    if "\n" not in text:
        return []
    lines = text.split("\n")
    longest = max(len(line) for line in lines)
    ends, at = [], 0
    for line, following in itertools.pairwise(lines):
        at += len(line) + 1
        if _is_heading(line.strip(), following.strip(), longest):
            ends.append(at)
    return ends


def _is_heading(line: str, following: str, longest: int) -> bool:
    """Wrapped prose has lines of like length and goes on in lower case; a heading is shorter than its neighbours."""
    if not line or not following or following[0].islower() or line.endswith((",", ";", "-", "–", "—")):
        return False
    return longest < _SHORT_LINE or len(line) < min(_HEADING_SHARE * longest, _SHORT_LINE)
