"""Building beside the old site and swapping: nothing may ever be lost."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import site

Swap = Callable[[Path, Path], bool]


@pytest.fixture(params=["exchange", "two renames"], autouse=True)
def _both_ways(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test holds where the system can exchange two names and where it cannot."""
    if request.param == "two renames":
        monkeypatch.setattr(site, "_exchange", lambda _stage, _site: False)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "site"


def publish(target: Path, content: Path, **files: str) -> None:
    stage = site.open_stage(target, content)
    for name, text in files.items():
        (stage.path / name).write_text(text)
    stage.publish()


def listing(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir() if path.name != site.MARKER}


def leftovers(target: Path) -> list[str]:
    return [path.name for path in target.parent.iterdir() if path.name.endswith(".next")]


def test_a_site_appears_and_is_replaced_whole(target: Path, content: Path) -> None:
    publish(target, content, a="1", b="1")
    publish(target, content, b="2", c="2")
    assert listing(target) == {"b": "2", "c": "2"}
    assert leftovers(target) == []


def test_an_empty_folder_may_become_a_site(target: Path, content: Path) -> None:
    target.mkdir()
    publish(target, content, a="1")
    assert listing(target) == {"a": "1"}


def test_a_discarded_build_changes_nothing(target: Path, content: Path) -> None:
    publish(target, content, a="1")
    stage = site.open_stage(target, content)
    (stage.path / "a").write_text("2")
    stage.discard()
    stage.publish()
    assert listing(target) == {"a": "1"}
    assert leftovers(target) == []


def test_the_old_site_stands_until_the_swap(target: Path, content: Path) -> None:
    publish(target, content, a="1")
    stage = site.open_stage(target, content)
    (stage.path / "a").write_text("2")
    assert listing(target) == {"a": "1"}
    stage.publish()
    assert listing(target) == {"a": "2"}


def test_a_killed_build_leaves_a_stage_that_the_next_clears(target: Path, content: Path) -> None:
    (target.parent / ".site.next" / "half").mkdir(parents=True)
    publish(target, content, a="1")
    assert listing(target) == {"a": "1"}
    assert leftovers(target) == []


def test_a_site_put_aside_by_a_killed_swap_comes_back(target: Path, content: Path) -> None:
    publish(target, content, a="1")
    target.rename(target.parent / ".site.last.next")
    site.open_stage(target, content).discard()
    assert listing(target) == {"a": "1"}


def test_a_swap_that_fails_leaves_the_old_site(target: Path, content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(target, content, a="1")
    stage = site.open_stage(target, content)

    def broken(_stage: Path, _site: Path) -> bool:
        raise OSError(16, "Device or resource busy")

    monkeypatch.setattr(site, "_exchange", broken)
    with pytest.raises(site.SiteError, match="mount point"):
        stage.publish()
    assert listing(target) == {"a": "1"}
    assert leftovers(target) == []


def test_a_second_rename_that_fails_brings_the_old_site_back(
    target: Path, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(target, content, a="1")
    stage = site.open_stage(target, content)
    stage.path.rmdir()
    monkeypatch.setattr(site, "_exchange", lambda _stage, _site: False)
    monkeypatch.setattr(site, "_mark", lambda _stage: None)
    with pytest.raises(site.SiteError):
        stage.publish()
    assert listing(target) == {"a": "1"}


def test_two_builds_of_one_site_do_not_meet(target: Path, content: Path) -> None:
    first = site.open_stage(target, content)
    with pytest.raises(site.BusyError, match="another build"):
        site.open_stage(target, content)
    (first.path / "a").write_text("1")
    first.publish()
    publish(target, content, a="2")
    assert listing(target) == {"a": "2"}


@pytest.mark.parametrize("name", ["notes.txt", ".git", "CNAME"])
def test_a_folder_with_something_else_in_it_is_refused(target: Path, content: Path, name: str) -> None:
    publish(target, content, a="1")
    (target / name).write_text("mine")
    with pytest.raises(site.SiteError, match=name):
        site.open_stage(target, content)
    assert (target / name).read_text() == "mine"
    assert leftovers(target) == []


def test_a_folder_of_work_is_refused(target: Path, content: Path) -> None:
    target.mkdir()
    (target / "thesis.doc").write_text("years")
    with pytest.raises(site.SiteError, match="thesis"):
        site.open_stage(target, content)


def test_a_site_that_plain_mkdocs_made_is_replaced(target: Path, content: Path) -> None:
    (target / "assets").mkdir(parents=True)
    (target / "404.html").write_text('<meta name="generator" content="mkdocs-1.6.1">')
    (target / "sitemap.xml").write_text("")
    publish(target, content, a="1")
    assert listing(target) == {"a": "1"}


def test_a_site_made_by_hand_is_refused(target: Path, content: Path) -> None:
    (target / "assets").mkdir(parents=True)
    (target / "404.html").write_text("by hand")
    (target / "sitemap.xml").write_text("")
    with pytest.raises(site.SiteError, match="no build put there"):
        site.open_stage(target, content)


def test_the_site_and_the_content_lie_apart(tmp_path: Path, content: Path) -> None:
    for place in (content, content / "site", tmp_path):
        with pytest.raises(site.SiteError, match="one in the other"):
            site.open_stage(place, content)


def test_the_folder_one_stands_in_is_refused(tmp_path: Path, content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    with pytest.raises(site.SiteError, match="no folder to put a site in"):
        site.open_stage(here, content)


def test_a_file_in_the_sites_place_is_refused(target: Path, content: Path) -> None:
    target.write_text("mine")
    with pytest.raises(site.SiteError, match="is a file"):
        site.open_stage(target, content)
    assert target.read_text() == "mine"


def test_a_place_that_cannot_be_written_is_told(content: Path) -> None:
    with pytest.raises(site.SiteError, match="cannot be written"):
        site.open_stage(Path("/proc/nowhere/site"), content)


def test_a_link_stays_and_the_folder_behind_it_is_replaced(tmp_path: Path, content: Path) -> None:
    behind, link = tmp_path / "behind", tmp_path / "link"
    behind.mkdir()
    link.symlink_to(behind)
    publish(link, content, a="1")
    assert link.is_symlink()
    assert listing(behind) == {"a": "1"}


def test_the_place_of_the_site_is_made(tmp_path: Path, content: Path) -> None:
    publish(tmp_path / "deep" / "er" / "site", content, a="1")
    assert listing(tmp_path / "deep" / "er" / "site") == {"a": "1"}


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    site.write_file(path, b"old")
    site.write_file(path, b"new")
    assert path.read_bytes() == b"new"
    with pytest.raises(OSError, match="No such file"):
        site.write_file(tmp_path / "absent" / "report.json", b"new")
    assert os.listdir(tmp_path) == ["report.json"]  # noqa: PTH208  # names are what is asked for
