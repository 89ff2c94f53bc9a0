# SPDX-License-Identifier: MIT-0
"""Test what the four files promise: python -m pytest

There is a class for each function. To write a function yourself, empty its body and
run, for example,

    python -m pytest -x -k TestDot

Its tests begin with the simplest case, and -x stops at the first that fails. When all
are green, the function is done. Expected numbers are written out. They come from the
book or were worked out by hand.
"""

import ast
import copy as stdlib_copy
import doctest
import importlib
import inspect
import math
import os
import random
import re
import shutil
import subprocess
import sys
from fractions import Fraction

import pytest

import simplenet
from descent import contour, gradient_descent
from gradient import check_grad, function_2, numerical_gradient, quiver
from matrix import (
    add,
    apply,
    argmax,
    array2string,
    copy,
    dot,
    multiply,
    randn,
    shape,
    subtract,
    transpose,
    zeros,
    zeros_like,
)
from simplenet import SimpleNet, cross_entropy_error, log_softmax, softmax

HERE = os.path.dirname(os.path.abspath(__file__))
FILES = ["matrix.py", "gradient.py", "descent.py", "simplenet.py"]
NAN = math.nan
INF = math.inf


# --- helpers --------------------------------------------------------------------------


def close(a, b, error=1e-7):
    """Return True if a and b have the same shape and differ by at most error."""
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(close(p, q, error) for p, q in zip(a, b))
    if isinstance(a, (float, int)) and isinstance(b, (float, int)):
        return abs(a - b) <= error
    return False


def many(number=0.5):
    """Return ten thousand numbers in a new list."""
    return [number] * 10000


class ndarray:
    """A stand-in for a NumPy array: it computes, but it is not a number or a list."""

    def __add__(self, other):
        return self

    __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __add__

    def __repr__(self):
        return "array([[1., 2.],\n       [3., 4.]])"


class float32(ndarray):
    """A stand-in for a NumPy scalar."""


def errors_of(function, table):
    """Parametrize a test with the rows of a table of errors that are about a function.

    A row holds the function's name, a word or two for the test's id, a call, and the
    error that it must raise, with its whole message.
    """
    rows = [row[1:] for row in table if row[0] == function]
    assert rows, function
    cases = [pytest.param(*row[1:], id=row[0].replace(" ", "-")) for row in rows]
    return pytest.mark.parametrize("call, error, message", cases)


def check_error(call, error, message):
    """Check that a call raises an error with this message, which is one short line."""
    row = inspect.getsource(call).strip()  # of the table, for the reader of a failure
    try:
        result = call()
    except (TypeError, ValueError, ArithmeticError, LookupError) as caught:
        assert str(caught) == message, row
        assert type(caught) is error, row
    else:
        pytest.fail(
            f"This call must raise an error, but it returns {result!r:.50}: {row}"
        )
    assert len(message) <= 160 and "\n" not in message


# --- matrix.py ------------------------------------------------------------------------

LONGER = "dot: the rows of a must be as long as the columns of b; got shapes "
BOTH = "dot takes vectors and matrices; got "
SAME = "a and b must have the same shape; got "
EITHER = "expected a float, an int or a list; got "
RAGGED = "a list must not be ragged; got parts of the shapes "
INTEGERS = "lengths must be integers, as in zeros(2, 3); got "

MATRIX_ERRORS = [
    ("dot", "vectors", lambda: dot([1, 2], [1, 2, 3]), ValueError, LONGER + "(2,) and (3,)"),
    ("dot", "matrix vector", lambda: dot([[1, 2, 3]], [1, 2]), ValueError, LONGER + "(1, 3) and (2,)"),
    ("dot", "vector matrix", lambda: dot([1, 2, 3], [[1, 2, 3]]), ValueError, LONGER + "(3,) and (1, 3)"),
    ("dot", "matrices", lambda: dot([[1, 2, 3]], [[1, 2, 3]]), ValueError, LONGER + "(1, 3) and (1, 3)"),
    ("dot", "many", lambda: dot(many(), many()[1:]), ValueError, LONGER + "(10000,) and (9999,)"),
    ("dot", "number first", lambda: dot(2, [1]), ValueError, BOTH + "() and (1,)"),
    ("dot", "number second", lambda: dot([1], 2), ValueError, BOTH + "(1,) and ()"),
    ("dot", "3-D first", lambda: dot([[[1]]], [1]), ValueError, BOTH + "(1, 1, 1) and (1,)"),
    ("dot", "3-D second", lambda: dot([1], [[[1]]]), ValueError, BOTH + "(1,) and (1, 1, 1)"),
    ("dot", "ragged", lambda: dot([1, 2], [[1], [2, 3]]), ValueError, RAGGED + "(1,) and (2,)"),
    ("dot", "tuple", lambda: dot([1, 2], (1, 2)), TypeError, EITHER + "tuple"),
    ("dot", "array in it", lambda: dot([1, 2], [1, ndarray()]), TypeError, EITHER + "ndarray"),
    ("shape", "ragged", lambda: shape([[1, 2], [3, 4], [5]]), ValueError, RAGGED + "(2,) and (1,)"),
    ("shape", "number and list", lambda: shape([1, [2]]), ValueError, RAGGED + "() and (1,)"),
    ("shape", "many", lambda: shape([many(), many()[1:]]), ValueError, RAGGED + "(10000,) and (9999,)"),
    ("shape", "tuple", lambda: shape(tuple(many())), TypeError, EITHER + "tuple"),
    ("shape", "text in it", lambda: shape([1.0, "2"]), TypeError, EITHER + "str"),
    ("shape", "array", lambda: shape(ndarray()), TypeError, EITHER + "ndarray"),
    ("transpose", "vector", lambda: transpose([1, 2]), ValueError, "transpose takes a matrix; got shape (2,)"),
    ("transpose", "3-D", lambda: transpose([[[1]]]), ValueError, "transpose takes a matrix; got shape (1, 1, 1)"),
    ("apply", "tuple", lambda: apply(abs, (1, 2)), TypeError, EITHER + "tuple"),
    ("apply", "scalar in it", lambda: apply(abs, [1, [2, float32()]]), TypeError, EITHER + "float32"),
    ("add", "lengths", lambda: add([1, 2], [1, 2, 3]), ValueError, SAME + "a list of 2 in a where b has a list of 3"),
    ("add", "many", lambda: add(many(), many()[1:]), ValueError, SAME + "a list of 10000 in a where b has a list of 9999"),
    ("add", "row to matrix", lambda: add([[1, 2], [3, 4]], [5, 6]), ValueError, SAME + "a list of 2 in a where b has a number"),
    ("add", "number in list", lambda: add([1, [2]], [[1], [2]]), ValueError, SAME + "a number in a where b has a list of 1"),
    ("add", "tuple first", lambda: add((1, 2), [1, 2]), TypeError, EITHER + "tuple"),
    ("add", "tuple second", lambda: add([1, 2], (1, 2)), TypeError, EITHER + "tuple"),
    ("add", "array and number", lambda: add(ndarray(), 1), TypeError, EITHER + "ndarray"),
    ("add", "scalar in it", lambda: add([1, 2], [1, float32()]), TypeError, EITHER + "float32"),
    ("subtract", "lengths", lambda: subtract([1, 2], [1]), ValueError, SAME + "a list of 2 in a where b has a list of 1"),
    ("multiply", "lengths", lambda: multiply([1], [1, 2]), ValueError, SAME + "a list of 1 in a where b has a list of 2"),
    ("zeros", "tuple", lambda: zeros((2, 3)), TypeError, INTEGERS + "tuple"),
    ("zeros", "float", lambda: zeros(2, 3.0), TypeError, INTEGERS + "float"),
    ("zeros", "hugely negative", lambda: zeros(-(10**99)), ValueError, "lengths must not be negative; got -1e+99"),
    ("zeros", "negative", lambda: zeros(2, -1), ValueError, "lengths must not be negative; got -1"),
    ("zeros", "list", lambda: zeros(many()), TypeError, INTEGERS + "list"),
    ("zeros_like", "tuple", lambda: zeros_like([(1, 2)]), TypeError, EITHER + "tuple"),
    ("randn", "tuple", lambda: randn((2, 3)), TypeError, INTEGERS + "tuple"),
    ("copy", "tuple", lambda: copy([1, (2, 3)]), TypeError, EITHER + "tuple"),
    ("argmax", "empty", lambda: argmax([]), ValueError, "argmax takes a non-empty vector; got shape (0,)"),
    ("argmax", "matrix", lambda: argmax([[1, 2]]), ValueError, "argmax takes a non-empty vector; got shape (1, 2)"),
    ("argmax", "text", lambda: argmax("123"), TypeError, EITHER + "str"),
    ("array2string", "number", lambda: array2string(3.0), ValueError, "array2string takes a vector or matrix; got shape ()"),
    ("array2string", "3-D", lambda: array2string([[[1]]]), ValueError, "array2string takes a vector or matrix; got shape (1, 1, 1)"),
]  # fmt: skip


class TestDot:
    def test_two_vectors_of_one_number_give_the_product(self):
        assert dot([2], [3]) == 6

    def test_two_vectors_give_the_sum_of_the_products(self):
        assert dot([1, 2, 3], [4, 5, 6]) == 32  # 4 + 10 + 18

    def test_two_empty_vectors_give_zero(self):
        assert dot([], []) == 0

    def test_a_matrix_times_a_vector_gives_a_number_for_each_row(self):
        assert dot([[1, 2, 3], [4, 5, 6]], [1, 0, 2]) == [7, 16]  # 1 + 6, 4 + 12

    def test_a_vector_times_a_matrix_gives_a_number_for_each_column(self):
        # 10 * 1 + 1 * 4, 10 * 2 + 1 * 5, 10 * 3 + 1 * 6
        assert dot([10, 1], [[1, 2, 3], [4, 5, 6]]) == [14, 25, 36]

    def test_a_matrix_times_a_matrix_gives_rows_times_columns(self):
        a = [[1, 2, 3], [4, 5, 6]]
        b = [[1, 2], [3, 4], [5, 6]]
        assert dot(a, b) == [[22, 28], [49, 64]]

    def test_a_matrix_of_one_number_stays_a_matrix(self):
        assert dot([[2]], [[0.5]]) == [[1.0]]
        assert dot([[2]], [0.5]) == [1.0]
        assert dot([2], [[0.5]]) == [1.0]

    def test_integers_give_an_integer(self):
        assert isinstance(dot([1, 2], [3, 4]), int)

    def test_the_products_are_added_from_left_to_right(self):
        # Add in a loop, because sum() adds differently since Python 3.12.
        assert dot([1.0, 1e16, -1e16], [1.0, 1.0, 1.0]) == 0.0
        assert dot([0.1] * 10, [1.0] * 10) == 0.9999999999999999

    def test_the_arguments_stay_as_they_are(self):
        a = [[1, 2], [3, 4]]
        dot(a, a)
        assert a == [[1, 2], [3, 4]]

    @errors_of("dot", MATRIX_ERRORS)
    def test_what_does_not_fit_raises_an_error(self, call, error, message):
        # shape(a) and shape(b) raise some of these errors themselves.
        check_error(call, error, message)


class TestShape:
    def test_a_number_has_the_shape_of_an_empty_tuple(self):
        assert shape(7) == ()
        assert shape(7.5) == ()

    def test_a_vector_has_one_length(self):
        assert shape([5, 6, 7]) == (3,)
        assert shape([]) == (0,)

    def test_a_matrix_has_two_lengths(self):
        assert shape([[1, 2, 3], [4, 5, 6]]) == (2, 3)
        assert shape([[], []]) == (2, 0)

    def test_deeper_lists_have_more_lengths(self):
        assert shape([[[1, 2]], [[3, 4]], [[5, 6]]]) == (3, 1, 2)

    @errors_of("shape", MATRIX_ERRORS)
    def test_a_list_without_a_shape_raises_an_error(self, call, error, message):
        check_error(call, error, message)


class TestTranspose:
    def test_one_row_becomes_one_column(self):
        assert transpose([[1, 2]]) == [[1], [2]]

    def test_one_column_becomes_one_row(self):
        assert transpose([[1], [2]]) == [[1, 2]]

    def test_rows_become_columns(self):
        assert transpose([[1, 2, 3], [4, 5, 6]]) == [[1, 4], [2, 5], [3, 6]]

    def test_the_rows_are_new_lists(self):
        a = [[1, 2], [3, 4]]
        transpose(a)[0][0] = 9
        assert a == [[1, 2], [3, 4]]

    @errors_of("transpose", MATRIX_ERRORS)
    def test_what_is_not_a_matrix_raises_an_error(self, call, error, message):
        check_error(call, error, message)


