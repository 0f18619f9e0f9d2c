from __future__ import annotations

import itertools
from datetime import date
from math import isfinite

import pytest
from hostile import count_steps
from hypothesis import given
from hypothesis import strategies as st
from subject import article, event, marked

from generator.figures import find_figures, group_figures
from generator.figures.numbers import parse_digits
from generator.model import Event, Figure
from generator.sentences import segment


def figures(text: str, lang: str = "en") -> tuple[Figure, ...]:
    subject = article(text, lang=lang)
    return find_figures(subject, segment(subject))


def shown(text: str, lang: str = "en") -> str:
    return marked(text, (figure.span for figure in figures(text, lang)))


def only(text: str, lang: str = "en") -> Figure:
    (figure,) = figures(text, lang)
    return figure


def counted(text: str) -> str:
    span = only(text).counts
    assert span is not None
    return text[span.start : span.end]


def grouped(subject: Event) -> list[list[str]]:
    found = [figure for item in subject.articles for figure in find_figures(item, segment(item))]
    groups: dict[str | None, list[str]] = {}
    for figure in group_figures(subject, found):
        groups.setdefault(figure.group, []).append(f"{figure.span.siglum} {subject[figure.span]}")
    return sorted(groups.values())


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("They sent 10,000 troops.", 10_000, "exact"),
        ("They sent some 10,000 troops.", 10_000, "about"),
        ("They sent approximately 3,000 soldiers.", 3_000, "about"),
        ("Around 40 houses burned.", 40, "about"),
        ("Nearly 900 people fled.", 900, "about"),
        ("Over 600,000 men were wounded.", 600_000, "at least"),
        ("More than 30 ships left.", 30, "at least"),
        ("At least six people died.", 6, "at least"),
        ("No fewer than 12 villages flooded.", 12, "at least"),
        ("Up to 250 guests came.", 250, "at most"),
        ("Fewer than 50 guests came.", 50, "at most"),
        ("It took 20 or more boats.", 20, "at least"),
        ("They sent 3.5 million masks.", 3_500_000, "exact"),
        ("They sent two dozen boats.", 24, "exact"),
        ("They bought a hundred lamps.", 100, "exact"),
        ("Twenty-five miners were rescued.", 25, "exact"),
        ("They shipped millions of rounds of ammunition.", 1_000_000, "at least"),
        ("Tens of thousands of people marched.", 10_000, "at least"),
        ("The fire killed six in the harbour.", 6, "exact"),
        ("The death toll rose to 90 on Friday.", 90, "exact"),
        ("More than half of the voters stayed home.", 0.5, "at least"),
        ("Nearly one in four homes burned.", 0.25, "about"),
        ("The mill beat an estimate of about 64,900.", 64_900, "about"),
        ("The mill was worth at least 240 million.", 240_000_000, "at least"),
    ],
)
def test_value_and_bound(text: str, value: float, bound: str) -> None:
    figure = only(text)
    assert (figure.value, figure.bound) == (value, bound)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("Between 80 and 120 guards were hired.", 80, 120, ""),
        ("Prices rose 8-10 per cent.", 8, 10, "percent"),
        ("It needs 3 to 5 million litres.", 3_000_000, 5_000_000, "litre"),
        ("Two or three boats sank.", 2, 3, ""),
    ],
)
def test_ranges(text: str, low: float, high: float, unit: str) -> None:
    figure = only(text)
    assert (figure.value, figure.high, figure.unit, figure.bound) == (low, high, unit, "range")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It cost $1.2bn.", 1.2e9, "USD"),
        ("It cost €40 million.", 4e7, "EUR"),
        ("It cost 300 pounds sterling.", 300, "GBP"),
        ("Turnout fell by 4.5 per cent.", 4.5, "percent"),
        ("Turnout fell 12%.", 12, "percent"),
        ("They signed a 90-day truce.", 90, "day"),
        ("The pilot is a 43-year-old man.", 43, "year of age"),
        ("The mill cost $US17,246,208 in all.", 17_246_208, "USD"),
        ("The rate fell to .001 per cent.", 0.001, "percent"),
        ("It lies 16 km from the dam.", 16, "kilometre"),
        ("A quake of magnitude 5.6 struck.", 5.6, "magnitude"),
        ("About a quarter of the houses burned.", 0.25, ""),
        ("One in four houses burned.", 0.25, ""),
    ],
)
def test_units(text: str, value: float, unit: str) -> None:
    figure = only(text)
    assert (figure.value, figure.unit) == (value, unit)


