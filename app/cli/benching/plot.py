"""Figures as a picture: milliseconds by the drawing's long side, both on logarithmic axes."""

from collections.abc import Sequence
from math import ceil, floor, log2, log10

from app.cli.benching.figures import MS, Figure

WIDTH, HEIGHT = 860, 520
LEFT, RIGHT, TOP, BOTTOM = 76, 250, 44, 60
COLORS = ("#c0392b", "#2471a3", "#1e8449", "#b9770e", "#7d3c98", "#117a65", "#5d6d7e", "#a04000")
_FONT = 'font-family="Helvetica, Arial, sans-serif"'


def draw_plot(figures: Sequence[Figure], title: str) -> str:
    """An SVG text: a line for each thing that took milliseconds, a mark for each size.

    Bars tell from the least to the most. Figures without a size are left out.
    """
    shown = [figure for figure in figures if figure.unit == MS and figure.side]
    lines: dict[str, list[Figure]] = {}
    several = len({figure.generator for figure in shown if figure.generator}) > 1
    for figure in shown:
        label = f"{figure.name} · {figure.generator}" if several else figure.name
        lines.setdefault(label, []).append(figure)
    axes = _Axes(shown)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        f'<text x="{LEFT}" y="26" {_FONT} font-size="15" fill="#222">{_escaped(title)}</text>',
        *axes.drawn(),
    ]
    ends = _spread([axes.y(line[-1].median) for line in lines.values()])
    for index, (label, line) in enumerate(lines.items()):
        color = COLORS[index % len(COLORS)]
        dashes = ' stroke-dasharray="5 3"' if index >= len(COLORS) else ""
        points = [(axes.x(figure.side), axes.y(figure.median)) for figure in line]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        parts.append(
            f'<polyline points="{path}" fill="none" stroke="{color}" stroke-width="2"{dashes}/>'
        )
        for (x, y), figure in zip(points, line, strict=True):
            least, most = axes.y(min(figure.values)), axes.y(max(figure.values))
            parts.append(
                f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{least:.1f}" y2="{most:.1f}" '
                f'stroke="{color}"/><circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{color}"/>'
            )
        x, y = points[-1]
        end = WIDTH - RIGHT + 16
        text = f"{label}  {line[-1].median:.0f} ms"
        parts.append(
            f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{end - 4}" y2="{ends[index]:.1f}" '
            f'stroke="{color}" stroke-width="0.6"/>'
            f'<text x="{end}" y="{ends[index] + 4:.1f}" {_FONT} font-size="12" fill="{color}">'
            f"{_escaped(text)}</text>"
        )
    return "\n".join([*parts, "</svg>", ""])


class _Axes:
    """Where sizes and milliseconds lie."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self._sides = sorted({figure.side for figure in figures}) or [1]
        values = [value for figure in figures for value in figure.values] or [1.0]
        self._low = floor(log10(max(min(values), 0.1)))
        self._high = max(self._low + 1, ceil(log10(max(*values, 0.1))))

    def x(self, side: int) -> float:
        """Pixels from the left."""
        first, last = log2(self._sides[0]), log2(self._sides[-1])
        share = (log2(side) - first) / (last - first) if last > first else 0.5
        return LEFT + 24 + share * (WIDTH - LEFT - RIGHT - 48)

    def y(self, value: float) -> float:
        """Pixels from the top."""
        share = (log10(max(value, 10**self._low)) - self._low) / (self._high - self._low)
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)

    def drawn(self) -> list[str]:
        """Grid, numbers and names."""
        parts = []
        right, bottom = WIDTH - RIGHT, HEIGHT - BOTTOM
        for power in range(self._low, self._high + 1):
            for step in (1, 2, 5) if power < self._high else (1,):
                y, value = self.y(step * 10**power), step * 10.0**power
                shade = "#bbb" if step == 1 else "#e4e4e4"
                parts.append(
                    f'<line x1="{LEFT}" x2="{right}" y1="{y:.1f}" y2="{y:.1f}" stroke="{shade}"/>'
                    f'<text x="{LEFT - 8}" y="{y + 4:.1f}" {_FONT} font-size="12" fill="#444" '
                    f'text-anchor="end">{value:g}</text>'
                )
        for side in self._sides:
            x = self.x(side)
            parts.append(
                f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{TOP}" y2="{bottom}" stroke="#e4e4e4"/>'
                f'<text x="{x:.1f}" y="{bottom + 20}" {_FONT} font-size="12" fill="#444" '
                f'text-anchor="middle">{side}</text>'
            )
        middle = (TOP + bottom) / 2
        parts.append(
            f'<text x="{(LEFT + right) / 2}" y="{HEIGHT - 14}" {_FONT} font-size="12" fill="#444" '
            'text-anchor="middle">long side of the drawing, pixels</text>'
            f'<text transform="translate(18 {middle}) rotate(-90)" {_FONT} font-size="12" '
            'fill="#444" text-anchor="middle">milliseconds</text>'
        )
        return parts


def _spread(heights: Sequence[float], apart: float = 16.0) -> list[float]:
    """The same heights, moved so that texts there do not overlap."""
    order = sorted(range(len(heights)), key=heights.__getitem__)
    placed = list(heights)
    below = float(TOP) - apart
    for index in order:
        below = placed[index] = max(placed[index], below + apart)
    above = float(HEIGHT - 20) + apart
    for index in reversed(order):
        above = placed[index] = min(placed[index], above - apart)
    return placed


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
