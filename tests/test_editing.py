"""The editor's word: files that say what the program cannot know, and a claim as it is afterwards."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import Run
from folders import ROOT, tree, write_event
from hypothesis import given
from hypothesis import strategies as st

from generator.content import check_content, load_event
from generator.content.claims import FIELDS, read_emendation
from generator.content.matter import read_matter
from generator.diagnostics import ContentError
from generator.editing import CODES, render_suggestion
from generator.exports import report_to_dict
from generator.model import Claim, Editing, Emendation, Event, Mention, Report, Span
from generator.pages import build_pages, load_templates
from generator.pages.editing import ACTIONS
from generator.permalinks import publish, register, review
from generator.report import build_report, compare, edit_report
from generator.selectors import find_context, find_nearest, find_quotation

TEXTS = {
    "gull": "The Ardmoor lighthouse went dark at nine on Sunday evening. Two trawlers ran aground on the Sallow Bank, "
    "the harbour master, Inga Reyle, said.\n\nNobody on board was hurt.",
    "kite": "The Ardmoor lighthouse went dark at nine on Sunday evening. Three trawlers ran aground on the Sallow "
    "Bank, the coastguard said.\n\nThe keeper had left for the night.",
    "tern": "All crews walked ashore unharmed. There was no light from the tower when the boats came in.\n\n"
    "The lamp had been due for repair since May.",
}  # fmt: skip
DARK = "the-ardmoor-lighthouse-went-dark-at-nine-on-sunday-evening"
EVENT = Event.from_texts("event", **TEXTS)


def at(words: str, event: Event = EVENT) -> Span:
    """``gull: Two trawlers`` as the place where these words stand."""
    siglum, _, exact = words.partition(": ")
    start = event.article(siglum).text.index(exact)
    return Span(siglum, start, start + len(exact))


def lists(*places: str) -> tuple[Mention, ...]:
    return tuple(Mention(at(words)) for words in places)


def edited(*emendations: Emendation) -> Report:
    report, faults = edit_report(compare(replace(EVENT, emendations=emendations)))
    assert faults == ()
    return report


def codes(*emendations: Emendation) -> list[tuple[str, int, int, str]]:
    _, faults = edit_report(compare(replace(EVENT, emendations=emendations)))
    assert {fault.code for fault in faults} <= set(CODES)
    assert all(fault.hint for fault in faults)
    return [(fault.path, fault.line, fault.column, fault.code) for fault in faults]


def claim(report: Report, slug: str) -> Claim:
    (found,) = (each for each in report.claims if each.slug == slug)
    return found


def made(report: Report, slug: str) -> list[str]:
    return [f"{item.span.siglum}: {report.event[item.span]}" for item in claim(report, slug).appearances]


def claims_at(report: Report, words: str) -> list[Claim]:
    return [each for each in report.claims if any(item.span.overlaps(at(words)) for item in each.appearances)]


def plain(report: Report) -> tuple[Claim, ...]:
    """The claims without the editor's part."""
    return tuple(replace(each, editor=None) for each in report.claims)


MACHINE = compare(EVENT)


# What an editor can do --------------------------------------------------------------------------------------------


def test_without_words_nothing_changes() -> None:
    assert edit_report(MACHINE) == (MACHINE, ())
    assert build_report(EVENT) == MACHINE


def test_the_machine_finds_what_these_tests_start_from() -> None:
    assert {item.span.siglum for item in claim(MACHINE, DARK).appearances} == {"gull", "kite"}
    assert claim(MACHINE, DARK).omitted_by == ("tern",)


def test_to_confirm_changes_nothing_but_says_so() -> None:
    report = edited(Emendation(DARK, "I read both.", confirm=True))
    assert plain(report) == MACHINE.claims
    editor = claim(report, DARK).editor
    assert editor is not None
    assert (editor.reason, editor.actions, claim(report, DARK).by) == ("I read both.", ("confirmed",), "machine")


