"""What each code of a diagnostic means."""

from __future__ import annotations

from generator import fields, files

CODES: dict[str, str] = (
    fields.CODES
    | files.CODES
    | {
        "ambiguous-selector": "Words that an editor quotes stand at several places, and nothing tells which is meant.",
        "contradiction": "A claim's file says two things that exclude each other.",
        "bad-lock": "A line of permalinks.lock is not one that the build wrote.",
        "bad-version": "An earlier version's file is not named by a time.",
        "broken-address": "An address of the old site leads nowhere in the new one.",
        "duplicate-key": "The same key stands twice in one mapping of the front matter.",
        "duplicate-outlet": "Two outlet files have the same name.",
        "duplicate-siglum": "Two files or folders differ in nothing but upper and lower case.",
        "duplicate-version": "An article has two earlier versions of one time.",
        "empty-body": "An article file has no text below its front matter.",
        "late-version": "An earlier version of an article is newer than the article.",
        "lost-selector": "Words that an editor quotes do not stand in the article.",
        "lost-version": "An earlier version is of an article that the event does not have.",
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
        "stale-lock": "A build that must not change permalinks.lock would have to.",
        "unclosed-front-matter": "The front matter has no second line of three hyphens.",
        "unknown-article": "A claim's file names an article that the event does not have.",
        "unknown-stance": "A claim's file gives a stance that there is not.",
        "unread-file": "A file or folder stands where nothing is read.",
        "unwritable-lock": "The system does not let permalinks.lock be written.",
        "wrong-type": "A field holds something else than belongs there: text, a list, a mapping, true or false.",
        "yaml-feature": "The front matter uses an anchor, alias, tag or depth that is not read.",
        "yaml-syntax": "The front matter is not YAML.",
    }
)
"""Each code that reading content can give, and its meaning in a sentence."""
