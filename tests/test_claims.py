"""Claims and findings: what goes together, what is left out, what differs."""

from __future__ import annotations

from dataclasses import replace

from subject import event

from generator.claims import build_claims, find_differences
from generator.figures import find_figures
from generator.model import Claim, Cluster, Event, Figure, Finding, Quote, Span, Stance
from generator.sentences import segment


def span(told: Event, siglum: str, words: str) -> Span:
    start = told.article(siglum).text.index(words)
    return Span(siglum, start, start + len(words))


def cluster(told: Event, name: str, **passages: str) -> Cluster:
    return Cluster(name, tuple(span(told, siglum, words) for siglum, words in sorted(passages.items())), 0.9)


def quote(told: Event, siglum: str, words: str, speaker: str | None = None, stance: Stance = "says") -> Quote:
    return Quote(f"q-{siglum}", "direct", span(told, siglum, words), speaker_name=speaker, stance=stance)


def figure(told: Event, siglum: str, words: str, value: float, group: str) -> Figure:
    return Figure(f"n-{siglum}-{words}", span(told, siglum, words), value, group=group)


def read(_: Span) -> tuple[Stance, tuple[Span, ...], str | None]:
    return "own voice", (), None


def claims(
    told: Event, clusters: tuple[Cluster, ...] = (), quotes: tuple[Quote, ...] = (), figures: tuple[Figure, ...] = ()
) -> tuple[Claim, ...]:
    sentences = tuple(sentence for article in told.articles for sentence in segment(article))
    return build_claims(told, sentences=sentences, clusters=clusters, quotes=quotes, figures=figures, read=read)


def kinds(
    told: Event, clusters: tuple[Cluster, ...] = (), quotes: tuple[Quote, ...] = (), figures: tuple[Figure, ...] = ()
) -> dict[str, Finding]:
    made = claims(told, clusters, quotes, figures)
    found = find_differences(told, claims=made, quotes=quotes, figures=figures, sentences=())
    assert all(finding.claim in {claim.id for claim in made} for finding in found)
    return {finding.kind: finding for finding in found}


def made_at(told: Event, claim: Claim) -> list[str]:
    return [f"{appearance.span.siglum}: {told[appearance.span]}" for appearance in claim.appearances]


def test_a_cluster_makes_a_claim_that_the_others_leave_out() -> None:
    told = event(ap="The dam held. Rain fell.", bbc="Rain fell. The dam held.", cnn="Snow fell.")
    (claim,) = claims(told, (cluster(told, "p1", ap="The dam held", bbc="The dam held"),))
    assert made_at(told, claim) == ["ap: The dam held", "bbc: The dam held"]
    assert claim.omitted_by == ("cnn",)
    assert claim.slug == "the-dam-held"


def test_pieces_of_the_same_two_sentences_are_one_claim() -> None:
    ap = "The crumbling northern chamber flooded, to our relief, without drowning anybody downstream."
    bbc = "The crumbling northern chamber flooded, said Toll, without drowning anybody downstream."
    told = event(ap=ap, bbc=bbc)
    first, last = "The crumbling northern chamber flooded", "without drowning anybody downstream"
    two = (cluster(told, "p1", ap=first, bbc=first), cluster(told, "p2", ap=last, bbc=last))
    (claim,) = claims(told, two)
    assert made_at(told, claim) == [f"ap: {ap[:-1]}", f"bbc: {bbc[:-1]}"]
    assert claim.clusters == ("p1", "p2")


def test_the_statement_is_the_fullest_wording() -> None:
    told = event(ap="The dam held.", bbc="The old dam held well.")
    (claim,) = claims(told, (cluster(told, "p1", ap="The dam held", bbc="The old dam held well"),))
    assert told[claim.statement] == "The old dam held well"


def test_figures_of_one_group_are_one_claim_also_when_they_differ() -> None:
    told = event(ap="Police say six died. Rain fell.", bbc="Eight died.")
    numbers = (figure(told, "ap", "six", 6, "dead"), figure(told, "bbc", "Eight", 8, "dead"))
    (claim,) = claims(told, figures=numbers)
    assert made_at(told, claim) == ["ap: Police say six died.", "bbc: Eight died."]
    assert set(kinds(told, figures=numbers)) == {"figure-conflict"}


