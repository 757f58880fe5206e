"""Draws what a picture shows: the title and a note on top, the figures, the source below."""

from __future__ import annotations

from typing import Optional, Sequence

from matplotlib.figure import Figure

from careerbot.charts.content import Bar, Bars, Columns, Content, Span
from careerbot.charts.style import (
    BLUE,
    GREY,
    INNER,
    LABEL,
    LINE,
    MARGIN,
    NOTE,
    ORANGE,
    SMALL_VALUE,
    SOURCE,
    TITLE,
    VALUE,
    WIDTH,
    Align,
    Letters,
    Sheet,
    png,
)
from careerbot.wording import capital, money

_GAP = 5.0  # between a mark and its value
_LABEL_GAP = 3.0  # between a label and its mark
_ROW_GAP = 12.0
_BAR = 14.0  # how thick bars are
_TICK = 2.0  # how far the line at zero stands out
_COLUMNS = 150.0  # how high the highest column is
_DOT = 9.0  # its diameter
_RIGHT = WIDTH - MARGIN


def draw(content: Content) -> bytes:
    """A PNG, 720 pixels wide and as high as it needs to be."""
    return png(lay_out(content))


def lay_out(content: Content) -> Figure:
    """The same as a figure."""
    sheet = Sheet()
    sheet.paragraph(content.title, TITLE)
    sheet.skip(2)
    sheet.paragraph(content.note, NOTE)
    sheet.skip(_ROW_GAP)
    if isinstance(content.body, Bars):
        _bars(sheet, content.body.rows)
    elif isinstance(content.body, Columns):
        _columns(sheet, content.body.rows)
    else:
        _spans(sheet, content.body.rows)
    sheet.paragraph(content.source, SOURCE)
    return sheet.cut()


def _bars(sheet: Sheet, rows: Sequence[Bar]) -> None:
    """Each bar under its label, its value at its end; a loss goes to the left of zero."""
    left = _room([row.shown for row in rows if row.value < 0], VALUE)
    right = _room([row.shown for row in rows if row.value >= 0], VALUE)
    gained = max(0.0, *(row.value for row in rows))
    lost = max(0.0, *(-row.value for row in rows))
    scale = (INNER - left - right) / (gained + lost or 1)
    zero = MARGIN + left + scale * lost
    colors = _colors(rows)
    for row, color in zip(rows, colors, strict=True):
        sheet.paragraph(capital(row.label), LABEL)
        sheet.skip(_LABEL_GAP)
        middle, end = sheet.y + _BAR / 2, zero + scale * row.value
        sheet.axes.barh(middle, end - zero, _BAR, left=zero, color=ORANGE if row.value < 0 else color)
        if lost:
            sheet.axes.vlines(zero, sheet.y - _TICK, sheet.y + _BAR + _TICK, color=LINE, linewidth=1)
        side = -1 if row.value < 0 else 1
        align: Align = "right" if row.value < 0 else "left"
        sheet.write(end + side * _GAP, middle - VALUE.height / 2, row.shown, VALUE, align)
        sheet.skip(_BAR + _ROW_GAP)


def _columns(sheet: Sheet, rows: Sequence[Bar]) -> None:
    """A column beside the other, its value above, its label below; in thousands where the values have no room."""
    slot = INNER / len(rows)
    shown = [row.shown for row in rows]
    if _room(shown, SMALL_VALUE) > slot:
        shown = [f"{money(row.value / 1000)}k" for row in rows]
    highest = max(row.value for row in rows)
    ground = sheet.y + SMALL_VALUE.height + _COLUMNS
    for place, (row, value, color) in enumerate(zip(rows, shown, _colors(rows), strict=True)):
        middle, height = MARGIN + (place + 0.5) * slot, _COLUMNS * row.value / highest
        sheet.axes.bar(middle, -height, 0.62 * slot, bottom=ground, color=color)
        sheet.write(middle, ground - height - SMALL_VALUE.height, value, SMALL_VALUE, "center")
        sheet.write(middle, ground + _LABEL_GAP, row.label, LABEL, "center")
    sheet.axes.hlines(ground, MARGIN, _RIGHT, color=LINE, linewidth=1)
    sheet.y = ground + _LABEL_GAP + LABEL.height + _ROW_GAP


def _spans(sheet: Sheet, rows: Sequence[Span]) -> None:
    """Each range under its label: a line between the tenths with their values at its ends, a dot at the median."""
    wages = [wage for row in rows for wage in (row.p10, row.median, row.p90) if wage is not None]
    left = _DOT / 2 + _room([money(row.p10) for row in rows if row.p10 is not None], SMALL_VALUE)
    right = _DOT / 2 + _room([money(row.p90) for row in rows if row.p90 is not None], SMALL_VALUE)
    lowest = min(wages)
    scale = (INNER - left - right) / (max(wages) - lowest or 1)

    def across(wage: Optional[int], median: int) -> float:
        return MARGIN + left + scale * ((median if wage is None else wage) - lowest)

    for row in rows:
        color = BLUE if row.strong else GREY
        sheet.paragraph(capital(row.label), LABEL)
        median = money(row.median)
        start, dot, end = (across(wage, row.median) for wage in (row.p10, row.median, row.p90))
        half = VALUE.width(median) / 2
        sheet.write(min(max(dot, MARGIN + half), _RIGHT - half), sheet.y, median, VALUE, "center")
        middle = sheet.y + VALUE.height + _LABEL_GAP + _DOT / 2
        top = middle - SMALL_VALUE.height / 2
        sheet.axes.hlines(middle, start, end, color=color, linewidth=3)
        sheet.axes.plot(dot, middle, "o", color=color, markersize=_DOT)
        if row.p10 is not None:
            sheet.write(min(start, dot - _DOT / 2) - _GAP, top, money(row.p10), SMALL_VALUE, "right")
        if row.p90 is not None:
            sheet.write(max(end, dot + _DOT / 2) + _GAP, top, money(row.p90), SMALL_VALUE)
        sheet.y = middle + _DOT / 2 + _ROW_GAP


def _room(texts: Sequence[str], letters: Letters) -> float:
    """What the widest of some texts needs beside a mark; nothing without texts."""
    return max((letters.width(text) + _GAP for text in texts), default=0.0)


def _colors(rows: Sequence[Bar]) -> Sequence[str]:
    """Blue for what the picture is about and grey for the rest; all blue if it is about none of them."""
    about_one = any(row.strong for row in rows)
    return [GREY if about_one and not row.strong else BLUE for row in rows]
