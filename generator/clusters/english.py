"""How common the commonest English words are in news, by order of size: what a reader expects of any text.

Lists in steps of about four times, from memory of the language rather than from a corpus; a word stands for all its
forms. What stands in none is rarer than the last list.
"""

from __future__ import annotations

from generator.words import listed

EVERYWHERE = listed("""
the of and to a in that is was for it on he with as be by at said his have has had i not they from this but are
""")

USUAL = listed("""
an were who which we been you would their will or she her there about more if when all out up one no what so him its
into than other some could them two last year also after over new first time people just like now only can our may
then my do did most me before because while where any how being those through very many us your these such back
against does should under between during even still much both well here say make take go get come know think see way
day u.s mr mrs ms don't it's s t us
""")

COMMON = listed("""
three four five six seven eight nine ten hundred thousand million billion percent per cent half second third number
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december week month today morning night hour minute ago early late later since until again never
always already often once yet too around among within without across along near another each every few several same
own part place point case fact thing kind lot state government president country city world house home office company
group party law court police public official leader member minister national local former general political american
united states white right left man woman men women child children family life work job school business money market
right war power report story news statement interview question answer issue problem plan decision change move help need
want use find give tell ask call try put keep let become begin start show hold bring turn leave stand run lose win pay
meet include continue believe feel seem mean might must cannot can't didn't doesn't wasn't isn't won't i'm that's
support end set long high low big small large great good bad old young next able according told including
however though although whether why down off away far ever every themselves himself herself itself nothing something
anything everything everyone someone anyone nobody people's side face head hand eye water
took made went came got saw says saying added asked called known given taken done gone
""")

FREQUENT = listed("""
twelve twenty thirty forty fifty sixty ninety decade century weekend afternoon evening tonight yesterday tomorrow
spokesman spokeswoman spokesperson reporter journalist newspaper media television press conference letter speech
comment remark announce announcement describe discuss explain suggest argue agree disagree deny confirm claim accuse
warn insist note cite refer refuse accept allow force require expect hope seek intend aim consider decide determine
offer provide serve receive return reach remain stay live die kill attack fight shoot fire hit break cut fall rise grow
increase reduce raise lower send speak talk write read hear listen watch look wait follow lead join play sit walk drive
carry draw build create develop produce sell buy cost spend save share appear happen occur cause result lie lay pass
vote elect election campaign candidate senate senator congress congressional representative committee bill act
legislation lawmaker democrat democratic republican conservative liberal administration secretary department agency
federal governor mayor council board chairman chief director executive head staff aide adviser deputy vice majority
minority speaker opposition policy politics security defense military army force troop soldier officer general foreign
international nation border region area county district town street road north south east west northern southern
eastern western central washington america britain european europe russia china iran israel
judge justice attorney lawyer lawsuit charge trial case crime criminal prison jail arrest investigation investigate
evidence witness victim suspect murder death dead injure injury wound injured accident incident emergency hospital
doctor health medical care patient disease drug study research university student teacher college education
economy economic tax budget fund bank trade industry price rate growth job worker employee union labor firm corporation
manager customer service product technology computer internet website online phone call video photo picture film book
movie music game team sport player season record history century future past present recent current previous earlier
possible likely clear certain sure true real full whole open close free hard easy strong important major serious
special different similar various available ready common key main top single final short little less least
almost nearly about approximately enough rather quite perhaps maybe probably actually really simply certainly
immediately soon quickly finally instead together alone despite amid toward towards upon behind above below outside
inside beyond following regarding concerning due
action activity effort attempt measure step process system program project meeting deal agreement treaty talks
negotiation relation relationship role position view opinion idea sense reason effect impact response reaction
concern fear threat risk danger crisis situation condition level amount total average figure data information detail
document file message email test order rule right rights civil human freedom religious church community society social
culture black race gay marriage couple wife husband father mother son daughter brother sister friend parent boy girl
baby person body mind heart hand foot car bus train plane ship air land building room door wall fire gun weapon bomb
missile nuclear oil gas energy environment climate weather storm food animal dog tree land island river sea lake
operation mission protest protester crowd supporter critic critical analyst expert professor author source agent
line list name word term text page title type form piece side top bottom front center middle
win won victory lost loss beat defeat champion
""")
