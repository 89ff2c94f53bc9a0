# SPDX-License-Identifier: MIT-0
"""Draw the README's pictures with matplotlib, from what the modules compute:

    python .github/figures.py

An example, too, for whoever outgrows the text figures: axes.quiver and axes.contour.
"""

import io
import re
import sys
from pathlib import Path

import matplotlib
import matplotlib.pyplot as plt
from numpy import linspace, meshgrid

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from descent import gradient_descent
from gradient import function_2, numerical_gradient

# The same picture is the same file: no random ids, and no date below. Text stays text.
matplotlib.rcParams.update({"svg.hashsalt": "gradient", "svg.fonttype": "none"})
matplotlib.rcParams["font.sans-serif"] = ["DejaVu Sans", "Verdana"]
matplotlib.rcParams["path.simplify_threshold"] = 0.005  # see draw_contours
RED, BLUE, GREY = "#cf222e", "#0550ae", "#57606a"

long_bowl = lambda x: x[0] * x[0] / 20 + x[1] * x[1]
valleys = lambda x: x[0] ** 4 - 2 * x[0] ** 2 + 0.5 * x[0]
saddle = lambda x: x[0] * x[0] - x[1] * x[1]


def descend(f, start, lr, step_num=20):
    """Return the points of a descent in a list that begins with the start."""
    path = [start]
    gradient_descent(f, list(start), lr, step_num, lambda x: path.append(list(x)))
    return path


def draw_arrows(axes, f, x0s, x1s, formula):
    """Draw an arrow along minus the gradient of f at every point of x0s and x1s."""
    field = [[numerical_gradient(f, [x0, x1]) for x0 in x0s] for x1 in x1s]
    u = [[-g0 for g0, _ in row] for row in field]
    v = [[-g1 for _, g1 in row] for row in field]
    axes.quiver(x0s, x1s, u, v, angles="xy", color=BLUE)
    draw_path(axes, [(0, 0)])  # the lowest place
    axes.set(xlabel="x0", ylabel="x1", title=f"Minus the gradient of {formula}")


def draw_contours(axes, f, xlim, ylim, levels, title):
    """Draw dashed contours of f. Their paths are simplified, to make the file small."""
    x0s, x1s = meshgrid(linspace(*xlim, 121), linspace(*ylim, 121))
    style = {"colors": GREY, "linestyles": "--", "linewidths": 1}
    lines = axes.contour(x0s, x1s, f([x0s, x1s]), levels, **style)
    lines.set_paths([path.cleaned(simplify=True) for path in lines.get_paths()])
    axes.set(xlim=xlim, ylim=ylim, xlabel="x0", ylabel="x1", title=title)


def draw_path(axes, path, numbered=(), over=(11, 4), under=(11, 4)):
    """Draw a path. A number is at the offset over if x1 > 0 there, or else at under."""
    style = {"markersize": 5, "markeredgewidth": 0, "linewidth": 1.2}
    axes.plot(*zip(*path), "o-", color=RED, **style)
    for k in numbered:
        write(axes, k, path[k], over if path[k][1] > 0 else under)


def write(axes, text, point, offset, color="black"):
    """Write a text on a white ground, at an offset from a point."""
    ground = {"color": "white", "pad": 0.5}
    style = {"textcoords": "offset points", "ha": "center", "bbox": ground}
    axes.annotate(text, point, offset, color=color, **style)


def save(figure, name):
    """Save a figure. What makes the file large, but the picture no better, is cut."""
    figure.tight_layout()
    file = io.StringIO()
    figure.savefig(file, format="svg", metadata={"Date": None}, facecolor="white")
    svg = re.sub(r"(\.\d\d)\d+(?=[^<]*>)", r"\1", file.getvalue())  # only inside <...>
    svg = re.sub(r' transform="rotate\(-0 .*?"', "", svg)
    svg = re.sub(r" *\n *", "\n", svg)
    (HERE / name).write_bytes(svg.encode())