def test_ranges_that_meet_are_no_conflict() -> None:
    told = event(ap="Six to nine died.", bbc="Eight died.")
    numbers = (
        replace(figure(told, "ap", "Six to nine", 6, "dead"), high=9.0),
        figure(told, "bbc", "Eight", 8, "dead"),
    )
    assert kinds(told, figures=numbers) == {}


def test_what_one_outlet_alone_quotes_is_a_claim_of_its_own() -> None:
    told = event(ap="“Nobody was ever warned here,” she said. “Never,” he said.", bbc="Rain fell.")
    alone = quote(told, "ap", "Nobody was ever warned here", "Ames")
    short = replace(quote(told, "ap", "Never"), id="q-short")
    (claim,) = claims(told, quotes=(alone, short))
    assert made_at(told, claim) == ["ap: Nobody was ever warned here"]
    assert claim.appearances[0].speaker_name == "Ames"
    assert claim.omitted_by == ("bbc",)


def test_one_word_changed_inside_the_marks_is_told() -> None:
    told = event(ap="“We never saw the gate open,” Ames said.", bbc="“We never saw a gate open,” said Ames.")
    found = cluster(told, "p1", ap="We never saw the gate open", bbc="We never saw a gate open")
    marked = tuple(quote(told, passage.siglum, told[passage], "Ames") for passage in found.passages)
    assert set(kinds(told, (found,), marked)) == {"quote-altered"}
    assert claims(told, (found,), marked)[0].origins == ("Ames",)


def test_a_comma_inside_the_marks_is_not() -> None:
    told = event(ap="“We looked and, then, ran,” Ames said.", bbc="“We looked and then ran,” said Ames.")
    found = cluster(told, "p1", ap="We looked and, then, ran", bbc="We looked and then ran")
    assert kinds(told, (found,), tuple(quote(told, p.siglum, told[p], "Ames") for p in found.passages)) == {}


def test_a_quotation_cut_short_before_a_full_stop_is_no_alteration() -> None:
    told = event(ap="“We did it before and will again,” Ames said.", bbc="“We did it before.” So said Ames.")
    found = cluster(told, "p1", ap="We did it before and will again,", bbc="We did it before.")
    assert kinds(told, (found,), tuple(quote(told, p.siglum, told[p], "Ames") for p in found.passages)) == {}


def test_three_words_in_common_are_no_lost_attribution() -> None:
    told = event(ap="“The town hall meeting,” Ames said.", bbc="The town hall meeting ran late.")
    found = cluster(told, "p1", ap="The town hall meeting", bbc="The town hall meeting")
    assert kinds(told, (found,), (quote(told, "ap", "The town hall meeting", "Ames"),)) == {}


def test_a_quotation_that_another_outlet_says_itself() -> None:
    words = "The northern wall was never sound after the second winter"
    told = event(ap=f"“{words},” Ames said.", bbc=f"{words}.")
    found = cluster(told, "p1", ap=words, bbc=words)
    assert set(kinds(told, (found,), (quote(told, "ap", words, "Ames"),))) == {"attribution-lost"}


def test_claimed_here_and_confirmed_there() -> None:
    told = event(ap="“The gate was open,” Ames claimed.", bbc="“The gate was open,” Ames confirmed.")
    found = cluster(told, "p1", ap="The gate was open", bbc="The gate was open")
    marked = (
        quote(told, "ap", "The gate was open", "Ames", "claims"),
        quote(told, "bbc", "The gate was open", "Ames", "confirms"),
    )
    assert kinds(told, (found,), marked)["stance-conflict"].note == "claims / confirms"


def test_two_claims_of_like_words_have_two_addresses() -> None:
    told = event(ap="“Rain fell here all night.” “Rain fell here all night!”", bbc="Snow.")
    text = told.article("ap").text
    first, second = text.index("Rain"), text.rindex("Rain")
    quotes = tuple(
        Quote(f"q{at}", "direct", Span("ap", at, at + len("Rain fell here all night"))) for at in (first, second)
    )
    one, other = claims(told, quotes=quotes)
    assert one.slug != other.slug
    assert one.id != other.id


