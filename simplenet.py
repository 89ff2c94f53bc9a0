# SPDX-License-Identifier: MIT-0
"""A network small enough to check by hand: one layer, its loss and its gradient.

This is section 4.4.2 of the book Deep Learning from Scratch by Koki Saitoh, in plain
Python. Run "python3 simplenet.py" for a demo.

>>> W = [[0.47355232, 0.9977393, 0.84668094], [0.85557411, 0.03563661, 0.69422093]]
>>> net = SimpleNet(W)
>>> round(net.loss(x=[0.6, 0.9], t=[0, 0, 1]), 8)
0.92806854

The names are the book's:

    x  a sample: a number for each input
    W  the weights: W[i][j] says how much input i counts for class j
    z  the scores: a number for each class
    y  the probabilities: y = softmax(z), a number for each class
    t  the right answer: the index of the right class, such as 2, or a probability for
       each class, such as [0, 0, 1]

All functions but trace also take a batch, which is a list of samples (or of their
scores or probabilities). Then t is a list of answers: for three samples, [2, 0, 1]
means class 2, class 0 and class 1. The loss of a batch is the mean over its samples,
and so is its gradient. Convert a NumPy array first, with array.tolist().
"""

import math
import random

NUMBER = (float, int)  # what counts as a number


class SimpleNet:
    """A network of one layer: a sample x becomes scores z, and then probabilities y.

        z = x times W
        y = softmax(z)
        loss = -log(y[c]), if c is the right class

    W is a list of rows, one for each input, with a number for each class. The network
    uses the list W itself, not a copy. So if you change a number in W, you change the
    network, as the demo does. But subtract (in matrix.py) returns a new list, which the
    network does not see. Write net.W = subtract(net.W, multiply(lr, dW)).

    Without W, the network starts with 2 rows of 3 random numbers from the standard
    Gaussian distribution. After random.seed(0), every run gets the same numbers.

    There is no bias. To have one, append 1 to each sample and the row of biases to W.
    """

    def __init__(self, W=None):
        if W is None:
            W = [[_gauss() for _ in range(3)] for _ in range(2)]
        _check(W, "W")
        if not _is_batch(W):
            raise ValueError("W must be a list of rows, like [[1], [2]]; got numbers")
        if len({id(row) for row in W}) < len(W):  # [row] * 2 is one list, twice
            raise ValueError("each row of W must be a list of its own; got one twice")
        self.W = W

    def predict(self, x):
        """Return the scores z of x: z[j] is the sum of x[i] * W[i][j] over all i.

        >>> SimpleNet([[1.0, 2.0], [3.0, 4.0]]).predict([10.0, 1.0])  # 10 + 3, 20 + 4
        [13.0, 24.0]
        """
        W = self.W
        _check(x, "x", len(W))
        if _is_batch(x):
            return [self.predict(sample) for sample in x]
        z = [0.0] * len(W[0])
        for i in range(len(W)):
            for j in range(len(z)):
                z[j] += x[i] * W[i][j]
        return z

    def loss(self, x, t):
        """Return the cross-entropy error of softmax(predict(x)) and the answer t.

        The book's code has three lines for it:

            z = self.predict(x)
            y = softmax(z)
            loss = cross_entropy_error(y, t)

        But a very small y[c] is rounded to 0, and the loss would be inf. So here,
        log_softmax computes the logarithm of y[c] without y[c] itself:

        >>> SimpleNet([[0.0, 1000.0]]).loss([1.0], 0)  # y[0]: about exp(-1000)
        1000.0
        """
        log_y = log_softmax(self.predict(x))
        return _cross_entropy(log_y, _as_probabilities(t, log_y))

    def gradient(self, x, t):
        """Return the gradient of the loss: x[i] * (y[j] - t[j]) for each W[i][j].

        >>> SimpleNet([[0.0, 0.0], [0.0, 0.0]]).gradient([1.0, 2.0], 0)  # y: [0.5, 0.5]
        [[-0.5, 0.5], [-1.0, 1.0]]

        Why y[j] - t[j]? Let c be the right class, and E the sum exp(z[0]) + exp(z[1]) +
        ... over all classes. Then y[c] is exp(z[c]) / E, so

            loss = -log(y[c]) = log(E) - z[c]

        With respect to z[j], the derivative of log(E) is exp(z[j]) / E, which is y[j].
        The derivative of z[c] is 1 if j is c and otherwise 0, which is t[j]. So the
        derivative of the loss is y[j] - t[j]. (For another t with the sum 1, z[c]
        becomes the sum of all t[k] * z[k], with the derivative t[j].)

        Why x[i]? Only z[j] contains W[i][j], as x[i] * W[i][j]. So the derivative of
        z[j] with respect to W[i][j] is x[i]. By the chain rule, the two derivatives are
        multiplied.
        """
        y = softmax(self.predict(x))
        t = _as_probabilities(t, y)
        samples = list(zip(x, y, t)) if _is_batch(x) else [(x, y, t)]
        n = len(samples)
        grad = [[0.0] * len(row) for row in self.W]
        for x_k, y_k, t_k in samples:
            for i in range(len(x_k)):
                for j in range(len(y_k)):
                    grad[i][j] += x_k[i] * (y_k[j] - t_k[j]) / n
        return grad

    def trace(self, x, t):
        """Return as text how loss and gradient (dW) of one sample are computed.

        The answer t is like 2 or [0, 0, 1]. Each line is computed from the numbers that
        are shown, which have up to 12 digits. top is the largest score, and S is the
        sum of all exp(z[j] - top). In y[j] = exp(z[j] - top) / S, top cancels.
        """
        if _is_batch(self.predict(x)):
            raise ValueError("x must be one sample for trace; got a batch")
        x = _shown(x)
        W = _shown(self.W)
        z = _shown(SimpleNet(W).predict(x))
        t = _shown(_as_probabilities(t, z))
        if 1 not in t:
            raise ValueError("trace needs a t like 2 or [0, 0, 1]; got fractions")
        c = t.index(1)  # the right class
        top = max(z)
        differences = _shown([score - top for score in z])
        exps = _shown([math.exp(difference) for difference in differences])
        S = _shown(_sum(exps))
        y = _shown([value / S for value in exps])
        lines = []
        for j in range(len(z)):
            terms = [f"{_text(x[i], 12)} * {_text(W[i][j], 12)}" for i in range(len(x))]
            lines.append(f"z[{j}] = {' + '.join(terms)} = {z[j]:.12g}")
        lines.append(f"top = z[{z.index(top)}] = {top:.12g}")
        for j in range(len(z)):
            call = f"exp({differences[j]:.12g})"
            lines.append(f"exp(z[{j}] - top) = {call} = {exps[j]:.12g}")
        terms = [f"{value:.12g}" for value in exps]
        lines.append(f"S = {' + '.join(terms)} = {S:.12g}")
        for j in range(len(z)):
            lines.append(f"y[{j}] = {exps[j]:.12g} / {S:.12g} = {y[j]:.12g}")
        lines.append(f"loss = -log(y[{c}]) = log(S) - (z[{c}] - top)")
        loss = math.log(S) - differences[c]
        lines.append(f"     = log({S:.12g}) - {_text(differences[c], 12)} = {loss:.9g}")
        for i in range(len(x)):
            for j in range(len(z)):
                formula = f"x[{i}] * (y[{j}] - t[{j}])"
                numbers = f"{_text(x[i], 12)} * ({y[j]:.12g} - {t[j]:.12g})"
                slope = x[i] * (y[j] - t[j]) + 0
                lines.append(f"dW[{i}][{j}] = {formula} = {numbers} = {slope:.9g}")
        return "\n".join([_broken(line) for line in lines])


