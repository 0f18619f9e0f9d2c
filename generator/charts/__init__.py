"""Charts of figures: by value, and by the days they hold for, as still drawings and as lively ones."""

from generator.charts.drawing import Names, draw_figures, draw_plot
from generator.charts.placing import Mark, Plot, Tick, plot_figures
from generator.charts.times import plot_times

__all__ = ["Mark", "Names", "Plot", "Tick", "draw_figures", "draw_plot", "plot_figures", "plot_times"]