def test_a_fall_is_a_range_from_its_lower_end() -> None:
    figure = only("Growth slowed from 4.8 to 4.7 per cent.")
    assert (figure.value, figure.high, figure.unit, figure.bound) == (4.7, 4.8, "percent", "range")


def test_the_span_holds_the_number_with_its_bound_and_unit() -> None:
    text = "At least six people died and about 40 per cent of the roofs, worth up to $3 million, were lost."
    assert shown(text) == (
        "[At least six] people died and [about 40 per cent] of the roofs, worth [up to $3 million], were lost."
    )


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("They sent 10,000 Northern Isle troops to the coast.", "Northern Isle troops"),
        ("They sent around 900 total soldiers.", "total soldiers"),
        ("Some 400 troops from Vessaly were readied.", "troops from Vessaly"),
        ("A total of 12 members of the crew drowned.", "members of the crew"),
        ("Six people were hurt.", "people"),
        ("One in four homes burned.", "homes"),
        ("At least 14 of the crew members swam.", "crew members"),
        ("Over 600 Vessalian soldiers have been killed.", "Vessalian soldiers"),
        ("They shipped hundreds of crates.", "crates"),
    ],
)
def test_what_is_counted(text: str, noun: str) -> None:
    assert counted(text) == noun


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Vessaly has sent 1,500 soldiers.", "has sent"),
        ("Over 600 soldiers have been killed or wounded.", "have been killed or wounded"),
        ("The storm left 12 dead.", "dead"),
        ("The blast killed nine people.", "killed"),
        ("Killing nine people, the blast shook Orde.", "killing"),
        ("They aim to deploy a total of 700 guards.", "to deploy"),
        ("About 400 guards from Vessaly were being readied.", "were being readied"),
        ("Some 400 guards could soon join the watch.", "could soon join"),
        ("Police arrested 30 protesters.", "arrested"),
        ("Forty were hurt.", "were hurt"),
        ("The death toll rose to 90.", "rose"),
        ("It put the damage to the plant at about 240 million crowns.", None),
        ("Police said 12 suspects.", None),
        ("The 30 guards could not have yet really been sent.", None),
        ("Some 900 people in the valley were ordered to leave.", "were ordered to leave"),
        ("The shares fell 17 per cent in Orde before trading was suspended.", "fell"),
    ],
)
def test_status_is_the_verb_group_that_governs_as_written(text: str, status: str | None) -> None:
    assert only(text).status == status


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Turnout rose by 4.5 per cent.", "up"),
        ("Turnout fell 12%.", "down"),
        ("Shares of the mill were up 3 per cent.", "up"),
        ("The index: +0.3%.", "up"),
        ("Turnout rose by more than 4 per cent.", "at least"),
        ("Turnout rose to 40 per cent.", "exact"),
    ],
)
def test_how_far_something_rose_or_fell(text: str, bound: str) -> None:
    assert only(text).bound == bound


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Oats were sold at $80 a barrel.", 80, "USD per barrel"),
        ("It grants RM40 million.", 4e7, "MYR"),
        ("They raised 7.5 million Danish crowns.", 7.5e6, "DKK"),
        ("The hall measures 1520 sq m.", 1520, "square metre"),
        ("The rope is 25.5″ long.", 25.5, "inch"),
        ("The engine gives 450 Nm.", 450, "newton metre"),
        ("The tower is 37m tall.", 37, "metre"),
        ("It went to 37m people.", 3.7e7, ""),
        ("It was minus 12 degrees Celsius.", -12, "celsius"),
        ("They do 3,000 tests per day.", 3000, "per day"),
        ("It is 1/16 of the price.", 1 / 16, ""),
        ("He will be 35 by the end of the year.", 35, "year of age"),
        ("They cut 280 million of the 1.5 billion crowns.", 2.8e8, "crown"),
    ],
)
def test_signs_codes_and_rates(text: str, value: float, unit: str) -> None:
    figure = figures(text)[0]
    assert figure.value == pytest.approx(value)
    assert figure.unit == unit