def test_an_added_appearance_is_read_and_no_longer_left_out() -> None:
    report = edited(Emendation(DARK, "The same.", appearances=lists("tern: There was no light from the tower")))
    after = claim(report, DARK)
    assert (after.omitted_by, after.by) == ((), "editor")
    assert after.editor is not None
    assert after.editor.actions == ("added",)
    (added,) = (item for item in after.appearances if item.span.siglum == "tern")
    assert (added.stance, added.by_editor) == ("own voice", ("place",))
    assert all(item.by_editor == () for item in after.appearances if item is not added)


def test_what_is_added_leaves_the_machines_other_claims() -> None:
    words = "tern: The lamp had been due for repair since May."
    (before,) = claims_at(MACHINE, words)
    report = edited(Emendation(DARK, "It went dark for want of it.", appearances=lists(words)))
    assert [each.slug for each in claims_at(report, words)] == [DARK]
    assert before.slug not in {each.slug for each in report.claims}


def test_a_place_that_two_files_list_stays_in_both() -> None:
    words = "tern: There was no light from the tower when the boats came in."
    report = edited(
        Emendation(DARK, "The same.", appearances=lists(words)),
        Emendation("the-boats", "Another thing said there.", appearances=lists(words)),
    )
    assert {each.slug for each in claims_at(report, words)} == {DARK, "the-boats"}


def test_a_new_claim_is_the_editors() -> None:
    report = edited(
        Emendation(
            "repair",
            "Nobody else says it.",
            appearances=lists("tern: There was no light from the tower"),
            title="Repair",
        )
    )
    new = claim(report, "repair")
    assert report.event[new.statement] == "There was no light from the tower"
    assert (new.by, new.rule, new.omitted_by) == ("editor", "set by the editor", ("gull", "kite"))
    assert new.editor is not None
    assert (new.editor.actions, new.editor.title) == (("made", "titled"), "Repair")


def test_a_statement_stance_and_speaker_are_set_and_marked() -> None:
    places = (Mention(at("kite: " + EVENT[claim(MACHINE, DARK).appearances[1].span]), speaker="Olle Brandt"),)
    statement = at("gull: The Ardmoor lighthouse went dark")
    report = edited(Emendation(DARK, "Read again.", statement=statement, stance="claims", appearances=places))
    after = claim(report, DARK)
    assert after.statement == statement
    assert [(item.stance, item.speaker_name) for item in after.appearances] == [
        ("claims", None),
        ("claims", "Olle Brandt"),
    ]
    assert [item.by_editor for item in after.appearances] == [("stance",), ("stance", "speaker")]
    assert after.editor is not None
    assert after.editor.actions == ("restated", "stance", "speaker")


def test_the_speaker_can_be_taken_away() -> None:
    words = next(
        item.span
        for each in MACHINE.claims
        for item in each.appearances
        if item.speaker_name and item.span.siglum == "gull"
    )
    (before,) = (each for each in MACHINE.claims if any(item.span == words for item in each.appearances))
    report = edited(Emendation(before.slug, "She did not say it.", appearances=(Mention(words, speaker=""),)))
    (after,) = (item for item in claim(report, before.slug).appearances if item.span == words)
    assert (after.speaker_name, after.by_editor) == (None, ("speaker",))


def test_a_renamed_file_keeps_its_claim() -> None:
    by_was = edited(Emendation("dark-tower", "Shorter.", was=(DARK,)))
    places = lists("gull: The Ardmoor lighthouse went dark at nine on Sunday")
    by_place = edited(Emendation("dark-tower", "Shorter.", appearances=places))
    for report in (by_was, by_place):
        assert DARK not in {each.slug for each in report.claims}
        assert {item.span.siglum for item in claim(report, "dark-tower").appearances} == {"gull", "kite"}
    assert claim(by_was, "dark-tower").editor == Editing("Shorter.", ("renamed",), was=(DARK,))


def test_merged_claims_are_one() -> None:
    others = [each for each in MACHINE.claims if each.slug != DARK][:2]
    report = edited(Emendation(DARK, "All one.", merge=(others[0].slug, others[1].id)))
    assert len(report.claims) == len(MACHINE.claims) - 2
    wanted = {item.span for each in (claim(MACHINE, DARK), *others) for item in each.appearances}
    assert {item.span for item in claim(report, DARK).appearances} == wanted
    assert claim(report, DARK).id == claim(MACHINE, DARK).id


