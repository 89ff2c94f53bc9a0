# SPDX-License-Identifier: MIT-0
"""Draw the README's pictures, as SVG and with the modules alone: python3 figures.py

A picture is made of panels. What lies in a panel's <g class="data"> has the data's own
coordinates, x1 upwards, so that every number can be read back.
"""

import math
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))

from descent import gradient_descent
from gradient import function_2, numerical_gradient

STYLE = """
.page { fill: #ffffff; stroke: #d0d7de }
text { font: 14px sans-serif; fill: #1f2328; text-anchor: middle }
.title { font-weight: bold }
.frame { fill: none; stroke: #1f2328 }
.data { fill: none; stroke-linejoin: round }
.arrow { stroke: #0550ae; stroke-dasharray: none; stroke-linecap: round }
.contour { stroke: #57606a }
.path { stroke: #cf222e; stroke-dasharray: none }
.point { fill: #cf222e }
.note { paint-order: stroke; stroke: #ffffff; stroke-width: 4px }
"""


def arrows(f, ticks):
    """Return a path for each point of the grid ticks x ticks: along minus the gradient.

    The lengths are in proportion to the gradient's, the longest just short of the next
    point. An arrow is its shaft, then its head, which is a third of it.
    """
    grid = [[x0, x1] for x1 in ticks for x0 in ticks]
    field = [numerical_gradient(f, point) for point in grid]
    longest = max(math.hypot(g0, g1) for g0, g1 in field)
    scale = 0.95 * (ticks[1] - ticks[0]) / longest
    paths = []
    for (x0, x1), (g0, g1) in zip(grid, field):
        d0, d1 = -scale * g0, -scale * g1
        barb = f"{-d0 / 3 - d1 / 6:.4f} {-d1 / 3 + d0 / 6:.4f}"
        across = f"{d1 / 3:.4f} {-d0 / 3:.4f}"
        paths.append(
            f'<path class="arrow" d="M {x0:.4f} {x1:.4f} l {d0:.4f} {d1:.4f}'
            f' l {barb} m {across} L {x0 + d0:.4f} {x1 + d1:.4f}"/>'
        )
    return paths


def contours(f, xlim, ylim, levels, cells=60):
    """Return a dashed path for each contour line of f: {x: f(x) = level}.

    The plane is cut into triangles. A line that enters one through an edge, whose ends
    lie on either side of the level, leaves it through exactly one other.
    """
    (left, right), (bottom, top) = xlim, ylim
    corners = {}
    for i in range(cells + 1):
        for j in range(cells + 1):
            x = [left + (right - left) * i / cells, bottom + (top - bottom) * j / cells]
            corners[i, j] = (x[0], x[1], f(x))
    paths = []
    for level in levels:
        neighbours = {}  # of each edge that the contour crosses: one edge, or two
        for i in range(cells):
            for j in range(cells):
                for k in (i + 1, j), (i, j + 1):
                    triangle = [(i, j), k, (i + 1, j + 1)]
                    high = [corners[corner][2] > level for corner in triangle]
                    edges = [
                        tuple(sorted((triangle[p], triangle[q])))
                        for p, q in ((0, 1), (1, 2), (0, 2))
                        if high[p] != high[q]
                    ]
                    if edges and all(math.isfinite(corners[c][2]) for c in triangle):
                        neighbours.setdefault(edges[0], []).append(edges[1])
                        neighbours.setdefault(edges[1], []).append(edges[0])
        while neighbours:
            # Begin at an open end where there is one: the other lines are closed.
            edge = min(neighbours, key=lambda edge: (len(neighbours[edge]), edge))
            line, ahead = [edge], neighbours.pop(edge)
            while any(edge in neighbours for edge in ahead):
                edge = next(edge for edge in ahead if edge in neighbours)
                line.append(edge)
                ahead = neighbours.pop(edge)
            points = []
            for a, b in line:
                (a0, a1, low), (b0, b1, high) = corners[a], corners[b]
                part = (level - low) / (high - low)
                points.append(
                    f"{a0 + part * (b0 - a0):.3f} {a1 + part * (b1 - a1):.3f}"
                )
            end = " Z" if line[0] in ahead and len(line) > 2 else ""
            d = "M " + " L ".join(points) + end
            paths.append(f'<path class="contour" data-level="{level}" d="{d}"/>')
    return paths


def descent(path, radius):
    """Return a path of descent: a line through its points, and a dot on each."""
    line = " ".join(f"{x0:.4f},{x1:.4f}" for x0, x1 in path)
    marks = [f'<polyline class="path" points="{line}"/>']
    for x0, x1 in path:
        marks.append(
            f'<circle class="point" cx="{x0:.4f}" cy="{x1:.4f}" r="{radius:.3f}"/>'
        )
    return marks