def test_a_measure_in_brackets_is_as_exact_as_the_one_before() -> None:
    found = figures("It cost more than 7.5 million crowns ($1.1 million).")
    assert [(figure.bound, figure.unit) for figure in found] == [("at least", "crown"), ("at least", "USD")]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("A 25 per cent tax on oats was passed.", "tax"),
        ("The boat has a 5.2 litre engine.", "engine"),
        ("They bought two new 737 jets.", "new 737 jets"),
    ],
)
def test_what_a_measure_stands_before(text: str, noun: str) -> None:
    assert counted(text) == noun


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Revenue in the quarter rose to $7 billion.", "Revenue in the quarter"),
        ("The mill posted a loss of 63 cents.", "loss"),
        ("Vessaly Hydro, which has 13,000 workers, said nothing.", "Vessaly Hydro"),
        ("The mill, a landmark of Orde, lost $3 million.", "mill"),
        ("The council expects to grow sales by 35 per cent.", "sales"),
        ("The mill has supplied the town of Orde with thousands of sacks.", "mill"),
        ("He paid $5.", None),
        ("Six people died.", None),
    ],
)
def test_what_a_figure_is_said_of(text: str, about: str | None) -> None:
    span = only(text).about
    assert (text[span.start : span.end] if span else None) == about


@pytest.mark.parametrize(
    ("lang", "text", "status"),
    [
        ("en", "The deployment of 3,000 soldiers was put off.", "deployment"),
        ("en", "The deaths of 12 people shook Orde.", "deaths"),
        ("de", "Zwölf Menschen wurden getötet.", "wurden getötet"),
        ("de", "Die Zahl der Toten stieg auf 90.", "stieg"),
        ("fr", "Six personnes ont été tuées.", "ont été tuées"),
        ("fr", "Le feu a fait 30 blessés.", "blessés"),
        ("es", "El gobierno envió 3.000 soldados.", "envió"),
        ("es", "El fuego dejó doce muertos.", "muertos"),
        ("uk", "Загинуло 12 людей.", "загинуло"),
    ],
)
def test_status_by_a_noun_and_in_other_languages(lang: str, text: str, status: str) -> None:
    assert only(text, lang).status == status


WEDNESDAY = date(2031, 5, 14)


def when(text: str, lang: str = "en", published: date | None = WEDNESDAY) -> tuple[str | None, str | None]:
    subject = article(text, lang=lang, published=published)  # type: ignore[arg-type]
    (figure,) = find_figures(subject, segment(subject))
    basis = figure.as_of_basis
    return (
        figure.as_of.isoformat() if figure.as_of else None,
        text[basis.start : basis.end] if basis else None,
    )


@pytest.mark.parametrize(
    ("lang", "text", "days", "basis"),
    [
        ("en", "On Wednesday 40 boats left.", "2031-05-14", "Wednesday"),
        ("en", "Last Wednesday 40 boats left.", "2031-05-07", "Wednesday"),
        ("en", "Next Monday 40 boats will leave.", "2031-05-19", "Monday"),
        ("en", "Last week 40 boats left.", "2031-05-05/2031-05-11", "Last week"),
        ("en", "By December 40 boats will leave.", "2030-12-01/2030-12-31", "December"),
        ("en", "Last October 40 boats left.", "2030-10-01/2030-10-31", "October"),
        ("en", "On Oct. 8-13 they moved 40 boats.", "2031-10-08/2031-10-13", "Oct. 8-13"),
        ("en", "They moved 40 boats on June 20, 2024.", "2024-06-20", "June 20, 2024"),
        ("en", "Since February, 40 boats have left.", "2031-02-01/2031-05-14", "February"),
        ("en", "In 2022 the town had 40 boats.", "2022-01-01/2022-12-31", "2022"),
        ("en", "Two weeks ago 40 boats left.", "2031-04-28/2031-05-04", "Two weeks ago"),
        ("en", "Holt said on Tuesday that 40 boats had left in April.", "2031-04-01/2031-04-30", "April"),
        ("en", "Holt said on Tuesday that 40 boats had left.", "2031-05-13", "Tuesday"),
        ("en", "The 40 boats of the October fleet left.", None, None),
        ("de", "Letzte Woche kamen 40 Boote.", "2031-05-05/2031-05-11", "Letzte Woche"),
        ("de", "Vor drei Tagen kamen 40 Boote.", "2031-05-11", "Vor drei Tagen"),
        ("fr", "Lundi dernier, 40 bateaux sont partis.", "2031-05-12", "Lundi"),
        ("fr", "Le 3 mai, 40 bateaux sont partis.", "2031-05-03", "3 mai"),
        ("es", "El mes pasado llegaron 40 barcos.", "2031-04-01/2031-04-30", "El mes pasado"),
        ("uk", "Минулого тижня прибуло 40 кораблів.", "2031-05-05/2031-05-11", "Минулого тижня"),
    ],
)
def test_the_days_a_figure_holds_for(lang: str, text: str, days: str | None, basis: str | None) -> None:
    assert when(text, lang) == (days, basis)


