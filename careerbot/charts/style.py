"""How every picture looks, and the sheet it is drawn on.

A sheet is measured in points, which are CSS pixels where it is shown 360 pixels wide: a text of 12 points is as
large as one of 12 pixels on the page around it. The PNG has twice as many pixels, for sharp screens.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import List, Literal

import matplotlib
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, get_font
from PIL import Image, ImageColor

Align = Literal["left", "center", "right"]

WIDTH = 360.0
MARGIN = 14.0
INNER = WIDTH - 2 * MARGIN
"""From margin to margin."""

# Blue and orange are told apart by all the usual kinds of color blindness, blue and grey by how dark they are.
BLUE = "#0b5394"
GREY = "#75899b"
ORANGE = "#d55e00"
_INK = "#1f2933"
_PALE_INK = "#52606d"
LINE = _PALE_INK

_PIXELS_PER_POINT = 2
_DPI = 72 * _PIXELS_PER_POINT
_LINE_HEIGHT = 1.3
_BASELINE = 0.98  # from the top of a line, in sizes of its letters

_FONTS = Path(matplotlib.get_data_path()) / "fonts" / "ttf"  # the ones that matplotlib carries: the same everywhere


@dataclass(frozen=True)
class Letters:
    """Letters of one size (in points), weight and color."""

    size: float
    bold: bool = False
    color: str = _INK

    @property
    def height(self) -> float:
        """Of one line."""
        return self.size * _LINE_HEIGHT

    @property
    def font(self) -> Path:
        """The font file."""
        return _FONTS / ("DejaVuSans-Bold.ttf" if self.bold else "DejaVuSans.ttf")

    def width(self, text: str) -> float:
        """How much room a text takes in one line."""
        font = get_font(str(self.font))
        font.set_size(self.size, _DPI)
        font.set_text(text)
        return float(font.get_width_height()[0]) / 64 / _PIXELS_PER_POINT

    def lines(self, text: str, width: float) -> List[str]:
        """The text in lines not wider than ``width``, broken at blanks; a longer word stays whole."""
        lines: List[str] = []
        for word in text.split():
            if lines and self.width(f"{lines[-1]} {word}") <= width:
                lines[-1] += f" {word}"
            else:
                lines.append(word)
        return lines


TITLE = Letters(14, bold=True)
NOTE = Letters(11.5, color=_PALE_INK)
LABEL = Letters(12.5)
VALUE = Letters(12.5, bold=True)
SMALL_VALUE = Letters(11.5)
SOURCE = Letters(10.5, color=_PALE_INK)


class Sheet:
    """A white sheet as wide as every picture, filled from top to bottom; ``y`` is where it is empty from."""

    def __init__(self) -> None:
        self.figure = Figure(dpi=_DPI, facecolor="white")
        self._canvas = FigureCanvasAgg(self.figure)
        self.axes = self.figure.add_axes([0, 0, 1, 1])
        self.axes.set_axis_off()
        self.axes.set_xlim(0, WIDTH)
        self.y = MARGIN

    def write(self, x: float, top: float, text: str, letters: Letters, align: Align = "left") -> None:
        """One line of text; ``top`` is the upper edge of the line."""
        self.axes.text(
            x,
            top + letters.size * _BASELINE,
            text,
            fontproperties=FontProperties(fname=letters.font, size=letters.size),
            color=letters.color,
            horizontalalignment=align,
            verticalalignment="baseline",
            parse_math=False,  # two dollar signs are no formula
        )

    def paragraph(self, text: str, letters: Letters) -> None:
        """A text over the whole width, in as many lines as it needs, where the sheet is empty."""
        for line in letters.lines(text, INNER):
            self.write(MARGIN, self.y, line, letters)
            self.y += letters.height

    def skip(self, height: float) -> None:
        """Leave room."""
        self.y += height

    def cut(self) -> Figure:
        """The finished figure: as high as what is on it."""
        height = round(self.y + MARGIN)
        self.axes.set_ylim(height, 0)
        self.figure.set_size_inches(WIDTH / 72, height / 72)
        return self.figure


def png(figure: Figure) -> bytes:
    """The figure as a PNG; equal figures give equal bytes.

    With a palette of the few colors there are it takes a quarter of the room of one with all colors.
    """
    figure.canvas.draw()
    drawn = Image.frombuffer("RGBA", figure.canvas.get_width_height(), figure.canvas.buffer_rgba()).convert("RGB")
    data = io.BytesIO()
    drawn.quantize(palette=_palette(), dither=Image.Dither.NONE).save(data, "PNG")
    return data.getvalue()


def _palette() -> Image.Image:
    """White, and every color in steps from nearly white, for the soft edges of letters and marks."""
    colors = [ImageColor.getrgb(name) for name in (BLUE, GREY, ORANGE, _INK, _PALE_INK)]
    steps = [255 - (255 - part) * step // 16 for color in colors for step in range(1, 17) for part in color]
    palette = Image.new("P", (1, 1))
    palette.putpalette([255, 255, 255, *steps])
    return palette