def test_a_passage_of_two_sentences_is_two_statements() -> None:
    both = "The dam held all night. Some 900 tonnes of water passed it every second."
    told = event(ap=both, bbc=both.replace("900", "800"), cnn="Rain fell.")
    passages = cluster(told, "p1", ap=both, bbc=both.replace("900", "800"))
    assert [made_at(told, claim) for claim in claims(told, (passages,))] == [
        ["ap: The dam held all night.", "bbc: The dam held all night."],
        [
            "ap: Some 900 tonnes of water passed it every second.",
            "bbc: Some 800 tonnes of water passed it every second.",
        ],
    ]


def test_spelling_is_no_alteration() -> None:
    told = event(
        ap="“A good neighbour organises boats,” Ames said.", bbc="“A good neighbor organizes boats,” said Ames."
    )
    found = cluster(told, "p1", ap="A good neighbour organises boats", bbc="A good neighbor organizes boats")
    assert kinds(told, (found,), tuple(quote(told, p.siglum, told[p], "Ames") for p in found.passages)) == {}


def test_a_quotation_cut_short_is_no_alteration() -> None:
    told = event(
        ap="“We will find out who knew of it,” Ames said.", bbc="They will “find out who knew of it”, Ames said."
    )
    found = cluster(told, "p1", ap="We will find out who knew of it", bbc="find out who knew of it")
    assert kinds(told, (found,), tuple(quote(told, p.siglum, told[p], "Ames") for p in found.passages)) == {}


def test_what_is_said_in_other_words_joins_by_its_rare_words() -> None:
    told = event(
        ap="The union claims the operator was warned in 2023 that the drains were failing. Rain fell.",
        bbc="The union claimed the operator was warned in 2023 that the drains were failing. Snow fell.",
        cnn="Inspectors confirmed that they warned the operator about failing drains in 2023. Wind rose.",
    )
    wire = "the operator was warned in 2023 that the drains were failing"
    other = quote(told, "cnn", "they warned the operator about failing drains in 2023", "inspectors", "confirms")
    (claim,) = claims(told, (cluster(told, "p1", ap=wire, bbc=wire),), (other,))
    assert claim.omitted_by == ()
    assert claim.rule == "shared passage, words in common"
    assert 0.4 <= claim.score <= 0.9


def test_a_name_and_a_bare_verb_make_no_claim() -> None:
    told = event(
        ap="The ferry was carrying its spokesman, Milan Tesk, home.",
        bbc="Its spokesman, Milan Tesk, slept badly that week.",
    )
    made = claims(told, (cluster(told, "p1", ap="its spokesman, Milan Tesk", bbc="Its spokesman, Milan Tesk"),))
    assert {claim.rule for claim in made} == {"a statement of one outlet"}


def test_a_short_passage_beside_a_figure_is_part_of_its_claim() -> None:
    told = event(ap="Six people died in the fire. Rain fell.", bbc="Eight people died in the fire. Snow fell.")
    numbers = (figure(told, "ap", "Six", 6, "dead"), figure(told, "bbc", "Eight", 8, "dead"))
    shared = cluster(told, "p1", ap="people died in the fire", bbc="people died in the fire")
    (claim,) = claims(told, (shared,), figures=numbers)
    assert claim.clusters == ("p1",)
    assert claim.rule == "figures that count one thing"


def test_a_passage_that_is_mostly_quoted_ends_with_its_marks() -> None:
    wire = "“It listed like a tired horse in deep snow,” said Ann Teller"
    told = event(ap=f"{wire}, laughing.", bbc=f"{wire} at noon.")
    words = "It listed like a tired horse in deep snow,"
    quotes = (quote(told, "ap", words, "Ann Teller"), quote(told, "bbc", words, "Ann Teller"))
    (claim,) = claims(told, (cluster(told, "p1", ap=wire, bbc=wire),), quotes)
    assert made_at(told, claim) == [f"ap: {words}", f"bbc: {words}"]


def test_what_a_book_tells_alone_makes_no_claim_without_end() -> None:
    told = event(ap="\n\n".join(f"The dam at Orde lost {n} gates." for n in range(9)), bbc="It rained in Lenz.")
    sentences = segment(told.article("ap"))
    figures = find_figures(told.article("ap"), sentences)
    few = build_claims(told, sentences=sentences, clusters=(), quotes=(), figures=figures, read=read, most_alone=4)
    assert [told[claim.statement] for claim in few if claim.statement.siglum == "ap"] == [
        f"The dam at Orde lost {n} gates." for n in range(4)
    ]


