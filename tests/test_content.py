from __future__ import annotations

import os
import re
import tarfile
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from subject import SHARED

from generator import files
from generator.content import CODES, check_content, load_content, load_event
from generator.content.body import settle_body
from generator.content.matter import MatterError, read_matter
from generator.diagnostics import ContentError, Diagnostic
from generator.model import Outlet

HEAD = "outlet: The Post\ntitle: Six die\npublished: 2031-05-02\n"
INDEX = "---\ntitle: The fire\n---\n"


def file(head: str = HEAD, body: str = "Six died.") -> str:
    return f"---\n{head}---\n\n{body}\n"


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def fire(root: Path, **files: str | bytes) -> Path:
    """An event of two sound articles, with more articles or others in their place."""
    articles = {"post": file(), "gazette": file("outlet: Gazette\ntitle: Fire\npublished: 2031-05-03\n")} | files
    return write(root, {"fire/index.md": INDEX} | {f"fire/articles/{name}.md": text for name, text in articles.items()})


def told(root: Path) -> list[tuple[str, int, int, str]]:
    return [
        (Path(fault.path).relative_to(root).as_posix(), fault.line, fault.column, fault.code)
        for fault in check_content(root)
    ]


def only(root: Path, **files: str | bytes) -> Diagnostic:
    (fault,) = check_content(fire(root, **files))
    return fault


def test_an_article_is_headline_standfirst_and_body(tmp_path: Path) -> None:
    head = (
        HEAD + "standfirst: A cold night\nurl: https://post.example/fire\nauthor: Ada Lund\nagency: AP\nlang: en-GB\n"
    )
    event = load_event(fire(tmp_path, post=file(head, "Six died.\n\nTwo fled.")) / "fire")
    post = event.article("post")
    assert post.text == "Six die\n\nA cold night\n\nSix died.\n\nTwo fled."
    assert post.headline is not None
    assert post.standfirst is not None
    assert (event[post.headline], event[post.standfirst]) == ("Six die", "A cold night")
    assert (post.outlet, post.published, post.author, post.agency) == ("The Post", date(2031, 5, 2), "Ada Lund", "AP")
    assert (post.lang, post.url, event.title) == ("en-GB", "https://post.example/fire", "The fire")


def test_an_article_without_a_title_is_its_body_and_a_warning(tmp_path: Path) -> None:
    root = fire(tmp_path, post=file("outlet: Post\npublished: 2031-05-02\n"))
    assert told(root) == [("fire/articles/post.md", 1, 1, "no-headline")]
    post = load_event(root / "fire").article("post")
    assert (post.text, post.title, post.headline) == ("Six died.", "", None)


def test_an_article_speaks_its_events_language_unless_it_says(tmp_path: Path) -> None:
    root = fire(tmp_path, post=file(HEAD + "lang: fr\n"))
    write(root, {"fire/index.md": "---\ntitle: Brand\nlang: de\nnotice: Invented.\n---\nA *note*.\n"})
    event = load_event(root / "fire")
    assert [article.lang for article in event.articles] == ["de", "fr"]
    assert (event.lang, event.notice, event.introduction) == ("de", "Invented.", "A *note*.")


def test_outlets_come_with_the_events_they_write_about(tmp_path: Path) -> None:
    post = "---\nname: THE POST\ncountry: Norland\nowner: Lund & Co\nurl: https://post.example\n---\nA *daily*.\n"
    write(fire(tmp_path), {"outlets/post.md": post, "outlets/herald.md": "---\nname: Herald\n---\n"})
    (event,) = load_content(tmp_path)
    assert event.outlets == (Outlet("THE POST", "https://post.example", "Norland", "Lund & Co", "A *daily*."),)


def test_two_articles_by_one_outlet_are_two_articles(tmp_path: Path) -> None:
    event = load_event(fire(tmp_path, later=file()) / "fire")
    assert [article.siglum for article in event.articles] == ["gazette", "later", "post"]


def test_line_ends_byte_order_mark_and_composition_are_settled(tmp_path: Path) -> None:
    raw = b"\xef\xbb\xbf" + file(body="Cafe\u0301.\n\nTwo.").replace("\n", "\r\n").encode()
    post = load_event(fire(tmp_path, post=raw) / "fire").article("post")
    assert post.text == "Six die\n\nCafé.\n\nTwo."


