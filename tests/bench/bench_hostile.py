"""Hunt for texts that cost more than their length: ``python tests/bench/bench_hostile.py [--count N] [--seed S]``.

Draws texts from pieces that rules stumble over, reads each (sentences, quotes, figures) at 16, 64 and 256 KB, and
prints those that took most for their length or whose time grows faster than the text; the slowest are read at a
megabyte of UTF-8 too, each in a process of its own, as a build would meet it.
Times are CPU seconds. Exit code 1 where a megabyte takes more than five of them, or time grows faster than the text.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import log
from pathlib import Path
from random import Random

sys.path.append(str(Path(__file__).resolve().parents[1]))  # the tests' own folder, run as a script
from bench_quotes import HOSTILE, seconds
from hostile import draw_text, repeat

from generator.model import Article

SIZES = (16_384, 65_536, 262_144)
MEGABYTE = 1_000_000
LIMIT = 5.0
STEEP = 1.35
"""An exponent that a busy machine does not feign."""
_LEAST = 0.1
_SHOWN = 10

Draw = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Cost:
    """What a text costs at each size, in CPU seconds."""

    draw: Draw
    spent: tuple[float, ...]

    @property
    def exponent(self) -> float:
        """How time grows from the second to the third size: 1 is in step with the text."""
        before, after = self.spent[-2:]
        return log(after / max(before, 1e-4)) / log(SIZES[-1] / SIZES[-2]) if after > _LEAST else 1.0


def time_text(text: str, siglum: str = "a") -> float:
    """CPU seconds of one reading."""
    return seconds([Article(siglum, text)])


def measure(draw: Draw) -> Cost:
    """The cost at each size; what seems steep is read again, for a busy machine may have stopped for a moment."""
    cost = Cost(draw, tuple(time_text(draw(size)) for size in SIZES))
    if cost.exponent > STEEP:
        again = tuple(time_text(draw(size), "b") for size in SIZES)
        cost = Cost(draw, tuple(map(min, cost.spent, again)))
    return cost


def drawn(count: int, seed: int) -> Iterator[Draw]:
    """The texts known to cost most, then random ones."""
    for unit in HOSTILE:
        yield lambda length, unit=unit: repeat([unit], length)  # type: ignore[misc]
    for number in range(count):
        yield lambda length, number=number: draw_text(Random(f"{seed} {number}"), length)  # type: ignore[misc]  # noqa: S311 - no secret


def time_megabyte(draw: Draw) -> float:
    """CPU seconds of a million bytes of a text."""
    _warm()
    return time_text(draw(MEGABYTE).encode()[:MEGABYTE].decode(errors="ignore"))


def ask_megabyte(number: int, count: int, seed: int) -> float:
    """The same in a fresh process: what the texts before left in caches is nothing that a build would have there."""
    command = [sys.executable, __file__, "--count", str(count), "--seed", str(seed), "--only", str(number)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _warm() -> None:
    time_text("“It will hold,” Mayor Ida Holt said on Monday of 5 dams.")  # tables are made on first use


def main() -> int:
    """Print the slowest and the steepest."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--large", type=int, default=10, help="how many of the slowest to read at a megabyte")
    parser.add_argument("--only", type=int, help="read nothing but a megabyte of the text of this number")
    given = parser.parse_args()
    draws = list(drawn(given.count, given.seed))
    if given.only is not None:
        say(f"{time_megabyte(draws[given.only])}")
        return 0
    _warm()
    costs = [measure(draw) for draw in draws]
    steep = [cost for cost in costs if cost.exponent > STEEP]
    costs.sort(key=lambda cost: -cost.spent[-1])
    for cost in [*steep, *costs[:_SHOWN]]:
        times = " ".join(f"{spent:6.3f}" for spent in cost.spent)
        say(f"{cost.draw(40)!r:60} {times}  exponent {cost.exponent:.2f}")
    numbers = [draws.index(cost.draw) for cost in costs[: given.large]]
    large = [(ask_megabyte(number, given.count, given.seed), draws[number](40)) for number in numbers]
    for spent, text in large:
        say(f"a megabyte of {text!r:60} {spent:6.2f} CPU s")
    say(f"{len(costs)} texts; {len(steep)} grow faster than their length")
    return int(bool(steep) or any(spent > LIMIT for spent, _ in large))


def say(line: str) -> None:
    """One line, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
