# SPDX-License-Identifier: MIT-0
"""Print the README's comparison with the book's repository: python .ci/compare.py

It needs NumPy. `.ci/run` fails if one of its lines is not in the README.
"""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.dirname(HERE)]

import book
import numpy as np

from gradient import function_2, numerical_gradient
from simplenet import SimpleNet

W = [[0.47355232, 0.9977393, 0.84668094], [0.85557411, 0.03563661, 0.69422093]]
x, t = [0.6, 0.9], [0, 0, 1]


def after(numerical_gradient, x):
    """Return x after an f that raises at its first call."""
    try:
        numerical_gradient(lambda x: 1 / 0, x)
    except ZeroDivisionError:
        return list(map(float, x))


for what, theirs, ours in [
    (
        "`numerical_gradient(function_2, …)` at the integers 3, 4",
        book.numerical_gradient(function_2, np.array([3, 4])).tolist(),
        numerical_gradient(function_2, [3, 4]),
    ),
    (
        "`x = [3.0, 4.0]`, after `f` has raised an error",
        after(book.numerical_gradient, np.array([3.0, 4.0])),
        after(numerical_gradient, [3.0, 4.0]),
    ),
    (
        "`net.loss(x, t)`, which the chapter prints as 0.928068537",
        round(float(book.SimpleNet(np.array(W)).loss(np.array(x), np.array(t))), 9),
        round(SimpleNet(W).loss(x, t), 9),
    ),
]:
    print(f"| {what} | {theirs} | {ours} |")
