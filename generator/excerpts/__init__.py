"""A report of which some articles are published in excerpts only: the sentences that take part in a comparison.

The whole texts are read and compared. What leaves this package holds no other sentence of such an article, whatever
page, table or feed is made of it.
"""

from generator.excerpts.applying import excerpt
from generator.excerpts.choosing import EXCERPT, is_excerpt
from generator.excerpts.cutting import GAP

__all__ = ["EXCERPT", "GAP", "excerpt", "is_excerpt"]
