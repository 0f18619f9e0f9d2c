"""The command as its user meets it: what it prints, where, and how it exits."""

from __future__ import annotations

import io
import json
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from folders import command, tree, write_article, write_event

from generator import site
from generator.cli.console import StatusLine

Run = Callable[..., subprocess.CompletedProcess[str]]


def not_a_trace(done: subprocess.CompletedProcess[str]) -> None:
    assert "Traceback" not in done.stderr + done.stdout, done.stderr


@pytest.mark.usefixtures("small_content")
def test_build_says_where_the_site_is_and_nothing_else(variorum: Run, tmp_path: Path) -> None:
    done = variorum("build")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "built site/index.html\n")
    assert (tmp_path / "site" / "bridge" / "articles" / "ap" / "index.html").is_file()


@pytest.mark.usefixtures("small_content")
def test_build_takes_its_folders_from_the_command_line(variorum: Run, tmp_path: Path) -> None:
    (tmp_path / "content").rename(tmp_path / "stories")
    assert variorum("build", "--content", "stories", "--site", "out/web").returncode == 0
    assert (tmp_path / "out" / "web" / "index.html").is_file()


@pytest.mark.usefixtures("small_content")
def test_settings_of_ones_own_are_read(variorum: Run, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Bridges\ndocs_dir: content\nsite_dir: web\ntheme: {name: material}\nplugins: [variorum]\n"
    )
    assert variorum("build").returncode == 0
    assert "Bridges" in (tmp_path / "web" / "index.html").read_text()


# Content that cannot be published, or that can although it looks odd ---------------------------------------------


def broken_yaml(event: Path) -> None:
    write_article(event, "cnn", "Text.").write_text("---\noutlet: [CNN\n---\n\nText.\n")


def missing_field(event: Path) -> None:
    write_article(event, "cnn", "Text.", outlet="")


def wrong_date(event: Path) -> None:
    write_article(event, "cnn", "Text.", published="the day after")


def duplicate_siglum(event: Path) -> None:
    write_article(event, "AP", "Text.")


def empty_body(event: Path) -> None:
    write_article(event, "cnn", "")


def invalid_utf8(event: Path) -> None:
    write_article(event, "cnn", "Text.").write_bytes(
        b"---\noutlet: CNN\ntitle: A\npublished: 2030-05-06\n---\n\n\xff\n"
    )


def a_folder_for_a_file(event: Path) -> None:
    (event / "articles" / "cnn.md").mkdir()


def no_article(event: Path) -> None:
    for path in (event / "articles").iterdir():
        path.unlink()


FAULTS: list[Callable[[Path], None]] = [
    broken_yaml, missing_field, wrong_date, duplicate_siglum, empty_body, invalid_utf8, a_folder_for_a_file, no_article,
]  # fmt: skip


def test_faults_are_told_with_their_place_and_the_old_site_stays(
    variorum: Run, small_content: Path, tmp_path: Path
) -> None:
    """All of them in one go: each fault is told on a line that begins with its file."""
    assert variorum("build").returncode == 0
    before = tree(tmp_path / "site")
    for number, damage in enumerate(FAULTS):
        damage(write_event(small_content / f"event-{number}", ap="Six died.", bbc="Eight died."))
    done = variorum("build")
    not_a_trace(done)
    assert done.returncode == 1
    for number, damage in enumerate(FAULTS):
        lines = [line for line in done.stdout.splitlines() if line.startswith(f"content/event-{number}")]
        assert lines, f"{damage.__name__} is not told:\n{done.stdout}"
    assert "the site is unchanged" in done.stderr
    assert tree(tmp_path / "site") == before