def test_one_outlet_against_two_is_one_finding() -> None:
    words = "We never saw {} gate open that night"
    texts = {"ap": words.format("the"), "bbc": words.format("the"), "cnn": words.format("a")}
    told = event(**{siglum: f"“{text},” Ames said." for siglum, text in texts.items()})
    shared = cluster(told, "p1", **texts)
    quotes = tuple(quote(told, passage.siglum, told[passage], "Ames") for passage in shared.passages)
    made = claims(told, (shared,), quotes)
    found = find_differences(told, claims=made, quotes=quotes, figures=(), sentences=())
    (altered,) = (finding for finding in found if finding.kind == "quote-altered")
    assert [span.siglum for span in altered.spans] == ["ap", "bbc", "cnn"]


def test_what_stands_on_a_banner_is_nobodys_claim() -> None:
    told = event(ap="A banner read “Long live the old harbour”. Rain fell.", bbc="Snow fell.")
    banner = replace(quote(told, "ap", "Long live the old harbour"), kind="partial")
    (claim,) = claims(told, quotes=(banner,))
    assert (claim.rule, claim.quotes) == ("a statement of one outlet", ())
    (claim,) = claims(told, quotes=(replace(banner, speaker_name="Ames"),))
    assert claim.rule == "a quotation of one outlet"


def rules(told: Event, quotes: tuple[Quote, ...] = (), figures: tuple[Figure, ...] = ()) -> list[str]:
    return [claim.rule for claim in claims(told, quotes=quotes, figures=figures)]


def test_a_sentence_of_one_outlet_that_names_somebody_is_kept_and_labelled() -> None:
    told = event(ap="The bridge at Lower Sorn was closed to heavy lorries in March.", bbc="Snow fell.")
    assert rules(told) == ["a statement of one outlet"]


def test_questions_and_sentences_that_name_nobody_are_no_claim() -> None:
    told = event(
        ap="Who closed the bridge at Lower Sorn to heavy lorries in March? It had been a long and quiet night there.",
        bbc="Snow fell.",
    )
    assert rules(told) == []


def test_two_outlets_say_one_thing_in_other_words() -> None:
    told = event(
        ap="Divers from Ketterby recovered the ferry’s voyage recorder on Friday. Rain fell. Wind rose. Dogs barked.",
        bbc="On Friday the voyage recorder was found by divers sent from Ketterby. Snow fell. Ice broke. Cats slept.",
        cnn="The mayor of Ketterby will resign after the summer, her office announced. Fog came. Boats left.",
    )
    joined, other = claims(told)
    assert [made.span.siglum for made in joined.appearances] == ["ap", "bbc"]
    assert joined.rule == "words in common"
    assert 0.36 <= joined.score < 1
    assert other.omitted_by == ("ap", "bbc")


def test_words_in_common_with_other_numbers_are_two_statements() -> None:
    told = event(
        ap="Divers from Ketterby recovered 14 voyage recorders on Friday. Rain fell. Wind rose. Dogs barked.",
        bbc="On Friday 230 voyage recorders were sold by divers from Ketterby. Snow fell. Ice broke. Cats slept.",
    )
    assert [len(claim.appearances) for claim in claims(told)] == [1, 1]


def test_words_of_saying_in_common_join_nothing() -> None:
    ap = "Ames stopped short of confirming that the gate was open."
    bbc = "Toll stopped short of confirming whether the siren worked."
    told = event(ap=ap, bbc=bbc)
    cue = "stopped short of confirming"
    quotes = tuple(
        Quote(f"q-{at}", "indirect", span(told, at, words), cue=span(told, at, cue), speaker_name=who)
        for at, words, who in (("ap", "the gate was open", "Ames"), ("bbc", "the siren worked", "Toll"))
    )
    made = claims(told, (cluster(told, "p1", ap=cue, bbc=cue),), quotes)
    assert [len(claim.appearances) for claim in made] == [1]


def test_the_heading_of_a_figure_is_the_clause_behind_the_number() -> None:
    told = event(
        ap="At least six people were confirmed dead, Ames said. Rain fell.", bbc="Eight people were confirmed dead."
    )
    numbers = tuple(
        replace(figure(told, siglum, words, value, "dead"), counts=span(told, siglum, "people"))
        for siglum, words, value in (("ap", "At least six", 6), ("bbc", "Eight", 8))
    )
    (claim,) = claims(told, figures=numbers)
    assert told[claim.statement] == "people were confirmed dead"


