"""One run over an archive, in a process of its own, and what it cost."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from costs import Cost, run_python

_DISCOVER = """
import json, sys
from pathlib import Path
from generator.archive import discover
outcome = discover(Path(sys.argv[1]), Path(sys.argv[2]), **json.loads(sys.argv[3]))
sys.exit(any(fault.severity == "error" for fault in outcome.faults) and repr(outcome.faults[:3]))
"""


def discover(archive: Path, out: Path, options: Mapping[str, object]) -> Cost:
    """Run it, and count its cost.

    Raises:
        RuntimeError: It did not end well; with the last of what it printed.
    """
    cost = run_python(_DISCOVER, archive, out, json.dumps(options))
    if cost.code:
        raise RuntimeError(cost.tail)
    return cost