def test_without_a_day_of_publication_nothing_is_guessed() -> None:
    assert when("On Monday 40 boats left.", published=None) == (None, None)
    assert when("In May 40 boats left.", published=None) == (None, None)
    assert when("On 3 May 2031 they moved 40 boats.", published=None) == ("2031-05-03", "3 May 2031")


@given(st.text() | st.lists(st.sampled_from(["May", "3", "31", "Feb.", "2031", "last", "week", "ago"])).map(" ".join))
@pytest.mark.parametrize("day", [date.min, date(2028, 2, 29), date.max])
def test_any_day_of_publication_will_do(day: date, text: str) -> None:
    subject = article(f"{text} 40 boats left.", published=day)  # type: ignore[arg-type]
    for figure in find_figures(subject, segment(subject)):
        assert figure.as_of is None or figure.as_of.start <= figure.as_of.end


def test_an_amount_in_two_currencies_is_one_figure() -> None:
    subject = event(
        a="The robbers took jewels worth 2m euros (£1.7m; $2.6m).",
        b="Jewels worth $2.6m were taken.",
        c="Robbers took €2m in jewels.",
    )
    assert grouped(subject) == [["a 2m euros", "a £1.7m", "a $2.6m", "b $2.6m", "c €2m"]]


def test_one_toll_in_four_languages_is_one_figure() -> None:
    subject = Event(
        "event",
        (
            article("At least 14 people were killed in Orde.", "a"),
            article("Mindestens 14 Menschen wurden in Orde getötet.", "b", lang="de"),
            article("Au moins 14 personnes ont été tuées à Orde.", "c", lang="fr"),
            article("Al menos 14 personas murieron en Orde.", "d", lang="es"),
        ),
    )
    assert grouped(subject) == [["a At least 14", "b Mindestens 14", "c Au moins 14", "d Al menos 14"]]


def test_two_values_that_one_sentence_tells_apart_are_two_figures() -> None:
    subject = event(
        a="The mill offered $160 million, less than the $184 million that the town offered.",
        b="The town offered $184 million for the mill.",
    )
    assert ["a $184 million", "b $184 million"] in grouped(subject)
    assert ["a $160 million"] in grouped(subject)


HOSTILE = [
    "1", "12 ", "1,", "1.", "5 - ", "1-", '"5" ', "two and ", "twenty-", "of the ", "$5 ", "from 5 to ", "a@", "½",
    "Ab ", "million ", "10 men, ", "May 5 ", "1/", "555-", "(", "+1 ", "5 km (3 miles) ", "1.\n",
]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_steps_grow_with_the_length_of_the_text_and_no_faster(unit: str) -> None:
    def steps(times: int, siglum: str) -> int:
        subject = article(unit * times, siglum)  # readings are kept by article
        sentences = segment(subject)
        return count_steps(find_figures, subject, sentences)

    steps(1_000, "first")  # tables are made on first use
    assert steps(8_000, "long") < 5 * steps(2_000, "short") + 2_000