def panel(name, left, top, unit, xlim, ylim, title, marks, notes=()):
    """Return a panel as SVG: a frame with ticks, labels, title and notes; marks in it.

    left and top are where its frame begins and unit is the size of 1, all in pixels;
    notes are (x0, x1, text) in the data's coordinates.
    """
    (x_low, x_high), (y_low, y_high) = xlim, ylim
    right, bottom = left + unit * (x_high - x_low), top + unit * (y_high - y_low)

    def place(x0, x1):
        return left + unit * (x0 - x_low), bottom - unit * (x1 - y_low)

    svg = [
        f'<text class="title" x="{(left + right) / 2:g}" y="{top - 14:g}">{title}</text>'
    ]
    for tick in range(math.ceil(x_low), math.floor(x_high) + 1):
        x, _ = place(tick, 0)
        svg.append(f'<path class="frame" d="M {x:g} {bottom:g} v 6"/>')
        svg.append(
            f'<text x="{x:g}" y="{bottom + 22:g}">{tick}</text>'.replace(
                ">-", ">\u2212"
            )
        )
    for tick in range(math.ceil(y_low), math.floor(y_high) + 1):
        _, y = place(0, tick)
        svg.append(f'<path class="frame" d="M {left:g} {y:g} h -6"/>')
        svg.append(
            f'<text x="{left - 18:g}" y="{y + 5:g}">{tick}</text>'.replace(
                ">-", ">\u2212"
            )
        )
    svg.append(f'<text x="{(left + right) / 2:g}" y="{bottom + 44:g}">x0</text>')
    svg.append(f'<text x="{left - 42:g}" y="{(top + bottom) / 2 + 5:g}">x1</text>')
    x, y = place(0, 0)
    svg.append(
        f'<clipPath id="{name}"><rect x="{x_low}" y="{y_low}" '
        f'width="{x_high - x_low}" height="{y_high - y_low}"/></clipPath>'
    )
    svg.append(
        f'<g class="data" clip-path="url(#{name})" '
        f'transform="translate({x:g} {y:g}) scale({unit} -{unit})" '
        f'stroke-width="{1.8 / unit:.3f}" stroke-dasharray="{6 / unit:.3f}">'
    )
    svg += marks
    svg.append("</g>")
    svg.append(
        f'<rect class="frame" x="{left:g}" y="{top:g}" '
        f'width="{right - left:g}" height="{bottom - top:g}"/>'
    )
    for x0, x1, text in notes:
        x, y = place(x0, x1)
        svg.append(f'<text class="note" x="{x:g}" y="{y + 5:g}">{text}</text>')
    return svg


def picture(width, height, description, svg):
    """Return an SVG file with its own white page, so that a dark one does not matter."""
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">']
    lines += [f"<title>{description}</title>", f"<style>{STYLE}</style>"]
    size = f'width="{width - 1}" height="{height - 1}" rx="6"'
    lines += [f'<rect class="page" x="0.5" y="0.5" {size}/>', *svg, "</svg>", ""]
    return "\n".join(lines)


def figures():
    """Return the pictures, as {file name: SVG}."""
    ticks = [round(-2 + 0.4 * k, 1) for k in range(11)]
    size = ("arrows", 70, 50, 110, (-2.2, 2.2), (-2.2, 2.2))
    title = "Minus the gradient of f = x0\u00b2 + x1\u00b2"
    arrow_panel = panel(*size, title, arrows(function_2, ticks))

    paths = {}
    for lr in 0.01, 0.1, 0.9, 1.01:
        path = paths[lr] = [[-3.0, 4.0]]
        step = lambda x, path=path: path.append(list(x))
        gradient_descent(function_2, [-3.0, 4.0], lr, 20, step)

    def descent_panel(name, corner, unit, lr, title, lines, numbered):
        notes = [(paths[lr][k][0] + 16 / unit, paths[lr][k][1], k) for k in numbered]
        height = function_2(paths[lr][20])
        notes.append((0, lines[0][1][0] + 1, f"f = {height:.2g} after 20 steps"))
        size = (name, *corner, unit, *lines[0])
        return panel(*size, title, lines[1] + descent(paths[lr], 3.5 / unit), notes)

    limits = ((-3.5, 3.5), (-4.5, 4.5))
    lines = [limits, contours(function_2, *limits, [1, 4, 9, 16, 25])]
    title = "Gradient descent on f = x0\u00b2 + x1\u00b2, lr = 0.1"
    path_panel = descent_panel("path", (70, 50), 60, 0.1, title, lines, [0, 1, 2])

    # The same contours lie in four panels: drawn in the first, and used in the others.
    limits = ((-5, 5), (-6.5, 6.5))
    lines = contours(function_2, *limits, [1, 4, 9, 16, 25, 36])
    lines = [limits, ['<g id="lines">', *lines, "</g>"]]
    rates = []
    for k, (lr, what, numbered) in enumerate(
        [
            (0.01, "crawling", [0, 20]),
            (0.1, "good", [0, 1, 2, 3]),
            (0.9, "overshooting", [0, 1, 2, 3]),
            (1.01, "diverging", [0, 1, 20]),
        ]
    ):
        corner = (70 + 330 * (k % 2), 50 + 440 * (k // 2))
        title = f"lr = {lr}: {what}"
        rates += descent_panel(f"rate{k}", corner, 26, lr, title, lines, numbered)
        lines[1] = ['<use href="#lines"/>']
    return {
        "figure-4-9.svg": picture(584, 604, "Figure 4-9", arrow_panel),
        "figure-4-10.svg": picture(530, 660, "Figure 4-10", path_panel),
        "learning-rates.svg": picture(690, 890, "Four learning rates", rates),
    }


if __name__ == "__main__":
    for name, svg in figures().items():
        with open(
            os.path.join(HERE, name), "w", encoding="utf-8", newline="\n"
        ) as file:
            file.write(svg)