def test_a_fragment_in_marks_is_claimed_with_its_sentence() -> None:
    told = event(ap="Ames wants to see “wolves and bears back from exile” in Orde. Rain fell.", bbc="Snow fell.")
    fragment = replace(quote(told, "ap", "wolves and bears back from exile", "Ames"), kind="partial")
    (claim,) = claims(told, quotes=(fragment,))
    assert made_at(told, claim) == ["ap: Ames wants to see “wolves and bears back from exile” in Orde."]
    assert claim.appearances[0].speaker_name == "Ames"


def test_a_question_in_marks_is_no_claim() -> None:
    told = event(ap="“Who opened the northern gate that night?” Ames asked. Rain fell.", bbc="Snow fell.")
    assert claims(told, quotes=(quote(told, "ap", "Who opened the northern gate that night?", "Ames"),)) == ()


def test_a_name_that_one_outlet_puts_in_marks_is_no_claim() -> None:
    told = event(ap="The “lantern guild” met at noon in Orde. Rain fell.", bbc="The Lantern Guild was late. Snow fell.")
    marked = replace(quote(told, "ap", "lantern guild", "Ames"), kind="partial")
    made = claims(told, (cluster(told, "p1", ap="lantern guild", bbc="Lantern Guild"),), (marked,))
    assert [claim.clusters for claim in made if claim.clusters] == []


def test_a_sentence_of_many_things_makes_each_claim_it_holds() -> None:
    told = event(
        ap="Rain fell on the coast. The crumbling chamber flooded overnight. Boats left. Nobody spoke. Birds sang.",
        bbc="Snow fell in the hills. The crumbling chamber flooded overnight. Carts left. All spoke. Dogs barked.",
        cnn="Fog rose at the quay. Ships waited. Ames grew rich. Bells rang. A chamber that crumbled has flooded, "
        "which Ames forgets to say.",
    )
    words = "The crumbling chamber flooded overnight"
    first = next(claim for claim in claims(told, (cluster(told, "p1", ap=words, bbc=words),)) if claim.clusters)
    assert [made.span.siglum for made in first.appearances] == ["ap", "bbc", "cnn"]
    assert told[first.statement] == words
    assert first.rule == "shared passage, words in common"
    assert [made.rule for made in first.appearances] == ["shared passage", "shared passage", "words in common"]
    assert first.appearances[0].score > first.appearances[2].score == first.score


def test_openings_say_what_the_event_is_about() -> None:
    opening, third = (
        "A ferry of the northern line sank off Brimley",
        "Choirs sang, mothers wept, lanterns burned and nobody slept where the ferry of Brimley sank.",
    )
    told = event(
        ap=f"{opening} today. Divers dived. Crowds came. Bells rang.",
        bbc=f"{opening} at dawn. Nurses nursed. Cooks cooked. Buses ran.",
        cnn=f"{third} Weather was mild. Roads were open. Shops were shut. Traders in Brimley, where prices sank, wait.",
    )
    (first, *_) = claims(told, (cluster(told, "p1", ap=opening, bbc=opening),))
    assert made_at(told, first)[-1] == f"cnn: {third}"
    assert first.appearances[-1].rule == "words in common, in an opening"
    assert first.omitted_by == ()


def test_claims_in_the_same_places_are_one() -> None:
    told = event(ap="The old ferry sank off Brimley.", bbc="The old ferry sank off Brimley.")
    whole, part = "The old ferry sank off Brimley", "old ferry sank off Brimley."
    two = (cluster(told, "p1", ap=whole, bbc=part), cluster(told, "p2", ap=part, bbc=whole))
    assert [claim.clusters for claim in claims(told, two)] == [("p1", "p2")]


def test_a_few_words_that_two_people_say_are_two_claims() -> None:
    words = "I never thought that I could"
    told = event(ap=f"“{words},” said Ann Teller.", bbc=f"“{words},” said Omar Finch.")
    two = (quote(told, "ap", words, "Ann Teller"), quote(told, "bbc", words, "Omar Finch"))
    passage = cluster(told, "p1", ap=words, bbc=words)
    assert [len(claim.appearances) for claim in claims(told, (passage,), two)] == [1, 1]
    same = (two[0], replace(two[1], speaker_name="Teller"))
    assert [len(claim.appearances) for claim in claims(told, (passage,), same)] == [2]
