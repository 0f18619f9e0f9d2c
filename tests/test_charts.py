from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from math import log10

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts import draw_figures, draw_plot, plot_figures, plot_times
from generator.model import Article, Bound, Event, Figure, Period, Report, Span, Stance

values = st.floats(-1e12, 1e12).filter(lambda value: value == 0 or abs(value) > 1e-6)


def report(*figures: tuple[float, float | None, Bound, Stance], words: str = "six") -> Report:
    """One group of figures, each of an outlet of its own."""
    articles = tuple(Article(f"a{number}", words) for number in range(len(figures)))
    found = tuple(
        Figure(f"n-{number}", Span(f"a{number}", 0, len(words)), low, high, bound, "km", stance=stance, group="g-1")
        for number, (low, high, bound, stance) in enumerate(figures)
    )
    return Report(Event("ev", articles), figures=found)


def exact(*numbers: float) -> Report:
    return report(*((number, None, "exact", "own voice") for number in numbers))


class TestPlot:
    def test_a_linear_axis_begins_at_nought(self) -> None:
        plot = plot_figures(exact(6, 9), "g-1")
        assert (plot.logarithmic, plot.start, plot.stop) == (False, 0, 10)
        assert [mark.at for mark in plot.marks] == [0.6, 0.9]
        assert [tick.label for tick in plot.ticks] == ["0", "2", "4", "6", "8", "10"]

    def test_values_more_than_a_hundredfold_apart_stand_on_a_logarithmic_axis(self) -> None:
        plot = plot_figures(exact(10, 10_000), "g-1")
        assert (plot.logarithmic, plot.start, plot.stop) == (True, 10, 10_000)
        assert [mark.at for mark in plot.marks] == [0, 1]
        assert [tick.label for tick in plot.ticks] == ["10", "100", "1,000", "10,000"]

    def test_the_threshold_can_be_set(self) -> None:
        assert plot_figures(exact(1, 20), "g-1", widest=10).logarithmic
        assert not plot_figures(exact(1, 100), "g-1").logarithmic

    def test_nought_is_never_put_on_a_logarithmic_axis(self) -> None:
        assert not plot_figures(exact(0, 1_000_000), "g-1").logarithmic

    def test_marks_stand_in_order_of_value_whatever_order_they_come_in(self) -> None:
        assert [mark.low for mark in plot_figures(exact(9, 3, 6), "g-1").marks] == [3, 6, 9]

    def test_a_range_has_two_ends(self) -> None:
        (mark,) = plot_figures(report((10, 20, "range", "says")), "g-1").marks
        assert (mark.at, mark.until, mark.filled) == (0.4, 0.8, False)

    @pytest.mark.parametrize(
        ("stance", "filled"), [("own voice", True), ("confirms", True), ("says", False), ("claims", False)]
    )
    def test_only_what_is_reported_as_fact_is_filled(self, stance: Stance, filled: bool) -> None:  # noqa: FBT001 - a table of cases
        (mark,) = plot_figures(report((6, None, "exact", stance)), "g-1").marks
        assert mark.filled is filled

    def test_figures_of_other_groups_stay_out(self) -> None:
        assert plot_figures(exact(6, 9), "g-2").marks == ()

    def test_ticks_beyond_a_million_are_short(self) -> None:
        assert [tick.label for tick in plot_figures(exact(4_000_000), "g-1").ticks][-1] == "5 m"

    @given(st.lists(values, min_size=1, max_size=6))
    def test_every_mark_and_tick_stands_on_the_axis(self, numbers: list[float]) -> None:
        plot = plot_figures(exact(*numbers), "g-1")
        places = [mark.at for mark in plot.marks] + [tick.at for tick in plot.ticks]
        assert all(-1e-9 <= place <= 1 + 1e-9 for place in places)
        assert plot.start < plot.stop
        assert 2 <= len(plot.ticks) <= 8