class TestApply:
    def test_a_number_gives_func_of_the_number(self):
        assert apply(abs, -3) == 3

    def test_a_vector_gives_func_of_each_number(self):
        assert apply(abs, [-3, 4.5]) == [3, 4.5]

    def test_ragged_lists_keep_their_shape(self):
        assert apply(abs, [[-1, -2.5], [[-3]], -4, []]) == [[1, 2.5], [[3]], 4, []]

    def test_the_argument_stays_as_it_is(self):
        a = [[-1], -2]
        apply(abs, a)
        assert a == [[-1], -2]

    @errors_of("apply", MATRIX_ERRORS)
    def test_what_is_not_a_number_or_list_raises_an_error(self, call, error, message):
        check_error(call, error, message)


class TestAdd:
    def test_numbers_are_added(self):
        assert add(10, 3) == 13

    def test_vectors_are_added_number_by_number(self):
        assert add([3, 6], [10, 20]) == [13, 26]

    def test_matrices_are_added_number_by_number(self):
        assert add([[1, 2], [3, 4]], [[10, 20], [30, 40]]) == [[11, 22], [33, 44]]

    def test_a_number_is_added_to_each_number(self):
        assert add([[1, 2], [3, 4]], 10) == [[11, 12], [13, 14]]
        assert add(10, [1, [2]]) == [11, [12]]

    def test_ragged_lists_are_added(self):
        assert add([[[1, 2]], [3], 4], [[[5, 6]], [7], 8]) == [[[6, 8]], [10], 12]

    def test_the_arguments_stay_as_they_are(self):
        a = [[1, 2], 3]
        b = [[4, 5], 6]
        add(a, b)
        assert a == [[1, 2], 3]
        assert b == [[4, 5], 6]

    @errors_of("add", MATRIX_ERRORS)
    def test_what_does_not_fit_raises_an_error(self, call, error, message):
        check_error(call, error, message)


class TestSubtract:
    def test_vectors_are_subtracted_number_by_number(self):
        assert subtract([3, 6], [10, 2]) == [-7, 4]

    def test_a_number_is_subtracted_from_each_number(self):
        assert subtract([3, 5], 10) == [-7, -5]

    def test_each_number_is_subtracted_from_a_number(self):
        assert subtract(10, [3, 5]) == [7, 5]

    def test_ragged_lists_are_subtracted(self):
        assert subtract([[1, 2], 3], [[10, 20], 30]) == [[-9, -18], -27]

    @errors_of("subtract", MATRIX_ERRORS)
    def test_what_does_not_fit_raises_an_error(self, call, error, message):
        check_error(call, error, message)


class TestMultiply:
    def test_vectors_are_multiplied_number_by_number(self):
        assert multiply([3, 6], [10, 2]) == [30, 12]

    def test_a_number_multiplies_each_number(self):
        assert multiply([[3], 5], 10) == [[30], 50]
        assert multiply(10, [[3], 5]) == [[30], 50]

    def test_matrices_are_multiplied_number_by_number(self):
        assert multiply([[1, 2], [3, 4]], [[5, 6], [7, 8]]) == [[5, 12], [21, 32]]

    @errors_of("multiply", MATRIX_ERRORS)
    def test_what_does_not_fit_raises_an_error(self, call, error, message):
        check_error(call, error, message)


class TestZeros:
    def test_no_length_gives_a_number(self):
        assert zeros() == 0.0

    def test_one_length_gives_a_vector(self):
        assert zeros(3) == [0.0, 0.0, 0.0]
        assert zeros(0) == []

    def test_two_lengths_give_rows_of_zeros(self):
        assert zeros(2, 3) == [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]

    def test_three_lengths_give_lists_of_rows(self):
        assert zeros(2, 1, 2) == [[[0.0, 0.0]], [[0.0, 0.0]]]

    def test_the_rows_are_different_lists(self):
        a = zeros(2, 2)
        a[0][0] = 1.0
        assert a == [[1.0, 0.0], [0.0, 0.0]]

    def test_zeros_are_floats(self):
        assert str(zeros(1)) == "[0.0]"

    @errors_of("zeros", MATRIX_ERRORS)
    def test_what_is_not_a_length_raises_an_error(self, call, error, message):
        check_error(call, error, message)


class TestZerosLike:
    def test_a_number_gives_zero(self):
        assert zeros_like(3.5) == 0.0

    def test_lists_keep_their_shape(self):
        assert zeros_like([[1.5, 2.5], 3.5]) == [[0.0, 0.0], 0.0]

    def test_integers_give_floats(self):
        assert str(zeros_like([1, 2])) == "[0.0, 0.0]"

    @errors_of("zeros_like", MATRIX_ERRORS)
    def test_what_is_not_a_number_or_list_raises_an_error(self, call, error, message):
        check_error(call, error, message)


def share_within(numbers, limit):
    """Return which share of the numbers lies between -limit and limit."""
    return sum(-limit < number < limit for number in numbers) / len(numbers)


class TestRandn:
    def test_the_result_has_the_given_shape(self):
        assert shape(randn(2, 3)) == (2, 3)

    def test_the_same_seed_gives_the_same_numbers(self):
        random.seed(1)
        first = randn(5)
        random.seed(1)
        assert randn(5) == first
        assert randn(5) != first

    def test_the_numbers_are_gaussian(self):
        random.seed(0)
        numbers = randn(20000)
        assert abs(sum(numbers) / 20000) < 0.02
        assert abs(share_within(numbers, 0.5) - 0.3829) < 0.01
        assert abs(share_within(numbers, 1) - 0.6827) < 0.01
        assert abs(share_within(numbers, 2) - 0.9545) < 0.01
        assert abs(share_within(numbers, 3) - 0.9973) < 0.002

    def test_a_random_zero_does_not_give_log_of_zero(self, monkeypatch):
        monkeypatch.setattr(random, "random", lambda: 0.0)
        assert randn(2) == [0.0, 0.0]

    @errors_of("randn", MATRIX_ERRORS)
    def test_what_is_not_a_length_raises_an_error(self, call, error, message):
        check_error(call, error, message)


class TestCopy:
    def test_the_copy_is_equal(self):
        assert copy([[1, 2.5], [[3]], 4]) == [[1, 2.5], [[3]], 4]

    def test_a_changed_copy_leaves_the_original_as_it_is(self):
        a = [[1, 2.5], [[3]], 4]
        b = copy(a)
        b[0][0] = 9
        b[1][0][0] = 9
        b[2] = 9
        assert a == [[1, 2.5], [[3]], 4]

    @errors_of("copy", MATRIX_ERRORS)
    def test_what_is_not_a_number_or_list_raises_an_error(self, call, error, message):
        check_error(call, error, message)


class TestArgmax:
    def test_a_single_number_has_the_index_0(self):
        assert argmax([5]) == 0

    def test_the_largest_number_is_found_at_any_place(self):
        assert argmax([9, 3, 2]) == 0
        assert argmax([1, 3, 2]) == 1
        assert argmax([1, 3, 4]) == 2

    def test_negative_numbers_are_compared(self):
        assert argmax([-3, -1, -2]) == 1

    def test_the_first_of_several_is_found(self):
        assert argmax([1, 3, 3]) == 1

    @errors_of("argmax", MATRIX_ERRORS)
    def test_what_has_no_largest_number_raises_an_error(self, call, error, message):
        check_error(call, error, message)


class TestArray2string:
    def test_integers_are_printed_as_integers(self):
        assert array2string([1, -20, 300]) == "[  1 -20 300]"

    def test_zeros_at_the_end_are_left_out(self):
        assert array2string([0.0, 0.0]) == "[0. 0.]"
        assert array2string([6.00000000000378, 7.999999999999119]) == "[6. 8.]"

    def test_decimal_points_are_aligned(self):
        assert array2string([0.5, 10, -0.25]) == "[ 0.5  10.   -0.25]"

    def test_numbers_have_up_to_8_decimals(self):
        assert array2string([1 / 3, 0.0001]) == "[0.33333333 0.0001    ]"
        assert array2string([99999999.5]) == "[99999999.5]"

    def test_a_huge_or_tiny_number_gives_all_an_exponent(self):
        assert array2string([1e8, 2.5]) == "[1.00000000e+08 2.50000000e+00]"
        assert array2string([0.00009, 0.0]) == "[9.00000000e-05 0.00000000e+00]"
        small = [-6.111107928998789e-10, 8.148143905314271e-10]
        assert array2string(small) == "[-6.11110793e-10  8.14814391e-10]"

    def test_a_matrix_has_a_line_for_each_row(self):
        text = "[[ 1.   2.5]\n [-3.  40. ]]"
        assert array2string([[1.0, 2.5], [-3.0, 40.0]]) == text

    def test_the_matrix_of_the_book_is_printed_as_numpy_prints_it(self):
        dW = [[0.219247634, 0.14356247, -0.36281009]]
        dW.append([0.328871448, 0.2153437, -0.54421514])
        text = "[[ 0.21924763  0.14356247 -0.36281009]\n"
        assert array2string(dW) == text + " [ 0.32887145  0.2153437  -0.54421514]]"

    def test_empty_lists_are_printed(self):
        assert array2string([]) == "[]"
        assert array2string([[], []]) == "[[]\n []]"

    def test_inf_and_nan_are_printed(self):
        assert array2string([INF, NAN]) == "[inf nan]"

    @errors_of("array2string", MATRIX_ERRORS)
    def test_what_is_not_a_vector_or_matrix_raises_an_error(self, call, error, message):
        check_error(call, error, message)


# --- gradient.py ----------------------------------------------------------------------

LISTS = "x must be a list of numbers or lists, like [3.0]; got "
RETURN = "f must return a float or an int; got "
POSITIVE = "h must be positive and finite, such as 1e-4; got "
SHAPE = "grad(x) must have the shape of x; got "
LIMIT_SLOPES = "f must have finite slopes below 1e150; got "
LIMITS = "xlim and ylim must go from low to high; got "


def flat(x):
    return 0.0


def returning(*values):
    """Return an f whose calls return the values, one after another."""
    values = list(values)
    return lambda x: values.pop(0)


def check(slopes):
    """Compare slopes with the numerical gradient of function_2 at [3.0, 4.0]."""
    return check_grad(function_2, lambda x: slopes, [3.0, 4.0])