simpleNet = SimpleNet  # the book's spelling


def softmax(z):
    """Return the probabilities y: y[j] is exp(z[j]) / (exp(z[0]) + exp(z[1]) + ...).

    >>> softmax([0.0, 0.0])
    [0.5, 0.5]
    >>> softmax([1000.0, 1000.0])  # exp(1000) is too large for a float
    [0.5, 0.5]
    """
    _check(z, "z")
    if _is_batch(z):
        return [softmax(scores) for scores in z]
    # If numerator and denominator are divided by exp(top), the fraction y[j] stays the
    # same, and exp(z[j]) becomes exp(z[j] - top). The largest of these is 1, so none of
    # them overflows.
    top = max(z)
    exps = [math.exp(score - top) for score in z]
    total = _sum(exps)
    return [value / total for value in exps]


def log_softmax(z):
    """Return the logarithms of softmax(z): z[j] - log(exp(z[0]) + exp(z[1]) + ...).

    >>> log_softmax([0.0, 1000.0])  # softmax gives [0.0, 1.0], and log(0) is an error
    [-1000.0, 0.0]
    """
    _check(z, "z")
    if _is_batch(z):
        return [log_softmax(scores) for scores in z]
    # exp(z[j]) is exp(top) * exp(z[j] - top). So the logarithm of the sum of all
    # exp(z[j]) is top + log(total), where total is the sum of all exp(z[j] - top).
    top = max(z)
    total = 0.0
    for score in z:
        total += math.exp(score - top)
    log_total = math.log(total)
    return [score - top - log_total for score in z]