def test_a_body_that_begins_with_hyphens_keeps_them(tmp_path: Path) -> None:
    post = load_event(fire(tmp_path, post=file(body="---\nSix died.\n---\nTwo fled.")) / "fire").article("post")
    assert post.text == "Six die\n\n---\n\nSix died.\n\n---\n\nTwo fled."


def test_a_megabyte_is_read(tmp_path: Path) -> None:
    body = "\n\n".join(f"Paragraph {number} says that six died." for number in range(30_000))
    assert len(load_event(fire(tmp_path, post=file(body=body)) / "fire").article("post").text) > 1_000_000


def test_signs_that_turn_the_direction_of_writing_are_kept(tmp_path: Path) -> None:
    post = load_event(fire(tmp_path, post=file(body="He said \u202eabc\u202c.")) / "fire").article("post")
    assert "\u202eabc\u202c" in post.text


WRAPPED = """\
Six people died in a fire at a warehouse by the harbour on Friday
night, the fire service said, and two more were taken to hospital.

The cause is not known. A spokeswoman said that the building was
empty until last month."""


@pytest.mark.parametrize(
    ("typed", "settled"),
    [
        pytest.param("One died.\n\n\n\nTwo fled.", "One died.\n\nTwo fled.", id="blank lines"),
        pytest.param("One died.\nTwo fled.\nThree hid.", "One died.\n\nTwo fled.\n\nThree hid.", id="a line each"),
        pytest.param("\n \nOne died.\n \u00a0\nTwo.\n\n", "One died.\n\nTwo.", id="lines of spaces"),
        pytest.param("The list:\n\n- one\n- two", "The list:\n\n- one\n- two", id="list"),
        pytest.param(
            WRAPPED,
            "Six people died in a fire at a warehouse by the harbour on Friday night, the fire service said, and two "
            "more were taken to hospital.\n\nThe cause is not known. A spokeswoman said that the building was empty "
            "until last month.",
            id="hard-wrapped",
        ),
        pytest.param(
            WRAPPED.replace("\n\n", "\n"),
            "Six people died in a fire at a warehouse by the harbour on Friday night, the fire service said, and two "
            "more were taken to hospital. The cause is not known. A spokeswoman said that the building was empty "
            "until last month.",
            id="hard-wrapped without blank lines",
        ),
    ],
)
def test_paragraphs_are_found_however_they_were_typed(typed: str, settled: str) -> None:
    assert settle_body(typed) == settled


@given(st.text())
def test_settling_a_body_changes_nothing_but_spaces_and_composition(text: str) -> None:

    assert settle_body(text).split() == unicodedata.normalize("NFC", text).split()


