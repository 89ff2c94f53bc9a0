# SPDX-License-Identifier: MIT-0
"""A net small enough to see: 2x3 weights, softmax, cross-entropy, the gradient.

>>> W = [[0.47355232, 0.9977393, 0.84668094], [0.85557411, 0.03563661, 0.69422093]]
>>> net = SimpleNet(W)
>>> round(net.loss(x=[0.6, 0.9], t=[0, 0, 1]), 8)
0.92806854

Vocabulary: x is a sample, W the weights (a row per input, a column per class), z the
scores, y the probabilities, t the right answer: the index of the class (2), or a
probability for each class, [0, 0, 1] (one-hot) or [0.1, 0.1, 0.8] (soft). Instead of
one x, z, y or t there may be a batch: a list of them, one for each sample.
"""

import math
import random


class SimpleNet:
    """A net of one layer: the scores of x are its product with W.

    W is kept as given, not copied: who changes it, trains the net. Without one, it
    is 2x3 and Gaussian, the same after the same random.seed. A W that is no matrix
    is a ValueError.

    >>> SimpleNet([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]).W
    [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]
    """

    def __init__(self, W=None):
        if W is None:
            W = [[_gauss() for _ in range(3)] for _ in range(2)]
        rows = W if isinstance(W, list) else []
        lengths = {len(row) if isinstance(row, list) else 0 for row in rows}
        if len(lengths) != 1 or 0 in lengths:
            raise ValueError(f"W must be a list of equally long lists; got {W!r}")
        self.W = W

    def predict(self, x):
        """Return the scores of x, its product with W: z[j] = sum of x[i] * W[i][j].

        A sample of another length than W has rows is a ValueError.

        >>> SimpleNet([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]).predict([10.0, 1.0])
        [14.0, 25.0, 36.0]
        """
        if _is_batch(x):
            return [self.predict(sample) for sample in x]
        if len(x) != len(self.W):
            raise ValueError(f"x has {len(x)} numbers, but W {len(self.W)} rows")
        z = [0.0] * len(self.W[0])
        for value, row in zip(x, self.W):
            for j, weight in enumerate(row):
                z[j] += value * weight
        return z

    def loss(self, x, t):
        """Return the cross-entropy error of x, of a batch the mean.

        It is cross_entropy_error(softmax(predict(x)), t), by way of log_softmax, which
        neither overflows nor takes the logarithm of a 0 that was rounded to it.

        >>> SimpleNet([[-431.0, 279.0, 427.0]]).loss([1.0], 0)
        858.0
        """
        if _is_batch(x):
            return _mean(self.loss, x, t)
        return _error(log_softmax(self.predict(x)), t)

    def gradient(self, x, t):
        """Return the gradient of the loss with respect to W, exactly: x^T (y - t).

        It is shaped like W, and of a batch the mean; numerical_gradient agrees with it.

        >>> SimpleNet([[0.0, 0.0], [0.0, 0.0]]).gradient([1.0, 2.0], 0)
        [[-0.5, 0.5], [-1.0, 1.0]]
        """
        pairs = _pairs(x, t) if _is_batch(x) else [(x, t)]
        grad = [[0.0] * len(row) for row in self.W]
        for sample, answer in pairs:
            y = softmax(self.predict(sample))
            errors = [p - q for p, q in zip(y, _probabilities(answer, len(y)))]
            for value, slopes in zip(sample, grad):
                for j, error in enumerate(errors):
                    slopes[j] += value * error
        return [[slope / len(pairs) for slope in slopes] for slopes in grad]


simpleNet = SimpleNet  # the chapter's spelling


def softmax(z):
    """Return the probabilities exp(z) / sum of exp(z).

    The largest score is subtracted first. That changes no quotient, and as no
    exponent is then above 0, exp cannot overflow.

    >>> softmax([1000.0, 1000.0])
    [0.5, 0.5]
    """
    if _is_batch(z):
        return [softmax(scores) for scores in z]
    top = max(z)
    exps = [math.exp(score - top) for score in z]
    total = 0.0
    for value in exps:
        total += value
    return [value / total for value in exps]


def log_softmax(z):
    """Return the logarithms of softmax(z), right also where a probability is 0.

    >>> log_softmax([0.0, 1000.0])
    [-1000.0, 0.0]
    """
    if _is_batch(z):
        return [log_softmax(scores) for scores in z]
    top = max(z)
    total = 0.0
    for score in z:
        total += math.exp(score - top)
    log_total = math.log(total)
    log_y = []
    for score in z:
        log_y.append(score - top - log_total)
    return log_y


