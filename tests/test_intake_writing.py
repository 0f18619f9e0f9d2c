from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content import load_event
from generator.content.matter import read_matter
from generator.diagnostics import ContentError
from generator.fields import ARTICLE, find_control
from generator.intake import CODES, FIELDS, Request, add_articles, load_requests
from generator.intake.drafts import Draft, settle
from generator.intake.html import read_html
from generator.intake.lines import Removed
from generator.intake.writing import QuickDumper, render_article, render_index, render_yaml

PAGE = "Six die as ferry sinks\n\n4 May 2031\n\nSix people died on Sunday.\n\nTwo are missing.\n"


def saved(folder: Path, name: str = "page.txt", text: str | bytes = PAGE) -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def codes(root: Path, *requests: Request, event: str = "ferry", overwrite: bool = False) -> list[str]:
    _, faults = add_articles(requests, event, root / "content", overwrite=overwrite)
    return [fault.code for fault in faults]


def test_an_event_is_made_with_its_index(tmp_path: Path) -> None:
    written, faults = add_articles([Request(saved(tmp_path), outlet="The Post")], "ferry-sinks", tmp_path / "content")
    assert not faults
    assert [path.relative_to(tmp_path / "content").as_posix() for path in written] == [
        "ferry-sinks/index.md",
        "ferry-sinks/articles/the-post.md",
    ]
    event = load_event(tmp_path / "content/ferry-sinks")
    assert (event.title, event.articles[0].title) == ("Ferry sinks", "Six die as ferry sinks")
    assert event.articles[0].text.endswith("\n\nSix people died on Sunday.\n\nTwo are missing.")


def test_an_index_that_is_there_stays(tmp_path: Path) -> None:
    index = tmp_path / "content/ferry/index.md"
    index.parent.mkdir(parents=True)
    index.write_text("---\ntitle: Mine\n---\n")
    written, _ = add_articles([Request(saved(tmp_path), outlet="Post")], "ferry", tmp_path / "content")
    assert (len(written), index.read_text()) == (1, "---\ntitle: Mine\n---\n")


def test_what_the_editor_gives_wins(tmp_path: Path) -> None:
    request = Request(saved(tmp_path), outlet="Post", title="Mine", published="2031-05-09", author="Ada Lund")
    add_articles([request], "ferry", tmp_path / "content")
    text = (tmp_path / "content/ferry/articles/post.md").read_text()
    matter = read_matter(text, "post.md").entries
    values = [matter[name].value for name in ("title", "published", "author")]
    assert values == ["Mine", "2031-05-09", "Ada Lund"]
    assert [item["text"] for item in matter["removed"].value] == ["Six die as ferry sinks", "4 May 2031"]


def test_one_fault_and_nothing_is_written(tmp_path: Path) -> None:
    good = Request(saved(tmp_path), outlet="Post")
    bad = Request(saved(tmp_path, "bad.txt", b"\xff"), outlet="Gazette")
    assert codes(tmp_path, good, bad) == ["invalid-utf-8"]
    assert not (tmp_path / "content").exists()


def test_an_article_file_is_not_overwritten_unless_asked(tmp_path: Path) -> None:
    request = Request(saved(tmp_path), outlet="Post")
    assert codes(tmp_path, request) == []
    path = tmp_path / "content/ferry/articles/post.md"
    path.write_text("mine")
    assert codes(tmp_path, request) == ["article-exists"]
    assert path.read_text() == "mine"
    assert codes(tmp_path, request, overwrite=True) == []
    assert path.read_text().startswith("---\noutlet: Post\n")


def test_two_pages_of_one_outlet_are_numbered(tmp_path: Path) -> None:
    request = Request(saved(tmp_path), outlet="Post")
    written, _ = add_articles([request, request], "ferry", tmp_path / "content")
    assert [path.stem for path in written] == ["index", "post", "post-2"]


