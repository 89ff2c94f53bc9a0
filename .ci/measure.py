# SPDX-License-Identifier: MIT-0
"""Print the tables of CONTRIBUTING.md: python .ci/measure.py, in a Python with NumPy.

The first compares results with those of the book's code, written anew here with NumPy,
faults and all. With --speed, the second compares times: with that code, and with the
same arithmetic in lists without any check. The exit status is 1 if a limit is exceeded.
Each time is the best of many rounds, with all sides in turn.
"""

import math
import os
import platform
import sys
from timeit import timeit

import numpy as np

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from descent import gradient_descent
from gradient import function_2, numerical_gradient
from matrix import add, dot
from simplenet import SimpleNet


class Book:
    """The book's code (ch04 and common of its repository)."""

    def numerical_gradient(f, x):
        h = 1e-4
        grad = np.zeros_like(x)
        numbers, slopes = x.reshape(-1), grad.reshape(-1)
        for i in range(numbers.size):
            kept = numbers[i]
            numbers[i] = kept + h
            above = f(x)
            numbers[i] = kept - h
            slopes[i] = (above - f(x)) / (2 * h)
            numbers[i] = kept
        return grad

    def gradient_descent(f, x, lr, step_num):
        for _ in range(step_num):
            x -= lr * Book.numerical_gradient(f, x)
        return x

    def loss(W, x, t):
        z = np.dot(x, W)
        exps = np.exp(z - np.max(z, axis=-1, keepdims=True))
        y = (exps / np.sum(exps, axis=-1, keepdims=True)).reshape(1, -1)
        right = t.reshape(1, -1).argmax(axis=1)
        return -np.sum(np.log(y[np.arange(len(y)), right] + 1e-7)) / len(y)


class Bare:
    """The arithmetic of the modules without checks and batches."""

    def numerical_gradient(f, x, h=1e-4):
        grad = []
        for i in range(len(x)):
            value = x[i]
            if isinstance(value, list):
                grad.append(Bare.numerical_gradient(lambda inner: f(x), value, h))
            else:
                x[i] = value + h
                fxh1 = f(x)
                x[i] = value - h
                fxh2 = f(x)
                x[i] = value
                grad.append((fxh1 - fxh2) / (2 * h))
        return grad

    def gradient_descent(f, x, lr, step_num):
        def move(x, grad):
            for i, slope in enumerate(grad):
                if isinstance(slope, list):
                    move(x[i], slope)
                else:
                    x[i] = x[i] - lr * slope

        for _ in range(step_num):
            move(x, Bare.numerical_gradient(f, x))
        return x

    def loss(W, x, t):
        z = [0.0] * len(W[0])
        for i in range(len(W)):
            for j in range(len(z)):
                z[j] += x[i] * W[i][j]
        top = max(z)
        total = 0.0
        for score in z:
            total += math.exp(score - top)
        log_total = math.log(total)
        error = 0.0
        for j in range(len(t)):
            if t[j] > 0:
                error -= t[j] * (z[j] - top - log_total)
        return error

    def dot(a, b):
        columns = list(zip(*b))
        product = []
        for row in a:
            totals = []
            for column in columns:
                total = 0
                for i in range(len(row)):
                    total += row[i] * column[i]
                totals.append(total)
            product.append(totals)
        return product

    def add(a, b):
        return [[p + q for p, q in zip(row, other)] for row, other in zip(a, b)]


W = [[0.47355232, 0.9977393, 0.84668094], [0.85557411, 0.03563661, 0.69422093]]
x, t = [0.6, 0.9], [0, 0, 1]
np_W, np_x, np_t = np.array(W), np.array(x), np.array(t)
net = SimpleNet(W)
f = lambda W: net.loss(x, t)
point = [3.0, 4.0]
np_point = np.array(point)


def after_an_error(numerical_gradient, x):
    """Return x after an f that raises at its first call."""
    try:
        numerical_gradient(lambda x: 1 / 0, x)
    except ZeroDivisionError:
        return list(map(float, x))


def row(*cells):
    print("| " + " | ".join([f"{cell}" for cell in cells]) + " |", flush=True)


row("`numerical_gradient(function_2, …)` at the integers 3, 4",
    Book.numerical_gradient(function_2, np.array([3, 4])).tolist(),
    numerical_gradient(function_2, [3, 4]))  # fmt: skip
row("`x = [3.0, 4.0]`, after `f` has raised an error",
    after_an_error(Book.numerical_gradient, np.array([3.0, 4.0])),
    after_an_error(numerical_gradient, [3.0, 4.0]))  # fmt: skip
row("`net.loss(x, t)`, which the chapter prints as 0.928068537",
    round(float(Book.loss(np_W, np_x, np_t)), 9), round(net.loss(x, t), 9))  # fmt: skip
if sys.argv[1:] != ["--speed"]:
    sys.exit()


def best_time(call, number):
    return min([timeit(call, number=number) for _ in range(9)]) / number * 1e6  # in µs


a = np.random.default_rng(0).random((20, 20))
a20, a2, np_a2 = a.tolist(), a[:2, :2].tolist(), a[:2, :2]
start = [-3.0, 4.0]
bare_f = lambda W: Bare.loss(W, x, t)

print(f"\nPython {platform.python_version()}, NumPy {np.__version__}\n")
row("", "lists", "NumPy", "without checks", "lists / without checks", "limit")
kept = True
for what, number, limit, *calls in [
    ("`numerical_gradient(function_2, [3.0, 4.0])`", 1000, 1.5,
     lambda: numerical_gradient(function_2, point),
     lambda: Bare.numerical_gradient(function_2, point),
     lambda: Book.numerical_gradient(function_2, np_point)),
    ("`gradient_descent(function_2, [-3.0, 4.0], 0.1, 100)`", 9, 1.7,
     lambda: gradient_descent(function_2, list(start), 0.1, 100),
     lambda: Bare.gradient_descent(function_2, list(start), 0.1, 100),
     lambda: Book.gradient_descent(function_2, np.array(start), 0.1, 100)),
    ("`net.loss(x, t)`", 500, 2.6,
     lambda: f(W), lambda: bare_f(W), lambda: Book.loss(np_W, np_x, np_t)),
    ("`numerical_gradient` of it", 50, 2.6,
     lambda: numerical_gradient(f, W), lambda: Bare.numerical_gradient(bare_f, W),
     lambda: Book.numerical_gradient(lambda W: Book.loss(W, np_x, np_t), np_W)),
    ("`dot(a, a)`, 20×20", 5, 1.25,
     lambda: dot(a20, a20), lambda: Bare.dot(a20, a20), lambda: np.dot(a, a)),
    ("`dot(a, a)`, 2×2", 500, 3.3,
     lambda: dot(a2, a2), lambda: Bare.dot(a2, a2), lambda: np.dot(np_a2, np_a2)),
    ("`add(a, a)`, 20×20", 20, 4.5,
     lambda: add(a20, a20), lambda: Bare.add(a20, a20), lambda: a + a),
]:  # fmt: skip
    rounds = [[best_time(call, number) for call in calls] for _ in range(9)]
    ours, bare, numpy = [min(times) for times in zip(*rounds)]
    kept = kept and ours / bare <= limit
    texts = [f"{float(f'{time:.2g}'):g} µs" for time in (ours, numpy, bare)]
    row(what, *texts, f"{ours / bare:.2f}", limit)
sys.exit(not kept)