GRADIENT_ERRORS = [
    ("numerical_gradient", "tuple", lambda: numerical_gradient(flat, (3.0, 4.0)), TypeError, LISTS + "tuple"),
    ("numerical_gradient", "number", lambda: numerical_gradient(flat, 3.0), TypeError, LISTS + "float"),
    ("numerical_gradient", "text", lambda: numerical_gradient(flat, "3, 4"), TypeError, LISTS + "str"),
    ("numerical_gradient", "array", lambda: numerical_gradient(flat, ndarray()), TypeError, LISTS + "ndarray"),
    ("numerical_gradient", "many", lambda: numerical_gradient(flat, tuple(many())), TypeError, LISTS + "tuple"),
    ("numerical_gradient", "array in x first", lambda: numerical_gradient(flat, [ndarray(), 1.0]), TypeError, LISTS + "ndarray"),
    ("numerical_gradient", "scalar in x last", lambda: numerical_gradient(flat, [1.0, float32()]), TypeError, LISTS + "float32"),
    ("numerical_gradient", "tuple inside", lambda: numerical_gradient(flat, [1.0, [2.0, (3.0,)]]), TypeError, LISTS + "tuple"),
    ("numerical_gradient", "text inside", lambda: numerical_gradient(flat, many() + ["1"]), TypeError, LISTS + "str"),
    ("numerical_gradient", "no return", lambda: numerical_gradient(returning(None, None), [1.0]), TypeError, RETURN + "NoneType"),
    ("numerical_gradient", "first f returns list", lambda: numerical_gradient(returning(many(), 0.0), [1.0]), TypeError, RETURN + "list"),
    ("numerical_gradient", "second f returns float32", lambda: numerical_gradient(returning(0, float32()), [1.0]), TypeError, RETURN + "float32"),
    ("numerical_gradient", "last f returns text", lambda: numerical_gradient(returning(0, 0, 0, "0"), [1, [2]]), TypeError, RETURN + "str"),
    ("numerical_gradient", "h zero", lambda: numerical_gradient(flat, [1.0], 0), ValueError, POSITIVE + "0"),
    ("numerical_gradient", "h negative", lambda: numerical_gradient(flat, [1.0], -1e-4), ValueError, POSITIVE + "-0.0001"),
    ("numerical_gradient", "h nan", lambda: numerical_gradient(flat, [], NAN), ValueError, POSITIVE + "nan"),
    ("numerical_gradient", "h inf", lambda: numerical_gradient(flat, [1.0], INF), ValueError, POSITIVE + "inf"),
    ("check_grad", "short", lambda: check([6.0]), ValueError, SHAPE + "a list of 1 where x has a list of 2"),
    ("check_grad", "many", lambda: check(many()), ValueError, SHAPE + "a list of 10000 where x has a list of 2"),
    ("check_grad", "nested", lambda: check([6.0, [8.0]]), ValueError, SHAPE + "a list of 1 where x has float"),
    ("check_grad", "number", lambda: check(6.0), ValueError, SHAPE + "float where x has a list of 2"),
    ("check_grad", "int", lambda: check(6), ValueError, SHAPE + "int where x has a list of 2"),
    ("check_grad", "tuple", lambda: check((6.0, 8.0)), TypeError, SHAPE + "tuple where x has a list of 2"),
    ("check_grad", "no return", lambda: check(None), TypeError, SHAPE + "NoneType where x has a list of 2"),
    ("check_grad", "array", lambda: check(ndarray()), TypeError, SHAPE + "ndarray where x has a list of 2"),
    ("check_grad", "scalar inside", lambda: check([6.0, float32()]), TypeError, SHAPE + "float32 where x has float"),
    ("check_grad", "x number", lambda: check_grad(flat, lambda x: x[0], 3.0), TypeError, LISTS + "float"),
    ("check_grad", "x", lambda: check_grad(flat, lambda x: x, (1.0,)), TypeError, LISTS + "tuple"),
    ("quiver", "xlim reversed", lambda: quiver(flat, (2, -2)), ValueError, LIMITS + "(2, -2), (-2.0, 2.0)"),
    ("quiver", "ylim reversed", lambda: quiver(flat, (0, 1), (1, -1)), ValueError, LIMITS + "(0, 1), (1, -1)"),
    ("quiver", "no width", lambda: quiver(flat, (1, 1)), ValueError, LIMITS + "(1, 1), (-2.0, 2.0)"),
    ("quiver", "no height", lambda: quiver(flat, (0, 1), (2, 2)), ValueError, LIMITS + "(0, 1), (2, 2)"),
    ("quiver", "nan limit", lambda: quiver(flat, (0, NAN)), ValueError, LIMITS + "(0, nan), (-2.0, 2.0)"),
    ("quiver", "one row", lambda: quiver(flat, rows=1), ValueError, "rows must be 2 or more; got 1"),
    ("quiver", "nan", lambda: quiver(lambda x: NAN), OverflowError, LIMIT_SLOPES + "[nan, nan]"),
    ("quiver", "nan second", lambda: quiver(lambda x: x[0] / 2 if x[1] in (0, 1) else NAN, (0, 1), (0, 1), 2), OverflowError, LIMIT_SLOPES + "[0.5, nan]"),
    ("quiver", "nan first", lambda: quiver(lambda x: x[1] if x[0] in (0, 1) else NAN, (0, 1), (-1, 0), 2), OverflowError, LIMIT_SLOPES + "[nan, 1.0]"),
    ("quiver", "inf", lambda: quiver(lambda x: INF if x[1] > 1.5 else 0.0, (0, 1), (0, 2), 3), OverflowError, LIMIT_SLOPES + "[nan, nan]"),
]  # fmt: skip


def determinant(W):
    return W[0][0] * W[1][1] - W[0][1] * W[1][0]


class TestNumericalGradient:
    def test_a_linear_function_of_one_number_has_its_slope(self):
        assert close(numerical_gradient(lambda x: 3 * x[0], [5.0]), [3.0])

    def test_a_constant_has_the_slope_0(self):
        assert numerical_gradient(lambda x: 7, [1.0]) == [0.0]

    def test_each_number_has_a_slope_of_its_own(self):
        f = lambda x: x[0] * x[1] * x[2]
        assert close(numerical_gradient(f, [2.0, 3.0, 5.0]), [15.0, 10.0, 6.0])

    def test_f_is_called_with_one_number_moved_to_both_sides(self):
        # Move a number by h, call f, move it by -h, call f, and put it back.
        calls = []
        f = lambda x: calls.append(list(x)) or 0
        numerical_gradient(f, [8.0, 2.0], h=0.5)
        assert calls == [[8.5, 2.0], [7.5, 2.0], [8.0, 2.5], [8.0, 1.5]]

    def test_the_difference_is_divided_by_2h(self):
        cube = lambda x: x[0] * x[0] * x[0]
        assert numerical_gradient(cube, [2.0], h=1.0) == [13.0]  # (27 - 1) / 2
        assert numerical_gradient(cube, [2.0], h=0.5) == [12.25]

    def test_h_is_1e_4_if_it_is_not_given(self):
        cube = lambda x: x[0] * x[0] * x[0]
        assert close(numerical_gradient(cube, [0.0]), [1e-8], error=1e-15)

    def test_the_gradients_of_the_book_are_right_to_the_last_digit(self):
        gradient_at = lambda x: numerical_gradient(function_2, x)
        assert gradient_at([3.0, 4.0]) == [6.00000000000378, 7.999999999999119]
        assert gradient_at([0.0, 2.0]) == [0.0, 4.000000000004]
        assert gradient_at([3.0, 0.0]) == [6.000000000012662, 0.0]

    def test_integers_give_the_same_as_floats(self):
        integers = numerical_gradient(function_2, [3, 4])
        assert integers == [6.00000000000378, 7.999999999999119]

    def test_x_holds_its_own_numbers_again_afterwards(self):
        x = [0.1, 0.7, 10**30]
        numerical_gradient(lambda x: x[0] * x[1], x)
        assert x == [0.1, 0.7, 10**30]
        assert isinstance(x[2], int)

    def test_f_gets_x_itself_so_it_may_read_x_elsewhere(self):
        x = [3.0, 4.0]
        assert close(numerical_gradient(lambda ignored: x[0] * x[1], x), [4.0, 3.0])

    def test_a_matrix_gives_a_matrix_of_slopes(self):
        # If x[i] is a list, its slopes are numerical_gradient(lambda row: f(x), x[i], h).
        slopes = numerical_gradient(determinant, [[1.0, 2.0], [3.0, 4.0]])
        assert close(slopes, [[4.0, -3.0], [-2.0, 1.0]])

    def test_lists_of_any_depth_keep_their_shape(self):
        f = lambda x: x[0][0][0] * x[0][1] + 5 * x[1]
        x = [[[2.0], 3.0, []], 4.0]
        assert close(numerical_gradient(f, x), [[[3.0], 2.0, []], 5.0])
        assert numerical_gradient(flat, []) == []

    def test_h_reaches_the_inner_lists(self):
        calls = []
        f = lambda x: calls.append(stdlib_copy.deepcopy(x)) or 0
        numerical_gradient(f, [8, [2]], h=0.5)
        assert calls == [[8.5, [2]], [7.5, [2]], [8, [2.5]], [8, [1.5]]]

    @pytest.mark.parametrize("failing_call", [1, 2, 3, 4, 5, 6])
    def test_x_is_put_back_if_f_raises(self, failing_call):
        # The lines below finally: run even if f raises.
        x = [0.1, [2, 0.7]]
        inner = x[1]
        calls = []

        def f(given):
            calls.append(given)
            assert given is x
            if len(calls) == failing_call:
                raise ZeroDivisionError("mine")
            return 0.0

        with pytest.raises(ZeroDivisionError, match="mine"):
            numerical_gradient(f, x)
        assert len(calls) == failing_call
        assert x == [0.1, [2, 0.7]]
        assert x[1] is inner
        assert isinstance(inner[0], int)

    def test_an_f_that_appends_to_x_comes_to_an_end(self):
        x = [1.0, 2.0]
        f = lambda x: x.append(0.0) or 0.0
        assert numerical_gradient(f, x) == [0.0, 0.0]

    def test_the_slope_is_0_where_x_plus_h_equals_x(self):
        assert numerical_gradient(function_2, [1.2e12, 0.0])[0] == 0.0
        assert numerical_gradient(function_2, [1e12, 0.0])[0] > 0.0

    @errors_of("numerical_gradient", GRADIENT_ERRORS)
    def test_what_does_not_fit_raises_an_error(self, call, error, message):
        check_error(call, error, message)

    def test_x_is_put_back_if_f_returns_no_number(self):
        x = [[1.0], 2.0]
        with pytest.raises(TypeError):
            numerical_gradient(returning(0.0, 0.0, None, None), x)
        assert x == [[1.0], 2.0]


def exact_function_2(x):
    """Return function_2(x), but compute each square exactly and then round it once."""
    return float(Fraction(x[0]) ** 2) + float(Fraction(x[1]) ** 2)


class TestFunction2:
    def test_it_is_the_sum_of_the_squares(self):
        assert function_2([3.0, 4.0]) == 25.0
        assert function_2([-1, 2]) == 5

    def test_a_square_is_rounded_once(self):
        assert function_2([2.759, 0.0]) == 7.612081  # 2.759 ** 2 may end in ...80999999
        random.seed(0)
        for _ in range(200):
            x = [random.random() * 10 - 5, random.random() * 10 - 5]
            assert function_2(x) == exact_function_2(x)


class TestCheckGrad:
    def test_a_right_gradient_gives_almost_0(self):
        assert check([6.0, 8.0]) < 1e-11

    def test_twice_or_half_the_gradient_gives_one_half(self):
        assert check([12.0, 16.0]) == pytest.approx(0.5)
        assert check([3.0, 4.0]) == pytest.approx(0.5)

    def test_the_largest_difference_counts(self):
        assert check([6.0, 16.0]) == pytest.approx(0.5)
        assert check([24.0, 16.0]) == pytest.approx(0.75)

    def test_a_slope_of_0_in_place_of_another_gives_1(self):
        assert check([0.0, 8.0]) == pytest.approx(1.0)

    def test_the_wrong_sign_gives_2(self):
        assert check([6.0, -8.0]) == pytest.approx(2.0)
        assert check([-6.0, 8.0]) == pytest.approx(2.0)

    def test_integers_count_like_floats(self):
        assert check([6, 8]) < 1e-11
        assert check([12, 16]) == pytest.approx(0.5)

    def test_negative_slopes_count_like_positive_ones(self):
        f = lambda x: -function_2(x)
        grad = lambda x: [-2 * x[0], -x[1]]
        assert check_grad(f, grad, [3.0, 4.0]) == pytest.approx(0.5)

    def test_grad_is_called_with_x(self):
        grad = lambda x: [2 * x[0], 2 * x[1]]
        assert check_grad(function_2, grad, [3.0, 4.0]) < 1e-11
        assert check_grad(function_2, grad, [-1.0, 7.0]) < 1e-10

    def test_inner_lists_are_compared(self):
        f = lambda x: x[0][0] * x[0][0] + x[1]
        assert check_grad(f, lambda x: [[2 * x[0][0]], 1.0], [[3.0], 4.0]) < 1e-10
        assert check_grad(f, lambda x: [[x[0][0]], 1.0], [[3.0], 4.0]) > 0.4
        assert check_grad(f, lambda x: [[2 * x[0][0]], 2.0], [[3.0], 4.0]) > 0.4

    def test_slopes_near_0_are_divided_by_1e_4(self):
        f = lambda x: 1e-5 * x[0]
        assert check_grad(f, lambda x: [3e-5], [1.0]) == pytest.approx(0.2)
        f = lambda x: 3e-4 * x[0]
        assert check_grad(f, lambda x: [1e-5], [1.0]) == pytest.approx(29 / 30)

    def test_an_empty_gradient_gives_0(self):
        assert check_grad(flat, lambda x: [], []) == 0.0

    @pytest.mark.parametrize("bad", [NAN, INF, -INF])
    def test_inf_or_nan_in_any_place_gives_inf(self, bad):
        # max([1, nan]) is 1, so look for nan before you take the largest.
        assert check([bad, 8.0]) == INF
        assert check([6.0, bad]) == INF
        assert check_grad(lambda x: bad * x[1], lambda x: [0.0, 1.0], [1.0, 1.0]) == INF

    @errors_of("check_grad", GRADIENT_ERRORS)
    def test_what_does_not_fit_raises_an_error(self, call, error, message):
        check_error(call, error, message)