@pytest.mark.usefixtures("small_content")
@pytest.mark.parametrize("damage", FAULTS)
def test_each_fault_alone_stops_the_build(
    variorum: Run, small_content: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    damage(small_content / "bridge")
    done = variorum("build")
    not_a_trace(done)
    assert done.returncode == 1
    assert done.stdout.startswith("content/bridge")
    assert not (tmp_path / "site").exists()


def test_an_empty_folder_is_told(variorum: Run, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    done = variorum("build")
    not_a_trace(done)
    assert done.returncode == 1
    assert done.stdout.startswith("content")


def test_one_article_is_enough_for_a_site(variorum: Run, tmp_path: Path) -> None:
    write_event(tmp_path / "content" / "bridge", ap="A bridge fell. Six people died, the mayor said.")
    assert variorum("build").returncode == 0
    assert (tmp_path / "site" / "bridge" / "articles" / "ap" / "index.html").is_file()
    assert variorum("build", "--strict").returncode == 1


def test_two_articles_of_one_outlet(variorum: Run, small_content: Path, tmp_path: Path) -> None:
    write_article(small_content / "bridge", "ap-2", "The bridge fell. Seven people died, the mayor said.", outlet="AP")
    assert variorum("build").returncode == 0
    assert (tmp_path / "site" / "bridge" / "articles" / "ap-2" / "index.html").is_file()


@pytest.mark.slow
def test_an_article_of_a_megabyte(variorum: Run, small_content: Path, tmp_path: Path) -> None:
    sentences = (
        f"On day {number} the engineers measured pillar {number * 7} of the bridge." for number in range(17_000)
    )
    body = "\n\n".join(sentences)
    assert len(body) > 1_000_000
    write_article(small_content / "bridge", "long", body)
    done = variorum("build", timeout=600)
    not_a_trace(done)
    assert done.returncode == 0
    assert (tmp_path / "site" / "bridge" / "articles" / "long" / "index.html").is_file()


# Wrong usage -------------------------------------------------------------------------------------------------------


def test_no_content_is_wrong_usage(variorum: Run) -> None:
    done = variorum("build")
    not_a_trace(done)
    assert done.returncode == 2
    assert "--content" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "--content", "nowhere"),
        ("build", "--wrong"),
        ("report", "nowhere"),
        ("wrong",),
        ("build", "--format", "xml"),
    ],
)
def test_wrong_arguments_are_wrong_usage(variorum: Run, arguments: tuple[str, ...]) -> None:
    done = variorum(*arguments)
    not_a_trace(done)
    assert done.returncode == 2


@pytest.mark.usefixtures("small_content")
def test_a_site_that_must_not_be_replaced_is_wrong_usage(variorum: Run, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "diary.txt").write_text("mine")
    for place in ("home", ".", "content", "content/site", "/proc/nowhere/site", "content/bridge/index.md"):
        done = variorum("build", "--site", place)
        not_a_trace(done)
        assert done.returncode == 2, place
    assert (tmp_path / "home" / "diary.txt").read_text() == "mine"


@pytest.mark.usefixtures("small_content")
@pytest.mark.parametrize(
    "settings",
    [
        "site_name: [",
        "site_name: A\ndocs_dir: content\ntheme: {name: material}\nplugins: [search]\n",
        "site_name: A\ndocs_dir: content\ntheme: {name: mkdocs}\nplugins: [variorum]\n",
        "site_name: A\ndocs_dir: content\nuse_directory_urls: false\ntheme: {name: material}\nplugins: [variorum]\n",
        (
            "site_name: A\ndocs_dir: content\ntheme: {name: material, features: [navigation.instant]}\n"
            "plugins: [variorum]\n"
        ),
        "site_name: A\ndocs_dir: nowhere\ntheme: {name: material}\nplugins: [variorum]\n",
    ],
)
def test_settings_that_cannot_work_are_wrong_usage(variorum: Run, tmp_path: Path, settings: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(settings)
    done = variorum("build")
    not_a_trace(done)
    assert done.returncode == 2, done.stderr
    assert not (tmp_path / "site").exists()


# Failures that are nobody's content --------------------------------------------------------------------------------


@pytest.mark.usefixtures("small_content")
def test_a_builder_that_fails_leaves_the_old_site(variorum: Run, tmp_path: Path) -> None:
    assert variorum("build").returncode == 0
    before = tree(tmp_path / "site")
    override = tmp_path / "site_templates" / "overrides" / "main.html"
    override.parent.mkdir(parents=True)
    override.write_text("{% broken")
    done = variorum("build")
    not_a_trace(done)
    assert done.returncode == 3
    assert tree(tmp_path / "site") == before
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".next")] == []
    assert "Traceback" in variorum("--debug", "build").stderr


@pytest.mark.usefixtures("small_content")
def test_a_second_build_at_once_says_so(variorum: Run, tmp_path: Path) -> None:
    stage = site.open_stage(tmp_path / "site", tmp_path / "content")
    done = variorum("build")
    stage.discard()
    not_a_trace(done)
    assert done.returncode == 3
    assert "another build" in done.stderr
    assert variorum("build").returncode == 0