def cross_entropy_error(y, t):
    """Return -(sum of t * log(y)), of a batch the mean; inf where the right y is 0.

    A y outside 0 to 1, or a t that does not fit it, is a ValueError.

    >>> cross_entropy_error([0.25, 0.25, 0.5], 2)  # log(2)
    0.6931471805599453
    """
    if _is_batch(y):
        return _mean(cross_entropy_error, y, t)
    if not all(0 <= p <= 1 for p in y):
        raise ValueError(f"y must be probabilities, from 0 to 1; got {y!r}")
    return _error([math.log(p) if p else -math.inf for p in y], t)


def _error(log_y, t):
    error = 0.0
    for p, log_p in zip(_probabilities(t, len(log_y)), log_y):
        if p:  # 0 * log(0) counts as 0
            error -= p * log_p
    return error


def _probabilities(t, classes):
    """Return t as a probability for each class."""
    if isinstance(t, list):
        if len(t) == classes and min(t) >= 0 and abs(sum(t) - 1) < 1e-6:
            return t
    elif isinstance(t, int) and 0 <= t < classes:
        return [float(k == t) for k in range(classes)]
    raise ValueError(
        f"t must be a class from 0 to {classes - 1}, or {classes} probabilities "
        f"that sum to 1; got {t!r}"
    )


def _is_batch(a):
    if not isinstance(a, list):
        raise TypeError(f"expected a list of numbers, or a batch of them; got {a!r}")
    if not a:
        raise ValueError("expected a list of numbers, or a batch of them; got []")
    return isinstance(a[0], list)


def _mean(loss, a, t):
    total = 0.0
    for sample, answer in _pairs(a, t):
        total += loss(sample, answer)
    return total / len(a)


def _pairs(a, t):
    if not isinstance(t, list) or len(t) != len(a):
        raise ValueError(f"a batch of {len(a)} needs as many answers; got {t!r}")
    return list(zip(a, t))


def _gauss():  # Box-Muller; 1 - random() is never 0, which has no logarithm
    radius = math.sqrt(-2.0 * math.log(1.0 - random.random()))
    return radius * math.cos(2.0 * math.pi * random.random())


if __name__ == "__main__":
    W = [[0.47355232, 0.9977393, 0.84668094], [0.85557411, 0.03563661, 0.69422093]]
    x, t, net = [0.6, 0.9], [0, 0, 1], SimpleNet(W)
    dW, loss = net.gradient(x, t), net.loss(x, t)

    def text(numbers):
        return "[" + ", ".join([f"{number:.8f}" for number in numbers]) + "]"

    print(f"""A net of 2x3 weights learns one sample (section 4.4.2; numbers to 8 digits).

>>> net = SimpleNet([[0.47355232, 0.9977393, 0.84668094],
...                  [0.85557411, 0.03563661, 0.69422093]])
>>> x, t = [0.6, 0.9], [0, 0, 1]  # the right answer is class 2 of 0, 1 and 2
>>> net.predict(x)                # the scores, x times W: number 2 leads
{text(net.predict(x))}
>>> softmax(net.predict(x))       # the scores as probabilities
{text(softmax(net.predict(x)))}
>>> net.loss(x, t)                # -log(0.39531651): the surer, the smaller
{loss:.8f}
>>> dW = net.gradient(x, t)       # one slope of the loss for every weight
[{text(dW[0])},
 {text(dW[1])}]

dW[1][2] is -0.54: with W[1][2] larger by h, the loss is smaller by 0.54 * h.
""")
    for h in 0.1, 0.01, 0.001:
        W[1][2] = 0.69422093 + h
        print(f"  h = {h:5}   the loss moves by {net.loss(x, t) - loss:.8f}")
    W[1][2] = 0.69422093
    print(
        "\nTraining moves every weight against its slope: W = W - 1.0 * dW, repeatedly.\n"
    )
    for step in range(1001):
        if step in (0, 1, 10, 100, 1000):
            y = softmax(net.predict(x))
            print(f"  step {step:4}   loss {net.loss(x, t):.8f}   y = {text(y)}")
        for row, slopes in zip(W, net.gradient(x, t)):
            for j, slope in enumerate(slopes):
                row[j] -= 1.0 * slope
    print(f"""
>>> net.predict(x)                # the score of class 2 is now far ahead
{text(net.predict(x))}""")
