"""Addresses that last: what was published is found again, or is said to be gone, and never leads astray."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from bench_permalinks import rebuild, run
from folders import ROOT, tree, write_article
from histories import History
from hypothesis import example, given
from hypothesis import strategies as st
from subject import event

from generator.cli.addresses import ADDRESS
from generator.content import load_event
from generator.model import Appearance, Article, Claim, Event, Report
from generator.pages import Imprint, build_pages, build_redirects, load_templates, render_feeds
from generator.permalinks import (
    Entry,
    Registry,
    Remains,
    by_id,
    follow,
    list_changes,
    name_outlets,
    publish,
    read_lock,
    register,
    render_lock,
)
from generator.report import build_report

Run = Callable[..., subprocess.CompletedProcess[str]]

AP = "The bridge fell at noon. Nobody was hurt in the fall. A crane stood near the river bank."
BBC = "The bridge fell at noon. Two cars were left standing on the northern ramp."


def published(*texts: dict[str, str]) -> list[Registry]:
    """An event built again and again, each time with the registry that the last build wrote."""
    built: list[Registry] = []
    for version in texts:
        lock = render_lock(built[-1].entries) if built else ""
        built.append(register(build_report(event(**version)), read_lock(lock, "permalinks.lock")[0]))
    return built


def passage(registry: Registry, words: str) -> str:
    """The identifier of the sentence with these words."""
    return next(name for span, name in registry.passages.items() if words in registry.report.event[span])


def leads(registry: Registry, name: str) -> str | None:
    """The words to which an identifier leads."""
    entry = follow(by_id(registry.entries), name)
    return entry.exact if entry else None


# What becomes of a sentence ------------------------------------------------------------------------------------------


def test_a_first_build_changes_no_identifier() -> None:
    report = build_report(event(ap=AP, bbc=BBC))
    assert register(report).report == report


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (AP.replace("near the river", "beside the river"), "A crane stood beside the river bank."),
        (f"It rained. {AP}", "A crane stood near the river bank."),
        ("A crane stood near the river bank. The bridge fell at noon.", "A crane stood near the river bank."),
        (
            AP.replace("fall. A crane", "fall, and a crane"),
            "Nobody was hurt in the fall, and a crane stood near the river bank.",
        ),
        (AP.replace(" A crane stood near the river bank.", ""), None),
        (AP.replace("A crane stood near the river bank.", "Six ministers resigned over unpaid taxes."), None),
    ],
)
def test_a_sentence_is_found_again_or_gone(now: str, words: str | None) -> None:
    first, second = published({"ap": AP, "bbc": BBC}, {"ap": now, "bbc": BBC})
    assert leads(second, passage(first, "crane")) == words


def test_another_outlets_equal_words_are_not_the_same_passage() -> None:
    first, second = published({"ap": AP, "bbc": BBC}, {"ap": "Rain fell.", "bbc": f"{BBC} {AP.split('. ')[1]}."})
    assert leads(second, passage(first, "Nobody")) is None


def test_a_renamed_article_takes_its_addresses_along() -> None:
    first = register(build_report(Event("e", (Article("ap", AP, outlet="AP"), Article("bbc", BBC)))))
    event = Event("e", (Article("ap-late", AP, outlet="AP"), Article("bbc", BBC)))
    second = register(build_report(event), first.entries)
    name = passage(first, "crane")
    assert passage(second, "crane") == name
    assert follow(by_id(second.entries), "a-ap") == by_id(second.entries)["a-ap-late"]


def test_what_was_gone_comes_back_under_its_own_address() -> None:
    without = {"ap": AP.replace(" A crane stood near the river bank.", ""), "bbc": BBC}
    first, second, third = published({"ap": AP, "bbc": BBC}, without, {"ap": AP, "bbc": BBC})
    name = passage(first, "crane")
    assert leads(second, name) is None
    assert passage(third, "crane") == name


def test_an_identifier_is_never_given_twice() -> None:
    texts = [{"ap": f"The {thing} fell at noon on the market square.", "bbc": BBC} for thing in ("tower", "church")]
    first, second = published(texts[0], texts[1])
    gone = {entry.id for entry in second.entries if entry.gone}
    live = {entry.id for entry in second.entries if entry.live}
    assert not gone & live
    assert {entry.id for entry in first.entries} <= gone | live | {one.id for one in second.entries if one.moved}


# Claims --------------------------------------------------------------------------------------------------------------


def test_a_claim_keeps_its_address_when_its_statement_changes() -> None:
    first, second = published(
        {"ap": "At least six men died when the old bridge fell.", "bbc": "Six men died when the old bridge fell."},
        {
            "ap": "At least nine men have died when the old bridge fell.",
            "bbc": "Six men died when the old bridge fell.",
        },
    )
    before, after = first.report.claims[0], second.report.claims[0]
    assert (after.id, after.slug) == (before.id, before.slug)
    assert by_id(second.entries)[after.id].stays == by_id(first.entries)[before.id].stays


def test_an_editors_name_for_a_claim_redirects_the_old_one() -> None:
    report = build_report(event(ap=AP, bbc=BBC))
    first = register(report)
    claims = (replace(report.claims[0], slug="the-fall", by="editor"), *report.claims[1:])
    second = register(replace(report, claims=claims), first.entries)
    assert second.report.claims[0].slug == "the-fall"
    old = f"event/claims/{report.claims[0].slug}/"
    found = {one.path: one.target for one in build_redirects([second])}
    assert found == {f"{old}{part}": f"event/claims/the-fall/{part}" for part in ("", "embed/", "embed/pairs/")}


def test_an_edited_event_published_again_is_the_same() -> None:
    told = load_event(ROOT / "content" / "velnik-dam")
    first = publish(told)
    again = publish(told, read_lock(render_lock(first.entries), "")[0])
    assert again.report == first.report
    assert again.entries == first.entries


def test_a_slug_is_not_given_to_another_claim() -> None:
    report = build_report(event(ap=AP, bbc=BBC))
    (claim, *_), first = report.claims, register(report)
    empty = register(replace(report, claims=(), findings=()), first.entries)
    other = replace(claim, id="c-0", statement=report.sentences[-1], appearances=(), quotes=(), figures=())
    again = register(replace(report, claims=(other,), findings=(), variants=()), empty.entries)
    assert again.report.claims[0].slug != claim.slug


def claimed(report: Report, entries: tuple[Entry, ...], *claims: tuple[str, ...]) -> Registry:
    """The same articles, whose claims are made in the sentences with these words, and stated in the first of them."""
    spans = [[next(span for span in report.sentences if word in report.event[span]) for word in one] for one in claims]
    made = (
        Claim(f"c-{n}{len(entries)}", f"{n}-{len(entries)}", own[0], tuple(Appearance(span) for span in own))
        for n, own in enumerate(spans)
    )
    return register(replace(report, claims=tuple(made), findings=(), variants=()), entries)


def test_an_address_leads_to_nothing_that_it_was_not_given_to() -> None:
    """A sentence joins a claim, then the first one leaves it: readers of the first publication knew only that."""
    report = build_report(event(ap=AP, bbc=BBC))
    first = claimed(report, (), ("crane",))
    second = claimed(report, first.entries, ("crane", "Nobody", "cars"))
    third = claimed(report, second.entries, ("Nobody", "cars"))
    name = first.report.claims[0].id
    assert second.report.claims[0].id == name
    assert third.report.claims[0].id != name
    assert follow(by_id(third.entries), name) is None
    assert [one.id for one in Remains(third.entries).of(by_id(third.entries)[name])] == [third.report.claims[0].id]


def test_a_notice_names_the_claims_that_a_lost_ones_sentences_belong_to() -> None:
    report = build_report(event(ap=AP, bbc=BBC))
    first = claimed(report, (), ("crane",))
    second = claimed(report, first.entries, ("crane", "Nobody"))
    third = claimed(report, second.entries, ("Nobody", "cars"))
    pages = {page.path: page for page in build_pages([third.report], load_templates(), [third])}
    notice = pages[f"event/claims/{first.report.claims[0].slug}/"]
    assert notice.former
    assert f'href="../{third.report.claims[0].slug}/"' in notice.body


def test_a_claim_keeps_its_address_where_another_sentence_says_the_same() -> None:
    texts = {
        "ap": "The old bridge fell at noon on Monday.",
        "bbc": "The old bridge fell at noon on Monday, police said.",
    }
    report = build_report(event(**texts))
    first = claimed(report, (), ("Monday.",))
    second = claimed(report, first.entries, ("Monday.", "police"))
    third = claimed(report, second.entries, ("police",))
    assert third.report.claims[0].id == first.report.claims[0].id


@pytest.mark.parametrize(
    ("first", "second", "same"), [("three", "three", True), ("31", "31", True), ("31", "32", False)]
)
def test_what_tells_the_same_beside_a_claims_first_sentence_is_as_good(first: str, second: str, *, same: bool) -> None:
    """A sentence that joins a claim in its words keeps the address where the first is gone; not with another count."""
    texts = {
        "ap": f"The gate broke while {first} boats waited below the lock for the morning tide.",
        "bbc": f"The gate broke while {second} boats waited below the lock for the morning tide, police said.",
    }
    report = build_report(event(**texts))
    alone = claimed(report, (), ("tide.",))
    joined = claimed(report, alone.entries, ("tide.", "police"))
    entry = by_id(joined.entries)[alone.report.claims[0].id]
    assert passage(joined, "police") in entry.members
    assert (passage(joined, "police") in (entry.core or entry.members)) == same


def test_a_claim_of_few_words_keeps_its_address_where_all_of_them_are_said() -> None:
    report = build_report(event(ap="Forty houses burned. It rained.", bbc="Forty houses burned. Nobody slept."))
    first = claimed(report, (), ("Forty",))
    spans = [span for span in report.sentences if "Forty" in report.event[span]]
    both = replace(first.report.claims[0], id="c-0", appearances=tuple(map(Appearance, spans)), figures=())
    second = register(replace(report, claims=(both,), findings=(), variants=()), first.entries)
    other = replace(both, id="c-1", slug="other", statement=spans[1], appearances=(Appearance(spans[1]),))
    third = register(replace(report, claims=(other,), findings=(), variants=()), second.entries)
    assert third.report.claims[0].id == first.report.claims[0].id


def test_a_cut_off_half_sentence_that_tells_a_claim_is_where_its_address_leads() -> None:
    whole = "Rain had fallen on the hills for a week while the gates of the dam stayed shut."
    first = published({"ap": whole})[0]
    halves = "Rain had fallen on the hills for a week. The gates of the dam stayed shut."
    second = published({"ap": whole}, {"ap": halves})[1]
    assert {passage(second, "Rain"), passage(second, "gates")} >= {passage(first, "Rain")}
    assert all(follow(by_id(second.entries), claim.id) for claim in first.report.claims)


# Names ---------------------------------------------------------------------------------------------------------------


def test_an_outlets_address_stays_when_its_twin_arrives() -> None:
    alone = name_outlets(["Die Welle"])
    assert alone == {"Die Welle": "die-welle"}
    assert name_outlets(["die welle"], alone.values())["die welle"] != "die-welle"


@given(st.sets(st.text(min_size=1, max_size=4), max_size=8))
def test_outlets_never_share_an_address(names: set[str]) -> None:
    slugs = name_outlets(names)
    assert len(set(slugs.values())) == len(names)
    assert all(re.fullmatch(r"[a-z0-9-]+", slug) for slug in slugs.values())


# Laws over histories -------------------------------------------------------------------------------------------------


@example(8264)  # a claim whose sentence was cut, and which joined the claim of the other half
@given(st.integers(0, 10_000))
def test_to_register_twice_is_to_register_once(seed: int) -> None:
    history = History(seed, outlets=2, sentences=6)
    lock = render_lock(register(build_report(history.event())).entries)
    history.revise()
    report = build_report(history.event())
    once = register(report, read_lock(lock, "")[0])
    twice = register(report, read_lock(render_lock(once.entries), "")[0])
    assert twice.entries == once.entries
    assert twice.report == once.report


def test_addresses_last_over_random_histories() -> None:
    tally = run(6, 5)
    assert tally.share("article", 0, "right") == 100
    for kind in ("claim", "pair"):
        assert tally.share(kind, 0, "right") + tally.share(kind, 0, "parted") == 100
        assert tally.share(kind, 0, "right") >= 99.5
    for kind in ("quote", "figure"):
        assert tally.share(kind, 1, "right") >= 99.5
        assert tally.share(kind, 5, "wrong") == 0
    assert tally.share("passage", 1, "wrong") <= 0.1
    assert tally.share("passage", 1, "right") >= 99.5
    assert tally.share("passage", 5, "wrong") <= 0.5
    assert tally.share("ordinal", 5, "wrong") > 10, "the histories are too tame to show anything"


@pytest.mark.parametrize("seed", range(3))
def test_no_address_ever_published_leads_nowhere(seed: int) -> None:
    """Every page and every fragment of each build is in each later one, as itself, a redirect or a notice."""
    templates = load_templates()
    history, lock, given = History(seed, outlets=3, sentences=8), "", set[tuple[str, str]]()
    for _ in range(5):
        registry = rebuild(history, lock).registry
        lock = render_lock(registry.entries)
        moved = {one.path: one.target for one in build_redirects([registry])}
        there = {page.path: page.anchors for page in build_pages([registry.report], templates, [registry])}
        assert not moved.keys() & there.keys()
        for path, fragment in sorted(given):
            goal = moved.get(path, path)
            assert goal in there, path
            assert not fragment or fragment in there[goal], (path, goal, fragment)
        given |= {(path, "") for path in there}
        given |= {(path, name) for path, names in there.items() for name in names if ADDRESS.fullmatch(name)}
        history.revise()


# The file ------------------------------------------------------------------------------------------------------------


def test_the_file_is_sorted_and_reads_back() -> None:
    (registry,) = published({"ap": AP, "bbc": BBC})
    text = render_lock(reversed(registry.entries))
    names = [json.loads(line)["id"] for line in text.splitlines()[1:]]
    assert names == sorted(names)
    assert read_lock(text, "x") == (registry.entries, ())


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"id": "p-1", "kind": "passage", "since": "2031-05-02.1"', "not JSON"),
        ("<<<<<<< HEAD", "merge"),
        ('["p-1"]', "not an object"),
        ('{"id": "p-1", "kind": "rumour", "since": "2031-05-02.1"}', "rumour"),
        ('{"id": "p-1", "kind": "passage", "since": "yesterday"}', "yesterday"),
        ('{"id": "p-1", "kind": "passage", "since": "2031-05-02.1", "exact": 7}', "exact"),
        ('{"id": "p-1", "kind": "passage", "since": "2031-05-02.1", "colour": "red"}', "colour"),
        ('{"id": "p-1", "kind": "passage", "since": "2031-05-02.1", "moved": "p-2"}', "p-2"),
        ('{"id": "c-1", "kind": "claim", "since": "2031-05-02.1", "stays": {"ap": []}}', "stay of ap"),
        ('{"kind": "passage", "since": "2031-05-02.1"}', "no id"),
    ],
)
def test_a_broken_line_is_told_with_its_place(line: str, message: str) -> None:
    _, faults = read_lock(f"# head\n{line}\n", "content/e/permalinks.lock")
    assert [(fault.path, fault.line, fault.code) for fault in faults] == [("content/e/permalinks.lock", 2, "bad-lock")]
    assert message in faults[0].message


def branches(folder: Path, base: dict[str, str], **added: str) -> tuple[str, dict[str, str]]:
    """The file as git merges it from two branches, of which each added an article and built."""

    def git(*arguments: str) -> None:
        who = ("-c", "user.name=Ada", "-c", "user.email=ada@post.example")
        subprocess.run(("git", *who, *arguments), cwd=folder, capture_output=True, check=True)

    def build(texts: dict[str, str], name: str) -> None:
        old = read_lock(lock.read_text(encoding="utf-8"), "")[0] if lock.exists() else ()
        lock.write_text(render_lock(register(build_report(event(**texts)), old).entries), encoding="utf-8")
        git("add", "--all")
        git("commit", "--quiet", "--message", name)

    lock = folder / "permalinks.lock"
    shutil.copy(ROOT / ".gitattributes", folder)
    git("init", "--quiet", "--initial-branch=base")
    build(base, "base")
    for siglum, text in added.items():
        git("switch", "--quiet", "--create", siglum, "base")
        build(base | {siglum: text}, siglum)
    git("merge", *(siglum for siglum in added if siglum != list(added)[-1]))
    return lock.read_text(encoding="utf-8"), base | added


def test_a_file_that_two_branches_added_articles_to_merges(tmp_path: Path) -> None:
    text, texts = branches(
        tmp_path,
        {"ap": AP, "bbc": BBC},
        cnn="The harbour closed for two days. The mayor of Esterby asked for patience.",
        dpa="Nine trains were held at Kolmira. Buses ran instead until midnight.",
    )
    entries, faults = read_lock(text, "x")
    assert not faults
    report = build_report(event(**texts))
    merged = register(report, entries)
    assert {entry.id for entry in merged.entries if entry.live} >= {entry.id for entry in entries}
    assert register(report, read_lock(render_lock(merged.entries), "x")[0]).entries == merged.entries


def test_a_claim_that_two_branches_changed_is_a_fault_with_its_place(tmp_path: Path) -> None:
    text, _ = branches(
        tmp_path,
        {"ap": AP, "bbc": BBC},
        cnn="The bridge fell at noon. The mayor asked for patience.",
        dpa="The bridge fell at noon. Buses ran instead.",
    )
    _, faults = read_lock(text, "content/e/permalinks.lock")
    lines = text.splitlines()
    assert [fault.code for fault in faults] == ["bad-lock"]
    name = json.loads(lines[faults[0].line - 1])["id"]
    assert sum(f'"id": "{name}"' in line for line in lines) == 2


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    read_lock(text, "x")


# The command ---------------------------------------------------------------------------------------------------------


def test_a_build_writes_the_lock_and_a_second_changes_nothing(small_content: Path, variorum: Run) -> None:
    lock = small_content / "bridge" / "permalinks.lock"
    assert variorum("build", "--site", "one").returncode == 0
    text = lock.read_bytes()
    assert variorum("build", "--site", "two", "--frozen").returncode == 0
    assert lock.read_bytes() == text
    assert tree(small_content.parent / "one") == tree(small_content.parent / "two")


def test_a_frozen_build_refuses_to_change_the_lock(small_content: Path, variorum: Run) -> None:
    assert variorum("build").returncode == 0
    lock = small_content / "bridge" / "permalinks.lock"
    text, site = lock.read_bytes(), tree(small_content.parent / "site")
    write_article(small_content / "bridge", "cnn", "A bridge fell into the river on Monday.")
    done = variorum("build", "--frozen")
    assert done.returncode == 1
    assert "stale-lock" in done.stdout
    assert (lock.read_bytes(), tree(small_content.parent / "site")) == (text, site)


def test_only_a_build_writes_the_lock(small_content: Path, variorum: Run) -> None:
    assert variorum("check").returncode == 0
    assert variorum("report", small_content / "bridge").returncode == 0
    assert not (small_content / "bridge" / "permalinks.lock").exists()


def test_a_broken_lock_stops_a_build_with_its_place(small_content: Path, variorum: Run) -> None:
    assert variorum("build").returncode == 0
    lock = small_content / "bridge" / "permalinks.lock"
    lock.write_text(lock.read_text().replace('"kind"', '"kin', 1))
    done = variorum("build")
    assert done.returncode == 1
    assert "permalinks.lock:2:" in done.stdout
    assert "bad-lock" in variorum("check").stdout


def test_a_redirect_works_without_a_script_and_keeps_the_fragment_with_one(small_content: Path, variorum: Run) -> None:
    assert variorum("build").returncode == 0
    articles = small_content / "bridge" / "articles"
    (articles / "ap.md").rename(articles / "ap-late.md")
    assert variorum("build").returncode == 0
    html = (small_content.parent / "site" / "bridge" / "articles" / "ap" / "index.html").read_text()
    assert '<meta http-equiv="refresh" content="0; url=../ap-late/">' in html
    assert "location.hash" in html
    assert "'sha256-" in html
    assert '<a href="../ap-late/">' in html


def test_a_check_follows_every_address_of_an_old_site(small_content: Path, variorum: Run) -> None:
    assert variorum("build", "--site", "old").returncode == 0
    articles = small_content / "bridge" / "articles"
    (articles / "ap.md").rename(articles / "ap-late.md")
    assert variorum("build").returncode == 0
    whole = variorum("check", "--permalinks", "old")
    assert (whole.returncode, whole.stdout) == (0, "")
    (small_content / "bridge" / "permalinks.lock").unlink()
    broken = variorum("check", "--permalinks", "old")
    assert broken.returncode == 1
    assert "old/bridge/articles/ap/index.html: broken-address /bridge/articles/ap/ leads nowhere" in broken.stdout
    assert re.search(r"broken-address /bridge/quotes/#q-[0-9a-f]{8} ", broken.stdout)


def test_a_figures_row_on_a_claims_page_is_kept_as_an_address() -> None:
    texts = {"ap": "At least six men died when the old bridge fell.", "bbc": "Nine men died when the old bridge fell."}
    first, second = published(texts, texts | {"bbc": "The old bridge fell, and men died when it did."})
    pages = [
        {page.path: page for page in build_pages([one.report], load_templates(), [one])} for one in (first, second)
    ]
    path = next(path for path, page in pages[0].items() if "/claims/" in path and "f-" in str(page.anchors))
    rows = {name for name in pages[0][path].anchors if name.startswith("f-")}
    moved = {one.path: one.target for one in build_redirects([second])}
    assert len(rows) == 2
    assert rows <= pages[1][moved.get(path, path)].anchors


def edit(folder: Path, slug: str, text: str) -> None:
    path = folder / "claims" / f"{slug}.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"---\nreason: As the editor sees it.\n{text}\n---\n", encoding="utf-8")


@pytest.mark.parametrize("how", ["rename", "merge", "split", "hide"])
def test_what_an_editor_does_to_claims_keeps_every_address(small_content: Path, variorum: Run, how: str) -> None:
    folder = small_content / "bridge"
    write_article(folder, "cnn", "A bridge fell into the river on Monday.\n\nEight people died, the mayor said.")
    assert variorum("build", "--site", "old").returncode == 0
    claims = sorted(path.name for path in (small_content.parent / "old" / "bridge" / "claims").iterdir())
    fell, died = (next(name for name in claims if word in name) for word in ("bridge-fell", "died"))
    slug, text = {
        "rename": ("the-fall", f"was: [{fell}]"),
        "merge": (fell, f"merge: [{died}]"),
        "split": (fell, "split: [[ap]]"),
        "hide": (died, "hide: true"),
    }[how]
    edit(folder, slug, text)
    whole = variorum("check", "--permalinks", "old")
    assert (whole.returncode, whole.stdout) == (0, "")
    assert variorum("build").returncode == 0
    again = variorum("check", "--permalinks", "site")
    assert (again.returncode, again.stdout) == (0, "")
    (folder / "claims" / f"{slug}.md").unlink()
    undone = variorum("check", "--permalinks", "old")
    assert (undone.returncode, undone.stdout) == (0, "")


def test_an_event_that_was_taken_out_leaves_a_notice_at_each_address(small_content: Path, variorum: Run) -> None:
    other = small_content / "fire"
    shutil.copytree(small_content / "bridge", other)
    assert variorum("build", "--site", "old").returncode == 0
    lock = (small_content / "bridge" / "permalinks.lock").read_text(encoding="utf-8")
    for path in sorted((small_content / "bridge").iterdir()):
        if path.name != "permalinks.lock":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    whole = variorum("check", "--permalinks", "old", "--strict")
    assert (whole.returncode, whole.stdout) == (0, "")
    assert variorum("build", "--strict").returncode == 0
    site = small_content.parent / "site"
    for path in (small_content.parent / "old" / "bridge").rglob("index.html"):
        page = (site / path.relative_to(small_content.parent / "old")).read_text(encoding="utf-8")
        assert "No longer here" in page or 'http-equiv="refresh"' in page, path
        assert "fell into" not in page, "no words of an article that was taken out"
    assert '"gone"' in (small_content / "bridge" / "permalinks.lock").read_text(encoding="utf-8")
    assert '"gone"' not in lock
    assert variorum("build", "--frozen").returncode == 0


# Changes -------------------------------------------------------------------------------------------------------------


def test_nothing_changed_before_a_second_publication() -> None:
    (registry,) = published({"ap": AP, "bbc": BBC})
    assert list_changes(registry.entries) == ()
    assert json.loads(dict(render_feeds(registry))["event/changes/feed.json"])["items"] == []


def test_what_an_outlet_changed_is_told_with_both_wordings() -> None:
    texts = {"ap": "At least six men died when the old bridge fell.", "bbc": "Six men died when the old bridge fell."}
    _, second = published(texts, texts | {"ap": "At least ten men died when the old bridge fell."})
    told = {(change.kind, change.siglum, change.before, change.after) for change in list_changes(second.entries)}
    assert ("edited", "ap", texts["ap"], "At least ten men died when the old bridge fell.") in told
    assert ["ten" in change[3] for change in told if change[0] == "number"] == [True]


def test_an_article_that_joins_a_claim_is_told() -> None:
    both = {"ap": AP, "bbc": BBC}
    _, second = published(both, both | {"cnn": "The bridge fell at noon. It had been shut for weeks."})
    assert "cnn" in {change.siglum for change in list_changes(second.entries) if change.kind == "joined"}


def test_the_feeds_are_valid_and_invent_no_address() -> None:
    _, second = published({"ap": AP, "bbc": BBC}, {"ap": AP, "bbc": BBC.replace("Two cars", "Nine cars")})
    plain = dict(render_feeds(second))
    atom = ET.fromstring(plain["event/changes/feed.xml"])  # noqa: S314  # our own
    name = "{http://www.w3.org/2005/Atom}"
    assert all(atom.find(name + part) is not None for part in ("id", "title", "updated", "author", "entry"))
    for entry in atom.iter(f"{name}entry"):
        assert all(entry.findtext(name + part) for part in ("id", "title", "updated", "content"))
    items = json.loads(plain["event/changes/feed.json"])["items"]
    assert all("url" not in item and item["id"].startswith("urn:uuid:") for item in items)
    assert b"http" not in plain["event/changes/feed.json"].replace(b"https://jsonfeed.org/version/1.1", b"")
    placed = dict(render_feeds(second, Imprint(url="https://news.example/v/")))
    first = json.loads(placed["event/changes/feed.json"])["items"][0]
    assert first["url"] == "https://news.example/v/event/changes/#v-2"


def test_a_publication_whose_changes_were_undone_stays_one() -> None:
    both = {"ap": AP, "bbc": BBC}
    report = build_report(event(**both))
    first = register(report)
    hidden = register(replace(report, claims=(), findings=(), variants=()), first.entries)
    again = register(report, read_lock(render_lock(hidden.entries), "")[0])
    kinds = [(change.kind, change.stamp.number) for change in list_changes(again.entries) if change.kind != "new"]
    assert {("gone", 2), ("back", 3)} <= set(kinds)
    for registry in (hidden, again):
        pages = {page.path: page for page in build_pages([registry.report], load_templates(), [registry])}
        assert "v-2" in pages["event/changes/"].anchors
    assert register(report, again.entries).entries == again.entries


def addresses(site: Path) -> set[str]:
    """Every address of a site that is no part of its frame: pages, embeds, feeds, data."""
    found = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    return {path for path in found if not re.match(r"(assets|pagefind|search)/|sitemap|404", path)}


def test_nothing_that_was_published_is_ever_a_404(small_content: Path, variorum: Run) -> None:
    """A hide and its undoing, an article less and renamed, its versions gone, an event taken out: each file stays."""
    folder, root = small_content / "bridge", small_content.parent
    shutil.copytree(folder, small_content / "fire")
    write_article(folder, "cnn", "A bridge fell into the river on Monday.\n\nEight people died, the mayor said.")
    assert variorum("build", "--site", "site0").returncode == 0
    died = next(path.name for path in (root / "site0" / "bridge" / "claims").iterdir() if "died" in path.name)

    def take_out() -> None:
        for path in sorted(folder.iterdir()):
            if path.name != "permalinks.lock":
                shutil.rmtree(path) if path.is_dir() else path.unlink()

    steps: list[Callable[[], object]] = [
        lambda: edit(folder, died, "hide: true"),
        (folder / "claims" / f"{died}.md").unlink,
        lambda: (folder / "articles" / "ap.md").rename(folder / "articles" / "ap-late.md"),
        (folder / "articles" / "cnn.md").unlink,
        take_out,
    ]
    known = addresses(root / "site0")
    for number, step in enumerate(steps, start=1):
        step()
        for old in sorted({0, number - 1}):
            told = variorum("check", "--permalinks", f"site{old}")
            assert (told.returncode, told.stdout) == (0, ""), (number, old)
        assert variorum("build", "--site", f"site{number}").returncode == 0
        there = addresses(root / f"site{number}")
        assert not known - there, number
        known |= there