def cross_entropy_error(y, t):
    """Return minus the sum of t[j] * log(y[j]) over all classes j.

    If c is the right class, this is -log(y[c]): 0 for y[c] = 1, about 0.1 for 0.9, 4.6
    for 0.01, and inf for 0. For a batch, y and t are lists of these, and the result is
    the mean.

    >>> cross_entropy_error([0.25, 0.25, 0.5], 2)  # -log(0.5)
    0.6931471805599453

    Raises ValueError if the sum of y is not 1 (it may be off by 0.001) or if a number
    in y is negative, for example because softmax was forgotten.
    """
    _check(y, "y")
    if _is_batch(y):
        for k in range(len(y)):
            _check_probabilities(y[k], f"y[{k}] (after softmax)", 1e-3)
    else:
        _check_probabilities(y, "y (after softmax)", 1e-3)
    return _cross_entropy(_log(y), _as_probabilities(t, y))


def _log(y):
    """Return the logarithms of probabilities, with -inf for the probability 0."""
    if _is_batch(y):
        return [_log(row) for row in y]
    return [math.log(p) if p > 0 else -math.inf for p in y]


def _cross_entropy(log_y, t):
    """Return minus the sum of t[j] * log_y[j]. For a batch, return the mean."""
    if _is_batch(log_y):
        errors = [_cross_entropy(row, answer) for row, answer in zip(log_y, t)]
        return _sum(errors) / len(errors)
    error = 0.0
    for j in range(len(t)):
        if t[j] > 0:  # log_y[j] may be -inf, and 0 * -inf is nan
            error -= t[j] * log_y[j]
    return error


def _sum(numbers):
    """Return the sum. (The built-in sum() rounds differently since Python 3.12.)"""
    total = 0.0
    for number in numbers:
        total += number
    return total


def _gauss():
    """Return a random number from the standard Gaussian distribution.

    (Box and Muller found how to make it of two random numbers between 0 and 1.)
    """
    radius = math.sqrt(-2.0 * math.log(1.0 - random.random()))  # never log(0)
    return radius * math.cos(2.0 * math.pi * random.random())


def _shown(a):
    """Return a with its numbers rounded to 12 digits, as trace shows them."""
    if isinstance(a, list):
        return [_shown(part) for part in a]
    return float(f"{a:.12g}") + 0  # + 0 makes 0 of -0


def _text(number, digits):
    """Return a number as text: -2 as (-2), and -0.0 as 0."""
    text = f"{number}" if isinstance(number, int) else f"{number + 0:.{digits}g}"
    return f"({text})" if text[0] == "-" else text


def _broken(line):
    """Break a line of over 80 columns after each + and before all = but the first."""
    if len(line) <= 80:
        return line
    name, rest = line.split(" = ", 1)
    rest = rest.replace(" + ", " +\n    ").replace(" = ", "\n    = ")
    return f"{name} = {rest}"


# --- checks ---------------------------------------------------------------------------


def _is_batch(a):
    """Return True for a list of lists: W, or a batch of x, z or y."""
    return isinstance(a[0], list)


def _as_probabilities(t, y):
    """Return the answers in t as probabilities, in the shape of y."""
    if not _is_batch(y):
        return _one_hot(t, "t", len(y))
    if not isinstance(t, list) or len(t) != len(y):
        error = ValueError if isinstance(t, list) else TypeError
        raise error(f"t must be a list of {len(y)} answers; got {_kind(t)}")
    return [_one_hot(t[k], f"t[{k}]", len(y[k])) for k in range(len(y))]