FIGURE_4_9 = """\
x1 = 2.0
↘↘↘ ↘↘↘ ↓↓↓ ↙↙↙ ↙↙↙

↘↘↘ ↘↘  ↓↓  ↙↙  ↙↙↙

→→→ →→  ·   ←←  ←←←

↗↗↗ ↗↗  ↑↑  ↖↖  ↖↖↖

↗↗↗ ↗↗↗ ↑↑↑ ↖↖↖ ↖↖↖

x1 = -2.0
x0 from -2.0 to 2.0"""


def slope_towards(angle):
    """Return an f that falls fastest in the direction of an angle."""
    return lambda x: -x[0] * math.cos(angle) - x[1] * math.sin(angle)


class TestQuiver:
    def test_it_draws_figure_4_9(self):
        assert quiver(function_2, rows=5) == FIGURE_4_9

    def test_it_draws_9_rows_if_rows_is_not_given(self):
        assert len(quiver(function_2).splitlines()) == 1 + 2 * 9 + 2

    @pytest.mark.parametrize("k, arrow", list(enumerate("→↗↑↖←↙↓↘")))
    def test_an_arrow_has_the_nearest_of_eight_directions(self, k, arrow):
        for nudge in [-0.38, 0.0, 0.38]:  # an arrow covers 0.39 radians to either side
            f = slope_towards(k * math.pi / 4 + nudge)
            assert quiver(f, rows=2).count(3 * arrow) == 4

    def test_an_arrow_has_one_to_three_signs_by_its_length(self):
        text = quiver(lambda x: x[0] * x[0], (-6, 6), (-6, 6), rows=13)
        arrows = "→→→ →→→ →→  →→  →   →   ·   ←   ←   ←←  ←←  ←←← ←←←"
        assert text.splitlines()[1] == arrows

    def test_directions_are_those_on_the_picture(self):
        f = lambda x: x[0] * x[0] / 20 + x[1] * x[1]
        rows = quiver(f, (-10, 10), (-2, 2), rows=5).splitlines()
        assert rows[3] == "↓↓  ↓↓  ↓↓  ↓↓  ↓↓"
        assert rows[5] == "→   →   ·   ←   ←"
        f = lambda x: x[0] * x[0] + x[1] * x[1] / 20
        rows = quiver(f, (-2, 2), (-10, 10), rows=5).splitlines()
        assert rows[3] == "→→→ →→  ↓   ←←  ←←←"

    def test_a_flat_function_gives_dots(self):
        assert quiver(lambda x: 7, rows=3).count("·") == 9
        assert quiver(lambda x: 7, (0, 0.1), (0, 0.1), rows=3).count("·") == 9

    def test_a_slope_that_is_far_smaller_than_the_others_gives_a_dot(self):
        f = lambda x: x[0] if x[0] > 0 else 3e-7 * x[0]
        assert quiver(f, rows=2).splitlines()[1] == "·   ←←←"

    def test_the_steepest_arrow_may_be_in_any_row(self):
        f = lambda x: x[0] * x[1] * x[1]
        rows = ["←←← ←←← ←←←", "←←  ←←  ←←", "←   ←   ←"]
        assert quiver(f, (0, 0.1), (1, 3), rows=3).splitlines()[1:6:2] == rows
        rows.reverse()
        assert quiver(f, (0, 0.1), (-3, -1), rows=3).splitlines()[1:6:2] == rows

    def test_the_steepest_arrow_is_long_even_if_all_slopes_are_tiny(self):
        assert quiver(lambda x: 1e-12 * x[0], rows=2).count("←←←") == 4

    def test_20_rows_fit_into_80_columns(self):
        lines = quiver(flat, (-1 / 3, 1 / 3), (-1e-300, 1e300), 20).splitlines()
        assert max(len(line) for line in lines) <= 80
        assert lines[0] == "x1 = 1e+300"
        assert lines[-2] == "x1 = -1e-300"
        assert lines[-1] == "x0 from -0.3333333333333333 to 0.3333333333333333"

    @errors_of("quiver", GRADIENT_ERRORS)
    def test_what_cannot_be_drawn_raises_an_error(self, call, error, message):
        check_error(call, error, message)


# --- descent.py -----------------------------------------------------------------------

FINITE = "f has a slope of inf or nan "
START = FINITE + "at init_x; check f, or start elsewhere"
LR = "lr must be a finite number, such as 0.01; got "
PATH = "path must be a list of points, such as [[3, 4]]; got "


def growing(limit, beyond):
    """Return x ** 3, but what beyond() returns or raises where |x| is over the limit."""
    return lambda x: x[0] * x[0] * x[0] if abs(x[0]) < limit else beyond(x[0])


def descend(f, *arguments):
    return gradient_descent(f, [1.0], *arguments)


DESCENT_ERRORS = [
    ("gradient_descent", "lr inf", lambda: descend(flat, INF), ValueError, LR + "inf"),
    ("gradient_descent", "lr minus inf", lambda: descend(flat, -INF), ValueError, LR + "-inf"),
    ("gradient_descent", "lr nan", lambda: descend(flat, NAN), ValueError, LR + "nan"),
    ("gradient_descent", "nan at start", lambda: descend(lambda x: NAN), OverflowError, START),
    ("gradient_descent", "overflow at start", lambda: descend(lambda x: math.exp(999 * x[0])), OverflowError, START),
    ("gradient_descent", "nan later", lambda: descend(growing(100, lambda x: NAN), 7), OverflowError, FINITE + "after step 2; lr = 7 may be too large"),
    ("gradient_descent", "inf later", lambda: descend(growing(9, lambda x: INF * x), 7), OverflowError, FINITE + "after step 1; lr = 7 may be too large"),
    ("gradient_descent", "overflow later", lambda: descend(growing(100, lambda x: math.exp(999)), 7), OverflowError, FINITE + "after step 2; lr = 7 may be too large"),
    ("gradient_descent", "step to inf", lambda: descend(lambda x: 1e300 * x[0], -1.5e300), OverflowError, FINITE + "after step 1; lr = -1.5e+300 may be too large"),
    ("gradient_descent", "init_x tuple", lambda: gradient_descent(flat, (1.0,)), TypeError, LISTS + "tuple"),
    ("gradient_descent", "init_x array", lambda: gradient_descent(flat, ndarray()), TypeError, LISTS + "ndarray"),
    ("gradient_descent", "init_x number", lambda: gradient_descent(flat, 3.0), TypeError, LISTS + "float"),
    ("gradient_descent", "no return", lambda: descend(lambda x: None), TypeError, RETURN + "NoneType"),
    ("contour", "no path", lambda: contour(flat, (-2, 2), (-2, 2)), TypeError, PATH + "tuple"),
    ("contour", "path number", lambda: contour(flat, 3.0), TypeError, PATH + "float"),
    ("contour", "xlim reversed", lambda: contour(flat, [], (2, -2)), ValueError, LIMITS + "(2, -2), (-4.5, 4.5)"),
    ("contour", "ylim reversed", lambda: contour(flat, [], (0, 1), (1, 0)), ValueError, LIMITS + "(0, 1), (1, 0)"),
    ("contour", "no width", lambda: contour(flat, [], (1, 1)), ValueError, LIMITS + "(1, 1), (-4.5, 4.5)"),
    ("contour", "no height", lambda: contour(flat, [], (0, 1), (2, 2)), ValueError, LIMITS + "(0, 1), (2, 2)"),
    ("contour", "one row", lambda: contour(flat, [], rows=1), ValueError, "rows must be 2 or more; got 1"),
    ("contour", "nan", lambda: contour(lambda x: NAN, []), OverflowError, "f must be finite; got inf or nan at x1 = 4.5"),
    ("contour", "digits", lambda: contour(lambda x: NAN, [], (0, 1), (0, 1 / 3)), OverflowError, "f must be finite; got inf or nan at x1 = 0.333333"),
    ("contour", "inf", lambda: contour(lambda x: INF if x[0] > 4 and x[1] < 4 else 0.0, []), OverflowError, "f must be finite; got inf or nan at x1 = 3.5"),
]  # fmt: skip


def square(x):
    return x[0] * x[0]


class TestGradientDescent:
    def test_one_step_goes_against_the_slope(self):
        x = gradient_descent(square, [8.0], lr=0.25, step_num=1)
        assert close(x, [4.0])  # 8 - 0.25 * 16

    def test_no_step_leaves_the_point(self):
        assert gradient_descent(square, [8.0], lr=0.25, step_num=0) == [8.0]

    def test_the_step_is_repeated(self):
        x = gradient_descent(square, [8.0], lr=0.25, step_num=3)
        assert close(x, [1.0])

    def test_lr_is_0_01_if_it_is_not_given(self):
        x = gradient_descent(square, [8.0], step_num=1)
        assert close(x, [7.84])

    def test_all_numbers_move_along_the_same_gradient(self):
        x = gradient_descent(lambda x: x[0] * x[1], [1.0, 2.0], lr=0.1, step_num=1)
        assert close(x, [0.8, 1.9])  # 1 - 0.1 * 2, 2 - 0.1 * 1

    def test_step_num_is_100_if_it_is_not_given(self):
        x = gradient_descent(function_2, [-3.0, 4.0], lr=0.1)
        assert x == gradient_descent(function_2, [-3.0, 4.0], lr=0.1, step_num=100)

    def test_the_descents_of_the_book_are_right_to_the_last_digit(self):
        end_of = lambda lr: gradient_descent(function_2, [-3.0, 4.0], lr, 100)
        assert end_of(0.1) == [-6.111107928998789e-10, 8.148143905314271e-10]
        assert end_of(10.0) == [-25898374737328.363, -1295248616896.5398]
        assert end_of(1e-10) == [-2.999999939999995, 3.9999999199999934]

    def test_integers_give_the_same_as_floats(self):
        x = gradient_descent(function_2, [-3, 4], lr=0.1, step_num=100)
        assert x == [-6.111107928998789e-10, 8.148143905314271e-10]

    def test_the_list_itself_is_changed_and_returned(self):
        # _move(x, gradient, lr) changes the list itself.
        init_x = [8.0]
        x = gradient_descent(square, init_x, lr=0.25, step_num=1)
        assert x is init_x
        assert close(init_x, [4.0])

    def test_inner_lists_are_changed_too(self):
        W = [[1.0], [2.0]]
        row = W[0]
        f = lambda x: x[0][0][0] * x[0][0][0] + 3 * x[0][1][0] + x[1]
        x = gradient_descent(f, [W, 4.0], lr=0.25, step_num=1)
        assert close(x, [[[0.5], [1.25]], 3.75])  # _move changes inner lists, too
        assert x[0] is W
        assert W[0] is row

    def test_the_callback_gets_the_list_itself_after_each_step(self):
        x = [8.0]
        path = []

        def callback(given):
            assert given is x
            path.append(list(given))

        gradient_descent(square, x, 0.25, 3, callback)
        assert close(path, [[4.0], [2.0], [1.0]])

    def test_a_negative_lr_leads_uphill(self):
        hill = lambda x: -(x[0] - 1) * (x[0] - 1)
        x = gradient_descent(hill, [3.0], lr=-0.1, step_num=200)
        assert close(x, [1.0])

    def test_every_step_is_the_same_on_every_python(self):
        random.seed(0)
        for _ in range(20):
            start = [random.random() * 10 - 5, random.random() * 10 - 5]
            x = gradient_descent(function_2, list(start), 0.1, 9)
            assert x == gradient_descent(exact_function_2, start, 0.1, 9)

    @errors_of("gradient_descent", DESCENT_ERRORS)
    def test_what_does_not_fit_raises_an_error(self, call, error, message):
        # f and _check_finite may raise OverflowError. Catch it, and raise this one.
        check_error(call, error, message)

    def test_after_an_error_init_x_holds_the_last_complete_step(self):
        x = [1.0]
        path = []
        f = growing(100, lambda x: NAN)
        with pytest.raises(OverflowError):
            gradient_descent(f, x, 7.0, 9, lambda x: path.append(list(x)))
        assert len(path) == 2
        assert x == path[1]

    def test_no_number_moves_if_the_last_slope_is_not_finite(self):
        x = [[1.0, 2.0], 3.0]
        with pytest.raises(OverflowError):
            gradient_descent(lambda x: x[0][0] + INF * x[1], x)
        assert x == [[1.0, 2.0], 3.0]

    def test_no_number_moves_if_a_slope_in_an_inner_list_is_not_finite(self):
        x = [1.0, [2.0, 3.0]]
        with pytest.raises(OverflowError):
            gradient_descent(lambda x: x[0] if x[1] == [2.0, 3.0] else NAN, x)
        assert x == [1.0, [2.0, 3.0]]

    @pytest.mark.parametrize("limit", [0, 100], ids=["at-the-start", "later"])
    def test_an_overflow_error_of_f_is_the_cause_of_ours(self, limit):
        f = growing(limit, lambda x: math.exp(999))
        with pytest.raises(OverflowError) as caught:
            gradient_descent(f, [1.0], 7)
        # Write raise ... from error, so that the reader sees where f failed.
        assert isinstance(caught.value.__cause__, OverflowError)
        assert caught.value.__cause__.__traceback__ is not None

    def test_a_slope_that_is_nan_is_the_cause_of_our_error(self):
        with pytest.raises(OverflowError) as caught:
            gradient_descent(lambda x: NAN, [1.0])
        assert str(caught.value.__cause__) == "a slope is nan"

    def test_another_error_of_f_passes_through(self):
        with pytest.raises(KeyError, match="mine"):
            gradient_descent(lambda x: {}["mine"], [1.0])

    def test_an_overflow_error_of_the_callback_passes_through(self):
        x = [8.0]
        with pytest.raises(OverflowError, match="math range error"):
            gradient_descent(square, x, 0.25, 9, callback=lambda x: math.exp(999))
        assert close(x, [4.0])


