"""The pictures themselves: their size, and that every text can be read, whatever the figures."""

import io
import itertools

import matplotlib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.colors import to_rgb
from matplotlib.transforms import Bbox
from PIL import Image

from careerbot.charts.address import MOST, GrowthOfRoles, PayOfPlaces, PayOfRoles, PayOverYears
from careerbot.charts.content import Bar, Bars, Columns, Content, Span, Spans, content
from careerbot.charts.draw import draw, lay_out
from careerbot.charts.style import BLUE, GREY, INNER, LABEL, MARGIN, ORANGE, SOURCE
from careerbot.wording import capital, money

PIXELS = 2  # per point
SMALLEST = 10  # points, which are CSS pixels in a picture shown 360 pixels wide


def read(data):
    return Image.open(io.BytesIO(data))


def texts(figure):
    """Every text of a figure with the box of its ink, in pixels."""
    renderer = figure.canvas.get_renderer()
    return [(text, text.get_window_extent(renderer)) for text in figure.axes[0].texts]


def boxes_of_marks(axes):
    """The box of every bar, line and dot, in pixels."""
    yield from (bar.get_window_extent() for bar in axes.patches if bar.get_width())
    for lines in axes.collections:
        for segment in lines.get_segments():
            yield Bbox(axes.transData.transform(segment)).padded(lines.get_linewidth()[0])
    for dot in axes.lines:
        [middle] = axes.transData.transform(dot.get_xydata())
        yield Bbox([middle, middle]).padded(dot.get_markersize())  # its radius in pixels is its diameter in points


def assert_readable(figure):
    width, height = figure.canvas.get_width_height()
    boxes = texts(figure)
    marks = list(boxes_of_marks(figure.axes[0]))
    for text, box in boxes:
        shown = text.get_text()
        assert text.get_fontsize() >= SMALLEST
        assert box.x0 >= MARGIN * PIXELS - 1, f"{shown} is cut at the left"
        assert box.x1 <= width - MARGIN * PIXELS + 1, f"{shown} is cut at the right"
        assert box.y0 >= 0, f"{shown} is cut below"
        assert box.y1 <= height, f"{shown} is cut above"
        assert not any(mark.overlaps(box) for mark in marks), f"{shown} is on a bar, line or dot"
    for (one, box), (other, other_box) in itertools.combinations(boxes, 2):
        assert not box.overlaps(other_box), f"{one.get_text()} is on {other.get_text()}"


