"""What each stance says of a statement: how sure, which way, and whose word it is.

The scale is FactBank's (Saurí and Pustejovsky 2009): certain, probable, possible, or left open, each for or against.
That certainty belongs to somebody is the model of mention and attribution of GRaSP (van Son et al. 2016).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from generator.model import Stance

Certainty = Literal["certain", "probable", "possible", "open"]
Polarity = Literal["for", "against", "open"]


@dataclass(frozen=True, slots=True)
class Factuality:
    """A place on the scale, and the words by which a reader knows it."""

    certainty: Certainty
    polarity: Polarity
    example: str


SCALE: Mapping[Stance, Factuality] = MappingProxyType(
    {
        "own voice": Factuality("certain", "for", "no words credit it to anybody"),
        "says": Factuality("certain", "for", "said, told, wrote, according to, pointed to, stressed, vowed"),
        "claims": Factuality("certain", "for", "claimed, alleged, insisted, argued"),
        "confirms": Factuality("certain", "for", "confirmed, verified, can confirm"),
        "acknowledges": Factuality("certain", "for", "acknowledged, admitted, conceded"),
        "denies": Factuality("certain", "against", "denied, rejected, dismissed, previously denied"),
        "did not deny": Factuality("open", "open", "did not deny, has not denied"),
        "no longer denies": Factuality("open", "open", "no longer denied, stopped denying"),
        "stopped short of confirming": Factuality("open", "open", "stopped short of confirming, declined to confirm"),
        "no evidence": Factuality("open", "against", "no evidence that, without evidence"),
        "did not say": Factuality("open", "open", "did not say, would not say, declined to say"),
        "may": Factuality("possible", "for", "may, could, will probably, reportedly, in the outlet’s own voice"),
        "believes": Factuality("probable", "for", "believes, thinks, estimates, expects"),
    }
)
"""The closed set of stances."""