FIGURE_4_10 = """\
x1 = 4.5
##*S++=======++**##
*++=o---------==++*
+==--oo:::::::--==+
==-:::.o.....:::-==
=--::...oE....::--=
=--::.........::--=
==-:::.......:::-==
+==--:::::::::--==+
*++==---------==++*
##**++=======++**##
x1 = -4.5
x0 from -4.5 to 4.5"""


def row_of(path):
    """Return the lowest row of a map with 2 rows and 3 columns, from 0 to 1."""
    return contour(flat, path, (0, 1), (0, 1), 2).splitlines()[2]


class TestContour:
    def test_it_draws_figure_4_10(self):
        path = [[-3.0, 4.0]]
        for _ in range(100):  # the exact steps
            path.append([0.8 * path[-1][0], 0.8 * path[-1][1]])
        assert contour(function_2, path, rows=10) == FIGURE_4_10

    def test_it_draws_19_rows_if_rows_is_not_given(self):
        assert len(contour(function_2, []).splitlines()) == 1 + 19 + 2

    def test_the_seven_bands_have_the_same_height(self):
        signs = "......::::::------======++++++******#######"
        text = contour(lambda x: x[0], [], (0, 42), (0, 1), 22)
        assert text.splitlines()[1:23] == [signs] * 22
        text = contour(lambda x: x[0] + 1000, [], (0, 42), (0, 1), 22)
        assert text.splitlines()[1:23] == [signs] * 22

    def test_a_flat_function_is_all_dots(self):
        assert contour(lambda x: 7, [], (0, 1), (0, 1), 2).count(".....") == 0
        assert contour(lambda x: 7, [], (0, 1), (0, 1), 2).splitlines()[1] == "..."

    def test_start_steps_and_end_have_signs_of_their_own(self):
        assert row_of([[0, 0], [0.5, 0.1], [1, 0.1]]) == "SoE"

    def test_the_start_hides_the_end_and_the_end_hides_a_step(self):
        assert row_of([[0, 0]]) == "S.."
        assert row_of([[0, 0], [0, 0], [0, 0.1]]) == "S.."
        assert row_of([[0, 0], [1, 0], [1, 0.1]]) == "S.E"

    def test_a_point_is_drawn_at_the_nearest_place(self):
        assert row_of([[0.7, 0.4]]) == ".S."
        assert row_of([[0.8, 0.4]]) == "..S"

    def test_a_point_outside_is_drawn_at_the_edge(self):
        path = [[0, 9], [9, 0.1], [0.5, -9], [-9, -INF]]
        text = contour(flat, path, (-1, 1), (-1, 1), 3)
        assert text.splitlines()[1:4] == ["..S..", "....o", "E..o."]

    def test_a_point_with_nan_raises_an_error(self):
        with pytest.raises(ValueError, match="NaN"):
            contour(flat, [[NAN, 0.0]])
        with pytest.raises(ValueError, match="NaN"):
            contour(flat, [[0.0, NAN]])

    def test_the_path_stays_as_it_is(self):
        path = [[0, 9], [9, 0.1]]
        contour(flat, path)
        assert path == [[0, 9], [9, 0.1]]

    def test_40_rows_fit_into_80_columns(self):
        lines = contour(flat, [], (-1 / 3, 1 / 3), (-1e-300, 1e300), 40).splitlines()
        assert max(len(line) for line in lines) <= 80
        assert lines[0] == "x1 = 1e+300"
        assert lines[-2] == "x1 = -1e-300"
        assert lines[-1] == "x0 from -0.3333333333333333 to 0.3333333333333333"

    @errors_of("contour", DESCENT_ERRORS)
    def test_what_cannot_be_drawn_raises_an_error(self, call, error, message):
        check_error(call, error, message)


# --- simplenet.py ---------------------------------------------------------------------

ROWS = "W must be a list of rows, like [[1], [2]]; got numbers"
TWICE = "each row of W must be a list of its own; got one twice"
CLASS = " must be an int from 0 to 2, or 3 probabilities; got "
NUMBERS = " must have only floats or ints in lists; got "
ZERO_ROWS = [0.0, 0.0, 0.0]


def net_of(*rows):
    return SimpleNet([list(row) for row in rows])


def predict(x):
    return net_of(ZERO_ROWS, ZERO_ROWS).predict(x)


def loss(t, x=(0.6, 0.9)):
    return net_of(ZERO_ROWS, ZERO_ROWS).loss(list(x), t)


def gradient_of(t, x=(0.6, 0.9)):
    return net_of(ZERO_ROWS, ZERO_ROWS).gradient(list(x), t)


def error_of(t, y=(0.2, 0.3, 0.5)):
    return cross_entropy_error(list(y), t)


TWO = ([0.6, 0.9], [0.1, 0.2])  # a batch of two samples
THIRDS = ([0.2, 0.3, 0.5], [0.5, 0.3, 0.2])  # a batch of their probabilities

SIMPLENET_ERRORS = [
    ("softmax", "empty", lambda: softmax([]), ValueError, "z must not be an empty list"),
    ("softmax", "number", lambda: softmax(3.0), TypeError, "z must be a list; got float"),
    ("softmax", "tuple", lambda: softmax(tuple(many())), TypeError, "z must be a list; got tuple"),
    ("softmax", "array", lambda: softmax(ndarray()), TypeError, "z must be a list; got ndarray"),
    ("softmax", "text in it", lambda: softmax([1.0, "2"]), TypeError, "z" + NUMBERS + "str"),
    ("softmax", "arrays in it", lambda: softmax([ndarray(), ndarray()]), TypeError, "z" + NUMBERS + "ndarray"),
    ("softmax", "ragged", lambda: softmax([[1.0, 2.0], [3.0]]), ValueError, "z[1] must have length 2; got length 1"),
    ("softmax", "empty row", lambda: softmax([[]]), ValueError, "z[0] must not be an empty list"),
    ("log_softmax", "empty", lambda: log_softmax([]), ValueError, "z must not be an empty list"),
    ("log_softmax", "text in it", lambda: log_softmax(["1", 2.0]), TypeError, "z" + NUMBERS + "str"),
    ("log_softmax", "number in batch", lambda: log_softmax([[1.0], 2.0]), TypeError, "z[1] must be a list of length 1; got float"),
    ("cross_entropy_error", "y empty", lambda: error_of(0, []), ValueError, "y must not be an empty list"),
    ("cross_entropy_error", "y tuple", lambda: cross_entropy_error((0.5, 0.5), 0), TypeError, "y must be a list; got tuple"),
    ("cross_entropy_error", "y text", lambda: error_of(0, [0.5, "0.5"]), TypeError, "y" + NUMBERS + "str"),
    ("cross_entropy_error", "y scalar", lambda: error_of(0, [0.5, float32()]), TypeError, "y" + NUMBERS + "float32"),
    ("cross_entropy_error", "y above 1", lambda: error_of(0, [1.5, -0.5]), ValueError, "y must be probabilities, from 0 to 1; got 1.5"),
    ("cross_entropy_error", "y below 0", lambda: error_of(0, [-0.5, 1.5]), ValueError, "y must be probabilities, from 0 to 1; got -0.5"),
    ("cross_entropy_error", "y just above 1", lambda: error_of(0, [1.0001, 0.0]), ValueError, "y must be probabilities, from 0 to 1; got 1.0001"),
    ("cross_entropy_error", "y just below 0", lambda: error_of(0, [-0.0001, 1.0]), ValueError, "y must be probabilities, from 0 to 1; got -0.0001"),
    ("cross_entropy_error", "y nan", lambda: error_of(0, [0.5, NAN]), ValueError, "y must be probabilities, from 0 to 1; got nan"),
    ("cross_entropy_error", "no softmax", lambda: error_of(0, [0.9, 0.3, 0.2]), ValueError, "y must be probabilities with the sum 1; got the sum 1.4"),
    ("cross_entropy_error", "sum too small", lambda: error_of(0, [0.5, 0.4989]), ValueError, "y must be probabilities with the sum 1; got the sum 0.9989"),
    ("cross_entropy_error", "sum too large", lambda: error_of(0, [0.5, 0.5011]), ValueError, "y must be probabilities with the sum 1; got the sum 1.0011"),
    ("cross_entropy_error", "sum in a loop", lambda: error_of([0.1000001] * 10, [0.1] * 10), ValueError, "t must be probabilities with the sum 1; got the sum 1.000001"),
    ("cross_entropy_error", "second y", lambda: error_of([0, 0], ([0.5, 0.5], [0.9, 0.9])), ValueError, "y[1] must be probabilities with the sum 1; got the sum 1.8"),
    ("cross_entropy_error", "y many", lambda: error_of(0, many()), ValueError, "y must be probabilities with the sum 1; got the sum 5000"),
    ("cross_entropy_error", "t -1", lambda: error_of(-1), ValueError, "t" + CLASS + "-1"),
    ("cross_entropy_error", "t 3", lambda: error_of(3), ValueError, "t" + CLASS + "3"),
    ("cross_entropy_error", "t huge", lambda: error_of(-(10**99)), ValueError, "t" + CLASS + "-1e+99"),
    ("cross_entropy_error", "t float", lambda: error_of(2.0), TypeError, "t" + CLASS + "float"),
    ("cross_entropy_error", "t tuple", lambda: error_of((0, 0, 1)), TypeError, "t" + CLASS + "tuple"),
    ("cross_entropy_error", "t array", lambda: error_of(ndarray()), TypeError, "t" + CLASS + "ndarray"),
    ("cross_entropy_error", "t short", lambda: error_of([0, 1]), ValueError, "t" + CLASS + "a list of 2"),
    ("cross_entropy_error", "t many", lambda: error_of(many()), ValueError, "t" + CLASS + "a list of 10000"),
    ("cross_entropy_error", "t sum", lambda: error_of([1, 0, 1]), ValueError, "t must be probabilities with the sum 1; got the sum 2"),
    ("cross_entropy_error", "t sum too small", lambda: error_of([0.0, 0.5, 0.4999985]), ValueError, "t must be probabilities with the sum 1; got the sum 0.9999985"),
    ("cross_entropy_error", "t sum too large", lambda: error_of([0.0, 0.5, 0.5000015]), ValueError, "t must be probabilities with the sum 1; got the sum 1.0000015"),
    ("cross_entropy_error", "t negative", lambda: error_of([1, 1, -1]), ValueError, "t must be probabilities, from 0 to 1; got -1"),
    ("cross_entropy_error", "text in t", lambda: error_of([0, 0, "1"]), TypeError, "t" + NUMBERS + "str"),
    ("cross_entropy_error", "scalar in t", lambda: error_of([float32(), 0, 1]), TypeError, "t" + NUMBERS + "float32"),
    ("cross_entropy_error", "t nan", lambda: error_of([0, NAN, 1]), ValueError, "t must be probabilities, from 0 to 1; got nan"),
    ("cross_entropy_error", "answers", lambda: error_of([0], THIRDS), ValueError, "t must be a list of 2 answers; got 1 answers"),
    ("cross_entropy_error", "many answers", lambda: error_of([2] * 60000, THIRDS), ValueError, "t must be a list of 2 answers; got 60000 answers"),
    ("cross_entropy_error", "no list", lambda: error_of(0, THIRDS), TypeError, "t must be a list of 2 answers; got int"),
    ("cross_entropy_error", "second t", lambda: error_of([0, 3], THIRDS), ValueError, "t[1]" + CLASS + "3"),
    ("cross_entropy_error", "second t sum", lambda: error_of([0, [1, 1, 0]], THIRDS), ValueError, "t[1] must be probabilities with the sum 1; got the sum 2"),
    ("SimpleNet", "empty", lambda: SimpleNet([]), ValueError, "W must not be an empty list"),
    ("SimpleNet", "empty row", lambda: SimpleNet([[]]), ValueError, "W[0] must not be an empty list"),
    ("SimpleNet", "vector", lambda: SimpleNet([1.0, 2.0]), ValueError, ROWS),
    ("SimpleNet", "tuple", lambda: SimpleNet(([1.0], [2.0])), TypeError, "W must be a list; got tuple"),
    ("SimpleNet", "array", lambda: SimpleNet(ndarray()), TypeError, "W must be a list; got ndarray"),
    ("SimpleNet", "rows are tuples", lambda: SimpleNet([(1.0,), (2.0,)]), TypeError, "W" + NUMBERS + "tuple"),
    ("SimpleNet", "second row tuple", lambda: SimpleNet([[1.0], (2.0,)]), TypeError, "W[1] must be a list of length 1; got tuple"),
    ("SimpleNet", "ragged", lambda: SimpleNet([[1.0], [2.0, 3.0]]), ValueError, "W[1] must have length 1; got length 2"),
    ("SimpleNet", "many", lambda: SimpleNet([[1.0], many()]), ValueError, "W[1] must have length 1; got length 10000"),
    ("SimpleNet", "scalar in it", lambda: net_of([1.0, 2.0], [3.0, float32()]), TypeError, "W[1]" + NUMBERS + "float32"),
    ("SimpleNet", "3-D", lambda: SimpleNet([[[1.0]]]), TypeError, "W[0]" + NUMBERS + "list"),
    ("SimpleNet", "one row twice", lambda: SimpleNet([[0.0] * 3] * 2), ValueError, TWICE),
    ("SimpleNet", "last rows are one", lambda: SimpleNet([[1.0], *[[2.0]] * 2]), ValueError, TWICE),
    ("predict", "short", lambda: predict([0.6]), ValueError, "x must have length 2; got length 1"),
    ("predict", "empty", lambda: predict([]), ValueError, "x must have length 2; got length 0"),
    ("predict", "many", lambda: predict(many()), ValueError, "x must have length 2; got length 10000"),
    ("predict", "tuple", lambda: predict((0.6, 0.9)), TypeError, "x must be a list of length 2; got tuple"),
    ("predict", "number", lambda: predict(0.6), TypeError, "x must be a list of length 2; got float"),
    ("predict", "array", lambda: predict(ndarray()), TypeError, "x must be a list of length 2; got ndarray"),
    ("predict", "arrays in it", lambda: predict([ndarray(), ndarray()]), TypeError, "x" + NUMBERS + "ndarray"),
    ("predict", "scalar in it", lambda: predict([0.6, float32()]), TypeError, "x" + NUMBERS + "float32"),
    ("predict", "second sample", lambda: predict([[0.6, 0.9], [0.6]]), ValueError, "x[1] must have length 2; got length 1"),
    ("predict", "second tuple", lambda: predict([[0.6, 0.9], (1, 2)]), TypeError, "x[1] must be a list of length 2; got tuple"),
    ("predict", "text in second", lambda: predict([[0.6, 0.9], [1, "2"]]), TypeError, "x[1]" + NUMBERS + "str"),
    ("loss", "x short", lambda: loss(0, [0.6]), ValueError, "x must have length 2; got length 1"),
    ("loss", "x in batch", lambda: loss([0, 1], [[0.6, 0.9], [0.6]]), ValueError, "x[1] must have length 2; got length 1"),
    ("loss", "t 3", lambda: loss(3), ValueError, "t" + CLASS + "3"),
    ("loss", "t float", lambda: loss(2.0), TypeError, "t" + CLASS + "float"),
    ("loss", "t sum", lambda: loss([1, 0, 1]), ValueError, "t must be probabilities with the sum 1; got the sum 2"),
    ("loss", "answers", lambda: loss([0, 0, 1], TWO), ValueError, "t must be a list of 2 answers; got 3 answers"),
    ("loss", "no list", lambda: loss(0, TWO), TypeError, "t must be a list of 2 answers; got int"),
    ("loss", "second t", lambda: loss([0, [0, 1]], TWO), ValueError, "t[1]" + CLASS + "a list of 2"),
    ("gradient", "x tuple", lambda: net_of([0.0]).gradient((1.0,), 0), TypeError, "x must be a list of length 1; got tuple"),
    ("gradient", "x short", lambda: gradient_of(0, [0.6]), ValueError, "x must have length 2; got length 1"),
    ("gradient", "t 3", lambda: gradient_of(3), ValueError, "t" + CLASS + "3"),
    ("gradient", "answers", lambda: gradient_of([0], TWO), ValueError, "t must be a list of 2 answers; got 1 answers"),
    ("gradient", "second t", lambda: gradient_of([0, -1], TWO), ValueError, "t[1]" + CLASS + "-1"),
]  # fmt: skip

