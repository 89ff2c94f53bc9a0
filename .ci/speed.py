# SPDX-License-Identifier: MIT-0
"""Measure the README's tables of speed: python .ci/speed.py, in a Python with NumPy.

Every time is the best of many, the two sides in turn, so that a machine that is busy
now and then does no harm.
"""

import os
import platform
import subprocess
import sys
from timeit import timeit

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.dirname(HERE)]

import chapter
import numpy as np

import matrix
from descent import gradient_descent
from gradient import function_2, numerical_gradient
from simplenet import SimpleNet


def best(*calls, number, rounds):
    """Return the seconds that each call takes, the best of all rounds."""
    times = [
        [timeit(call, number=number) / number for call in calls] for _ in range(rounds)
    ]
    return [min(column) for column in zip(*times)]


def seconds(time):
    unit, name = next(
        p for p in [(1, "s"), (1e-3, "ms"), (1e-6, "µs")] if time >= p[0] or p[0] < 1e-5
    )
    return f"{time / unit:.3g} {name}"


def compare(title, plain, numpy, number=100, rounds=50):
    ours, theirs = best(plain, numpy, number=number, rounds=rounds)
    faster = (
        f"{theirs / ours:.1f} times faster"
        if ours < theirs
        else f"{ours / theirs:.1f} times slower"
    )
    print(f"| {title} | {seconds(ours)} | {seconds(theirs)} | {faster} |", flush=True)


print(f"Python {platform.python_version()}, NumPy {np.__version__}\n")
print("| | lists | NumPy | lists are |\n|---|---|---|---|")
W = [[0.47355232, 0.9977393, 0.84668094], [0.85557411, 0.03563661, 0.69422093]]
x, t, net = [0.6, 0.9], [0, 0, 1], SimpleNet(W)
np_x, np_t, np_net = np.array(x), np.array(t), chapter.SimpleNet(np.array(W))
point, np_point = [3.0, 4.0], np.array([3.0, 4.0])
compare(
    "`numerical_gradient(function_2, [3.0, 4.0])`",
    lambda: numerical_gradient(function_2, point),
    lambda: chapter.numerical_gradient(function_2, np_point),
)
compare(
    "`gradient_descent(function_2, [-3.0, 4.0], 0.1, 100)`",
    lambda: gradient_descent(function_2, [-3.0, 4.0], 0.1, 100),
    lambda: chapter.gradient_descent(function_2, np.array([-3.0, 4.0]), 0.1, 100),
    number=3,
)
compare("`net.loss(x, t)`", lambda: net.loss(x, t), lambda: np_net.loss(np_x, np_t))
f, np_f = lambda W: net.loss(x, t), lambda W: np_net.loss(np_x, np_t)
compare(
    "`numerical_gradient(f, net.W)`",
    lambda: numerical_gradient(f, net.W),
    lambda: chapter.numerical_gradient(np_f, np_net.W),
    number=10,
)


def shell(path):
    subprocess.check_output([sys.executable, path])


compare(
    "`python3 simplenet.py` from the shell",
    lambda: shell(os.path.join(HERE, os.pardir, "simplenet.py")),
    lambda: shell(os.path.join(HERE, "chapter.py")),
    number=1,
    rounds=10,
)
for n in 1, 2, 10, 100, 500:
    np_a = np.random.default_rng(0).random((n, n))
    a = np_a.tolist()
    compare(
        f"`dot(a, a)`, {n}×{n}",
        lambda a=a: matrix.dot(a, a),
        lambda np_a=np_a: np.dot(np_a, np_a),
        number=max(1, 1000 // n**2),
        rounds=50 if n < 500 else 3,
    )


def sum_of_squares(x):
    total = 0.0
    for number in x:
        total += number * number
    return total


print("\n| numbers | `function_2` | per number | `sum_of_squares` | per number |")
print("|---|---|---|---|---|")
for n in 10, 100, 1000, 10000:
    x = [1.0] * n
    cells = [f"{n:,}"]
    for f in function_2, sum_of_squares:
        (time,) = best(
            lambda f=f, x=x: numerical_gradient(f, x),
            number=max(1, 1000 // n),
            rounds=20 if n < 10000 or f is function_2 else 1,
        )
        cells += [seconds(time), seconds(time / n)]
    print("| " + " | ".join(cells) + " |", flush=True)
