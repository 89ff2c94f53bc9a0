# SPDX-License-Identifier: MIT-0
"""The algorithms of the book's repository (ch04 and common), as its code stands now.

They are what the modules are compared with: written anew in NumPy, faults and all.
python .ci/book.py does with it what simplenet.py's demo shows.
"""

import numpy as np


def numerical_gradient(f, x):
    h = 1e-4
    grad = np.zeros_like(x)
    numbers, slopes = x.reshape(-1), grad.reshape(-1)
    for i in range(numbers.size):
        kept = numbers[i]
        numbers[i] = kept + h
        above = f(x)
        numbers[i] = kept - h
        below = f(x)
        slopes[i] = (above - below) / (2 * h)
        numbers[i] = kept
    return grad


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = init_x
    for _ in range(step_num):
        x -= lr * numerical_gradient(f, x)
    return x


def softmax(z):
    exps = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return exps / np.sum(exps, axis=-1, keepdims=True)


def cross_entropy_error(y, t):
    if y.ndim == 1:
        y, t = y.reshape(1, -1), t.reshape(1, -1)
    if t.size == y.size:  # one-hot
        t = t.argmax(axis=1)
    return -np.sum(np.log(y[np.arange(len(y)), t] + 1e-7)) / len(y)


class SimpleNet:
    def __init__(self, W):
        self.W = W

    def predict(self, x):
        return np.dot(x, self.W)

    def loss(self, x, t):
        return cross_entropy_error(softmax(self.predict(x)), t)


if __name__ == "__main__":
    W = [[0.47355232, 0.9977393, 0.84668094], [0.85557411, 0.03563661, 0.69422093]]
    net, x, t = SimpleNet(np.array(W)), np.array([0.6, 0.9]), np.array([0, 0, 1])
    print(net.predict(x), net.loss(x, t))
    print(numerical_gradient(lambda W: net.loss(x, t), net.W))
    gradient_descent(lambda W: net.loss(x, t), net.W, lr=1.0, step_num=100)
    print(net.loss(x, t), net.predict(x))