W = ((0.47355232, 0.9977393, 0.84668094), (0.85557411, 0.03563661, 0.69422093))


class TestSoftmax:
    def test_equal_scores_give_equal_probabilities(self):
        assert softmax([5.0, 5.0]) == [0.5, 0.5]

    def test_a_score_counts_by_its_exponential(self):
        assert close(softmax([0.0, math.log(3)]), [0.25, 0.75])
        scores = [math.log(2), math.log(3), math.log(5)]
        assert close(softmax(scores), [0.2, 0.3, 0.5])

    def test_large_scores_do_not_overflow(self):
        # Subtract the largest score first, so that no exp(score - largest) is above 1.
        assert softmax([1000.0, 1000.0]) == [0.5, 0.5]
        assert close(softmax([1000.0, 1000.0 + math.log(3)]), [0.25, 0.75])
        assert softmax([1e308, -1e308, 1e308]) == [0.5, 0.0, 0.5]

    def test_very_negative_scores_do_not_divide_by_0(self):
        assert close(softmax([-1000.0, -1000.0 - math.log(3)]), [0.75, 0.25])

    def test_a_batch_is_done_row_by_row(self):
        # _is_list_of_lists(z, "z") tells a batch from the scores of one sample.
        y = softmax([[0.0, 0.0], [0.0, math.log(3)]])
        assert close(y, [[0.5, 0.5], [0.25, 0.75]])

    def test_the_sum_is_added_from_left_to_right(self):
        z = [0.0] + [-2.3025850929940455] * 10  # their exponentials: 1, ten times 0.1
        assert softmax(z)[0] == 0.4999999999999998  # sum() may give 0.5

    def test_nan_stays_visible(self):
        assert all(math.isnan(p) for p in softmax([1.0, NAN]))

    def test_the_scores_stay_as_they_are(self):
        z = [1.0, 2.0]
        softmax(z)
        assert z == [1.0, 2.0]

    @errors_of("softmax", SIMPLENET_ERRORS)
    def test_what_is_not_a_list_of_scores_raises_an_error(self, call, error, message):
        # _is_list_of_lists(z, "z") raises all of these errors.
        check_error(call, error, message)


class TestLogSoftmax:
    def test_it_is_the_logarithm_of_softmax(self):
        assert close(log_softmax([5.0, 5.0]), [math.log(0.5), math.log(0.5)])
        assert close(log_softmax([0.0, math.log(3)]), [math.log(0.25), math.log(0.75)])

    def test_it_is_right_where_softmax_is_rounded_to_0_or_1(self):
        assert log_softmax([-431, 279, 427]) == [-858.0, -148.0, 0.0]
        assert log_softmax([0.0, -40.0]) == [0.0, -40.0]

    def test_a_batch_is_done_row_by_row(self):
        assert log_softmax([[0.0, 900.0], [900.0, 0.0]]) == [
            [-900.0, 0.0],
            [0.0, -900.0],
        ]

    def test_huge_scores_keep_their_difference(self):
        log_y = log_softmax([1e15, 1e15 + 1])
        assert close(log_y, [-1.3132616875, -0.3132616875])

    def test_the_sum_is_added_from_left_to_right(self):
        z = [0.0] + [-2.3025850929940455] * 10
        assert log_softmax(z)[1] == -2.9957322735539913

    def test_nan_stays_visible(self):
        assert all(math.isnan(p) for p in log_softmax([1.0, NAN]))

    @errors_of("log_softmax", SIMPLENET_ERRORS)
    def test_what_is_not_a_list_of_scores_raises_an_error(self, call, error, message):
        check_error(call, error, message)


class TestCrossEntropyError:
    def test_it_is_minus_the_logarithm_of_the_right_probability(self):
        y = [0.25, 0.25, 0.5]
        assert close(cross_entropy_error(y, 2), 0.6931471805599453)  # -log(0.5)
        assert close(cross_entropy_error(y, 0), 1.3862943611198906)  # -log(0.25)

    def test_a_certain_right_answer_gives_0(self):
        assert cross_entropy_error([0.0, 1.0], 1) == 0.0

    def test_probability_0_of_the_right_class_gives_inf(self):
        assert cross_entropy_error([0.0, 1.0], 0) == INF

    def test_t_may_be_one_hot(self):
        # _samples(y, t, "y") returns pairs of y and of t as probabilities.
        assert close(cross_entropy_error([0.25, 0.25, 0.5], [0, 0, 1]), 0.6931471806)
        assert close(cross_entropy_error([0.25, 0.25, 0.5], [1.0, 0, 0]), 1.3862943611)

    def test_t_may_be_other_probabilities(self):
        # -(0.5 * log(0.25) + 0.5 * log(0.5)); _cross_entropy(log_y, target) adds it up
        assert close(
            cross_entropy_error([0.25, 0.25, 0.5], [0, 0.5, 0.5]), 1.0397207708
        )
        assert cross_entropy_error([1.0, 0.0], [0.5, 0.5]) == INF

    def test_the_error_is_never_minus_0(self):
        assert (
            str(cross_entropy_error([0.0, 1.0], 1)) == "0.0"
        )  # start at 0.0, subtract

    def test_a_batch_gives_the_mean(self):
        y = [[0.5, 0.5], [0.25, 0.75], [0.25, 0.75]]
        # (log(2) + log(4) + log(4)) / 3
        assert close(cross_entropy_error(y, [0, 0, 0]), 1.1552453009332422)
        assert close(cross_entropy_error(y, [[1, 0], [1, 0], [1, 0]]), 1.1552453009)
        # (log(2) + 2 * log(4 / 3)) / 3
        assert close(cross_entropy_error(y, [1, [0.0, 1.0], 1]), 0.42283710848)

    def test_a_batch_of_one_gives_the_same_as_the_sample(self):
        assert cross_entropy_error([[0.25, 0.75]], [1]) == -math.log(0.75)

    def test_a_y_that_is_typed_or_moved_by_h_is_accepted(self):
        assert close(cross_entropy_error([0.3654, 0.2393, 0.3954], 0), 1.0067626149)
        assert close(cross_entropy_error([0.5, 0.4991], 0), 0.6931471805599453)
        assert close(cross_entropy_error([0.5, 0.5009], 0), 0.6931471805599453)
        y = [0.2, 0.3, 0.5]
        slopes = numerical_gradient(lambda y: cross_entropy_error(y, 0), y)
        assert close(slopes, [-5.0, 0.0, 0.0], error=1e-5)  # -t[j] / y[j]

    def test_a_sum_that_is_1_apart_from_rounding_is_accepted(self):
        assert close(cross_entropy_error([0.3333333] * 3, 0), 1.0986123886681098)
        assert close(
            cross_entropy_error([0.5, 0.5], [0.5, 0.5000005]), 0.6931475271335355
        )

    @errors_of("cross_entropy_error", SIMPLENET_ERRORS)
    def test_what_does_not_fit_raises_an_error(self, call, error, message):
        # _samples and _check_probabilities raise these errors.
        check_error(call, error, message)


class TestSimpleNet:
    def test_it_uses_the_list_w_itself(self):
        rows = [[1.0, 2.0], [3.0, 4.0]]
        assert SimpleNet(rows).W is rows

    def test_without_w_it_has_2_rows_of_3_random_numbers(self):
        random.seed(3)
        rows = SimpleNet().W
        assert [len(row) for row in rows] == [3, 3]
        assert len({number for row in rows for number in row}) == 6
        random.seed(3)
        assert SimpleNet().W == rows
        assert SimpleNet().W != rows

    def test_its_random_numbers_are_gaussian(self):
        random.seed(0)
        numbers = []
        for _ in range(3000):
            for row in SimpleNet().W:
                numbers += row
        assert abs(sum(numbers) / 18000) < 0.02
        assert abs(share_within(numbers, 0.5) - 0.3829) < 0.01
        assert abs(share_within(numbers, 1) - 0.6827) < 0.01
        assert abs(share_within(numbers, 2) - 0.9545) < 0.01

    def test_a_random_zero_does_not_give_log_of_zero(self, monkeypatch):
        monkeypatch.setattr(random, "random", lambda: 0.0)
        assert SimpleNet().W == [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]

    def test_the_spelling_of_the_book_works(self):
        assert simplenet.simpleNet is SimpleNet

    @errors_of("SimpleNet", SIMPLENET_ERRORS)
    def test_what_is_not_a_matrix_raises_an_error(self, call, error, message):
        check_error(call, error, message)


