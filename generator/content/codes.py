"""What each code of a diagnostic means."""

from __future__ import annotations

from generator import fields, files

CODES: dict[str, str] = (
    fields.CODES
    | files.CODES
    | {
        "duplicate-key": "The same key stands twice in one mapping of the front matter.",
        "duplicate-outlet": "Two outlet files have the same name.",
        "duplicate-siglum": "Two files or folders differ in nothing but upper and lower case.",
        "empty-body": "An article file has no text below its front matter.",
        "missing-front-matter": "The file does not begin with a line of three hyphens.",
        "missing-index": "An event has no index.md that gives its title.",
        "no-articles": "An event has no article.",
        "no-content": "The content folder is absent or is not a folder.",
        "no-events": "The content folder has no event.",
        "no-headline": "An article has no title, so its pages show the outlet's name instead.",
        "not-a-file": "A folder, device or pipe stands where a file is expected.",
        "not-a-folder": "A file stands where a folder is expected.",
        "one-article": "An event has one article, so there is nothing to compare it with.",
        "outside-content": "A symbolic link leads out of the content folder.",
        "unclosed-front-matter": "The front matter has no second line of three hyphens.",
        "unread-file": "A file or folder stands where nothing is read.",
        "wrong-type": "A field holds something other than text, or than a list where a list belongs.",
        "yaml-feature": "The front matter uses an anchor, alias, tag or depth that is not read.",
        "yaml-syntax": "The front matter is not YAML.",
    }
)
"""Each code that reading content can give, and its meaning in a sentence."""
