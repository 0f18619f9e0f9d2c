"""The tables that reading, the engines and writing hand to one another, as Arrow schemas.

An article is known by ``number`` inside the archive's state: numbers follow the order in which articles were taken in,
and within one run the order of ``(published, id)``. Offsets are code points of ``text``, ends excluded.
"""

from __future__ import annotations

import pyarrow as pa

# One row an article, as read. ``published`` is null where the archive gives no date. Optional fields are null or text.
ARTICLES = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        pa.field("outlet", pa.string(), nullable=False),
        pa.field("published", pa.date32()),
        pa.field("text", pa.string(), nullable=False),
        pa.field("title", pa.string()),
        pa.field("url", pa.string()),
        pa.field("author", pa.string()),
        pa.field("agency", pa.string()),
        pa.field("lang", pa.string()),
    ]
)

# One row a passage that two articles of different outlets share. "Earlier" is by publication, then by id. ``first`` is
# the id of the earliest article that carries the later passage, or half of it at least. ``kept`` counts equal words;
# ``identity`` is twice the kept words over the words of both sides, 0 to 1.
REUSE = pa.schema(
    [
        pa.field("event", pa.string()),
        pa.field("first", pa.string(), nullable=False),
        pa.field("earlier", pa.string(), nullable=False),
        pa.field("earlier_outlet", pa.string(), nullable=False),
        pa.field("earlier_published", pa.date32()),
        pa.field("earlier_start", pa.int32(), nullable=False),
        pa.field("earlier_end", pa.int32(), nullable=False),
        pa.field("later", pa.string(), nullable=False),
        pa.field("later_outlet", pa.string(), nullable=False),
        pa.field("later_published", pa.date32()),
        pa.field("later_start", pa.int32(), nullable=False),
        pa.field("later_end", pa.int32(), nullable=False),
        pa.field("kept", pa.int32(), nullable=False),
        pa.field("earlier_words", pa.int32(), nullable=False),
        pa.field("later_words", pa.int32(), nullable=False),
        pa.field("identity", pa.float64(), nullable=False),
    ]
)

# One row an article that belongs to an event of two or more. ``event`` is the event's address part.
EVENTS = pa.schema(
    [
        pa.field("event", pa.string(), nullable=False),
        pa.field("id", pa.string(), nullable=False),
        pa.field("outlet", pa.string(), nullable=False),
        pa.field("published", pa.date32()),
        pa.field("title", pa.string()),
    ]
)

# One row a wording that too many articles carry to tell anything: counted, and compared no further.
BOILERPLATE = pa.schema(
    [
        pa.field("articles", pa.int64(), nullable=False),
        pa.field("id", pa.string(), nullable=False),
        pa.field("start", pa.int32(), nullable=False),
        pa.field("end", pa.int32(), nullable=False),
        pa.field("exact", pa.string(), nullable=False),
    ]
)