def test_a_figure_has_the_speaker_and_stance_of_the_sentence_that_holds_it() -> None:
    text = "Mayor Ida Holt claimed that 400 guards were sent. Police confirmed 30 arrests. The dam lost 12 gates."
    assert [(figure.value, figure.stance, figure.speaker_name) for figure in figures(text)] == [
        (400, "claims", "Ida Holt"),
        (30, "confirms", "Police"),
        (12, "own voice", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It happened in 2022.",
        "It began in February 2022 and ended in 2023.",
        "The ships sailed on Oct. 8-13.",
        "28 October 2024    Read: 726",
        "Published October 28,2024",
        "It was signed on June 20, 2024, in the hall.",
        "On Monday, October 28th, she left.",
        "The 1990s were kind to them.",
        "They met at 5:30 and again at 6 p.m.",
        "It was their third win and the 28th visit.",
        "The G7 invoked Article 5 after COVID-19.",
        "An F-16 and a T-72 were seen.",
        "It was the worst since World War II.",
        "Call 555-123-4567 or +44 20 7946 0958.",
        "One of the guards left; the one who stayed slept.",
        "Both of the two agreed.",
        "Version 3.11 came out.",
        "1. Open the gate",
        "Flight 370 took Route 66.",
        "See https://news.example/2024/10/28/500-troops for more.",
        "12 comments",
    ],
)
def test_numbers_that_are_no_figures(text: str) -> None:
    assert shown(text) == text


@pytest.mark.parametrize(
    ("lang", "text", "value", "bound"),
    [
        ("de", "Es kamen rund 10.000 Soldaten.", 10_000, "about"),
        ("fr", "Plus de 10 000 soldats sont partis.", 10_000, "at least"),
        ("es", "Enviaron al menos 3.500 soldados.", 3_500, "at least"),
        ("uk", "Прибуло близько 10 000 солдатів.", 10_000, "about"),
        ("de", "Es kamen mindestens sechs Boote.", 6, "at least"),
        ("de", "Der Bau kostet rund 240 Millionen.", 240_000_000, "about"),
        ("de", "Es kamen knapp fünfundzwanzig Boote.", 25, "about"),
        ("fr", "Il reste au moins douze bateaux.", 12, "at least"),
        ("es", "Llegaron hasta treinta barcos.", 30, "at most"),
        ("fr", "Il reste 1500 bateaux.", 1500, "exact"),
        ("fr", "Il reste quatre-vingt-deux bateaux.", 82, "exact"),
        ("fr", "Il manque deux cent cinquante mille litres.", 250_000, "exact"),
        ("es", "Llegaron treinta y dos barcos.", 32, "exact"),
        ("es", "Llegaron dos mil quinientos soldados.", 2_500, "exact"),
        ("de", "Es kamen zweitausendfünfhundert Soldaten.", 2_500, "exact"),
        ("de", "Hunderte Häuser brannten.", 100, "at least"),
        ("fr", "Des dizaines de maisons ont brûlé.", 10, "at least"),
        ("es", "Cientos de casas ardieron.", 100, "at least"),
        ("uk", "Прибуло двадцять п'ять солдатів.", 25, "exact"),
    ],
)
def test_separators_and_bounds_of_other_languages(lang: str, text: str, value: float, bound: str) -> None:
    figure = only(text, lang)
    assert (figure.value, figure.bound) == (value, bound)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Schon 2023 wurde davor gewarnt."),
        ("fr", "Depuis 2019 la digue fuit."),
        ("es", "El dique de 2019 cayó."),
        ("de", "Von den Booten sanken 40 die keiner kannte."),
    ],
)
def test_a_year_and_a_word_that_means_something_else_are_no_figure_in_any_language(lang: str, text: str) -> None:
    assert shown(text, lang) == text


@pytest.mark.parametrize("text", ["Es kamen 40 Boote, die sanken.", "Wer die 40 Boote sah, war froh."])
def test_english_verbs_are_not_read_into_other_languages(text: str) -> None:
    assert only(text, "de").status is None


