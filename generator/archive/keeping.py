"""Files that need not be made again: what goes into them is what went into them before, and nobody changed them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.archive.staging import Stage


@dataclass(slots=True)
class Kept:
    """What went into files: ``before`` has for each name the digest of it, and the stamp of the file once written."""

    before: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    _digests: dict[str, str] = field(default_factory=dict)

    def keep(self, stage: Stage, name: str, digest: str) -> bool:
        """Keep a file that would be the same; false where it has to be made."""
        self._digests[name] = digest
        return self.before.get(name) == (digest, _stamp(stage.out / name)) and stage.keep(name)

    def keep_both(self, stage: Stage, names: Sequence[str], digest: str) -> bool:
        """Keep files that are made together; false where any has to be made."""
        kept = [self.keep(stage, name, digest) for name in names]
        return all(kept)

    def list(self, out: Path) -> list[tuple[str, str, str]]:
        """Name, digest and stamp of each file, once all are in their places."""
        return [(name, digest, _stamp(out / name)) for name, digest in sorted(self._digests.items())]


def _stamp(path: Path) -> str:
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{found.st_size}-{found.st_mtime_ns}"
