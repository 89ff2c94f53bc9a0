# SPDX-License-Identifier: MIT-0
"""The arithmetic of the modules with no checks at all, and no batches: what their speed
is measured against (.ci/speed.py).
"""

import math


def numerical_gradient(f, x, h=1e-4):
    grad = []
    for i in range(len(x)):
        value = x[i]
        if isinstance(value, list):
            grad.append(numerical_gradient(lambda inner: f(x), value, h))
        else:
            x[i] = value + h
            fxh1 = f(x)
            x[i] = value - h
            fxh2 = f(x)
            x[i] = value
            grad.append((fxh1 - fxh2) / (2 * h))
    return grad


def gradient_descent(f, x, lr, step_num):
    for _ in range(step_num):
        move(x, numerical_gradient(f, x), lr)
    return x


def move(x, gradient, lr):
    for i, slope in enumerate(gradient):
        if isinstance(slope, list):
            move(x[i], slope, lr)
        else:
            x[i] = x[i] - lr * slope


def predict(W, x):
    z = [0.0] * len(W[0])
    for i in range(len(W)):
        for j in range(len(z)):
            z[j] += x[i] * W[i][j]
    return z


def loss(W, x, t):
    z = predict(W, x)
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
