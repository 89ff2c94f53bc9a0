# SPDX-License-Identifier: MIT-0
"""Measure the README's table of speed: python .ci/speed.py, in a Python with NumPy.

Every time is the best of many, the two sides in turn, so that a machine that is busy
now and then does no harm.
"""

import doctest
import os
import platform
import re
import sys
from timeit import timeit

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.dirname(HERE)]

import book
import numpy as np

import matrix
from descent import gradient_descent
from gradient import function_2, numerical_gradient
from simplenet import SimpleNet


def compare(title, ours, theirs, number=100, rounds=50):
    """Print a row of the table: the seconds of either call, the best of all rounds."""
    times = [
        [timeit(call, number=number) / number for call in (ours, theirs)]
        for _ in range(rounds)
    ]
    one, other = [min(column) for column in zip(*times)]
    factor = max(one, other) / min(one, other)
    word = "faster" if one < other else "slower"
    cells = [title, seconds(one), seconds(other), f"{digits(factor)} times {word}"]
    print(f"| {' | '.join(cells)} |", flush=True)


def seconds(time):
    return f"{digits(time * 1e6)} µs" if time < 99e-6 else f"{digits(time * 1e3)} ms"


def digits(number):
    return f"{float(f'{number:.2g}'):g}"  # 630 and not 6.3e+02


print(f"Python {platform.python_version()}, NumPy {np.__version__}\n")
print("| | lists | NumPy | lists are |\n|---|---|---|---|")
point, np_point = [3.0, 4.0], np.array([3.0, 4.0])
compare(
    "`numerical_gradient(function_2, [3.0, 4.0])`",
    lambda: numerical_gradient(function_2, point),
    lambda: book.numerical_gradient(function_2, np_point),
)
compare(
    "`gradient_descent(function_2, [-3.0, 4.0], 0.1, 100)`",
    lambda: gradient_descent(function_2, [-3.0, 4.0], 0.1, 100),
    lambda: book.gradient_descent(function_2, np.array([-3.0, 4.0]), 0.1, 100),
    number=3,
)
W = [[0.47355232, 0.9977393, 0.84668094], [0.85557411, 0.03563661, 0.69422093]]
x, t, net = [0.6, 0.9], [0, 0, 1], SimpleNet(W)
np_x, np_t, np_net = np.array(x), np.array(t), book.SimpleNet(np.array(W))
compare("`net.loss(x, t)`", lambda: net.loss(x, t), lambda: np_net.loss(np_x, np_t))
f, np_f = lambda W: net.loss(x, t), lambda W: np_net.loss(np_x, np_t)
compare(
    "`numerical_gradient(f, net.W)`",
    lambda: numerical_gradient(f, net.W),
    lambda: book.numerical_gradient(np_f, np_net.W),
    number=10,
)
for n in 10, 100:
    np_a = np.random.default_rng(0).random((n, n))
    a = np_a.tolist()
    compare(
        f"`dot(a, a)`, {n}×{n}",
        lambda a=a: matrix.dot(a, a),
        lambda a=np_a: np.dot(a, a),
        number=max(1, 1000 // n**2),
        rounds=50 if n < 100 else 10,
    )

# The net of the README's XOR, from the README itself.
with open(os.path.join(HERE, os.pardir, "README.md"), encoding="utf-8") as file:
    blocks = re.findall(r"(?ms)^```pycon\n(.*?)^```$", file.read())
session = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, "README", None, 0)
doctest.DocTestRunner(verbose=False).run(session, out=print, clear_globs=False)
backprop, loss = session.globs["backprop"], session.globs["loss"]
print("\n| | `backprop` | `numerical_gradient` | `backprop` is |\n|---|---|---|---|")
for hidden in 3, 30:
    point = [matrix.randn(2, hidden), matrix.zeros(hidden)]
    point += [matrix.randn(hidden, 2), matrix.zeros(2)]
    compare(
        f"XOR with {hidden} hidden units, {5 * hidden + 2} numbers",
        lambda point=point: backprop(point),
        lambda point=point: numerical_gradient(loss, point),
        number=1,
        rounds=20,
    )