def test_an_interrupted_build_leaves_the_old_site(variorum: Run, small_content: Path, tmp_path: Path) -> None:
    assert variorum("build").returncode == 0
    before = tree(tmp_path / "site")
    write_article(small_content / "bridge", "ap", "The bridge stands, the mayor said after all.")
    with (
        heeding_interrupts(),
        subprocess.Popen(command("build"), cwd=tmp_path, stderr=subprocess.PIPE, text=True) as running,
    ):
        wait_for((tmp_path / ".site.next").exists)
        running.send_signal(signal.SIGINT)
        _, errors = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "Traceback" not in errors
    assert tree(tmp_path / "site") == before
    assert not (tmp_path / ".site.next").exists()


# Forms -------------------------------------------------------------------------------------------------------------


def test_faults_in_json_are_json_and_nothing_else(variorum: Run, small_content: Path) -> None:
    assert json.loads(variorum("check", "--format", "json").stdout) == []
    wrong_date(small_content / "bridge")
    for verb in ("build", "check"):
        done = variorum(verb, "--format", "json")
        assert done.returncode == 1
        [fault] = json.loads(done.stdout)
        assert fault["path"] == "content/bridge/articles/cnn.md"
        assert fault["line"] == 4


def test_faults_for_a_pull_request_are_workflow_commands(variorum: Run, small_content: Path) -> None:
    wrong_date(small_content / "bridge")
    done = variorum("build", "--strict", "--format", "github")
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=content/bridge/articles/cnn.md,line=4,")


def test_warnings_stop_only_a_strict_build(variorum: Run, small_content: Path) -> None:
    (small_content / "bridge" / "articles" / "notes.txt").write_text("to do")
    for verb in ("build", "check"):
        done = variorum(verb)
        assert (done.returncode, "warning" in done.stdout) == (0, True), done.stdout + done.stderr
        assert variorum(verb, "--strict").returncode == 1


