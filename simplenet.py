# SPDX-License-Identifier: MIT-0
"""A net small enough to see: 2x3 weights, softmax, cross-entropy and the gradient. It
follows section 4.4.2 of the book Deep Learning from Scratch ("the chapter").

>>> W = [[0.47355232, 0.9977393, 0.84668094], [0.85557411, 0.03563661, 0.69422093]]
>>> round(SimpleNet(W).loss(x=[0.6, 0.9], t=[0, 0, 1]), 8)
0.92806854

Vocabulary: x is a sample, W the weights (a row per input, a column per class), z the
scores, y the probabilities; t is the right answer, as the index of its class (2) or as
a probability for each class ([0, 0, 1], one-hot). x may also be a batch, a list of
samples; t is then a list of answers, [2, 0, 1], and z and y have a row per sample.
"""

import math
import random


class SimpleNet:
    """A net of one layer: the scores are the product of x and W.

    W is a list of rows, kept and not copied: training changes its numbers. Without W,
    they are 2x3 Gaussian ones, as random.seed decides. ValueError: W, x or t is wrong.
    """

    def __init__(self, W=None):
        if W is None:
            W = [[_gauss() for _ in range(3)] for _ in range(2)]
        if not (isinstance(W, list) and W and isinstance(W[0], list) and W[0]):
            raise ValueError(f"W must be a list of lists, its rows; got {str(W)!r:.50}")
        for i, row in enumerate(W):
            _check_row(row, len(W[0]), f"W[{i}]")
            if i > 0 and row is W[0]:
                raise ValueError(f"W[{i}] and W[0] are one list: make a list a row")
        self.W = W

    def predict(self, x):
        """Return the scores z of x: z[j] is the sum of x[i] * W[i][j] over all i."""
        if isinstance(x, list) and x and isinstance(x[0], list):  # a batch
            for k, sample in enumerate(x):
                _check_row(sample, len(self.W), f"x[{k}]")
            return [self.predict(sample) for sample in x]
        _check_row(x, len(self.W), "x")
        z = [0.0] * len(self.W[0])
        for i, row in enumerate(self.W):
            for j in range(len(z)):
                z[j] += x[i] * row[j]
        return z

    def loss(self, x, t):
        """Return the cross-entropy error of softmax(predict(x)) and t; batch: the mean.

        By way of log_softmax: where softmax is rounded to 0, log(0) would be -inf.

        >>> SimpleNet([[-431.0, 279.0, 427.0]]).loss([1.0], 0)  # 427 - -431
        858.0
        """
        rows, answers = _rows(log_softmax(self.predict(x)), t)
        error = 0.0
        for log_y, answer in zip(rows, answers):  # one sample
            for j, t_j in enumerate(answer):
                if t_j > 0:  # huge scores give a log_y of -inf, and 0 * -inf is nan
                    error -= t_j * log_y[j]
        return error / len(rows)

    def gradient(self, x, t):
        """Return the gradient of the loss: x[i] * (y[j] - t[j]) for each W[i][j].

        Why y - t: if class c is right, the loss -log(y[c]) is log(sum of exp(z)) - z[c]
        and, with respect to z[j], the derivative of the first is exp(z[j]) / sum, that
        is y[j]; that of z[c] is 1 if j is c, else 0, that is t[j]. And x[i], as z[j]
        moves by x[i] when W[i][j] moves by 1. Of a batch, the mean.

        >>> SimpleNet([[0.0, 0.0], [0.0, 0.0]]).gradient([1.0, 2.0], 0)  # y: [.5, .5]
        [[-0.5, 0.5], [-1.0, 1.0]]
        """
        ys, ts = _rows(softmax(self.predict(x)), t)
        xs = x if isinstance(x[0], list) else [x]
        grad = [[0.0] * len(row) for row in self.W]
        for k in range(len(ts)):
            x, y, t = xs[k], ys[k], ts[k]  # one sample
            for i in range(len(x)):
                for j in range(len(y)):
                    grad[i][j] += x[i] * (y[j] - t[j])
        return [[slope / len(ts) for slope in row] for row in grad]


simpleNet = SimpleNet  # the chapter's spelling


def softmax(z):
    """Return the probabilities exp(z[j]) / (sum of exp(z)); of a batch, row by row."""
    if _is_batch(z):
        return [softmax(row) for row in z]
    top = max(z)  # exp(z - top) = exp(z) / exp(top) is at most 1; exp(top) cancels
    exps = [math.exp(score - top) for score in z]
    total = 0.0
    for value in exps:  # no sum(): it rounds differently from Python 3.12 on
        total += value
    return [value / total for value in exps]