@pytest.mark.parametrize(
    ("request_fields", "expected"),
    [
        ({"siglum": "The Post"}, ["bad-siglum"]),
        ({"siglum": "index"}, ["reserved-name"]),
        ({"published": "4 May 2031"}, ["bad-date"]),
        ({"url": "javascript:alert(1)"}, ["unsafe-url"]),
        ({"lang": "english"}, ["bad-lang"]),
        ({"author": "Ada\x00"}, ["control-character"]),
        ({"outlet": ""}, ["missing-field"]),
    ],
)
def test_a_value_that_is_unsound_is_a_fault(
    tmp_path: Path, request_fields: dict[str, str], expected: list[str]
) -> None:
    request = Request(saved(tmp_path), **({"outlet": "Post"} | request_fields), path="list.csv", line=3, column=1)
    _, faults = add_articles([request], "ferry", tmp_path)
    assert [fault.code for fault in faults] == expected
    assert [(fault.path, fault.line, fault.column) for fault in faults] == [("list.csv", 3, 1)]
    assert all(fault.hint for fault in faults)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("none.txt", None, ["unreadable-file"]),
        ("page.pdf", b"%PDF", ["not-a-page"]),
        ("page.txt", "Six\x00 died.", ["control-character"]),
        ("page.txt", "Six died.".encode("utf-16"), ["invalid-utf-8"]),
        ("page.txt", "", ["empty-page", "missing-field"]),
        ("page.txt", "2 hours ago\n\nSix people died on Sunday.", ["missing-field", "no-headline"]),
        ("page.html", "", ["empty-page", "missing-field"]),
        ("page.html", "<html><body><nav>Home</nav></body></html>", ["empty-page", "missing-field"]),
    ],
)
def test_a_page_that_is_no_article_is_a_fault(
    tmp_path: Path, name: str, text: str | bytes | None, expected: list[str]
) -> None:
    path = tmp_path / name if text is None else saved(tmp_path, name, text)
    assert codes(tmp_path, Request(path, outlet="Post")) == expected


def test_a_folder_is_no_page(tmp_path: Path) -> None:
    (tmp_path / "page.txt").mkdir()
    assert codes(tmp_path, Request(tmp_path / "page.txt", outlet="Post")) == ["unreadable-file"]


def test_a_name_that_is_no_address_is_no_event(tmp_path: Path) -> None:
    assert codes(tmp_path, Request(saved(tmp_path), outlet="Post"), event="../up") == ["bad-siglum"]
    assert codes(tmp_path, Request(saved(tmp_path), outlet="Post"), event="") == ["bad-siglum"]


def test_what_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "content/ferry").mkdir(parents=True)
    (tmp_path / "content/ferry/articles").write_text("in the way")
    assert codes(tmp_path, Request(saved(tmp_path), outlet="Post")) == ["unwritable-file"]
    assert [path.name for path in (tmp_path / "content/ferry").iterdir()] == ["articles"]


def test_what_a_page_does_not_say_is_asked_for(tmp_path: Path) -> None:
    page = saved(tmp_path, text="Six people died on Sunday.\n\nTwo are missing.")
    answers: dict[str, list[str | None]] = {
        "outlet": ["Post"],
        "published": ["yesterday", "2031-05-04"],
        "title": [None],
    }
    asked: list[tuple[str, str]] = []

    def ask(field: str, file: str) -> str | None:
        asked.append((field, Path(file).name))
        return answers[field].pop(0)

    written, faults = add_articles([Request(page)], "ferry", tmp_path / "content", ask=ask)
    assert [field for field, _ in asked] == ["outlet", "published", "published", "title"]
    assert {file for _, file in asked} == {"page.txt"}
    assert [fault.code for fault in faults] == ["no-headline"]
    assert written[-1].read_text() == (
        "---\noutlet: Post\npublished: 2031-05-04\n---\n\nSix people died on Sunday.\n\nTwo are missing.\n"
    )


def test_what_a_page_says_is_not_asked_for(tmp_path: Path) -> None:
    def ask(field: str, file: str) -> str | None:
        raise AssertionError(field, file)

    _, faults = add_articles([Request(saved(tmp_path), outlet="Post")], "ferry", tmp_path, ask=ask)
    assert not faults


def listed(folder: Path, text: str) -> Path:
    return saved(folder, "articles.csv", text)