class TestPredict:
    def test_one_input_and_one_class_give_their_product(self):
        assert net_of([2.0]).predict([3.0]) == [6.0]

    def test_each_class_has_a_score(self):
        assert net_of([2.0, 5.0]).predict([3.0]) == [6.0, 15.0]

    def test_a_score_is_the_sum_over_all_inputs(self):
        net = net_of([1.0, 2.0, 3.0], [4.0, 5.0, 6.0])
        assert net.predict([10, 1]) == [14.0, 25.0, 36.0]

    def test_the_scores_of_the_book_are_right(self):
        z = net_of(*W).predict([0.6, 0.9])
        assert close(z, [1.05414809, 0.63071653, 1.1328074], error=5e-9)

    def test_a_batch_gives_a_row_of_scores_for_each_sample(self):
        net = net_of([1.0, 2.0, 3.0], [4.0, 5.0, 6.0])
        z = net.predict([[10, 1], [0, 2]])
        assert z == [[14.0, 25.0, 36.0], [8.0, 10.0, 12.0]]

    def test_changed_weights_change_the_scores(self):
        net = net_of([2.0])
        net.W[0][0] = 7.0
        assert net.predict([3.0]) == [21.0]

    def test_the_sum_is_added_from_left_to_right(self):
        net = SimpleNet([[1.0] for _ in range(10)])
        assert net.predict([0.1] * 10) == [0.9999999999999999]

    @errors_of("predict", SIMPLENET_ERRORS)
    def test_what_does_not_fit_raises_an_error(self, call, error, message):
        # _is_list_of_lists(x, "x", len(self.W)) raises these errors.
        check_error(call, error, message)


class TestLoss:
    def test_equal_scores_of_two_classes_give_log_2(self):
        assert close(net_of([0.0, 0.0]).loss([1.0], 0), 0.6931471805599453)

    def test_the_loss_is_minus_log_of_the_right_probability(self):
        net = net_of([math.log(0.25), math.log(0.75)])
        assert close(net.loss([1.0], 0), 1.3862943611198906)
        assert close(net.loss([1.0], 1), 0.2876820724517809)

    def test_t_may_be_probabilities(self):
        net = net_of([math.log(0.25), math.log(0.75)])
        assert close(net.loss([1.0], [1, 0]), 1.3862943611198906)
        assert close(net.loss([1.0], [0.5, 0.5]), 0.8369882167858358)

    def test_the_loss_of_the_book_is_right(self):
        assert close(net_of(*W).loss([0.6, 0.9], [0, 0, 1]), 0.92806854, error=5e-9)

    def test_a_batch_gives_the_mean(self):
        net = net_of([math.log(0.25), math.log(0.75)])
        x = [[1.0], [1.0], [0.0]]
        # (log(4) + log(4 / 3) + log(2)) / 3
        assert close(net.loss(x, [0, 1, 0]), 0.7890412053767148)
        assert close(net.loss(x, [[1, 0], 1, [0, 1]]), 0.7890412053767148)

    def test_answers_of_a_batch_are_classes(self):
        net = net_of(*W)
        x = [0.6, 0.9]
        assert net.loss([x], [2]) == net.loss(x, 2) == net.loss(x, [0, 0, 1])
        zero = net.loss(x, 0)
        one = net.loss(x, 1)
        assert close(net.loss([x, x, x], [0, 0, 1]), (zero + zero + one) / 3)

    def test_large_scores_give_the_right_loss(self):
        # log_softmax is right where softmax gives 0, whose logarithm does not exist.
        net = net_of([-431.0, 279.0, 427.0])
        assert net.loss([1.0], 0) == 858.0
        assert net.loss([1.0], 1) == 148.0
        assert str(net.loss([1.0], 2)) == "0.0"  # and not -0.0
        assert net_of([1e300, -1e300]).loss([1.0], 1) == 2e300
        assert net_of([700.0, 0.0]).loss([1.0], [0.5, 0.5]) == 350.0

    def test_a_wrong_class_of_probability_0_does_not_count(self):
        assert net_of([1e308, -1e308]).loss([1.0], 0) == 0.0

    def test_nan_stays_visible(self):
        assert math.isnan(net_of([1.0, NAN]).loss([1.0], 0))

    @errors_of("loss", SIMPLENET_ERRORS)
    def test_what_does_not_fit_raises_an_error(self, call, error, message):
        # _samples raises these errors.
        check_error(call, error, message)


class TestNetGradient:
    """The tests of SimpleNet.gradient."""

    def test_a_slope_is_y_minus_t_if_x_is_1(self):
        assert net_of([0.0, 0.0]).gradient([1.0], 0) == [[-0.5, 0.5]]
        assert net_of([0.0, 0.0]).gradient([1.0], 1) == [[0.5, -0.5]]

    def test_a_slope_is_multiplied_by_x(self):
        net = net_of([0.0, 0.0], [0.0, 0.0])
        assert net.gradient([1.0, 2.0], 0) == [[-0.5, 0.5], [-1.0, 1.0]]

    def test_the_scores_decide_y(self):
        net = net_of([math.log(0.25), math.log(0.75)])
        assert close(net.gradient([1.0], 0), [[-0.75, 0.75]])

    def test_t_may_be_probabilities(self):
        # _samples(x, t, "x", length=len(self.W), classes=len(self.W[0])) returns pairs
        # of x and of t as probabilities.
        net = net_of([0.0, 0.0])
        assert net.gradient([1.0], [0, 1]) == [[0.5, -0.5]]
        assert net.gradient([1.0], [0.25, 0.75]) == [[0.25, -0.25]]

    def test_the_gradient_of_the_book_is_right(self):
        dW = net_of(*W).gradient([0.6, 0.9], [0, 0, 1])
        assert close(dW[0], [0.21924763, 0.14356247, -0.36281009], error=6e-9)
        assert close(dW[1], [0.32887144, 0.21534370, -0.54421514], error=6e-9)

    def test_a_batch_gives_the_mean(self):
        net = net_of([0.0, 0.0], [0.0, 0.0])
        x = [[1.0, 2.0], [4.0, 0.0], [0.0, 4.0]]
        # (-0.5 + 2 + 0) / 3, (0.5 - 2 + 0) / 3; (-1 + 0 - 2) / 3, (1 + 0 + 2) / 3
        assert close(net.gradient(x, [0, 1, 0]), [[0.5, -0.5], [-1.0, 1.0]])
        assert net.gradient([[1.0, 2.0]], [0]) == net.gradient([1.0, 2.0], 0)

    def test_it_is_what_the_numerical_gradient_measures(self):
        batch = [[0.6, 0.9], [-1.0, 2.0], [0.0, 0.0]]
        for x, t in [([0, 1], 2), ([0.6, 0.9], [0.2, 0.3, 0.5]), (batch, [2, 0, 1])]:
            net = net_of(*W)
            f = lambda W: net.loss(x, t)
            assert close(net.gradient(x, t), numerical_gradient(f, net.W))

    def test_the_weights_stay_as_they_are(self):
        net = net_of(*W)
        net.gradient([0.6, 0.9], 0)
        assert net.W == [list(row) for row in W]

    @errors_of("gradient", SIMPLENET_ERRORS)
    def test_what_does_not_fit_raises_an_error(self, call, error, message):
        check_error(call, error, message)


# --- the files together ---------------------------------------------------------------