def log_softmax(z):
    """Return log(softmax(z)): z[j] - log(sum of exp(z)), also where softmax gives 0."""
    if _is_batch(z):
        return [log_softmax(row) for row in z]
    top = max(z)  # log(sum of exp(z)) is top + log(sum of exp(z - top))
    total = 0.0
    for score in z:
        total += math.exp(score - top)
    log_total = math.log(total)
    return [score - top - log_total for score in z]


def cross_entropy_error(y, t):
    """Return -(sum of t[j] * log(y[j])); of a batch, the mean.

    It is inf if y is 0 for the right class. ValueError: a y is not 0 to 1, or t wrong.

    >>> cross_entropy_error(softmax([1000.0, 1000.0]), 0)  # -log(0.5)
    0.6931471805599453
    """
    rows, answers = _rows(y, t)
    error = 0.0
    for row, answer in zip(rows, answers):  # one sample
        for y_j, t_j in zip(row, answer):
            if not 0 <= y_j <= 1:
                raise ValueError(f"y must be probabilities, 0 to 1; got {y_j!r:.50}")
            if t_j > 0:
                error -= t_j * (math.log(y_j) if y_j > 0 else -math.inf)
    return error / len(rows)


def _is_batch(a):
    if not isinstance(a, list) or not a:
        raise ValueError(f"expected a list of numbers, or of lists; got {str(a)!r:.50}")
    return isinstance(a[0], list)


def _rows(y, t):
    """Return two lists with a row per sample: of y, and of t as probabilities."""
    if not _is_batch(y):
        return [y], [_probabilities(t, len(y), "t")]
    if not isinstance(t, list) or len(t) != len(y):
        got = f"list of {len(t)}" if isinstance(t, list) else type(t).__name__
        raise ValueError(f"t must be a list of {len(y)} answers; got a {got}")
    return y, [_probabilities(t[k], len(y[k]), f"t[{k}]") for k in range(len(y))]


def _probabilities(t, n, name):
    if isinstance(t, int) and 0 <= t < n:
        return [1.0 if j == t else 0.0 for j in range(n)]
    if isinstance(t, list) and len(t) == n and min(t) >= 0 and abs(sum(t) - 1) < 1e-6:
        return t
    due = f"a class from 0 to {n - 1}, or {n} probabilities that sum to 1"
    got = f"{len(t)} numbers: {t!r:.30}" if isinstance(t, list) else type(t).__name__
    raise ValueError(f"{name} must be {due}; got {t if type(t) is int else got!s:.60}")


def _check_row(row, n, name):
    if not isinstance(row, list):
        got = f"a {type(row).__name__}"
    elif row and not isinstance(row[0], (float, int)):
        got = f"a list that begins with a {type(row[0]).__name__}"
    elif len(row) != n:
        got = f"a list of {len(row)}"
    else:
        return
    raise ValueError(f"{name} must be a list of {n} numbers; got {got}")


def _gauss():  # Box-Muller; random.gauss() is not the same on every Python
    radius = math.sqrt(-2.0 * math.log(1.0 - random.random()))  # random() is never 1
    return radius * math.cos(2.0 * math.pi * random.random())


if __name__ == "__main__":
    W = [[0.47355232, 0.9977393, 0.84668094], [0.85557411, 0.03563661, 0.69422093]]
    net, x, t = SimpleNet(W), [0.6, 0.9], [0, 0, 1]
    z, dW = net.predict(x), net.gradient(x, t)
    exps, y = [math.exp(score) for score in z], softmax(z)

    def show(name, numbers):
        print(f"{name:28}" + "".join([f"{number:13.8f}" for number in numbers]))

    print(f"A sample, x = {x}, of class 2: t = {t}\n")
    show("z = net.predict(x)", z)
    print(f" z[0] = 0.6 * 0.47355232 + 0.9 * 0.85557411 = {z[0]:.8f}")
    show("exp(z)", exps)
    show(f"y = exp(z) / sum {sum(exps):.8f}", y)
    print(f"loss = -log(y[2]) = {net.loss(x, t):.8f}")
    show("dW[0]", dW[0])
    show("dW[1]", dW[1])
    print(f""" dW[1][2] = x[1] * (y[2] - t[2]) = 0.9 * ({y[2]:.2f} - 1) = {dW[1][2]:.2f}

W[0][0] + 0.01: the loss grows by 0.0022. W[1][2] + 0.01: it falls by 0.0054. So
train by net.W[i][j] = net.W[i][j] - lr * dW[i][j], with lr = 1.0. Loss and y:
""")
    for step in range(1001):
        if step in (0, 1, 10, 100, 1000):
            show(f"step {step:4}, loss {net.loss(x, t):.8f}", softmax(net.predict(x)))
        dW = net.gradient(x, t)
        for i in range(2):
            for j in range(3):
                net.W[i][j] = net.W[i][j] - 1.0 * dW[i][j]
