"""Archives for tests: the same invented articles in every form an archive may have."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from folders import ROOT

from generator.archive.records import ARTICLES
from generator.content import load_event

Articles = Iterable[Mapping[str, object]]


def demo_articles() -> list[dict[str, object]]:
    """The demonstration event's articles as rows: the text without its headline."""
    rows = []
    for article in load_event(ROOT / "content" / "velnik-dam").articles:
        assert article.headline is not None
        row: dict[str, object] = {
            "id": article.siglum,
            "outlet": article.outlet,
            "published": date.fromisoformat(str(article.published)[:10]),
            "text": article.text[article.headline.end :].lstrip("\n"),
            "title": article.title,
            "url": article.url,
            "author": article.author,
            "agency": article.agency,
        }
        rows.append(row)
    return rows


def write_lines(path: Path, articles: Articles) -> Path:
    """JSON lines, gzipped where the name says so."""
    body = "".join(f"{json.dumps(dict(article), default=str, ensure_ascii=False)}\n" for article in articles).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(body) if path.suffix == ".gz" else body)
    return path


def as_table(articles: Articles) -> pa.Table:
    """The articles as an Arrow table with the columns they have."""
    listed = [dict(article) for article in articles]
    return pa.table({name: [article.get(name) for article in listed] for name in {key: 0 for a in listed for key in a}})


def write_parquet(path: Path, articles: Articles) -> Path:
    """A Parquet file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(as_table(articles), path)
    return path


def write_database(path: Path, articles: Articles, table: str = "articles") -> Path:
    """A DuckDB database with one table."""
    rows = as_table(articles)
    with duckdb.connect(path) as database:
        database.register("rows", rows)
        name = table.replace('"', '""')
        database.sql(f'CREATE TABLE "{name}" AS FROM rows')
    return path


def article(name: str, text: str = "The ferry stayed in port.", **fields: object) -> dict[str, object]:
    """An invented article with all it needs."""
    return {"id": name, "outlet": name.upper(), "published": "2031-02-03", "text": text, **fields}


def table_of(rows: Iterable[Mapping[str, object]], schema: pa.Schema = ARTICLES) -> pa.Table:
    """Rows as a table of a schema, what they lack being null."""
    return pa.Table.from_pylist([dict(row) for row in rows], schema=schema)