def read(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        return file.read()


def run(folder, *arguments):
    """Run Python in a folder, and return the lines that it prints."""
    command = [sys.executable, "-B", "-X", "utf8"] + list(arguments)
    result = subprocess.run(
        command,
        cwd=str(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=60,  # a changed demo may never come to an end
    )
    text = result.stdout.decode("utf-8")
    assert result.returncode == 0, text
    return text.splitlines()


class TestTraining:
    def test_gradient_descent_trains_the_net_in_its_own_list(self):
        net = net_of(*W)
        f = lambda W: net.loss([0.6, 0.9], [0, 0, 1])
        assert gradient_descent(f, net.W, lr=1.0, step_num=100) is net.W
        assert close(net.loss([0.6, 0.9], [0, 0, 1]), 0.00569720, error=5e-9)

    def test_a_step_for_a_whole_network_is_one_line(self):
        point = [[[1.0, 2.0]], [3.0], [[4.0], [5.0]], [6.0]]  # W1, b1, W2, b2
        grad = [[[10.0, 20.0]], [30.0], [[40.0], [50.0]], [60.0]]
        point = subtract(point, multiply(0.5, grad))
        assert point == [[[-4.0, -8.0]], [-12.0], [[-16.0], [-20.0]], [-24.0]]


class TestFiles:
    @pytest.mark.parametrize("name", FILES)
    def test_each_file_imports_only_math_and_random(self, name):
        for node in ast.walk(ast.parse(read(name))):
            assert not isinstance(node, ast.ImportFrom)
            if isinstance(node, ast.Import):
                assert {alias.name for alias in node.names} <= {"math", "random"}

    @pytest.mark.parametrize("name", FILES)
    def test_each_file_has_no_generator_and_no_sum(self, name):
        generators = (ast.Yield, ast.YieldFrom, ast.GeneratorExp)
        for node in ast.walk(ast.parse(read(name))):
            line = f"{name}, line {getattr(node, 'lineno', '')}: "
            assert not isinstance(node, generators), (
                line + "some Pythons have no generators"
            )
            is_sum = isinstance(node, ast.Name) and node.id == "sum"
            assert not is_sum, line + "add in a loop, since sum() rounds differently"

    @pytest.mark.parametrize("name", FILES)
    def test_each_file_works_alone(self, name, tmp_path):
        shutil.copy(os.path.join(HERE, name), str(tmp_path))
        code = "import sys; sys.path.insert(0, '.'); import " + name[:-3]
        assert run(tmp_path, "-c", code) == []
        assert len(run(tmp_path, "-I", name)) > 20
        assert os.listdir(str(tmp_path)) == [name]

    @pytest.mark.parametrize("name", FILES)
    def test_the_examples_in_the_docstrings_run(self, name):
        failed, attempted = doctest.testmod(importlib.import_module(name[:-3]))
        assert attempted > 1
        assert failed == 0

    @pytest.mark.parametrize("name", FILES)
    def test_each_public_function_has_a_docstring_with_a_summary(self, name):
        for node in ast.walk(ast.parse(read(name))):
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                doc = ast.get_docstring(node)
                if doc is not None:
                    assert doc.split("\n")[0].endswith("."), node.name
                elif node.col_offset == 0 and not node.name.startswith("_"):
                    pytest.fail(node.name + " has no docstring")

    def test_both_copies_of_numerical_gradient_are_the_same_code(self):
        copies = []
        for name in ["gradient.py", "descent.py"]:
            for node in ast.parse(read(name)).body:
                if getattr(node, "name", "") == "numerical_gradient":
                    node.body = node.body[1:]  # without the docstring
                    copies.append(ast.dump(node))
        assert len(copies) == 2
        assert copies[0] == copies[1], "change gradient.py and descent.py alike"


# --- the demos ------------------------------------------------------------------------

DEMOS = {}

DEMOS["matrix.py"] = """\
The same with NumPy and with lists, for x = [0.6, 0.9] and W =

[[0.47355232 0.9977393  0.84668094]
 [0.85557411 0.03563661 0.69422093]]

    with NumPy          with lists            result
    W.shape             shape(W)              (2, 3)
    p = np.dot(x, W)    p = dot(x, W)         [1.05414809 0.63071653 1.1328074 ]
    np.argmax(p)        argmax(p)             2
    np.exp(p)           apply(math.exp, p)    [2.86952953 1.87895642 3.10435946]
    np.zeros_like(x)    zeros_like(x)         [0. 0.]

The product of x and W, number by number:

    p[0] = 0.6 * 0.47355232 + 0.9 * 0.85557411 = 1.05414809
    p[1] = 0.6 * 0.99773930 + 0.9 * 0.03563661 = 0.63071653
    p[2] = 0.6 * 0.84668094 + 0.9 * 0.69422093 = 1.13280740

The transpose of W, which is W.T in NumPy and transpose(W) here:

[[0.47355232 0.85557411]
 [0.9977393  0.03563661]
 [0.84668094 0.69422093]]

A step of gradient descent, which is point - lr * grad in NumPy:

    subtract([3.0, 4.0], multiply(0.1, [6.0, 8.0]))
    = [2.4, 3.2]

Be careful: point + grad joins two lists, [3.0, 4.0, 6.0, 8.0],
and 0.1 * grad raises TypeError.
"""

DEMOS["gradient.py"] = """\
The gradient of f(x) = x0 * x0 + x1 * x1 at [3.0, 4.0] takes four calls to f:

    f([3.0001, 4.0]) = 25.00060001
    f([2.9999, 4.0]) = 24.99940001
    f([3.0, 4.0001]) = 25.00080001
    f([3.0, 3.9999]) = 24.99920001

Two calls give the slope for x0, and two give the slope for x1:

    (25.00060001 - 24.99940001) / 0.0002 = 6.00000000
    (25.00080001 - 24.99920001) / 0.0002 = 8.00000000

The gradients at the book's three points:

    at [3.0, 4.0]: [6.00000000000378, 7.999999999999119]
    at [0.0, 2.0]: [0.0, 4.000000000004]
    at [3.0, 0.0]: [6.000000000012662, 0.0]

Figure 4-9, print(quiver(function_2)). Here all arrows point at the
minimum, as nearly as eight directions allow:

x1 = 2.0
↘↘↘ ↘↘↘ ↘↘↘ ↓↓↓ ↓↓↓ ↓↓↓ ↙↙↙ ↙↙↙ ↙↙↙

↘↘↘ ↘↘↘ ↘↘  ↓↓  ↓↓  ↓↓  ↙↙  ↙↙↙ ↙↙↙

↘↘↘ ↘↘  ↘↘  ↘↘  ↓↓  ↙↙  ↙↙  ↙↙  ↙↙↙

→→→ →→  ↘↘  ↘   ↓   ↙   ↙↙  ←←  ←←←

→→→ →→  →→  →   ·   ←   ←←  ←←  ←←←

→→→ →→  ↗↗  ↗   ↑   ↖   ↖↖  ←←  ←←←

↗↗↗ ↗↗  ↗↗  ↗↗  ↑↑  ↖↖  ↖↖  ↖↖  ↖↖↖

↗↗↗ ↗↗↗ ↗↗  ↑↑  ↑↑  ↑↑  ↖↖  ↖↖↖ ↖↖↖

↗↗↗ ↗↗↗ ↗↗↗ ↑↑↑ ↑↑↑ ↑↑↑ ↖↖↖ ↖↖↖ ↖↖↖

x1 = -2.0
x0 from -2.0 to 2.0

In general they do not. In the long bowl x0 * x0 / 20 + x1 * x1, most
arrows point across the valley, and not at the minimum, which is the dot:

x1 = 2.0
↓↓↓ ↓↓↓ ↓↓↓ ↓↓↓ ↓↓↓ ↓↓↓ ↓↓↓ ↓↓↓ ↓↓↓

↓↓↓ ↓↓↓ ↓↓↓ ↓↓↓ ↓↓↓ ↓↓↓ ↓↓↓ ↓↓↓ ↓↓↓

↓↓  ↓↓  ↓↓  ↓↓  ↓↓  ↓↓  ↓↓  ↓↓  ↓↓

↓↓  ↓   ↓   ↓   ↓   ↓   ↓   ↓   ↓↓

→   →   →   →   ·   ←   ←   ←   ←

↑↑  ↑   ↑   ↑   ↑   ↑   ↑   ↑   ↑↑

↑↑  ↑↑  ↑↑  ↑↑  ↑↑  ↑↑  ↑↑  ↑↑  ↑↑

↑↑↑ ↑↑↑ ↑↑↑ ↑↑↑ ↑↑↑ ↑↑↑ ↑↑↑ ↑↑↑ ↑↑↑

↑↑↑ ↑↑↑ ↑↑↑ ↑↑↑ ↑↑↑ ↑↑↑ ↑↑↑ ↑↑↑ ↑↑↑

x1 = -2.0
x0 from -10.0 to 10.0
"""

DEMOS["descent.py"] = """\
Gradient descent on f(x) = x0 * x0 + x1 * x1 from [-3.0, 4.0], lr = 0.1:

step   x0 - lr * slope = new x0        x1 - lr * slope = new x1    f(new x)
   1   -3.000 - 0.1 * -6.000 = -2.400    4.000 - 0.1 *  8.000 =  3.200   16.000
   2   -2.400 - 0.1 * -4.800 = -1.920    3.200 - 0.1 *  6.400 =  2.560   10.240
   3   -1.920 - 0.1 * -3.840 = -1.536    2.560 - 0.1 *  5.120 =  2.048    6.554
   4   -1.536 - 0.1 * -3.072 = -1.229    2.048 - 0.1 *  4.096 =  1.638    4.194
   5   -1.229 - 0.1 * -2.458 = -0.983    1.638 - 0.1 *  3.277 =  1.311    2.684
   6   -0.983 - 0.1 * -1.966 = -0.786    1.311 - 0.1 *  2.621 =  1.049    1.718

Figure 4-10, print(contour(function_2, path)), 20 steps:

x1 = 4.5
###****+++++=============+++++****###
#***++S+======---------======++++***#
**+++====-------------------====+++**
*++====-o---:::::::::::::-----====++*
++===----:o:::::::::::::::::----===++
+===---:::::o...........::::::---===+
===---:::::..oo...........:::::---===
==---:::::.....o...........:::::---==
==---::::.......oo..........::::---==
==---::::........oE.........::::---==
==---::::...................::::---==
==---:::::.................:::::---==
===---:::::...............:::::---===
+===---::::::...........::::::---===+
++===----:::::::::::::::::::----===++
*++====-----:::::::::::::-----====++*
**+++====-------------------====+++**
#***++++======---------======++++***#
###****+++++=============+++++****###
x1 = -4.5
x0 from -4.5 to 4.5

A good learning rate, one that is too small, and one that is too large.
The slope of x * x is 2 * x, so a step leads from x to x - lr * 2 * x,
which is x * (1 - 2 * lr):

    lr     1 - 2 * lr    100 steps from [-3.0, 4.0] lead to
    0.1    0.8           [-6.111107928998789e-10, 8.148143905314271e-10]
    1e-10  0.9999999998  [-2.999999939999995, 3.9999999199999934]
    10     -19           [-25898374737328.363, -1295248616896.5398]

Without rounding, n steps lead to the start times (1 - 2 * lr) ** n:

    4.0 * (0.8) ** 100 = 8.14814391e-10, and x + 0.0001 == x is False
    4.0 * (0.9999999998) ** 100 = 3.99999992, and x + 0.0001 == x is False
    -3.0 * (-19) ** 10 = -1.83931988e+13, and x + 0.0001 == x is True
    4.0 * (-19) ** 9 = -1.29075079e+12, and x + 0.0001 == x is True

Where x + 0.0001 == x, slopes are measured as 0, so x stays there.
Just before, they are measured badly. At x0 = 9.45e+11, the slope is
1.89e+12, but 2.68e+12 is measured. So the next step leads to
x0 = -2.59e+13, and not to -1.8e+13.
"""

DEMOS["simplenet.py"] = """\
A sample, x = [0.6, 0.9], of class 2, so t = [0, 0, 1]

W[0]                             0.47355232   0.99773930   0.84668094
W[1]                             0.85557411   0.03563661   0.69422093
scores z                         1.05414809   0.63071653   1.13280740
    z[0] = 0.6 * 0.47355232 + 0.9 * 0.85557411 = 1.05414809

exp(z)                           2.86952953   1.87895642   3.10435946
their sum S                      7.85284542
probabilities y = exp(z) / S     0.36541271   0.23927078   0.39531651
    y[0] = 2.86952953 / 7.85284542 = 0.36541271

loss = -log(y[2])                0.92806854

The gradient of the loss, dW, has the shape of W:

dW[0]                            0.21924763   0.14356247  -0.36281009
dW[1]                            0.32887144   0.21534370  -0.54421514
    dW[1][2] = x[1] * (y[2] - t[2]) = 0.9 * (0.39531651 - 1) = -0.54421514

If W[i][j] grows by 0.01, the loss changes by about 0.01 * dW[i][j]:

    W[0][0]: the loss changes by  0.00219665, and 0.01 * dW[0][0] is  0.00219248
    W[1][2]: the loss changes by -0.00543246, and 0.01 * dW[1][2] is -0.00544215

Training moves each weight against its slope, step by step:
W[i][j] = W[i][j] - lr * dW[i][j], here with lr = 1.0

step    0, loss 0.92806854, y    0.36541271   0.23927078   0.39531651
step    1, loss 0.42041008, y    0.19513143   0.14809113   0.65677744
step   10, loss 0.05620918, y    0.02906489   0.02559374   0.94534137
step  100, loss 0.00569720, y    0.00292365   0.00275735   0.99431900
step 1000, loss 0.00056983, y    0.00028870   0.00028097   0.99943033
"""


class TestDemos:
    @pytest.mark.parametrize("name", FILES)
    def test_each_demo_prints_what_it_should(self, name, tmp_path):
        shutil.copy(os.path.join(HERE, name), str(tmp_path))
        assert run(tmp_path, "-I", name) == DEMOS[name].splitlines()

    @pytest.mark.parametrize("name", FILES)
    def test_each_demo_fits_into_80_columns(self, name):
        assert max(len(line) for line in DEMOS[name].splitlines()) <= 80

    def test_the_net_of_the_demo_is_left_as_in_the_book(self):
        code = "import runpy; names = runpy.run_path('simplenet.py', None, '__main__')"
        code += "; print(names['net'].loss(names['x'], names['t']))"
        assert run(HERE, "-c", code)[-1][:10] == "0.92806853"


# --- the README -----------------------------------------------------------------------


def sections(name):
    """Return the sections of a text as {title: [(language, code), ...]}.

    A section begins at a heading or at a numbered experiment, "**3. ...".
    """
    result = {}
    blocks = result.setdefault("(top)", [])
    for match in re.finditer(
        r"(?ms)^(?:```(?P<language>\w*)\n(?P<code>.*?)^```$"
        r"|#+ (?P<heading>[^\n]*)$|\*\*(?P<number>\d+\. [^*\n]*)\*\*)",
        read(name),
    ):
        title = match.group("heading") or match.group("number")
        if title:
            blocks = result.setdefault(title, [])
        else:
            blocks.append((match.group("language"), match.group("code")))
    return result


def blocks_of(name, language):
    blocks = [block for section in sections(name).values() for block in section]
    return [code for kind, code in blocks if kind == language]


def sessions_of(name):
    cases = []
    for title, blocks in sections(name).items():
        code = "".join(code + "\n" for kind, code in blocks if kind == "pycon")
        if code:
            short = re.sub(r"(?a)\W+", "-", title).strip("-")[:40]
            cases.append(pytest.param(code, id=short))
    return cases


def check_session(code):
    """Run the examples of one section in a fresh namespace."""
    test = doctest.DocTestParser().get_doctest(code, {}, "session", None, 0)
    report = []
    failed, attempted = doctest.DocTestRunner(verbose=False).run(
        test, out=report.append
    )
    assert failed == 0, "".join(report)
    assert attempted > 0


class TestReadme:
    @pytest.mark.parametrize("code", sessions_of("README.md"))
    def test_each_section_runs_on_its_own(self, code):
        check_session(code)

    def test_the_code_that_it_shows_is_in_the_files(self):
        code = "".join(read(name) for name in FILES)
        shown = blocks_of("README.md", "python")
        assert shown
        for part in shown:
            assert part in code, "README.md shows this code, as the file was before"

    def test_the_output_that_it_shows_is_that_of_the_demo(self):
        assert DEMOS["simplenet.py"].startswith(blocks_of("README.md", "text")[0])

    def test_it_begins_with_two_commands(self):
        first, second = blocks_of("README.md", "sh")[0].splitlines()
        assert first == "python3 simplenet.py"
        assert second.endswith("-m pytest")


class TestChinesePage:
    @pytest.mark.parametrize("code", sessions_of(".github/zh.md"))
    def test_each_section_runs_on_its_own(self, code):
        check_session(code)

    def test_its_commands_are_those_of_the_readme(self):
        assert blocks_of(".github/zh.md", "sh") == blocks_of("README.md", "sh")[:1]