@pytest.mark.parametrize(
    ("digits", "lang", "value"),
    [
        ("10,000", "en", 10_000),
        ("10.5", "en", 10.5),
        ("10.000", "de", 10_000),
        ("10,5", "de", 10.5),
        ("1.234.567,89", "de", 1_234_567.89),
        ("1\u202f234,5", "fr", 1234.5),
        ("5:30", "en", None),
    ],
)
def test_digits_are_read_by_the_habit_of_the_language(digits: str, lang: str, value: float | None) -> None:
    assert parse_digits(digits, lang) == value


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("They won 3-2 after extra time.", 3, "against 2"),
        ("Orde lost the match 14–20.", 14, "against 20"),
        ("The council passed it in a 7-6 vote.", 7, "against 6"),
        ("The vote was 7 to 2.", 7, "against 2"),
    ],
)
def test_a_score_is_its_first_number_against_the_second(text: str, value: float, unit: str) -> None:
    figure = only(text)
    assert (figure.value, figure.high, figure.unit) == (value, None, unit)


def test_a_range_is_no_score() -> None:
    assert [figure.unit for figure in figures("It takes 8-10 sailors, or 8-10 days.")] == ["", "day"]


def test_figures_that_count_one_thing_are_grouped_though_their_values_differ() -> None:
    subject = event(
        a="Vessaly sent 10,000 Vessalian soldiers to the isle. Over 600 Ordish soldiers have been killed.",
        b="Some 10,000 Vessalian troops were deployed, the ministry said.",
        c="About 3,000 troops from Vessaly have arrived. More than 600 Ordish soldiers were wounded or killed there.",
        d="The islanders say that Vessaly sent 1,500 soldiers.",
    )
    groups = grouped(subject)
    assert ["a 10,000", "b Some 10,000", "c About 3,000", "d 1,500"] in groups


def test_figures_of_other_people_or_another_happening_stay_apart() -> None:
    subject = event(
        a="They sent 500 Vessalian soldiers. They sent 500 Ordish soldiers.",
        b="The shelling killed 500 soldiers.",
    )
    assert grouped(subject) == [["a 500"], ["a 500"], ["b 500"]]


def test_a_toll_is_one_figure_whether_people_are_named_or_not() -> None:
    subject = event(a="The quake killed 10 people.", b="Quake leaves 12 dead.", c="At least nine people died.")
    assert grouped(subject) == [["a 10", "b 12", "c At least nine"]]


def test_figures_in_sentences_nearly_alike_are_one() -> None:
    subject = event(
        a="Some 900 cubic metres of water a second passed down the chute, the owner said. Snow fell.",
        b="It rained. Some 800 cubic metres of water a second passed down the chute, the owner said.",
        c="The harbour ministry sent 400 guards and six tugs to Orde.",
        d="The harbour ministry sent 400 guards and eight tugs to Orde.",
    )
    assert grouped(subject) == [
        ["a Some 900 cubic metres", "b Some 800 cubic metres"],
        ["c 400", "d 400"],
        ["c six", "d eight"],
    ]


def test_of_two_like_figures_in_one_sentence_only_equal_ones_are_joined() -> None:
    subject = event(
        a="The price of oats in Orde rose 5 per cent in May and 7 per cent in June.",
        b="The price of oats in Orde rose 5 per cent in May and 8 per cent in June.",
    )
    assert ["a 5 per cent", "b 5 per cent"] in grouped(subject)
    assert ["a 7 per cent"] in grouped(subject)
    assert ["b 8 per cent"] in grouped(subject)


def test_two_shares_in_one_sentence_are_two_figures() -> None:
    subject = event(
        a="The mill, which is 51 per cent owned by the town, was shut.",
        b="Shares in the mill, 51 per cent of which belongs to the town, fell 17 per cent on Monday.",
    )
    assert grouped(subject) == [["a 51 per cent", "b 51 per cent"], ["b 17 per cent"]]


def test_some_of_the_dead_are_neither_the_dead_nor_the_missing() -> None:
    subject = event(
        a="Eight people are dead. Five of the dead were from one street. Fourteen people are missing.",
        b="Six people died. Nineteen people were missing.",
    )
    assert grouped(subject) == [["a Eight", "b Six"], ["a Five"], ["a Fourteen", "b Nineteen"]]