@given(st.lists(st.text(alphabet="ab .", min_size=1).map(str.strip).filter(bool), min_size=2).map("\n\n".join))
def test_a_settled_body_stays_as_it_is(text: str) -> None:
    assert settle_body(text) == text


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param(b"---\n" + HEAD.encode() + b"---\nSix\xff died.\n", (6, 4, "invalid-utf-8"), id="byte"),
        pytest.param("---\ntitle: x".encode("utf-16"), (1, 1, "invalid-utf-8"), id="utf-16"),
        pytest.param("Six died.\n", (1, 1, "missing-front-matter"), id="none"),
        pytest.param("\n" + file(), (1, 1, "missing-front-matter"), id="not at the start"),
        pytest.param("---\n" + HEAD, (1, 1, "unclosed-front-matter"), id="unclosed"),
        pytest.param(file(HEAD + "author: [Ada\n"), (6, 1, "yaml-syntax"), id="bracket"),
        pytest.param(file(HEAD + "author: Ada: Lund\n"), (5, 12, "yaml-syntax"), id="colon"),
        pytest.param(file("- outlet\n"), (2, 1, "yaml-syntax"), id="list"),
        pytest.param(file(HEAD + "? [a]\n: b\n"), (5, 3, "yaml-syntax"), id="key is a list"),
        pytest.param(file(HEAD + "author: \x9fAda\n"), (5, 9, "yaml-syntax"), id="sign YAML refuses"),
        pytest.param(file(HEAD + "title: Other\n"), (5, 1, "duplicate-key"), id="twice"),
        pytest.param(file(HEAD + "removed:\n- {line: 1, line: 2}\n"), (6, 13, "duplicate-key"), id="twice within"),
        pytest.param(file(HEAD + "author: &a Ada\n"), (5, 9, "yaml-feature"), id="anchor"),
        pytest.param(file(HEAD + "author: *a\n"), (5, 9, "yaml-feature"), id="alias"),
        pytest.param(file(HEAD + "author: !!python/name:os.system x\n"), (5, 9, "yaml-feature"), id="tag"),
        pytest.param(file(HEAD + "removed: " + "[" * 5000 + "\n"), (5, 21, "yaml-feature"), id="deep"),
        pytest.param(file(HEAD.replace("Six die", "600")), (3, 1, "wrong-type"), id="number"),
        pytest.param(file(HEAD + "lang: no\n"), (5, 1, "wrong-type"), id="no"),
        pytest.param(file(HEAD + "author: [Ada, Bo]\n"), (5, 1, "wrong-type"), id="list of authors"),
        pytest.param(file(HEAD + "removed: Ada\n"), (5, 1, "wrong-type"), id="text for a list"),
        pytest.param(file(HEAD + f"author: {'9' * 5000}\n"), (5, 9, "yaml-syntax"), id="digits"),
        pytest.param(file(HEAD.replace("outlet: The Post\n", "")), (1, 1, "missing-field"), id="absent"),
        pytest.param(file(HEAD.replace("The Post", "")), (2, 1, "missing-field"), id="empty"),
        pytest.param(file(HEAD.replace("2031-05-02", "2031-02-30")), (4, 1, "bad-date"), id="February"),
        pytest.param(file(HEAD.replace("2031-05-02", "2 May 2031")), (4, 1, "bad-date"), id="words"),
        pytest.param(file(HEAD + "updated: 2031-05-02 25:00\n"), (5, 1, "bad-date"), id="hour"),
        pytest.param(file(HEAD + "auther: Ada\n"), (5, 1, "unknown-field"), id="unknown"),
        pytest.param(file(HEAD + "url: javascript:alert(1)\n"), (5, 1, "unsafe-url"), id="script"),
        pytest.param(file(HEAD + "url: /fire\n"), (5, 1, "unsafe-url"), id="relative"),
        pytest.param(file(HEAD + 'url: "https://[x"\n'), (5, 1, "unsafe-url"), id="half an address"),
        pytest.param(file(HEAD + "lang: english\n"), (5, 1, "bad-lang"), id="language"),
        pytest.param(file(body=""), (8, 1, "empty-body"), id="no text"),
        pytest.param(file(body="Six\x00 died."), (7, 4, "control-character"), id="NUL"),
        pytest.param(file(HEAD + 'author: "A\\0da"\n'), (5, 1, "control-character"), id="NUL as an escape"),
        pytest.param(file(HEAD + 'author: "A\\ud800da"\n'), (5, 1, "control-character"), id="half a pair"),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, text: str | bytes, place: tuple[int, int, str]) -> None:
    fault = only(tmp_path, post=text)
    assert (fault.line, fault.column, fault.code) == place
    assert fault.path.endswith("fire/articles/post.md")
    assert fault.message
    assert fault.hint


@pytest.mark.parametrize(
    ("name", "code", "hint"),
    [
        pytest.param("The Post", "bad-siglum", "Rename it to the-post.", id="spaces"),
        pytest.param("Пост", "bad-siglum", "Rename it to post.", id="Cyrillic"),
        pytest.param("-post", "bad-siglum", "Rename it to post.", id="hyphen"),
        pytest.param("index", "reserved-name", "Choose another name.", id="index"),
    ],
)
def test_a_siglum_becomes_an_address(tmp_path: Path, name: str, code: str, hint: str) -> None:
    root = write(tmp_path, {f"fire/articles/{name}.md": file()})
    fault = next(fault for fault in check_content(fire(root)) if fault.severity == "error")
    assert (fault.code, fault.hint) == (code, hint)


def test_sigla_that_differ_in_case_alone_are_refused(tmp_path: Path) -> None:
    root = fire(tmp_path, Post=file())
    if len(list((root / "fire/articles").iterdir())) < 3:
        pytest.skip("this file system does not tell the two apart")
    assert [code for *_, code in told(root)] == ["bad-siglum", "duplicate-siglum", "duplicate-siglum"]


