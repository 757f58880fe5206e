"""Pictures of pay and growth, drawn from the fact base.

An answer takes a picture's address and its words from here, without drawing anything::

    chart = charts.pay_of_roles(facts, ["31-9092", "31-9091"])  # None if there is too little to draw
    chart.path, chart.alt

Whoever serves pictures turns an address into a PNG with ``careerbot.charts.render.render``, which loads matplotlib.
"""

from careerbot.charts.choose import Chart, growth_of_roles, pay_of_places, pay_of_roles, pay_over_years

__all__ = ["Chart", "growth_of_roles", "pay_of_places", "pay_of_roles", "pay_over_years"]