def contrast(color, other):
    """The contrast of two colors as WCAG counts it, 1 to 21."""

    def luminance(name):
        parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(name)]
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))

    high, low = sorted((luminance(color), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.fixture(scope="module")
def longest(all_facts):
    """Codes of the places and occupations with the longest names that have figures."""
    paid_areas = {row.area for row in all_facts.pay_areas if row.soc == "31-9092"}
    areas = sorted(all_facts.areas, key=lambda row: -len(row.name))
    growing = {row.soc for row in all_facts.projections}
    paid = {row.soc for row in all_facts.pay_national}
    socs = sorted(all_facts.occupations, key=lambda soc: -len(all_facts.occupations[soc].plural))
    return {
        "areas": [row.code for row in areas if row.code in paid_areas],
        "growing": [soc for soc in socs if soc in growing],
        "paid": [soc for soc in socs if soc in paid],
    }


def pictures(longest):
    """Every kind with the fewest and the most values and the longest names."""
    yield from (PayOfRoles(tuple(longest["paid"][:count])) for count in (2, MOST))
    yield from (PayOfPlaces("31-9092", tuple(longest["areas"][:count])) for count in (1, MOST - 1))
    yield PayOfPlaces("31-9092", ("DC",))
    yield from (PayOverYears(soc) for soc in ("31-9092", longest["growing"][0]))
    yield from (GrowthOfRoles(tuple(longest["growing"][:count])) for count in (2, MOST))
    yield GrowthOfRoles(("31-9094", "31-9092"))


def test_every_text_of_every_picture_can_be_read_with_the_longest_names(facts, longest):
    for spec in pictures(longest):
        assert_readable(lay_out(content(spec, facts)))


def test_every_name_there_is_has_room(all_facts):
    names = [row.name for row in (*all_facts.states, *all_facts.areas)]
    names += [f"{row.plural} (May 2024)" for row in all_facts.occupations.values()]
    wide = [line for name in names for line in LABEL.lines(capital(name), INNER) if LABEL.width(line) > INNER]
    assert wide == []


def test_the_picture_is_a_png_720_pixels_wide(facts, longest):
    for spec in pictures(longest):
        picture = read(draw(content(spec, facts)))
        assert (picture.format, picture.width) == ("PNG", 720)
        assert 300 < picture.height < 1500


def test_equal_pictures_are_equal_bytes(facts):
    shown = content(PayOfPlaces("31-9092", ("TX",)), facts)
    assert draw(shown) == draw(shown)


def test_everything_said_stands_in_the_picture(facts):
    shown = content(PayOfPlaces("31-9092", ("TX",)), facts)
    words = " ".join(text.get_text() for text, _ in texts(lay_out(shown)))
    for part in (shown.title, shown.note, shown.source, "Texas", "$39,520", "$31,200", "$49,260", "The United States"):
        assert part in words


def test_the_letters_are_the_ones_that_matplotlib_carries(facts):
    names = {
        text.get_fontproperties().get_file() for text, _ in texts(lay_out(content(PayOverYears("31-9092"), facts)))
    }
    folder = f"{matplotlib.get_data_path()}/fonts/ttf/"
    assert names == {f"{folder}DejaVuSans.ttf", f"{folder}DejaVuSans-Bold.ttf"}


def test_two_dollar_signs_are_no_formula():
    [(_, box)] = [
        (text, box) for text, box in texts(show(Bars((bar("$1 to $2", 5),)))) if text.get_text() == "$1 to $2"
    ]
    assert box.width / PIXELS == pytest.approx(LABEL.width("$1 to $2"), abs=1)


# -- colors ----------------------------------------------------------------------------------------------------------


def test_the_picture_has_the_colors_meant(facts):
    picture = read(draw(content(GrowthOfRoles(("31-9092", "00-0000", "31-9094")), facts))).convert("RGB")
    there = {color for count, color in picture.getcolors() if count > 1000}
    assert there >= {tuple(round(255 * part) for part in to_rgb(name)) for name in ("white", BLUE, GREY, ORANGE)}


def test_marks_and_letters_stand_out_from_white_and_what_is_meant_from_the_rest_without_any_color():
    assert min(contrast(color, "white") for color in (BLUE, GREY, ORANGE)) >= 3
    assert contrast(SOURCE.color, "white") >= 4.5
    assert contrast(BLUE, GREY) >= 2


def test_what_is_meant_is_blue_and_a_loss_orange(facts):
    bars = lay_out(content(GrowthOfRoles(("31-9092", "00-0000", "31-9094")), facts)).axes[0].patches
    assert [bar.get_facecolor()[:3] for bar in bars] == [to_rgb(BLUE), to_rgb(GREY), to_rgb(ORANGE)]


def test_without_one_that_is_meant_all_are_blue(facts):
    bars = lay_out(content(PayOfRoles(("31-1131", "31-9091")), facts)).axes[0].patches
    assert {bar.get_facecolor()[:3] for bar in bars} == {to_rgb(BLUE)}


# -- any figures -----------------------------------------------------------------------------------------------------

WAGE = st.integers(5_000, 500_000)
NAME = st.sampled_from(
    ["Texas", "medical and health services managers (May 2024)", "workers in all occupations together"]
)


def show(body):
    return lay_out(
        Content("Pay of medical assistants a year", "Median in Texas, May 2025.", body, "Source: somebody", "")
    )


@st.composite
def spans(draw_):
    p10, median, p90 = sorted(draw_(st.tuples(WAGE, WAGE, WAGE)))
    known = draw_(st.tuples(st.booleans(), st.booleans()))
    return Span(draw_(NAME), median, p10 if known[0] else None, p90 if known[1] else None, draw_(st.booleans()))


def bar(label, value):
    return Bar(label, value, f"{value:+}%")


def several(items):
    return st.lists(items, min_size=2, max_size=MOST).map(tuple)


@settings(max_examples=20, deadline=None)
@given(several(spans()))
def test_ranges_can_be_read_whatever_the_figures(rows):
    assert_readable(show(Spans(rows)))


@settings(max_examples=20, deadline=None)
@given(several(st.builds(bar, NAME, st.integers(-100, 300))))
def test_bars_can_be_read_whatever_the_figures(rows):
    figure = show(Bars(rows))
    assert_readable(figure)
    lengths = [mark.get_width() for mark in figure.axes[0].patches]
    longest = max((abs(row.value) for row in rows), default=0)
    if longest:
        unit = max(map(abs, lengths)) / longest
        assert lengths == pytest.approx([row.value * unit for row in rows], abs=0.01), (
            "bars are as long as their values"
        )


@settings(max_examples=20, deadline=None)
@given(st.lists(WAGE, min_size=2, max_size=MOST))
def test_columns_can_be_read_whatever_the_figures(wages):
    figure = show(Columns(tuple(Bar(str(2020 + place), wage, money(wage)) for place, wage in enumerate(wages))))
    assert_readable(figure)
    heights = [-mark.get_height() for mark in figure.axes[0].patches]
    assert heights == pytest.approx([wage * max(heights) / max(wages) for wage in wages], abs=0.01)


def test_a_range_runs_from_tenth_to_tenth_with_the_dot_between(facts):
    axes = show(Spans((Span("Texas", 40_000, 30_000, 50_000), Span("Ohio", 35_000, 30_000, None)))).axes[0]
    (start, end), (other_start, other_end) = (line.get_segments()[0][:, 0] for line in axes.collections)
    dots = [dot.get_xdata()[0] for dot in axes.lines]
    assert dots[0] == pytest.approx((start + end) / 2)
    assert (other_start, other_end) == pytest.approx((start, dots[1])), "with one tenth the line ends at the dot"


def test_with_no_tenths_there_is_only_the_dot(facts):
    words = [
        text.get_text()
        for text, _ in texts(show(Spans((Span("Texas", 40_000, None, None), Span("Ohio", 40_000, None, None)))))
    ]
    assert [word for word in words if word.startswith("$")] == ["$40,000", "$40,000"]


def test_columns_without_room_for_dollars_show_thousands(facts):
    words = [text.get_text() for text, _ in texts(lay_out(content(PayOverYears("11-9111"), facts)))]
    assert "$124k" in words
    words = [text.get_text() for text, _ in texts(lay_out(content(PayOverYears("31-9092"), facts)))]
    assert "$45,690" in words
