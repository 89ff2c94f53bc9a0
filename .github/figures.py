# SPDX-License-Identifier: MIT-0
"""Draw the README's pictures with matplotlib, from what the modules compute:

    python .github/figures.py

An example, too, for whoever outgrows the text figures: axes.quiver and axes.contour.
"""

import os
import sys

import matplotlib
import matplotlib.pyplot as plt

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))

from descent import gradient_descent
from gradient import function_2, numerical_gradient

# The same picture is the same file: no random ids, and no date below. Text stays text.
matplotlib.rcParams.update({"svg.hashsalt": "gradient", "svg.fonttype": "none"})


def long_bowl(x):
    return x[0] * x[0] / 20 + x[1] * x[1]


def grid(low, high, count):
    return [low + (high - low) * k / (count - 1) for k in range(count)]


def draw_arrows(axes, f, x0s, x1s, title):
    """Draw an arrow along minus the gradient of f at every point of x0s and x1s."""
    field = [[numerical_gradient(f, [x0, x1]) for x0 in x0s] for x1 in x1s]
    u = [[-g0 for g0, _ in row] for row in field]
    v = [[-g1 for _, g1 in row] for row in field]
    axes.quiver(x0s, x1s, u, v, angles="xy", color="#0550ae")
    axes.plot(0, 0, "o", color="#cf222e", markersize=4)  # the lowest place
    axes.set(title=title)


def draw_descent(axes, f, start, lr, xlim, ylim, levels, numbered, title):
    """Draw 20 steps from start over dashed contours of f, some with their numbers."""
    path = [start]
    gradient_descent(f, list(start), lr, 20, lambda x: path.append(list(x)))
    x0s, x1s = grid(*xlim, 121), grid(*ylim, 121)
    heights = [[f([x0, x1]) for x0 in x0s] for x1 in x1s]
    axes.contour(
        x0s, x1s, heights, levels, colors="#57606a", linestyles="--", linewidths=1
    )
    axes.plot(*zip(*path), "o-", color="#cf222e", markersize=4, linewidth=1.2)
    for k in numbered:  # at a right angle to the path, or over and under a zigzag
        zigzag = (0, 9) if path[k][1] > 0 else (0, -16)
        offset = (11, 4) if f is function_2 else zigzag
        ground = {"color": "white", "pad": 0.5}
        style = {"textcoords": "offset points", "ha": "center", "bbox": ground}
        axes.annotate(k, path[k], offset, **style)
    axes.set(xlim=xlim, ylim=ylim, title=title)


def save(figure, name):
    for axes in figure.axes:
        axes.set(xlabel="x0", ylabel="x1")
        if name != "long-bowl.svg":
            axes.set_aspect("equal")
    figure.tight_layout()
    figure.savefig(os.path.join(HERE, name), metadata={"Date": None}, facecolor="white")


figure, axes = plt.subplots(figsize=(5.5, 5.5))
x0s = x1s = grid(-2, 2, 11)
draw_arrows(axes, function_2, x0s, x1s, "Minus the gradient of x0² + x1²")
save(figure, "figure-4-9.svg")

figure, axes = plt.subplots(figsize=(5, 6))
window, levels = [(-3.5, 3.5), (-4.5, 4.5)], [1, 4, 9, 16, 25]
title = "Gradient descent on x0² + x1², lr = 0.1"
draw_descent(axes, function_2, [-3, 4], 0.1, *window, levels, [0, 1, 2], title)
save(figure, "figure-4-10.svg")

figure, panels = plt.subplots(2, 2, figsize=(7, 8.8))
window, levels = [(-5, 5), (-6.5, 6.5)], [1, 4, 9, 16, 25, 36]
for axes, lr, what, numbered in [
    (panels[0, 0], 0.01, "crawls", [0, 20]),
    (panels[0, 1], 0.1, "walks there", [0, 1, 2]),
    (panels[1, 0], 0.9, "leaps, and closes in", [0, 1, 2, 3]),
    (panels[1, 1], 1.01, "leaps away", [0, 1, 20]),
]:
    title = f"lr = {lr}: {what}"
    draw_descent(axes, function_2, [-3, 4], lr, *window, levels, numbered, title)
save(figure, "learning-rates.svg")

figure, panels = plt.subplots(2, 1, figsize=(7, 6.6))
x0s, x1s = grid(-8, 8, 17), grid(-2, 2, 5)
draw_arrows(panels[0], long_bowl, x0s, x1s, "Minus the gradient of x0²/20 + x1²")
window, levels = [(-9, 9), (-2.7, 2.7)], [0.1, 0.4, 1, 2, 3.5, 5.5]
title = "Gradient descent on it, lr = 0.9"
draw_descent(panels[1], long_bowl, [-7, 2], 0.9, *window, levels, [0, 1, 2, 3], title)
save(figure, "long-bowl.svg")