def test_a_list_gives_requests_with_their_rows(tmp_path: Path) -> None:
    path = listed(tmp_path, "\ufefffile,siglum,outlet,published\r\n\r\na.txt,post,The Post,2031-05-04\r\n")
    (request,) = load_requests(path)
    assert (request.file, request.siglum, request.outlet) == (tmp_path / "a.txt", "post", "The Post")
    assert (request.published, request.line) == ("2031-05-04", 3)


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_list_may_be_parted_by_other_signs(tmp_path: Path, sign: str) -> None:
    path = listed(tmp_path, sign.join(["file", "outlet"]) + "\n" + sign.join(["a.txt", '"Post' + sign + 'Gazette"']))
    assert load_requests(path)[0].outlet == f"Post{sign}Gazette"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [(1, "bad-csv"), (1, "bad-csv")]),
        ("file,outlet\n", [(1, "bad-csv")]),
        ("outlet\nPost\n", [(1, "bad-csv")]),
        ("file,outlett\na.txt,Post\n", [(1, "unknown-column")]),
        ("file,file\na.txt,b.txt\n", [(1, "bad-csv")]),
        ("file,outlet\na.txt\n,Post\n", [(2, "bad-csv"), (3, "bad-csv")]),
        ('file,outlet\n"a.txt,Post\n', [(1, "bad-csv")]),
        ("file\n\x00\n", [(2, "control-character")]),
    ],
)
def test_a_list_with_faults_is_refused(tmp_path: Path, text: str, expected: list[tuple[int, str]]) -> None:
    with pytest.raises(ContentError) as caught:
        load_requests(listed(tmp_path, text))
    assert [(fault.line, fault.code) for fault in caught.value.diagnostics] == expected


def test_an_absent_list_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="unreadable-file"):
        load_requests(tmp_path / "none.csv")


WORDS = st.text(max_size=60).map(settle).filter(lambda text: bool(text) and find_control(text) is None)
PLAIN = {name: WORDS for name, kind in ARTICLE.items() if kind == "words" and name in FIELDS}
VALUES = st.fixed_dictionaries(
    {"outlet": WORDS, "published": st.dates().map(str)},
    optional={name: words for name, words in PLAIN.items() if name != "outlet"},
)
REMOVED = st.builds(Removed, st.integers(0, 99), st.sampled_from(["share", "repeat"]), WORDS)


@given(VALUES, st.lists(WORDS, min_size=1, max_size=5), st.lists(REMOVED, max_size=3))
@settings(max_examples=200, deadline=None)
def test_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, values: dict[str, str], body: list[str], removed: list[Removed]
) -> None:
    ordered = {name: values[name] for name in FIELDS if name in values}
    folder = tmp_path_factory.mktemp("content") / "ferry"
    (folder / "articles").mkdir(parents=True)
    (folder / "index.md").write_text(render_index("ferry"))
    draft = Draft(Request(Path("page.txt")), "post", ordered, tuple(body), tuple(removed))
    (folder / "articles/post.md").write_text(render_article(draft), encoding="utf-8", newline="")
    article = load_event(folder).article("post")
    assert article.text == "\n\n".join([*(values[name] for name in ("title", "standfirst") if name in values), *body])
    read = {name: str(getattr(article, name)) for name in ordered if name != "standfirst"}
    assert read == {name: value for name, value in ordered.items() if name != "standfirst"}


def html(head: str = "", body: str = "") -> dict[str, str]:
    return dict(
        read_html(f"<html><head>{head}</head><body>{body}<p>Six people died on Sunday.</p></body></html>").stated
    )


def linked(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        ('<meta property="article:published_time" content="2031-05-04T09:30:00Z">', "", "2031-05-04T09:30:00Z"),
        ('<meta name="date" content="May 4, 2031">', "", "2031-05-04"),
        (linked('{"@type": "NewsArticle", "datePublished": "2031-05-04"}'), "", "2031-05-04"),
        (linked('[{"@graph": [{"@type": ["Article"], "datePublished": "2031-05-04"}]}]'), "", "2031-05-04"),
        ("", '<time datetime="2031-05-04">4 May</time>', "2031-05-04"),
        ("", '<time datetime="2031-05-04">4 May</time><time datetime="2031-05-05">5 May</time>', None),
        ("", '<time pubdate datetime="2031-05-04"></time><time datetime="2031-05-05">5 May</time>', "2031-05-04"),
        ('<meta name="date" content="04/05/2031">', "", None),
        ('<meta name="date" content="2031-02-30">', "", None),
        (linked("{"), "", None),
        (linked("[" * 100_000), "", None),
        (linked('{"@type": "WebPage", "datePublished": "2031-05-04"}'), "", None),
        ('<link rel="x" href="/2031/05/04/six">', "<p>On 4 May 2031 the ferry sank.</p>", None),
    ],
)
def test_a_pages_date_is_the_one_it_states(head: str, body: str, published: str | None) -> None:
    assert html(head, body).get("published") == published


