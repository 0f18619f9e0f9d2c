"""Two labels for one thing: an incursion here, an invasion there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.claims.labels import FAMILIES
from generator.claims.notes import Note
from generator.cues.aliases import ALIASES
from generator.model import Claim, Event, Span
from generator.spans import SpanIndex
from generator.words import tokenize

_LEAST_NAMES = 2
_SMALL = frozenset({"of", "the", "and", "-", "."})
_LONGEST = 6  # words of a label

Label = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Use:
    """A label where it stands, with the sentence around it."""

    thing: str
    label: Label
    span: Span
    sentence: Span


def _tabled() -> Mapping[Label, str]:
    """Every label and what it names; a name's initials and its points are no other label."""
    found: dict[Label, str] = {label: f"family {n}" for n, family in enumerate(FAMILIES) for label in family}
    for form, name in ALIASES.items():
        found[tuple(token.folded for token in tokenize(form))] = name
    return found


_TABLE = _tabled()


def find_labels(event: Event, claims: Sequence[Claim], sentences: Sequence[Span]) -> Iterator[Note]:
    """*label-variance*: in one claim, or beside the same names, two outlets name one thing by two labels.

    Neither outlet uses the other's label anywhere, unless both stand in one claim; a long name and its initials are
    one label. Of each pair of labels the first place is told.
    """
    uses = [use for sentence in sorted(sentences) for use in _uses(event, sentence)]
    used: dict[str, set[Label]] = defaultdict(set)
    for use in uses:
        used[event.outlet_of(use.span)].add(use.label)
    homes = _homes(claims, sentences)
    told: set[frozenset[Label]] = set()
    for one, other in _of_one_thing(uses):
        pair = frozenset((one.label, other.label))
        if pair in told or not _is_variance(event, one, other):
            continue
        common = homes[one.sentence] & homes[other.sentence]
        mine, theirs = used[event.outlet_of(one.span)], used[event.outlet_of(other.span)]
        exclusive = other.label not in mine and one.label not in theirs
        alike = exclusive and len(_names(event, one.sentence) & _names(event, other.sentence)) >= _LEAST_NAMES
        near = sorted(common or ((homes[one.sentence] | homes[other.sentence]) if alike else ()))
        if near:
            told.add(pair)
            yield Note("label-variance", claims[near[0]], (one.span, other.span), "two labels for one thing")


def _of_one_thing(uses: Sequence[_Use]) -> Iterator[tuple[_Use, _Use]]:
    """Each two uses of labels for one thing, in the order of the first, then of the second."""
    named: dict[str, list[_Use]] = defaultdict(list)
    for use in uses:
        named[use.thing].append(use)
    seen: Counter[str] = Counter()
    for use in uses:
        seen[use.thing] += 1
        yield from ((use, other) for other in named[use.thing][seen[use.thing] :])


def _homes(claims: Sequence[Claim], sentences: Iterable[Span]) -> Mapping[Span, set[int]]:
    homes: dict[Span, set[int]] = {sentence: set() for sentence in sentences}
    index = SpanIndex(homes, lambda sentence: sentence)
    for n, claim in enumerate(claims):
        for made in claim.appearances:
            for sentence in index.touching(made.span):
                homes[sentence].add(n)
    return homes


def _is_variance(event: Event, one: _Use, other: _Use) -> bool:
    if one.thing != other.thing or event.outlet_of(one.span) == event.outlet_of(other.span):
        return False
    return not _is_short_for(one.label, other.label) and not _is_short_for(other.label, one.label)


def _is_short_for(one: Label, other: Label) -> bool:
    """Whether two labels are the same but for hyphens and points, or one is made of the other's initials."""
    letters, whole = (_letters(label) for label in (one, other))
    initials = "".join(word[0] for word in other if word not in _SMALL)
    return letters == whole or whole.startswith(letters) or (len(initials) > 1 and letters.startswith(initials))


def _letters(label: Label) -> str:
    return "".join(label).replace("-", "").replace(".", "")


def _uses(event: Event, sentence: Span) -> Iterator[_Use]:
    """The labels in a sentence, the longest first where they overlap; a name's must be written as one."""
    text = event.article(sentence.siglum).text
    tokens = tokenize(text, sentence.start, sentence.end)
    folded = [token.folded for token in tokens]
    at = 0
    while at < len(tokens):
        step = 1
        for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
            label = tuple(folded[at : at + length])
            thing = _TABLE.get(label)
            named = thing is not None and (thing.startswith("family") or text[tokens[at].start].isupper())
            if thing is not None and named:
                span = Span(sentence.siglum, tokens[at].start, tokens[at + length - 1].end)
                yield _Use(thing, label, span, sentence)
                step = length
                break
        at += step


def _names(event: Event, sentence: Span) -> set[str]:
    """The capital words of a sentence but its first."""
    text = event.article(sentence.siglum).text
    tokens = tokenize(text, sentence.start, sentence.end)[1:]
    return {token.folded for token in tokens if token.kind == "word" and text[token.start].isupper()}