def test_people_told_to_leave_and_people_who_left_are_one_figure() -> None:
    subject = event(
        a="About 11,000 people were told to leave the town.",
        b="Up to 12,500 people on both banks have left their homes.",
        c="At least 11,000 people fled. Some 30 ships left.",
    )
    assert grouped(subject) == [["a About 11,000", "b Up to 12,500", "c At least 11,000"], ["c Some 30"]]


def test_values_of_another_order_are_not_joined_by_the_words_around_them() -> None:
    subject = event(
        a="Mara Voss scored 20 points to break the record of the school on Monday.",
        b="The record of the school, 2,290 points, was broken on Monday by Mara Voss.",
    )
    assert grouped(subject) == [["a 20"], ["b 2,290"]]


def test_a_part_and_a_count_are_not_one_figure() -> None:
    subject = event(a="The fire burned half of the houses in Orde.", b="The fire burned 200 houses in Orde.")
    assert grouped(subject) == [["a half"], ["b 200"]]


def test_durations_in_different_units_can_be_one_figure() -> None:
    subject = event(a="They agreed a 90-day truce at the border.", b="They agreed a three-month truce at the border.")
    assert grouped(subject) == [["a 90-day", "b three-month"]]


def test_the_order_of_figures_and_articles_does_not_change_the_groups() -> None:
    texts = {
        "a": "It killed 10 people.",
        "b": "It left 12 dead.",
        "c": "They sent 90 boats.",
        "d": "Some 80 boats came.",
    }
    subject = event(**texts)
    found = [figure for item in subject.articles for figure in find_figures(item, segment(item))]
    expected = {figure.id: figure.group for figure in group_figures(subject, found)}
    mixed = found[:]
    mixed.reverse()
    assert {
        figure.id: figure.group for figure in group_figures(event(**dict(reversed(texts.items()))), mixed)
    } == expected
    assert [figure.id for figure in group_figures(subject, mixed)] == [figure.id for figure in mixed]


def test_equal_words_twice_in_an_article_have_two_identifiers() -> None:
    found = figures("They sent 40 boats. They sent 40 boats.")
    assert len({figure.id for figure in found}) == len(found) == 2


NUMERALS = ["10,000", "3.5", "2022", "Oct.", "8-13", "six", "dozen", "hundreds", "million", "half", "third", "two"]
BESIDE = ["of", "about", "at", "least", "$", "%", "per", "cent", "-", "–", "to", "and", "between", "the", "a", "minus"]
AROUND = ["troops", "soldiers", "killed", "said", ".", ",", "\n", "”", "“"]
WORDS = st.sampled_from(NUMERALS + BESIDE + AROUND)


@given(st.text() | st.lists(WORDS, max_size=30).map(" ".join), st.sampled_from(["en", "de", "fr", "uk", "zz"]))
def test_spans_lie_in_their_sentence_and_never_overlap(text: str, lang: str) -> None:
    subject = article(text, lang=lang)
    sentences = segment(subject)
    found = find_figures(subject, sentences)
    for figure in found:
        (around,) = (sentence for sentence in sentences if sentence.contains(figure.span))
        assert figure.counts is None or around.contains(figure.counts)
        assert figure.high is None or figure.high > figure.value
        assert len(figure.span) > 0
    assert all(first.span.end <= second.span.start for first, second in itertools.pairwise(found))
    assert len({figure.id for figure in found}) == len(found)


@given(st.dictionaries(st.sampled_from("abcd"), st.lists(WORDS, max_size=25).map(" ".join), min_size=1))
def test_every_figure_has_one_group_of_one_unit(texts: dict[str, str]) -> None:
    subject = event(**texts)
    found = [figure for item in subject.articles for figure in find_figures(item, segment(item))]
    result = group_figures(subject, found)
    assert [figure.id for figure in result] == [figure.id for figure in found]
    assert all(figure.group for figure in result)


@pytest.mark.parametrize("number", ["hundreds of " * 200, "5 " + "million " * 60])
def test_a_number_beyond_all_numbers_is_no_figure(number: str) -> None:
    assert all(isfinite(figure.value) for figure in figures(f"They sent {number}soldiers."))
    assert all(isfinite(figure.value) for figure in figures(f"It came {number}days ago, on {number}May."))
