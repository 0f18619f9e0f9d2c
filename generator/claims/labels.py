"""Words that tell whose words these are, and words that outlets choose between when they name one thing.

Each line is a set of labels for one kind of thing, after what style guides of news agencies and studies of framing
(Entman 1993) list as choices. Words that most writers use for one another without a thought are left out.
"""

from __future__ import annotations

from generator.words import listed

_FORCE = "invasion, incursion, intervention, offensive"
"""Acts of force: told as an answer to another's, each has "counter" before it, joined or with a hyphen."""
_ANSWERED = ("", "counter-", "counter")
_FAMILIES = """
riot, protest, unrest, uprising, demonstration
militants, terrorists, insurgents, rebels, extremists, freedom fighters
illegal immigrants, illegal aliens, undocumented immigrants, undocumented migrants, unauthorized immigrants
asylum seekers, refugees, migrants
global warming, climate change, climate crisis
pro-life, anti-abortion
pro-choice, abortion rights
coup, revolution, takeover
massacre, mass shooting
torture, enhanced interrogation
occupied territories, disputed territories
inheritance tax, estate tax, death tax
same-sex marriage, gay marriage, traditional marriage
gun control, gun safety
airstrike, bombing raid
genocide, ethnic cleansing
strongman, dictator
cease-fire, ceasefire, truce, armistice
"""

FAMILIES = tuple(
    tuple(tuple(label.replace("-", " - ").split()) for label in map(str.strip, line.split(",")))
    for line in (", ".join(f"{lead}{act}" for lead in _ANSWERED for act in _FORCE.split(", ")), *_FAMILIES.split("\n"))
    if line
)
"""Each family as labels, each label as its tokens."""

FIRST_PERSON = listed("""
i me my mine we us our ours i'm i've i'll i'd we're we've we'll we'd ich mich mir mein meine wir uns unser unsere
je moi mon ma mes nous notre nos yo mí mi mis nosotros nuestro nuestra
""")
"""What nobody says of another, in the languages that quotations are read in."""