def _one_hot(t, name, classes):
    """Return the answer t as probabilities: class 2 of 3 as [0.0, 0.0, 1.0]."""
    if isinstance(t, int) and 0 <= t < classes:
        return [1.0 if j == t else 0.0 for j in range(classes)]
    if isinstance(t, list) and len(t) == classes:
        _check_row(t, name)
        _check_probabilities(t, name, 1e-6)
        return t
    got = f"{t}"[:20] if isinstance(t, NUMBER) else _kind(t)  # t may be a huge int
    rule = f"{name} must be an int from 0 to {classes - 1}, or {classes} probabilities"
    error = ValueError if isinstance(t, (int, list)) else TypeError
    raise error(f"{rule}; got {got}")


def _check_probabilities(y, name, tolerance):
    """Raise an error if a number in y is negative, or if the sum is not about 1."""
    total = _sum(y)
    if min(y) < 0 or not abs(total - 1) <= tolerance:  # True for nan, too
        rule = f"{name} must be probabilities with the sum 1"
        raise ValueError(f"{rule}; got the sum {total:.8g}, the smallest {min(y):.8g}")


def _check(a, name, length=None):
    """Raise an error unless a is a vector, or a list of equally long vectors."""
    if isinstance(a, list) and a and isinstance(a[0], list):
        for k, row in enumerate(a):
            _check_row(row, f"{name}[{k}]", length or len(a[0]))
    else:
        _check_row(a, name, length, "only numbers, or only lists of numbers")


def _check_row(row, name, length=None, what="only floats and ints"):
    """Raise an error unless row is a list of numbers (and has the given length)."""
    if not isinstance(row, list):
        raise TypeError(f"{name} must be a list; got {_kind(row)}")
    for number in row:
        if not isinstance(number, NUMBER):
            raise TypeError(f"{name} must hold {what}; got {_kind(number)}")
    if not row:
        raise ValueError(f"{name} must not be an empty list")
    if length is not None and len(row) != length:
        raise ValueError(f"{name} must have length {length}; got length {len(row)}")


def _kind(value):
    if isinstance(value, list):
        return f"a list of {len(value)}"
    hint = " (convert it with tolist())" if hasattr(value, "tolist") else ""
    return type(value).__name__ + hint


if __name__ == "__main__":
    W = [[0.47355232, 0.9977393, 0.84668094], [0.85557411, 0.03563661, 0.69422093]]
    net = SimpleNet(W)
    x = [0.6, 0.9]
    t = [0, 0, 1]
    print(f"The book's sample, x = {x}, t = {t}: print(net.trace(x, t))\n")
    print(net.trace(x, t))

    def loss_if_moved(i, j, h):
        moved = SimpleNet([list(row) for row in W])
        moved.W[i][j] += h
        return moved.loss(x, t)

    print("\nThe book measures dW, by moving each weight by +h and by -h:\n")
    dW = net.gradient(x, t)
    for i in range(len(W)):
        for j in range(len(W[i])):
            slope = (loss_if_moved(i, j, 1e-4) - loss_if_moved(i, j, -1e-4)) / 2e-4
            print(f"    dW[{i}][{j}]: measured {slope:.8f}, by formula {dW[i][j]:.8f}")
    change = loss_if_moved(1, 2, 0.01) - net.loss(x, t)
    print(f"\nIf W[1][2] grows by 0.01, the loss changes by {change:.8f}.")
    print(f"The slope dW[1][2] predicts about {0.01 * dW[1][2]:.8f}.")

    lr = 1.0
    print(f"\nTraining, with W[i][j] = W[i][j] - lr * dW[i][j] and lr = {lr}:\n")
    trained = SimpleNet([list(row) for row in W])
    for step in range(1001):
        if step in [0, 1, 10, 100, 1000]:
            y = ", ".join([f"{p:.6f}" for p in softmax(trained.predict(x))])
            print(f"    step {step}: loss {trained.loss(x, t):.8f}, y = [{y}]")
        dW = trained.gradient(x, t)
        for i in range(len(W)):
            for j in range(len(W[i])):
                trained.W[i][j] = trained.W[i][j] - lr * dW[i][j]