def test_a_clause_does_not_take_the_claim_of_its_long_sentence() -> None:
    words = "gull: nine on Sunday evening"
    report = edited(Emendation("sunday", "When it was.", appearances=lists(words)))
    assert claim(report, DARK) == claim(MACHINE, DARK)
    assert made(report, "sunday") == [words]


def test_a_merger_can_have_an_address_of_its_own() -> None:
    first, second = (each.slug for each in MACHINE.claims[:2])
    report = edited(Emendation("both", "All one.", merge=(first, second)))
    assert {first, second}.isdisjoint(each.slug for each in report.claims)
    assert claim(report, "both").id == MACHINE.claims[0].id


@pytest.mark.parametrize("part", [("kite",), (at("kite: lighthouse went dark at nine"),)])
def test_what_is_split_off_is_a_claim_of_its_own(part: tuple[str | Span, ...]) -> None:
    report = edited(Emendation(DARK, "Another lighthouse.", split=(part,)))
    assert {item.span.siglum for item in claim(report, DARK).appearances} == {"gull"}
    (other,) = (each for each in report.claims if each.rule == "split by the editor")
    assert {item.span.siglum for item in other.appearances} == {"kite"}
    assert other.slug != DARK
    assert (other.omitted_by, claim(report, DARK).omitted_by) == (("gull", "tern"), ("kite", "tern"))


def test_a_hidden_claim_is_gone_but_for_its_reason() -> None:
    report = edited(Emendation(DARK, "Not about the event.", hide=True))
    assert DARK not in {each.slug for each in report.claims}
    assert {finding.claim for finding in report.findings} <= {each.id for each in report.claims}
    data = report_to_dict(report)
    assert data["hidden"] == [{"slug": DARK, "reason": "Not about the event."}]
    bodies = {page.path: page.body for page in build_pages((report,), load_templates())}
    assert "Not about the event." in bodies["event/claims/"]
    assert f"event/claims/{DARK}/" not in bodies


def test_a_locked_claim_is_what_its_file_says() -> None:
    places = (Mention(at("gull: The Ardmoor lighthouse went dark"), stance="says", speaker="Inga Reyle"),)
    report = edited(Emendation(DARK, "Held.", lock=True, appearances=places))
    after = claim(report, DARK)
    assert [(item.span, item.stance, item.speaker_name) for item in after.appearances] == [
        (places[0].span, "says", "Inga Reyle")
    ]
    assert after.statement == places[0].span
    left = {item.span.siglum for each in claims_at(report, "kite: lighthouse went dark") for item in each.appearances}
    assert left == {"kite"}


def test_findings_follow_the_claims() -> None:
    """What differs is looked for in the claims as they are after the editor's word."""
    conflicts = [finding for finding in MACHINE.findings if finding.kind == "figure-conflict"]
    assert conflicts
    (apart,) = {finding.claim for finding in conflicts}
    slug = next(each.slug for each in MACHINE.claims if each.id == apart)
    report = edited(Emendation(slug, "Other trawlers.", split=(("kite",),)))
    assert not [finding for finding in report.findings if finding.kind == "figure-conflict"]


# Laws -------------------------------------------------------------------------------------------------------------


@given(st.permutations(range(3)))
def test_the_order_of_the_files_changes_nothing(order: list[int]) -> None:
    words = (
        Emendation("crews-safe", "One.", appearances=lists("tern: All crews walked ashore unharmed.")),
        Emendation(DARK, "Two.", appearances=lists("tern: There was no light"), stance="says"),
        Emendation("repair", "Three.", appearances=lists("tern: due for repair since May")),
    )
    assert edited(*(words[n] for n in order)) == edited(*words)


WORDS = st.lists(
    st.sampled_from(["the", "dam", "broke", "at", "dawn", "six", "“people”", "died", ",", ".", "said", "Reyle"]),
    max_size=40,
)