class TestDrawing:
    def test_each_report_is_one_trace_with_its_words(self) -> None:
        drawn = draw_figures(exact(6, 9), "g-1")
        assert [(trace["x"], trace["y"], trace["customdata"]) for trace in drawn["data"]] == [
            ([6], [0], ["n-0"]),
            ([9], [1], ["n-1"]),
        ]
        assert drawn["data"][0]["hovertext"] == "a0: six (exact, own voice)"
        assert drawn["layout"]["yaxis"]["ticktext"] == ["a0", "a1"]

    def test_the_shape_tells_the_bound_and_its_filling_the_stance(self) -> None:
        bounds: tuple[Bound, ...] = ("exact", "about", "at least", "at most")
        own = draw_figures(report(*((6, None, bound, "own voice") for bound in bounds)), "g-1")["data"]
        said = draw_figures(report(*((6, None, bound, "says") for bound in bounds)), "g-1")["data"]
        shapes = [trace["marker"]["symbol"] for trace in own]
        assert len(set(shapes)) == 4
        assert [trace["marker"]["symbol"] for trace in said] == [f"{shape}-open" for shape in shapes]

    def test_a_logarithmic_range_is_given_in_powers_as_plotly_wants_it(self) -> None:
        assert draw_figures(exact(10, 10_000), "g-1")["layout"]["xaxis"]["range"] == [1, log10(10_000)]

    def test_an_outlets_words_are_never_read_as_markup(self) -> None:
        (trace,) = draw_figures(report((6, None, "exact", "says"), words="<b>six&nbsp;"), "g-1")["data"]
        assert trace["text"] == ["\u00a0&lt;b&gt;six&amp;nbsp;\u00a0"]
        assert "<" not in trace["hovertext"]

    def test_the_json_is_small_and_holds_no_template_and_no_colour(self) -> None:
        text = json.dumps(draw_figures(exact(*range(1, 11)), "g-1"))
        assert len(text) < 5000
        assert "template" not in text
        assert "color" not in text

    @given(st.lists(values, min_size=1, max_size=4))
    def test_the_same_figures_give_the_same_drawing(self, numbers: list[float]) -> None:
        assert draw_figures(exact(*numbers), "g-1") == draw_figures(exact(*numbers), "g-1")


def told(told_of: Report, **fields: tuple[object, ...]) -> Report:
    """The report with a field of its figures set, one value each."""
    figures = told_of.figures
    for name, values in fields.items():
        figures = tuple(replace(one, **{name: value}) for one, value in zip(figures, values, strict=True))  # type: ignore[arg-type]
    return replace(told_of, figures=figures)


class TestStatuses:
    def test_what_is_said_of_the_thing_stands_at_each_mark_where_it_differs(self) -> None:
        mixed = told(exact(6, 6), status=("were sent", "are being readied"))
        assert plot_figures(mixed, "g-1").mixed
        heads = draw_figures(mixed, "g-1")["layout"]["yaxis"]["ticktext"]
        assert heads == ["a0<br><i>were sent</i>", "a1<br><i>are being readied</i>"]

    def test_it_is_not_repeated_where_all_say_the_same(self) -> None:
        same = told(exact(6, 9), status=("were sent", "were sent"))
        assert not plot_figures(same, "g-1").mixed
        assert draw_figures(same, "g-1")["layout"]["yaxis"]["ticktext"] == ["a0", "a1"]

    def test_whom_an_outlet_credits_is_told_where_the_mark_is_pointed_at(self) -> None:
        credited = told(exact(6, 6), speaker_name=("Ada Korr", "the <board>"))
        hovers = [trace["hovertext"] for trace in draw_figures(credited, "g-1")["data"]]
        assert hovers == ["a0: six (exact, own voice, Ada Korr)", "a1: six (exact, own voice, the &lt;board&gt;)"]


class TestTimes:
    def test_one_period_makes_no_time_line(self) -> None:
        day = Period(date(2026, 3, 1), date(2026, 3, 1))
        assert plot_times(told(exact(6, 9, 12), as_of=(day, day, None)), "g-1") is None

    def test_a_day_is_a_point_and_a_period_a_line_the_earliest_first(self) -> None:
        week, day = Period(date(2026, 3, 5), date(2026, 3, 9)), Period(date(2026, 3, 1), date(2026, 3, 1))
        plot = plot_times(told(exact(6, 9, 12), as_of=(week, day, None)), "g-1")
        assert plot is not None
        assert [(mark.outlet, mark.at, mark.until) for mark in plot.marks] == [("a1", 0, None), ("a0", 0.5, 1)]
        assert [tick.label for tick in plot.ticks][::4] == ["2026-03-01", "2026-03-09"]
        drawn = draw_plot(plot)
        assert drawn["layout"]["xaxis"]["type"] == "date"
        assert drawn["data"][1]["x"] == ["2026-03-05", "2026-03-09"]

    @given(st.lists(st.tuples(st.dates(date(2000, 1, 1)), st.integers(0, 400)), min_size=2, max_size=6))
    def test_every_mark_and_tick_stands_on_the_axis(self, days: list[tuple[date, int]]) -> None:
        late = date(9000, 1, 1)
        periods = [Period(day, date.fromordinal(day.toordinal() + more)) for day, more in days if day < late]
        plot = plot_times(told(exact(*[6] * len(periods)), as_of=tuple(periods)), "g-1")
        places = [(mark.at, mark.until or mark.at) for mark in plot.marks] if plot else []
        assert all(0 <= one <= other <= 1 for one, other in places)
        assert (plot is None) == (len(set(periods)) < 2)
