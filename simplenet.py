# SPDX-License-Identifier: MIT-0
"""A net small enough to see: 2x3 weights, softmax, cross-entropy, the gradient.

After section 4.4.2 of the book Deep Learning from Scratch ("the chapter").

>>> W = [[0.47355232, 0.9977393, 0.84668094], [0.85557411, 0.03563661, 0.69422093]]
>>> net = SimpleNet(W)
>>> round(net.loss(x=[0.6, 0.9], t=[0, 0, 1]), 8)
0.92806854

Vocabulary: x is a sample, W the weights (a row per input, a column per class), z the
scores, y the probabilities, t the right answer: the index of the class (2), or a
probability for each class, [0, 0, 1] (one-hot) or [0.1, 0.1, 0.8] (soft). Instead of
one x, z, y or t there may be a batch, a list of them: of three samples, t = [0, 0, 1]
is three indices.
"""

import math
import random


class SimpleNet:
    """A net of one layer: the scores of x are its product with W.

    W is kept as given, not copied: to change its numbers is to train the net. Without
    one, it is 2x3 and Gaussian, the same after the same random.seed. A W that is not
    a matrix, with a list of its own for each row, raises ValueError.

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
        if len(set(map(id, rows))) != len(rows):
            raise ValueError("W has one list as two rows, as in [[0.0] * 3] * 2")
        self.W = W

    def predict(self, x):
        """Return the scores of x: z[j] is the sum over i of x[i] * W[i][j].

        An x that has not one number for each row of W raises ValueError.

        >>> SimpleNet([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]).predict([10.0, 1.0])
        [14.0, 25.0, 36.0]
        """
        if _is_batch(x):
            return [self.predict(sample) for sample in x]
        rows = len(self.W)
        if len(x) != rows:
            raise ValueError(f"x must have {rows} numbers, one per row of W; got {x!r}")
        z = [0.0] * len(self.W[0])
        for value, row in zip(x, self.W):
            for j, weight in enumerate(row):
                z[j] += value * weight
        return z

    def loss(self, x, t):
        """Return the cross-entropy error of x; for a batch, the mean of the errors.

        It is cross_entropy_error(softmax(predict(x)), t), but by way of log_softmax: a
        probability too small for a float is rounded to 0, which has no logarithm. A t
        that does not fit raises ValueError.

        >>> SimpleNet([[-431.0, 279.0, 427.0]]).loss([1.0], 0)  # 427 - -431
        858.0
        """
        if _is_batch(x):
            return _mean(self.loss, x, t)
        return _error(log_softmax(self.predict(x)), t)

    def gradient(self, x, t):
        """Return the gradient of the loss with respect to W, exactly: x^T (y - t).

        That is x[i] * (y[j] - t[j]) for W[i][j], in the shape of W; for a batch, the
        mean. A numerical gradient has to agree with it. Errors are those of loss.

        >>> SimpleNet([[0.0, 0.0], [0.0, 0.0]]).gradient([1.0, 2.0], 0)
        [[-0.5, 0.5], [-1.0, 1.0]]
        """
        pairs = _pairs(x, t) if _is_batch(x) else [(x, t)]
        grad = [[0.0] * len(row) for row in self.W]
        for sample, answer in pairs:
            y = softmax(self.predict(sample))
            y_minus_t = [p - q for p, q in zip(y, _probabilities(answer, len(y)))]
            for value, slopes in zip(sample, grad):
                for j, difference in enumerate(y_minus_t):
                    slopes[j] += value * difference
        return [[slope / len(pairs) for slope in slopes] for slopes in grad]


simpleNet = SimpleNet  # the chapter's spelling


def softmax(z):
    """Return the probabilities exp(z) / sum of exp(z).

    The largest score is subtracted from all first. It divides each exp by the same
    factor, so no quotient changes, and no exponent is above 0, so exp cannot overflow.

    >>> softmax([1000.0, 1000.0])
    [0.5, 0.5]
    """
    if _is_batch(z):
        return [softmax(scores) for scores in z]
    top = max(z)
    exps = []
    total = 0.0  # no sum(): it rounds differently from Python 3.12 on
    for score in z:
        exps.append(math.exp(score - top))
        total += exps[-1]
    return [value / total for value in exps]


def log_softmax(z):
    """Return the logarithms of softmax(z): z - top - log(sum of exp(z - top)).

    They are right even where softmax itself is rounded to 0, which has no logarithm.

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
    """Return -(sum of t * log(y)): inf if the right class has probability 0.

    For a batch it is the mean. A y outside 0 to 1, or a t that does not fit y, raises
    ValueError.

    >>> cross_entropy_error([0.25, 0.25, 0.5], 2)  # log(2)
    0.6931471805599453
    """
    if _is_batch(y):
        return _mean(cross_entropy_error, y, t)
    if not all(0 <= p <= 1 for p in y):
        raise ValueError(f"y must be probabilities, as softmax gives them; got {y!r}")
    return _error([math.log(p) if p else -math.inf for p in y], t)