def test_a_pages_title_is_its_heading_without_the_outlet() -> None:
    site = '<meta property="og:site_name" content="Post"><meta property="og:title" content="Six die | Post">'
    assert html(site)["title"] == "Six die"
    assert html(site, "<h1>Six people die</h1>")["title"] == "Six people die"
    assert html(site, "<h1>Post</h1>")["title"] == "Six die"


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ("<meta charset='utf-8'>é".encode(), []),
        ("é".encode(), []),
        ("\ufeffé".encode("utf-16"), []),
        ("<meta charset='iso-8859-1'>é".encode("cp1252"), []),
        ("<meta charset='utf-8'>é".encode("cp1252"), ["guessed-encoding"]),
        ("<meta charset='nonsense'>é".encode("cp1252"), ["guessed-encoding"]),
    ],
)
def test_a_pages_letters_are_read_as_it_says(tmp_path: Path, raw: bytes, told: list[str]) -> None:
    text = "<p>{} people died in a café on the quay on Sunday, the coastguard said.</p><p>Two are missing.</p>"
    wide = raw.startswith(b"\xff\xfe")
    encoding = "utf-16-le" if wide else "utf-8" if b"\xc3" in raw else "cp1252"
    page = saved(tmp_path, "page.html", raw + text.encode(encoding))
    request = Request(page, outlet="Post", title="Six die", published="2031-05-04")
    written, faults = add_articles([request], "ferry", tmp_path / "content")
    assert [fault.code for fault in faults] == told
    assert "café" in written[-1].read_text()


def test_what_is_left_out_of_a_page_is_listed() -> None:
    story = "".join(f"<p>Sentence {word} of the story says that six people died on Sunday.</p>" for word in "abcdef")
    head = "<header><p>A caption of the whole that nobody asked for.</p></header>"
    side = '<div class="comments"><p>I always said that she would sink one day.</p></div>'
    figure = "<figure><figcaption>The wreck</figcaption></figure>"
    page = read_html(f"<html><body>{head}<article>{figure}{story}</article>{side}</body></html>")
    words = " ".join(line.text for line in page.lines)
    assert all(f"Sentence {word} " in words for word in "abcdef")
    assert [(item.kind, item.text) for item in page.left_out] == [("caption", "The wreck")]


def test_links_emphasis_and_tables_keep_their_words() -> None:
    rows = "<table><tr><th>Year</th><th>Dead</th></tr><tr><td>2030</td><td>4</td></tr></table>"
    story = "<p>Six people died on Sunday, the coastguard of the port said in a long note.</p>" * 4
    marked = "<p>“<em>We</em> were <b>told</b> nothing”<a href='/x'>, she said</a>.</p>"
    page = read_html(f"<html><body><article>{story}{marked}{rows}</article></body></html>")
    assert [line.text for line in page.lines][-3:] == ["“We were told nothing”, she said.", "Year | Dead", "2030 | 4"]


def test_every_code_that_is_given_is_explained() -> None:
    modules = [path for path in (Path(__file__).parents[1] / "generator/intake").glob("*.py") if path.stem != "codes"]
    written = {code for path in modules for code in CODES if f'"{code}"' in path.read_text()}
    shared = {"bad-date", "bad-lang", "bad-siglum", "invalid-utf-8", "reserved-name", "unreadable-file", "unsafe-url"}
    assert written | shared == set(CODES)


_PLAINLY = st.text("aZéŁ", min_size=1, max_size=4)


@settings(max_examples=300)
@given(
    st.dictionaries(
        st.sampled_from(["title", "outlet", "published"]),
        st.builds("{} {}{}".format, _PLAINLY, st.text("ayN09 ,.;:#'’-~&*!|>\"", max_size=8), _PLAINLY)
        | st.sampled_from(["2031-05-01", "2031-05-01T10:00", "yes", "null", "12", "1e3", "", " a b", "a b ", "- a b"]),
        min_size=1,
    )
)
def test_front_matter_is_what_yaml_makes_of_it(matter: dict[str, str]) -> None:
    asked = yaml.dump(matter, Dumper=QuickDumper, allow_unicode=True, sort_keys=False, width=10**9)
    assert render_yaml(matter) == asked
