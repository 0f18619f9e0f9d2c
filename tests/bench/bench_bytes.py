"""What the pages of the demonstration event weigh before a reader does anything: every file, under gzip.

python tests/bench/bench_bytes.py [CONTENT]
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from folders import command  # noqa: E402  # beside the tests
from visitor import FLAGS, find_chromium, served, visiting  # noqa: E402
from weight import BARS, heaviest, table, weigh  # noqa: E402


def main() -> int:
    """Build, weigh the heaviest page of each kind, and fail where one passes its bar."""
    content = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "content"
    over = 0
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder, "site")
        copied = shutil.copytree(content, Path(folder, "content"))
        subprocess.run(command("build", "--content", copied, "--site", site), cwd=ROOT, check=True, capture_output=True)
        chromium = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        with served(site) as base:
            for kind, bar in BARS.items():
                with visiting(chromium, base) as visitor:
                    path = heaviest(site, kind)
                    weights = weigh(visitor, path)
                say(f"{kind}: {path} (at most {bar:,})", *table(weights))
                over += sum(weights.values()) > bar
        chromium.close()
    return int(over > 0)


def say(*lines: str) -> None:
    """Print at once."""
    print(*lines, sep="\n", flush=True)  # noqa: T201  # the numbers are the result


if __name__ == "__main__":
    sys.exit(main())
