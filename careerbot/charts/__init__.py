"""Pictures of pay and growth, drawn from the fact base.

An answer takes a picture's address and its words from here; whoever serves pictures turns an address into a PNG::

    chart = charts.pay_of_roles(facts, ["31-9092", "31-9091"])  # None if there is too little to draw
    chart.path, chart.alt
    charts.render(chart.path).data  # draws; careerbot/channels/pictures.py does this
"""

from careerbot.charts.choose import Chart, growth_of_roles, pay_of_places, pay_of_roles, pay_over_years
from careerbot.charts.errors import BadAddress, NoSuchChart
from careerbot.charts.render import Png, render

__all__ = [
    "BadAddress",
    "Chart",
    "NoSuchChart",
    "Png",
    "growth_of_roles",
    "pay_of_places",
    "pay_of_roles",
    "pay_over_years",
    "render",
]
