# SPDX-License-Identifier: MIT-0
"""Measure how fast the modules are: python .ci/speed.py, in a Python with NumPy.

The first table compares them with the book's code in NumPy (.ci/book.py); the README
shows it. The second compares them with the same arithmetic without any check
(.ci/bare.py), and exits with status 1 if a limit is exceeded.

Every time is the best of many rounds, with both sides in turn, so that it does not
matter if the machine is busy now and then.
"""

import os
import platform
import sys
from timeit import timeit

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.dirname(HERE)]

import bare
import book
import numpy as np

import matrix
from descent import gradient_descent
from gradient import function_2, numerical_gradient
from simplenet import SimpleNet


def best_times(ours, theirs, number, rounds):
    """Return the best time of each call, in seconds."""
    times = ([], [])
    for _ in range(rounds):
        times[0].append(timeit(ours, number=number) / number)
        times[1].append(timeit(theirs, number=number) / number)
    return min(times[0]), min(times[1])


def digits(number):
    return f"{float(f'{number:.2g}'):g}"  # two digits: 630 and not 6.3e+02


def seconds(time):
    return f"{digits(time * 1e6)} µs" if time < 99e-6 else f"{digits(time * 1e3)} ms"


def compare_with_numpy(title, ours, theirs, number=100, rounds=50):
    one, other = best_times(ours, theirs, number, rounds)
    factor = digits(max(one, other) / min(one, other))
    word = "faster" if one < other else "slower"
    cells = [title, seconds(one), seconds(other), f"{factor} times {word}"]
    print(f"| {' | '.join(cells)} |", flush=True)


def compare_with_bare(title, limit, ours, theirs, number=500, rounds=60):
    one, other = best_times(ours, theirs, number, rounds)
    verdict = "" if one / other <= limit else "  TOO SLOW"
    print(f"{title:45} {one / other:5.2f}   at most {limit}{verdict}", flush=True)
    return one / other <= limit


W = [[0.47355232, 0.9977393, 0.84668094], [0.85557411, 0.03563661, 0.69422093]]
x = [0.6, 0.9]
t = [0, 0, 1]
net = SimpleNet(W)
f = lambda W: net.loss(x, t)
point = [3.0, 4.0]
random_matrix = np.random.default_rng(0).random((100, 100))
a100 = random_matrix.tolist()
a20 = random_matrix[:20, :20].tolist()
a2 = random_matrix[:2, :2].tolist()

print(f"Python {platform.python_version()}, NumPy {np.__version__}\n")
print("| | lists | NumPy | lists are |\n|---|---|---|---|")
np_point = np.array(point)
compare_with_numpy(
    "`numerical_gradient(function_2, [3.0, 4.0])`",
    lambda: numerical_gradient(function_2, point),
    lambda: book.numerical_gradient(function_2, np_point),
)
compare_with_numpy(
    "`gradient_descent(function_2, [-3.0, 4.0], 0.1, 100)`",
    lambda: gradient_descent(function_2, [-3.0, 4.0], 0.1, 100),
    lambda: book.gradient_descent(function_2, np.array([-3.0, 4.0]), 0.1, 100),
    number=3,
)
np_x, np_t, np_net = np.array(x), np.array(t), book.SimpleNet(np.array(W))
compare_with_numpy(
    "`net.loss(x, t)`", lambda: net.loss(x, t), lambda: np_net.loss(np_x, np_t)
)
np_a2 = np.array(a2)
compare_with_numpy(
    "`dot(a, a)`, 2×2", lambda: matrix.dot(a2, a2), lambda: np.dot(np_a2, np_a2)
)
compare_with_numpy(
    "`dot(a, a)`, 100×100",
    lambda: matrix.dot(a100, a100),
    lambda: np.dot(random_matrix, random_matrix),
    number=1,
    rounds=10,
)

print("\nThe time that the checks take: all, divided by the bare arithmetic\n")
bare_f = lambda W: bare.loss(W, x, t)
start = [-3.0, 4.0]
kept = [
    compare_with_bare(
        "numerical_gradient of two numbers",
        1.4,
        lambda: numerical_gradient(function_2, point),
        lambda: bare.numerical_gradient(function_2, point),
    ),
    compare_with_bare(
        "gradient_descent, 100 steps",
        1.6,
        lambda: gradient_descent(function_2, list(start), 0.1, 100),
        lambda: bare.gradient_descent(function_2, list(start), 0.1, 100),
        number=10,
    ),
    compare_with_bare("net.loss", 2.2, lambda: f(W), lambda: bare_f(W)),
    compare_with_bare(
        "numerical_gradient of net.loss",
        2.2,
        lambda: numerical_gradient(f, net.W),
        lambda: bare.numerical_gradient(bare_f, W),
        number=50,
    ),
    compare_with_bare(
        "dot of 20x20",
        1.25,
        lambda: matrix.dot(a20, a20),
        lambda: bare.dot(a20, a20),
        number=5,
    ),
    compare_with_bare(
        "dot of 2x2", 3.3, lambda: matrix.dot(a2, a2), lambda: bare.dot(a2, a2)
    ),
    compare_with_bare(
        "add of 20x20",
        5,
        lambda: matrix.add(a20, a20),
        lambda: bare.add(a20, a20),
        number=50,
    ),
]
sys.exit(not all(kept))