@given(WORDS, WORDS, WORDS)
def test_what_is_suggested_changes_no_claim(one: list[str], two: list[str], three: list[str]) -> None:
    shared = "The keeper of the Ardmoor lighthouse said that the lamp failed twice in June."
    bare = Event.from_texts(
        "event", gull=shared + " " + " ".join(one), kite=" ".join(two) + " " + shared, tern=" ".join(three)
    )
    report = compare(bare)
    emendations = []
    for each in report.claims:
        matter = read_matter(render_suggestion(bare, each), "claims/x.md")
        emendation, faults = read_emendation(each.slug, "claims/x.md", matter, bare.articles)
        assert faults == ()
        emendations.append(emendation)
    after, faults = edit_report(compare(replace(bare, emendations=tuple(emendations))))
    assert faults == ()
    assert plain(after) == report.claims
    assert after.findings == report.findings


TEXT = st.text(st.sampled_from("ab \n“.\x85é"), min_size=1, max_size=40)


@given(TEXT, st.data())
def test_a_selector_finds_its_place_again(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if text[start:end].strip():
        prefix, suffix = find_context(text, start, end)
        assert (start, end) in find_quotation(text, text[start:end], prefix, suffix)


def test_a_selector_is_told_apart_by_what_stands_around_it() -> None:
    text = "the lamp and the lamp; the lamp."
    assert len(find_quotation(text, "lamp")) == 3
    assert find_quotation(text, "lamp", suffix=" and") == ((4, 8),)
    assert find_quotation(text, "lamp", prefix="and the") == ((17, 21),)
    assert find_quotation(text, "lamp", prefix="; the ", suffix=".") == ((27, 31),)
    assert find_quotation("one  two\n\nthree", "two three") == ((5, 15),)
    assert find_quotation(text, "Lamp") == ()
    assert find_quotation("lamp", "lamp", prefix="whatever stood here") == ((0, 4),)


def test_the_nearest_words_are_whole_words() -> None:
    near = find_nearest("They say the lamp had failed once, in June, and left.", "say the lamp has failed twice")
    assert near == "say the lamp had failed once,"
    assert find_nearest("Nothing of the kind.", "xyzzy quux") == ""


def test_each_action_has_its_words() -> None:
    report = edited(
        Emendation(
            DARK, "Held.", title="Dark", confirm=True, appearances=lists("tern: There was no light from the tower")
        )
    )
    editor = claim(report, DARK).editor
    assert editor is not None
    assert set(editor.actions) <= set(ACTIONS)


def test_claims_go_by_the_names_they_were_published_under() -> None:
    (entry,) = (entry for entry in register(MACHINE).entries if entry.slug == DARK)
    named = replace(entry, slug="the-light", former=("the-lamp",))
    told = {DARK: (entry, ("confirmed",))} | dict.fromkeys(("the-light", "the-lamp"), (named, ("renamed", "confirmed")))
    for name, (then, actions) in told.items():
        report, faults = review(replace(EVENT, emendations=(Emendation(name, "Seen.", confirm=True),)), [then])
        assert faults == ()
        editor = claim(report, name).editor
        assert editor is not None
        assert editor.actions == actions
    with pytest.raises(ContentError):
        publish(replace(EVENT, emendations=(Emendation("the-lamb", "Seen."),)), [named])


# Words that do not fit --------------------------------------------------------------------------------------------


def test_a_file_that_names_nothing_is_told() -> None:
    near = Emendation(DARK[:-3], "Mistyped.", path="claims/dark.md", lines={"reason": (2, 1)})
    assert codes(near) == [("claims/dark.md", 1, 1, "unknown-claim")]
    _, faults = edit_report(compare(replace(EVENT, emendations=(near,))))
    assert f"Did you mean {DARK}?" in faults[0].hint


def test_a_merge_that_names_nothing_is_told_at_its_item() -> None:
    one = Emendation(DARK, "Why.", merge=("no-such-thing",), path="one.md", lines={"merge": (3, 1), "merge.0": (4, 5)})
    assert codes(one) == [("one.md", 4, 5, "unknown-claim")]


def test_two_files_for_one_claim_are_told() -> None:
    second = Emendation("other", "Why.", was=(DARK,), path="other.md", lines={"was": (3, 1)})
    assert codes(Emendation(DARK, "Why.", path="dark.md"), second) == [("other.md", 3, 1, "claim-conflict")]
    places = lists("gull: The Ardmoor lighthouse went dark", "kite: The Ardmoor lighthouse went dark")
    twins = (
        Emendation(DARK, "Why.", appearances=places),
        Emendation("twin", "Why.", appearances=places, path="twin.md"),
    )
    assert codes(*twins) == [("twin.md", 1, 1, "claim-conflict")]


def test_two_files_that_merge_one_claim_are_told() -> None:
    other, third = [each.slug for each in MACHINE.claims if each.slug != DARK][:2]
    found = codes(
        Emendation(DARK, "Why.", merge=(third,), path="dark.md"),
        Emendation(other, "Why.", merge=(third,), path="other.md"),
    )
    assert found == [("dark.md", 1, 1, "claim-conflict"), ("other.md", 1, 1, "claim-conflict")]
    found = codes(Emendation(DARK, "Why.", merge=(other,), path="dark.md"), Emendation(other, "Why."))
    assert found == [("dark.md", 1, 1, "claim-conflict")]


def test_a_split_that_fits_nothing_is_told() -> None:
    lines = {"split": (3, 1), "split.0": (4, 3)}
    assert codes(Emendation(DARK, "Why.", split=(("tern",),), path="d.md", lines=lines)) == [
        ("d.md", 4, 3, "unknown-part")
    ]
    whole = Emendation(DARK, "Why.", split=(("gull",), ("kite",)), path="d.md", lines=lines)
    assert codes(whole) == [("d.md", 3, 1, "unknown-part")]


def test_nothing_to_hide_is_told() -> None:
    nowhere = Emendation("none", "Why.", hide=True, appearances=lists("tern: All crews walked"), path="n.md")
    assert claims_at(MACHINE, "tern: All crews walked") == []
    assert codes(nowhere) == [("n.md", 1, 1, "unknown-claim")]


def test_a_claim_whose_places_all_go_to_others_is_told() -> None:
    alone = next(each for each in MACHINE.claims if len(each.appearances) == 1)
    place = (Mention(alone.appearances[0].span),)
    found = codes(Emendation(alone.slug, "Kept.", path="a.md"), Emendation(DARK, "Mine.", appearances=place))
    assert found == [("a.md", 1, 1, "claim-conflict")]


def test_what_fits_is_applied_whatever_does_not() -> None:
    emendations = (Emendation(DARK, "Why.", merge=("no-such-thing",), confirm=True),)
    report, faults = edit_report(compare(replace(EVENT, emendations=emendations)))
    assert [fault.code for fault in faults] == ["unknown-claim"]
    assert plain(report) == MACHINE.claims
    with pytest.raises(ContentError):
        build_report(replace(EVENT, emendations=emendations))


# Files ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The event on disk, with a folder for claims."""
    made = write_event(tmp_path / "content" / "event", **TEXTS)
    (made / "claims").mkdir()
    return made


def put(folder: Path, name: str, matter: str, notes: str = "") -> None:
    (folder / "claims" / f"{name}.md").write_text(f"---\n{matter}---\n{notes}", encoding="utf-8")


def told(folder: Path) -> list[tuple[int, int, str]]:
    return [(fault.line, fault.column, fault.code) for fault in check_content(folder.parent)]


def test_every_field_is_read(folder: Path) -> None:
    put(
        folder,
        "dark-tower",
        "reason: Two outlets, one light.\n"
        "title: When the light failed\n"
        "statement: There was no light from the tower\n"
        "appearances:\n"
        "  - article: gull\n    exact: The Ardmoor lighthouse went dark\n    stance: says\n    speaker: Inga Reyle\n"
        "  - {article: kite, exact: went dark, prefix: lighthouse, suffix: at nine, speaker: nobody}\n"
        "stance: claims\nspeaker: The keeper\nmerge: [one, two, one]\n"
        "split:\n  - [tern]\n  - - {article: kite, exact: the coastguard said}\n"
        "confirm: true\nhide: false\nlock: ~\nwas: [old]\n",
        "\nSee *also* the log.\n",
    )
    assert told(folder) == []
    event = load_event(folder)
    (one,) = event.emendations
    gull, kite = at("gull: The Ardmoor lighthouse went dark", event), at("kite: went dark", event)
    assert one == Emendation(
        "dark-tower",
        "Two outlets, one light.",
        title="When the light failed",
        statement=at("tern: There was no light from the tower", event),
        appearances=(Mention(gull, "says", "Inga Reyle"), Mention(kite, None, "")),
        stance="claims",
        speaker="The keeper",
        merge=("one", "two"),
        split=(("tern",), (at("kite: the coastguard said", event),)),
        confirm=True,
        was=("old",),
        notes="See *also* the log.",
    )
    assert set(one.lines) >= set(FIELDS)


AT = "reason: a\nappearances:\n  - article: "


@pytest.mark.parametrize(
    ("matter", "faults"),
    [
        ("confirm: true\n", [(1, 1, "missing-field")]),
        ("reason: ''\n", [(2, 1, "missing-field")]),
        ("reason: 5\n", [(2, 1, "wrong-type")]),
        ("reason: a\nlok: true\n", [(3, 1, "unknown-field")]),
        ("reason: a\nhide: maybe\n", [(3, 1, "wrong-type")]),
        ("reason: a\nstance: shouts\n", [(3, 1, "unknown-stance")]),
        ("reason: a\nmerge: one\n", [(3, 1, "wrong-type")]),
        ("reason: a\nmerge: [one, 2]\n", [(3, 14, "wrong-type")]),
        ("reason: a\nsplit: [gull]\n", [(3, 9, "wrong-type")]),
        ("reason: a\nsplit: [[gul]]\n", [(3, 10, "unknown-article")]),
        ("reason: a\nhide: true\nlock: true\n", [(4, 1, "contradiction"), (4, 1, "missing-field")]),
        ("reason: a\nappearances: [gull]\n", [(3, 15, "wrong-type")]),
        (AT + "gull\n", [(4, 5, "missing-field")]),
        (AT + "gull\n    exakt: x\n", [(4, 5, "missing-field"), (5, 5, "unknown-field")]),
        (AT + "tern\n    exact: no light\n    stance: x\n", [(6, 5, "unknown-stance")]),
        ("reason: a\nappearances:\n  - {article: crow, exact: x}\n", [(4, 6, "unknown-article")]),
        (AT + "tern\n    exact: no lamp\n", [(5, 5, "lost-selector")]),
        (AT + "tern\n    exact: the\n", [(5, 5, "ambiguous-selector")]),
        ("reason: a\nstatement: no lamp anywhere\n", [(3, 1, "lost-selector")]),
        ("reason: a\nstatement: trawlers ran aground\n", [(3, 1, "ambiguous-selector")]),
        (
            AT + "tern\n    exact: no light\n  - {article: tern, exact: no light}\nlock: true\n",
            [(4, 5, "missing-field"), (6, 5, "contradiction"), (6, 5, "missing-field")],
        ),
        ('reason: "a\\0"\n', [(2, 1, "control-character")]),
        ("reason: a\nreason: b\n", [(3, 1, "duplicate-key")]),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_place(folder: Path, matter: str, faults: list[tuple[int, int, str]]) -> None:
    put(folder, "dark", matter)
    assert told(folder) == faults


def test_a_lost_selector_names_the_nearest_words(folder: Path) -> None:
    put(folder, "dark", AT + "tern\n    exact: There was no light in the tower\n")
    (fault,) = check_content(folder.parent)
    assert fault.code == "lost-selector"
    assert fault.hint == "The nearest there is: There was no light from the tower"
    put(folder, "dark", AT + "tern\n    exact: The keeper had left\n")
    (fault,) = check_content(folder.parent)
    assert fault.hint == "They stand in kite."


def test_an_ambiguous_selector_shows_the_places(folder: Path) -> None:
    put(folder, "dark", AT + "gull\n    exact: the\n")
    (fault,) = check_content(folder.parent)
    assert "…trawlers" not in fault.message
    assert "[the] Sallow Bank" in fault.message
    assert "prefix" in fault.hint


def test_words_in_a_faulty_article_are_not_told_as_lost(folder: Path) -> None:
    (folder / "articles" / "tern.md").write_text("---\noutlet: TERN\n---\nThere was no light.\n")
    put(folder, "dark", AT + "tern\n    exact: no lamp\nstatement: nowhere at all\n")
    assert "lost-selector" not in {code for _, _, code in told(folder)}


def test_notes_are_cleaned_and_the_reason_is_text(folder: Path) -> None:
    put(folder, "dark-tower", f"reason: <b>x</b>\nwas: [{DARK}]\n", "See *also* <script>alert(1)</script>.\n")
    report = build_report(load_event(folder))
    (body,) = (page.body for page in build_pages((report,), load_templates()) if page.path.endswith("/dark-tower/"))
    assert "&lt;b&gt;x&lt;/b&gt;" in body
    assert "<em>also</em>" in body
    assert "<script>alert" not in body


# Commands ---------------------------------------------------------------------------------------------------------


def claims_of(done_stdout: str) -> list[dict[str, object]]:
    claims: list[dict[str, object]] = json.loads(done_stdout)["claims"]
    return [{**each, "editor": None} for each in claims]


def test_the_demonstration_keeps_its_claims_when_all_are_suggested() -> None:
    event = load_event(ROOT / "content" / "velnik-dam")
    before = build_report(event)
    emendations = list(event.emendations)
    for each in before.claims:
        if each.editor is None:
            matter = read_matter(render_suggestion(event, each), "x.md")
            emendation, faults = read_emendation(each.slug, "x.md", matter, event.articles)
            assert faults == ()
            emendations.append(emendation)
    after = build_report(replace(event, emendations=tuple(emendations)))
    assert plain(after) == plain(before)
    assert after.findings == before.findings


def test_suggest_writes_what_build_then_keeps(variorum: Run, folder: Path) -> None:
    before = variorum("report", folder)
    done = variorum("suggest", folder, "--all")
    assert done.returncode == 0, done.stderr
    written = done.stdout.splitlines()
    assert len(written) == len(claims_of(before.stdout)) == len(list((folder / "claims").iterdir()))
    assert f"content/event/claims/{DARK}.md" in written
    assert claims_of(variorum("report", folder).stdout) == claims_of(before.stdout)
    assert variorum("check", "--strict").returncode == 0


def test_suggest_never_writes_over_a_file(variorum: Run, folder: Path) -> None:
    put(folder, DARK, "reason: Mine.\n")
    before = tree(folder)
    done = variorum("suggest", folder, "--claim", DARK)
    assert (done.returncode, done.stdout) == (0, "")
    assert "is there already" in done.stderr
    assert tree(folder) == before
    shared = variorum("suggest", folder)
    assert DARK not in shared.stdout
    assert shared.returncode == 0


def test_suggest_knows_no_claim_of_that_name(variorum: Run, folder: Path) -> None:
    done = variorum("suggest", folder, "--claim", DARK[:-2])
    assert done.returncode == 2
    assert f"did you mean {DARK}?" in done.stderr
    assert variorum("suggest", folder, "--claim", DARK, "--all").returncode == 2


def test_words_that_do_not_fit_stop_check_build_and_report(variorum: Run, folder: Path) -> None:
    assert variorum("build").returncode == 0
    site = tree(folder.parents[1] / "site")
    put(folder, DARK, "reason: Mine.\nmerge: [no-such-claim]\n")
    for arguments in (["check"], ["build"], ["report", folder]):
        done = variorum(*arguments)
        assert done.returncode == 1, arguments
        assert f"claims/{DARK}.md:3:9: unknown-claim" in done.stdout + done.stderr
    assert tree(folder.parents[1] / "site") == site