def test_hints_say_what_to_write(tmp_path: Path) -> None:
    post = file("outlet: 600\ntitel: Six die\npublished: May 2\n")
    hints = {fault.code: fault.hint for fault in check_content(fire(tmp_path, post=post))}
    assert hints == {
        "wrong-type": 'Put it in quotation marks: outlet: "…"',
        "unknown-field": "Did you mean title?",
        "bad-date": "Write it as 2024-10-28, or 2024-10-28T09:30:00+02:00.",
        "no-headline": "Add a line title: … if the outlet printed a headline.",
    }


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    root = fire(tmp_path, post=file("title: 600\npublished: then\nurl: ftp://x\n"), gazette=b"\xff")
    write(root, {"Fire 2/index.md": "---\n---\n", "notes.txt": "x", "fire/claims/one.md": "x"})
    assert told(root) == [
        ("Fire 2", 0, 0, "bad-siglum"),
        ("Fire 2", 0, 0, "no-articles"),
        ("Fire 2/index.md", 1, 1, "missing-field"),
        ("fire/articles/gazette.md", 1, 1, "invalid-utf-8"),
        ("fire/articles/post.md", 1, 1, "missing-field"),
        ("fire/articles/post.md", 2, 1, "wrong-type"),
        ("fire/articles/post.md", 3, 1, "bad-date"),
        ("fire/articles/post.md", 4, 1, "unsafe-url"),
        ("fire/claims/one.md", 1, 1, "missing-front-matter"),
        ("notes.txt", 0, 0, "unread-file"),
    ]
    with pytest.raises(ContentError) as caught:
        load_content(root)
    assert len(caught.value.diagnostics) == 9


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({}, [(".", "no-events")], id="empty"),
        pytest.param({"fire/index.md": INDEX}, [("fire", "no-articles")], id="no article"),
        pytest.param({"fire/index.md": INDEX, "fire/articles/a.md": file()}, [("fire", "one-article")], id="one"),
        pytest.param(
            {"fire/articles/a.md": file(), "fire/articles/b.md": file()},
            [("fire/index.md", "missing-index")],
            id="bare",
        ),
        pytest.param(
            {"fire/index.md": INDEX, "fire/articles": "x"},
            [("fire", "no-articles"), ("fire/articles", "not-a-folder")],
            id="articles is a file",
        ),
        pytest.param(
            {"fire/index.md/x": "x", "fire/articles/a.md": file(), "fire/articles/b.md": file()},
            [("fire/index.md", "not-a-file")],
            id="index is a folder",
        ),
        pytest.param(
            {"fire/index.md": INDEX, "fire/articles/a.md/x": "", "fire/articles/b.md": file()},
            [("fire/articles/a.md", "not-a-file")],
            id="article is a folder",
        ),
        pytest.param(
            {"fire/index.md": INDEX, "fire/articles/a.txt": "", "fire/articles/b.md": file()},
            [("fire", "one-article"), ("fire/articles/a.txt", "unread-file")],
            id="text file",
        ),
        pytest.param(
            {"method/index.md": INDEX, "method/articles/a.md": file(), "method/articles/b.md": file()},
            [("method", "reserved-name")],
            id="reserved",
        ),
    ],
)
def test_folders_are_told_of(tmp_path: Path, files: dict[str, str], expected: list[tuple[str, str]]) -> None:
    assert [(path, code) for path, _, _, code in told(write(tmp_path, files))] == expected


def test_one_article_still_works(tmp_path: Path) -> None:
    write(tmp_path, {"fire/index.md": INDEX, "fire/articles/a.md": file()})
    assert len(load_content(tmp_path)[0].articles) == 1


def test_an_absent_folder_is_told_of(tmp_path: Path) -> None:
    assert [fault.code for fault in check_content(tmp_path / "none")] == ["no-content"]
    with pytest.raises(ContentError, match="no-content"):
        load_content(tmp_path / "none")
    with pytest.raises(ContentError, match="unreadable-file"):
        load_event(tmp_path / "none")