equal = {"aspect": "equal"}
figure, axes = plt.subplots(figsize=(5.5, 5.5), subplot_kw=equal)
x0s = x1s = linspace(-2, 2, 11)
draw_arrows(axes, function_2, x0s, x1s, "x0² + x1²")
save(figure, "figure-4-9.svg")

figure, axes = plt.subplots(figsize=(5, 6), subplot_kw=equal)
levels, title = [1, 4, 9, 16, 25], "Gradient descent on x0² + x1², lr = 0.1"
draw_contours(axes, function_2, (-3.5, 3.5), (-4.5, 4.5), levels, title)
draw_path(axes, descend(function_2, [-3, 4], 0.1), [0, 1, 2])
save(figure, "figure-4-10.svg")

figure, panels = plt.subplots(2, 2, figsize=(7, 8.6), subplot_kw=equal)
for axes, lr, what, numbered in [
    (panels[0, 0], 0.01, "crawls", [0, 20]),
    (panels[0, 1], 0.1, "walks there", [0, 1, 2]),
    (panels[1, 0], 0.9, "leaps, and closes in", [0, 1, 2, 3]),
    (panels[1, 1], 1.01, "leaps away", [0, 1, 20]),
]:
    levels, title = [1, 4, 9, 16, 25, 36], f"lr = {lr}: {what}"
    draw_contours(axes, function_2, (-5, 5), (-6.5, 6.5), levels, title)
    draw_path(axes, descend(function_2, [-3, 4], lr), numbered)
    axes.label_outer()
save(figure, "learning-rates.svg")

figure, (top, bottom) = plt.subplots(2, 1, figsize=(7, 6.6))
x0s, x1s = linspace(-8, 8, 17), linspace(-2, 2, 5)
draw_arrows(top, long_bowl, x0s, x1s, "x0²/20 + x1²")
levels, title = [0.1, 0.4, 1, 2, 3.5, 5.5], "Gradient descent on it, lr = 0.9"
draw_contours(bottom, long_bowl, (-9, 9), (-2.7, 2.7), levels, title)
draw_path(bottom, descend(long_bowl, [-7, 2], 0.9), [0, 1, 2, 3], (0, 9), (0, -16))
save(figure, "long-bowl.svg")

square = {"box_aspect": 1}
figure, (left, right) = plt.subplots(1, 2, figsize=(7.6, 3.9), subplot_kw=square)
xs = linspace(-2.2, 2.2, 89)
left.plot(xs, valleys([xs]), color=GREY, linewidth=1)
for start, side, end in [(-2, 30, "minimum"), (2, -28, "local minimum")]:
    path = [(x[0], valleys(x)) for x in descend(valleys, [start], 0.01, 60)]
    draw_path(left, path)
    write(left, f"from {start}", path[0], (side, -4), RED)
    write(left, end, path[-1], (0, -18))
left.set(ylim=(-3, 10), xlabel="x", ylabel="x⁴ − 2x² + 0.5x")
left.set(title="Two valleys, lr = 0.01")
levels, title = [-4, -2.25, -1, -0.25, 0.25, 1, 2.25, 4], "Saddle x0² − x1², lr = 0.1"
draw_contours(right, saddle, (-2.5, 2.5), (-2.5, 2.5), levels, title)
path = descend(saddle, [2, 0.001], 0.1, 43)  # the last step leaves the picture
right.plot(*zip(*path), "o-", color=BLUE, mfc="none", markersize=7, linewidth=1)
draw_path(right, descend(saddle, [2, 0], 0.1))
write(right, "from (2, 0)", (1.5, 0), (0, -18), RED)
write(right, "from (2, 0.001)", (0, 2), (52, 0), BLUE)
write(right, "saddle", (0, 0), (-26, -4))
write(right, "higher", (-2, 0), (0, -4), GREY)
write(right, "lower", (0, -2), (0, -4), GREY)
save(figure, "where-it-ends.svg")