@pytest.mark.usefixtures("small_content")
def test_check_is_silent_when_all_is_well(variorum: Run, tmp_path: Path) -> None:
    done = variorum("check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not (tmp_path / "site").exists()


# Reports -----------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("small_content")
def test_report_is_the_same_on_paper_and_on_the_site(variorum: Run, tmp_path: Path) -> None:
    done = variorum("report", "content/bridge")
    assert done.returncode == 0
    assert [article["siglum"] for article in json.loads(done.stdout)["articles"]] == ["ap", "bbc"]
    assert variorum("report", "content/bridge", "-o", "report.json").returncode == 0
    assert variorum("build").returncode == 0
    published = (tmp_path / "site" / "bridge" / "data" / "report.json").read_bytes()
    assert (tmp_path / "report.json").read_bytes() == published == done.stdout.encode()


def test_report_of_faulty_content(variorum: Run, small_content: Path, tmp_path: Path) -> None:
    (tmp_path / "report.json").write_text("old")
    empty_body(small_content / "bridge")
    done = variorum("report", "content/bridge", "-o", "report.json")
    not_a_trace(done)
    assert (done.returncode, done.stdout) == (1, "")
    assert "cnn.md" in done.stderr
    assert (tmp_path / "report.json").read_text() == "old"


@pytest.mark.usefixtures("small_content")
def test_report_into_a_folder_that_is_not_there(variorum: Run) -> None:
    done = variorum("report", "content/bridge", "-o", "nowhere/report.json")
    not_a_trace(done)
    assert done.returncode == 2


def test_a_reader_that_leaves_early_is_no_fault(small_content: Path, tmp_path: Path) -> None:
    write_article(small_content / "bridge", "long", "The bridge was measured again. " * 5_000)
    with subprocess.Popen(
        command("report", "content/bridge"), cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(10)
        running.stdout.close()
        errors = running.stderr.read()
    assert (running.returncode, errors) == (0, b"")


# Preview -----------------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize(
    "settings", [None, "site_name: A\ndocs_dir: content\ntheme: {name: material}\nplugins: [variorum]\n"]
)
def test_serve_follows_a_change(small_content: Path, tmp_path: Path, settings: str | None) -> None:
    if settings:
        (tmp_path / "mkdocs.yml").write_text(settings)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    page = f"http://{address}/bridge/articles/ap/"
    with (
        heeding_interrupts(),
        subprocess.Popen(
            command("serve", "--address", address),
            cwd=tmp_path,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        ) as running,
    ):
        try:
            wait_for(lambda: "mayor" in fetch(page))
            write_article(small_content / "bridge", "ap", "The bridge stands, the engineers said on Tuesday.")
            wait_for(lambda: "engineers said on Tuesday" in fetch(page))
        finally:
            errors = interrupt(running)
    assert running.returncode == 0, errors
    assert "Traceback" not in errors
    assert not (tmp_path / "site").exists()


@contextmanager
def heeding_interrupts() -> Iterator[None]:
    """Programs started within heed Ctrl-C, also where these tests were started in the background, which ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def interrupt(running: subprocess.Popen[str]) -> str:
    """Press Ctrl-C, again where a build under way swallowed it; what was printed to the error stream."""
    for _ in range(5):
        running.send_signal(signal.SIGINT)
        try:
            return running.communicate(timeout=20)[1]
        except subprocess.TimeoutExpired:
            continue
    running.kill()
    return running.communicate()[1]


def fetch(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310  # our own server
            text: str = answer.read().decode()
            return text
    except OSError:
        return ""


def wait_for(condition: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


# Status ------------------------------------------------------------------------------------------------------------


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_status_shows_once_the_work_takes_long_and_then_goes() -> None:
    screen = Terminal()
    with StatusLine(screen, patience=0.05) as status:
        status.tell("Reading")
        wait_for(lambda: "Reading" in screen.getvalue())
        status.tell("Writing \x1b[31mred")
    assert "Writing [31mred" in screen.getvalue()
    assert screen.getvalue().endswith("\r\x1b[K")


def test_status_is_not_shown_for_short_work() -> None:
    screen = Terminal()
    with StatusLine(screen, patience=30) as status:
        status.tell("Reading")
    assert screen.getvalue() == ""


def test_status_is_never_shown_in_a_pipe() -> None:
    pipe = io.StringIO()
    with StatusLine(pipe, patience=0) as status:
        status.tell("Reading")
        time.sleep(0.05)
        status.interrupt("warning")
    assert pipe.getvalue() == "warning\n"


# Adding ------------------------------------------------------------------------------------------------------------

PAGE = "The mayor said on Monday that six people died when the bridge fell.\n\nShe will speak again on Tuesday.\n"


def add(variorum: Run, *arguments: str) -> Any:
    return variorum("add", *arguments, "--event", "bridge")


def test_add_makes_an_article_that_builds(variorum: Run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE)
    done = add(variorum, "page.txt", "--outlet", "AP", "--published", "2030-05-06", "--title", "Bridge falls")
    assert done.returncode == 0, done.stderr
    assert "content/bridge/articles/ap.md" in done.stdout.splitlines()
    assert variorum("build").returncode == 0
    assert "She will speak again" in (tmp_path / "site" / "bridge" / "articles" / "ap" / "index.html").read_text()


def test_add_tells_what_it_does_not_find(variorum: Run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE)
    done = add(variorum, "page.txt", "--outlet", "AP")
    not_a_trace(done)
    assert done.returncode == 1
    assert "page.txt" in done.stderr
    assert not (tmp_path / "content" / "bridge" / "articles").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("a.txt", "--from", "list.csv"),
        ("a.txt", "b.txt", "--url", "https://example.org/"),
        ("--from", "list.csv", "--outlet", "AP"),
        ("--from", "nowhere.csv"),
    ],
)
def test_add_refuses_arguments_that_do_not_go_together(
    variorum: Run, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    (tmp_path / "list.csv").write_text("file,outlet,published\n")
    done = add(variorum, *arguments)
    not_a_trace(done)
    assert done.returncode == 2


def test_add_from_a_table(variorum: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE)
    (tmp_path / "b.txt").write_text(PAGE.replace("six", "eight"))
    (tmp_path / "list.csv").write_text(
        "file,siglum,outlet,published\na.txt,one,AP,2030-05-06\nb.txt,two,BBC,2030-05-07\n"
    )
    done = add(variorum, "--from", "list.csv")
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (tmp_path / "content" / "bridge" / "articles").iterdir()) == [
        "one.md",
        "two.md",
    ]