def test_an_event_may_be_named_from_within(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(fire(tmp_path) / "fire" / "articles")
    assert load_event("..").name == "fire"


def test_two_files_for_one_outlet_are_told_of(tmp_path: Path) -> None:
    outlet = "---\nname: Post\n---\n"
    root = write(fire(tmp_path), {"outlets/a.md": outlet, "outlets/b.md": outlet.lower(), "outlets/c.md": "---\n---\n"})
    assert told(root) == [("outlets/b.md", 2, 1, "duplicate-outlet"), ("outlets/c.md", 1, 1, "missing-field")]


def test_links_out_of_the_content_are_refused(tmp_path: Path) -> None:
    root = fire(tmp_path / "content")
    (tmp_path / "secret.md").write_text(file())
    (root / "fire/articles/link.md").symlink_to(tmp_path / "secret.md")
    (root / "fire/articles/loop.md").symlink_to("loop.md")
    (root / "fire/articles/within.md").symlink_to("post.md")
    assert told(root) == [
        ("fire/articles/link.md", 0, 0, "outside-content"),
        ("fire/articles/loop.md", 0, 0, "unreadable-file"),
    ]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    root = fire(tmp_path)
    os.mkfifo(root / "fire/articles/pipe.md")
    assert told(root) == [("fire/articles/pipe.md", 0, 0, "not-a-file")]


def test_a_file_that_may_not_be_read_is_told_of(tmp_path: Path) -> None:
    root = fire(tmp_path)
    path = root / "fire/articles/post.md"
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read anything")
    assert told(root) == [("fire/articles/post.md", 0, 0, "unreadable-file")]


def test_paths_are_as_the_user_types_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fire(tmp_path / "content", post="Six died.")
    monkeypatch.chdir(tmp_path)
    assert [fault.path for fault in check_content(Path("content"))] == ["content/fire/articles/post.md"]
    assert [fault.path for fault in check_content(tmp_path / "content")] == ["content/fire/articles/post.md"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2031-05-02", date(2031, 5, 2)),
        ('"2031-05-02"', date(2031, 5, 2)),
        ("2031-05-02T09:30", datetime(2031, 5, 2, 9, 30)),  # noqa: DTZ001 - a time without a zone is what is written
        ("2031-05-02 09:30:15Z", datetime(2031, 5, 2, 9, 30, 15, tzinfo=UTC)),
        ("2031-05-02T11:30:00+02:00", datetime(2031, 5, 2, 9, 30, tzinfo=UTC)),
    ],
)
def test_dates_are_read_as_they_are_written(tmp_path: Path, written: str, read: date) -> None:
    event = load_event(fire(tmp_path, post=file(HEAD.replace("2031-05-02", written))) / "fire")
    assert event.article("post").published == read


def test_the_order_of_files_on_disk_changes_nothing(tmp_path: Path) -> None:
    names = ["a", "b", "c", "d"]
    texts = {f"fire/articles/{name}.md": file(body=name) for name in names} | {"fire/index.md": INDEX}
    one = load_content(write(tmp_path / "one", texts))
    assert one == load_content(write(tmp_path / "two", dict(reversed(texts.items()))))


def test_every_code_that_is_given_is_explained() -> None:
    given_codes = {
        code
        for path in (Path(__file__).parents[1] / "generator").glob("content/*.py")
        for code in CODES
        if f'"{code}"' in path.read_text() and path.stem != "codes"
    }
    shared = {"bad-lock", "broken-address", "bad-date", "bad-lang", "bad-siglum", "reserved-name", "unsafe-url"} | set(
        files.CODES
    )
    assert given_codes | shared == set(CODES)


@given(st.text())
def test_no_front_matter_breaks_the_reader(text: str) -> None:
    try:
        matter = read_matter(f"---\n{text}\n---\nSix died.", "post.md")
    except MatterError as error:
        assert error.diagnostic.line >= 1  # noqa: PT017 - either outcome is sound
    else:
        assert matter.line >= 1


def yaml_cases(archive: Path) -> Iterator[tuple[str, bool]]:
    """The YAML of each case, its stand-ins for signs that do not show replaced, and whether it must fail."""
    with tarfile.open(archive) as suite:
        for member in suite.getmembers():
            if (stream := suite.extractfile(member)) and member.name.endswith(".yaml"):
                text, must_fail = "", False
                for case in yaml.safe_load(stream):
                    text, must_fail = case.get("yaml", text), case.get("fail", must_fail)
                    for shown, meant in {"␣": " ", "↵": "", "∎\n": "", "←": "\r", "⇔": "\ufeff"}.items():
                        text = text.replace(shown, meant)
                    yield re.sub("—*»", "\t", text), must_fail


def test_the_yaml_suite_gives_values_or_faults() -> None:
    archive = SHARED / "hostile/yaml-test-suite.tar.gz"
    if not archive.exists():
        pytest.skip("the YAML test suite is not here")
    outcome: Counter[tuple[bool, bool]] = Counter()
    for text, must_fail in yaml_cases(archive):
        try:
            read_matter(f"---\n{text}\n---\nSix died.", "case.md")
            outcome[must_fail, False] += 1
        except MatterError:
            outcome[must_fail, True] += 1
    assert outcome.total() > 350
    assert outcome[True, True] > 0.6 * (outcome[True, True] + outcome[True, False])
    assert outcome[False, False] > 50
