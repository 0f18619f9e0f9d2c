"""Words that name the agency, paper, station or platform through which somebody's words came: data, all folded."""

from __future__ import annotations

from generator.words import listed

KINDS = listed(
    """
    agency broadcaster chronicle courier daily dispatch echo gazette globe guardian herald inquirer journal magazine
    mercury
    monitor newspaper newsroom news observer post press radio record register reporter review sentinel standard star
    telegraph television times tribune tv weekly wire newswire
    zeitung bote boten tageblatt rundschau nachrichten tagblatt kurier anzeiger nachrichtenagentur fernsehen
    rundfunk magazin journal courrier quotidien hebdomadaire agence télévision radio chaîne dépêche
    correo diario periódico agencia televisión cadena semanario noticias
    """
)
"""Words that make a capitalised phrase a medium: the Orde Courier, the Lenz news agency."""

PLAIN = listed(
    """
    broadcaster newspaper newspapers television tv radio media magazine agency agencies daily weekly website podcast
    tabloid channel station outlet outlets
    """
)
"""Nouns for a medium that need no name: state television, a local newspaper."""

NAMES = listed(
    """
    aap abc aftonbladet afp agerpres anadolu ansa antara ap apa ard axios bbc belga bernama bloomberg cbc cbs cnbc cnn
    corriere c-span dpa dw efe euronews facebook fox instagram interfax itar-tass jiji kcna kyodo linkedin lusa
    mastodon mediafax msnbc nbc nhk npr nrk ntb orf pap pbs pti rai reuters ria ritzau rte rtl spiegel stt tasr tass
    telegram telesur tiktok truth twitter ukrinform unian upi whatsapp xinhua yle yonhap youtube zdf čtk
    """
)
"""Agencies, broadcasters and platforms known by a name that says nothing of their trade."""

CARRIED = listed("reported carried published broadcast aired quoted cited released posted printed run shown")
"""Participles before "by" or "on" and a medium: comments reported by …."""

OCCASIONS = listed(
    """
    interview interviews talk conversation comments remarks statement speaking spoke op-ed article column post posts
    posted posting wrote writing message video appearance appeared appearing tweeted
    """
)
"""Words before "with", "to", "on", "for" or "in" and a medium: an interview with …."""

THROUGH = listed("via through")