def _error(log_y, t):
    error = 0.0
    for weight, log_p in zip(_probabilities(t, len(log_y)), log_y):
        if weight:  # 0 * log(0) counts as 0
            error -= weight * log_p
    return error


def _probabilities(t, classes):
    """Return t as a probability for each class."""
    if isinstance(t, list) and len(t) == classes:
        try:
            if min(t) >= 0 and abs(sum(t) - 1) < 1e-6:
                return t
        except TypeError:  # a member is no number, which the error below says better
            pass
    elif isinstance(t, int) and 0 <= t < classes:
        one_hot = [0.0] * classes
        one_hot[t] = 1.0
        return one_hot
    raise ValueError(
        f"t must be a class from 0 to {classes - 1}, or {classes} probabilities "
        f"that sum to 1; got {t!r}"
    )


def _is_batch(a):
    if not isinstance(a, list):
        raise TypeError(f"expected a list, of numbers or of such lists; got {a!r}")
    if not a:
        raise ValueError("expected a list with at least one number; got []")
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


def _gauss():  # Box-Muller; random.gauss() is not the same on every Python
    nonzero = 1.0 - random.random()  # random() may be 0, but never 1
    radius = math.sqrt(-2.0 * math.log(nonzero))
    return radius * math.cos(2.0 * math.pi * random.random())


if __name__ == "__main__":
    W = [[0.47355232, 0.9977393, 0.84668094], [0.85557411, 0.03563661, 0.69422093]]
    x, t, net = [0.6, 0.9], [0, 0, 1], SimpleNet(W)
    dW, loss = net.gradient(x, t), net.loss(x, t)

    def text(numbers):
        return "[" + ", ".join([f"{number:.8f}" for number in numbers]) + "]"

    print(f"""A net of 2x3 weights learns one sample (section 4.4.2, to 8 digits)

>>> net = SimpleNet([[0.47355232, 0.9977393, 0.84668094],
...                  [0.85557411, 0.03563661, 0.69422093]])
>>> x, t = [0.6, 0.9], [0, 0, 1]  # the right answer is class 2 of 0, 1 and 2
>>> net.predict(x)                # the scores, x times W: number 2 leads
{text(net.predict(x))}
>>> softmax(net.predict(x))       # the scores as probabilities
{text(softmax(net.predict(x)))}
>>> net.loss(x, t)                # -log(0.39531651), of class 2's probability
{loss:.8f}
>>> dW = net.gradient(x, t)       # one slope of the loss for every weight
[{text(dW[0])},
 {text(dW[1])}]

dW[1][2] is -0.54: raise W[1][2] by a small h, and the loss falls by 0.54 * h.
""")
    for h in 0.1, 0.01, 0.001:
        W[1][2] = 0.69422093 + h
        print(f"  h = {h:5}   the loss moves by {net.loss(x, t) - loss:.8f}")
    W[1][2] = 0.69422093
    lr = 1.0
    print(
        f"\nTraining moves each weight against its slope: W = W - lr * dW, lr = {lr}\n"
    )
    for step in range(1001):
        if step in (0, 1, 10, 100, 1000):
            y = softmax(net.predict(x))
            print(f"  step {step:4}   loss {net.loss(x, t):.8f}   y = {text(y)}")
        for row, slopes in zip(W, net.gradient(x, t)):
            for j, slope in enumerate(slopes):
                row[j] -= lr * slope
    print(f"""
>>> net.predict(x)                # the score of class 2 is now far ahead
{text(net.predict(x))}""")
