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
    t  the right answer: the index of its class, such as 2, or a probability for each
       class, such as [0, 0, 1]

All functions also take a batch, which is a list of samples (or of their scores or
probabilities). So x is a batch if its first element is a list. Then t is a list of
answers: for three samples, [0, 0, 1] means class 0, class 0 and class 1. The loss of a
batch is the mean over its samples, and so is its gradient.

Everything is plain lists of floats and ints. Convert a NumPy array first, with
array.tolist().
"""

import math
import random


class SimpleNet:
    """A network of one layer: a sample x becomes scores z, and then probabilities y.

        z = x times W
        y = softmax(z)
        loss = -log(y[c]), where c is the right class

    W is a list of rows, one for each input, with a number for each class. The network
    uses the list W itself, not a copy. So if you change a number in W, you change the
    network, and that is how it is trained.

    Without W, the network starts with 2 rows of 3 random numbers from the standard
    Gaussian distribution. Call random.seed(0) first to get the same numbers each time.

    Raises TypeError or ValueError if W is not a list of rows of the same length, or if
    two of its rows are the same list, because a change of one would change both.
    """

    def __init__(self, W=None):
        if W is None:
            W = []
            for _ in range(2):
                W.append([_gauss() for _ in range(3)])
        if not _is_list_of_lists(W, "W"):
            raise ValueError("W must be a list of rows, like [[1], [2]]; got numbers")
        ids = {id(row) for row in W}  # a set has each id once, and each list its own id
        if len(ids) < len(W):
            raise ValueError("each row of W must be a list of its own; got one twice")
        self.W = W

    def predict(self, x):
        """Return the scores z of x: z[j] is the sum of x[i] * W[i][j] over all i.

        >>> SimpleNet([[1.0, 2.0], [3.0, 4.0]]).predict([10.0, 1.0])  # 10 + 3, 20 + 4
        [13.0, 24.0]

        Raises TypeError or ValueError if x does not have a number for each row of W.
        """
        if _is_list_of_lists(x, "x", len(self.W)):
            return [self._scores(sample) for sample in x]
        return self._scores(x)

    def _scores(self, sample):
        """Return the scores of one sample."""
        W = self.W
        z = [0.0] * len(W[0])
        for i in range(len(W)):
            for j in range(len(z)):
                z[j] += sample[i] * W[i][j]
        return z

    def loss(self, x, t):
        """Return the cross-entropy error of softmax(predict(x)) and the answer t.

        If c is the right class, this is -log(y[c]). It is 0 if y[c] is 1, and the
        smaller y[c], the larger the loss.

        >>> SimpleNet([[0.0, 0.0]]).loss([1.0], 0)  # y is [0.5, 0.5], so -log(0.5)
        0.6931471805599453

        Why log_softmax? A very small y[c] is rounded to 0 by softmax, which would make
        the loss inf. But log_softmax finds the logarithm of y[c] without y[c] itself:

        >>> SimpleNet([[0.0, 1000.0]]).loss([1.0], 0)  # y[0] is exp(-1000)
        1000.0

        Raises TypeError or ValueError if x does not fit W, or if t does not fit x.
        """
        samples = _samples(x, t, "x", length=len(self.W), classes=len(self.W[0]))
        error = 0.0
        for sample, target in samples:
            log_y = _log_softmax(self._scores(sample))
            error += _cross_entropy(log_y, target)
        return error / len(samples)

    def gradient(self, x, t):
        """Return the gradient of the loss: x[i] * (y[j] - t[j]) for each W[i][j].

        For a batch, it is the mean over the samples.

        >>> SimpleNet([[0.0, 0.0], [0.0, 0.0]]).gradient([1.0, 2.0], 0)  # y: [0.5, 0.5]
        [[-0.5, 0.5], [-1.0, 1.0]]

        Why y[j] - t[j]? Let c be the right class, and S the sum exp(z[0]) + exp(z[1]) +
        ... over all classes. Then y[c] is exp(z[c]) / S, so

            loss = -log(y[c]) = log(S) - z[c]

        With respect to z[j], the derivative of log(S) is exp(z[j]) / S, which is y[j].
        The derivative of z[c] is 1 if j is c and otherwise 0, which is t[j]. So the
        derivative of the loss is y[j] - t[j].

        This also holds if t has other probabilities. Then the loss is the sum of
        t[k] * (log(S) - z[k]) over all classes k. Because the sum of all t[k] is 1, it
        is log(S) minus the sum of t[k] * z[k], and its derivative is again y[j] - t[j].

        Why x[i]? The score z[j] contains x[i] * W[i][j], so the derivative of z[j] with
        respect to W[i][j] is x[i]. By the chain rule, the two derivatives are
        multiplied.

        Raises TypeError or ValueError if x does not fit W, or if t does not fit x.
        """
        samples = _samples(x, t, "x", length=len(self.W), classes=len(self.W[0]))
        grad = [[0.0] * len(row) for row in self.W]
        for sample, target in samples:
            y = softmax(self._scores(sample))
            for i in range(len(sample)):
                for j in range(len(y)):
                    grad[i][j] += sample[i] * (y[j] - target[j])
        mean = []
        for row in grad:
            mean.append([slope / len(samples) for slope in row])
        return mean


simpleNet = SimpleNet  # the book's spelling


def softmax(z):
    """Return the probabilities y: y[j] is exp(z[j]) / (exp(z[0]) + exp(z[1]) + ...).

    >>> softmax([0.0, 0.0])
    [0.5, 0.5]
    >>> softmax([1000.0, 1000.0])  # exp(1000) is too large for a float
    [0.5, 0.5]

    Raises TypeError or ValueError if z is not a list of numbers.
    """
    if _is_list_of_lists(z, "z"):
        return [softmax(scores) for scores in z]
    top = max(z)
    # If numerator and denominator are divided by exp(top), the fraction y[j] stays the
    # same, and exp(z[j]) becomes exp(z[j] - top). The largest of these is 1, so none of
    # them overflows, and their sum is not 0.
    exps = [math.exp(score - top) for score in z]
    total = 0.0
    for value in exps:  # not sum(), which rounds differently since Python 3.12
        total += value
    return [value / total for value in exps]


def log_softmax(z):
    """Return the logarithms of softmax(z): z[j] - log(exp(z[0]) + exp(z[1]) + ...).

    They are right even where softmax rounds a probability to 0.

    >>> log_softmax([0.0, 1000.0])
    [-1000.0, 0.0]

    Raises TypeError or ValueError if z is not a list of numbers.
    """
    if _is_list_of_lists(z, "z"):
        return [_log_softmax(scores) for scores in z]
    return _log_softmax(z)


def _log_softmax(z):
    """Return log_softmax for the scores of one sample, without checking them."""
    top = max(z)
    # exp(z[j]) is exp(top) * exp(z[j] - top). So the logarithm of the sum of all exp(z)
    # is top + log(total), where total is the sum of all exp(z - top).
    total = 0.0  # added in a loop, as in softmax
    for score in z:
        total += math.exp(score - top)
    log_total = math.log(total)
    return [score - top - log_total for score in z]


def cross_entropy_error(y, t):
    """Return minus the sum of t[j] * log(y[j]) over all classes j.

    If c is the right class, this is -log(y[c]). It is 0 if y[c] is 1, about 0.1 if it
    is 0.9, 4.6 if it is 0.01, and inf if it is 0. So a small probability of the right
    class makes the error large. For a batch, it is the mean over the samples.

    >>> cross_entropy_error([0.25, 0.25, 0.5], 2)  # -log(0.5)
    0.6931471805599453

    Raises TypeError or ValueError if y is not a list of probabilities with the sum 1
    (for example, because softmax was forgotten), or if t does not fit y.
    """
    samples = _samples(y, t, "y")
    error = 0.0
    for k, (probabilities, target) in enumerate(samples):
        name = "y" if probabilities is y else f"y[{k}]"
        # 1e-3 because y may be typed with few digits, and because a y[j] between 0 and
        # 1 may be moved by h = 1e-4 to measure a slope.
        _check_probabilities(probabilities, name, tolerance=1e-3)
        log_y = [math.log(p) if p > 0 else -math.inf for p in probabilities]
        error += _cross_entropy(log_y, target)
    return error / len(samples)


def _cross_entropy(log_y, target):
    """Return the cross-entropy error of one sample, from the logarithms of its y."""
    error = 0.0
    for j in range(len(target)):
        if target[j] > 0:  # log_y[j] may be -inf, and 0 * -inf is nan
            error -= target[j] * log_y[j]
    return error


def _gauss():
    """Return a random number from the standard Gaussian distribution (Box-Muller).

    It uses random.random() because this is the only function for which Python promises
    the same numbers in later versions.
    """
    radius = math.sqrt(-2.0 * math.log(1.0 - random.random()))  # never log(0)
    return radius * math.cos(2.0 * math.pi * random.random())


# --- checks of the input --------------------------------------------------------------


def _is_list_of_lists(a, name, length=None):
    """Return True for a list of lists of numbers, and False for a list of numbers.

    All functions use this to tell a batch from a single sample. It raises an error with
    the name in its text if a is neither, or if a row does not have the given length.
    """
    if isinstance(a, list) and a and isinstance(a[0], list):
        for k, row in enumerate(a):
            # Without a length, each row must be as long as the first.
            _check_row(row, f"{name}[{k}]", length or len(a[0]))
        return True
    _check_row(a, name, length)
    return False


def _check_row(row, name, length=None):
    """Raise an error unless row is a list of numbers (and has the given length)."""
    if not isinstance(row, list):
        due = "a list" if length is None else f"a list of length {length}"
        raise TypeError(f"{name} must be {due}; got {type(row).__name__}")
    for number in row:
        if not isinstance(number, (float, int)):
            got = type(number).__name__
            raise TypeError(f"{name} must have only floats or ints in lists; got {got}")
    if length is not None and len(row) != length:
        raise ValueError(f"{name} must have length {length}; got length {len(row)}")
    if not row:
        raise ValueError(f"{name} must not be an empty list")


def _samples(a, t, name, length=None, classes=None):
    """Return a list of pairs: a sample in a, and its answer in t as probabilities.

    A sample has the given length. If the number of classes is not given, it is the
    length of a sample.
    """
    if not _is_list_of_lists(a, name, length):
        return [(a, _as_probabilities(t, "t", classes or len(a)))]
    if not isinstance(t, list):
        raise TypeError(f"t must be a list of {len(a)} answers; got {type(t).__name__}")
    if len(t) != len(a):
        raise ValueError(f"t must be a list of {len(a)} answers; got {len(t)} answers")
    samples = []
    for k in range(len(a)):
        target = _as_probabilities(t[k], f"t[{k}]", classes or len(a[k]))
        samples.append((a[k], target))
    return samples


def _as_probabilities(t, name, classes):
    """Return the answer t as probabilities: class 2 of 3 as [0.0, 0.0, 1.0]."""
    if isinstance(t, int) and 0 <= t < classes:
        return [1.0 if j == t else 0.0 for j in range(classes)]
    if isinstance(t, list) and len(t) == classes:
        _check_probabilities(t, name, tolerance=1e-6)  # y - t is right for the sum 1
        return t
    rule = f"{name} must be an int from 0 to {classes - 1}, or {classes} probabilities"
    if isinstance(t, int):
        raise ValueError(f"{rule}; got {t:.10g}")
    if isinstance(t, list):
        raise ValueError(f"{rule}; got a list of {len(t)}")
    raise TypeError(f"{rule}; got {type(t).__name__}")


def _check_probabilities(numbers, name, tolerance):
    """Raise an error unless all are numbers from 0 to 1, and their sum is about 1."""
    total = 0.0
    for p in numbers:
        if not isinstance(p, (float, int)):
            got = type(p).__name__
            raise TypeError(f"{name} must have only floats or ints in lists; got {got}")
        if not 0 <= p <= 1:
            raise ValueError(f"{name} must be probabilities, from 0 to 1; got {p:g}")
        total += p
    if abs(total - 1) > tolerance:
        rule = f"{name} must be probabilities with the sum 1"
        raise ValueError(f"{rule}; got the sum {total:.8g}")


if __name__ == "__main__":

    def show(name, numbers):
        print(f"{name:30}" + "".join([f"{number:13.8f}" for number in numbers]))

    W = [[0.47355232, 0.9977393, 0.84668094], [0.85557411, 0.03563661, 0.69422093]]
    net = SimpleNet(W)
    x = [0.6, 0.9]
    t = [0, 0, 1]
    z = net.predict(x)
    y = softmax(z)
    dW = net.gradient(x, t)
    exps = [math.exp(score) for score in z]
    S = exps[0] + exps[1] + exps[2]
    c = t.index(1)

    print(f"A sample, x = {x}, of class {c}, so t = {t}\n")
    show("W[0]", W[0])
    show("W[1]", W[1])
    show("scores z", z)
    print(f"    z[0] = {x[0]} * {W[0][0]:.8f} + {x[1]} * {W[1][0]:.8f} = {z[0]:.8f}\n")
    show("exp(z)", exps)
    show("their sum S", [S])
    show("probabilities y = exp(z) / S", y)
    print(f"    y[0] = {exps[0]:.8f} / {S:.8f} = {y[0]:.8f}\n")
    show(f"loss = -log(y[{c}])", [net.loss(x, t)])

    print("\nThe gradient of the loss, dW, has the shape of W:\n")
    show("dW[0]", dW[0])
    show("dW[1]", dW[1])
    product = f"{x[1]} * ({y[2]:.8f} - {t[2]}) = {dW[1][2]:.8f}"
    print(f"    dW[1][2] = x[1] * (y[2] - t[2]) = {product}")

    h = 0.01
    print(f"\nIf W[i][j] grows by {h}, the loss changes by about {h} * dW[i][j]:\n")
    for i, j in [(0, 0), (1, 2)]:
        moved = SimpleNet([list(row) for row in W])  # with a copy of W
        moved.W[i][j] += h
        change = moved.loss(x, t) - net.loss(x, t)
        print(f"    W[{i}][{j}]: the loss changes by {change:11.8f}", end="")
        print(f", and {h} * dW[{i}][{j}] is {h * dW[i][j]:11.8f}")

    lr = 1.0
    print("\nTraining moves each weight against its slope, step by step:")
    print(f"W[i][j] = W[i][j] - lr * dW[i][j], here with lr = {lr}\n")
    trained = SimpleNet([list(row) for row in W])
    for step in range(1001):
        if step > 0:
            slopes = trained.gradient(x, t)
            for i in range(len(W)):
                for j in range(len(W[0])):
                    trained.W[i][j] = trained.W[i][j] - lr * slopes[i][j]
        if step in [0, 1, 10, 100, 1000]:
            name = f"step {step:4}, loss {trained.loss(x, t):.8f}, y"
            show(name, softmax(trained.predict(x)))
