# SPDX-License-Identifier: MIT-0
"""Check the ladder of README.md, "Write it yourself": python .ci/ladder.py

In a copy of the project, the body of each function of its table is emptied, and the
tests that stand beside it must fail. With a plain right answer, they must pass.
"""

import ast
import os
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ROW = r"(?m)^\| \d+ \| `(\w+)`[^|]*\| (\w+\.py) \|.*`(Test\w+)`"

PLAIN = {
    "dot": """
        rows = a if isinstance(a[0], list) else [a]
        columns = list(zip(*b)) if isinstance(b[0], list) else [b]
        product = []
        for row in rows:
            product.append([sum([p * q for p, q in zip(row, c)]) for c in columns])
        if not isinstance(b[0], list):
            product = [row[0] for row in product]
        return product if isinstance(a[0], list) else product[0]
    """,
    "transpose": "return [[row[j] for row in a] for j in range(len(a[0]))]",
    "numerical_gradient": """
        def slopes(part):
            grad = []
            for i in range(len(part)):
                tmp_val = part[i]
                if isinstance(tmp_val, list):
                    grad.append(slopes(tmp_val))
                    continue
                part[i] = tmp_val - h
                fxh2 = f(x)
                part[i] = tmp_val + h
                fxh1 = f(x)
                part[i] = tmp_val
                grad.append((fxh1 - fxh2) / 2 / h)
            return grad
        return slopes(x)
    """,
    "gradient_descent": """
        for i in range(step_num):
            _move(init_x, numerical_gradient(f, init_x), lr)
            if callback:
                callback(init_x)
        return init_x
    """,
    "softmax": """
        if isinstance(z[0], list):
            return [softmax(scores) for scores in z]
        exps = [math.exp(score - max(z)) for score in z]
        return [number / sum(exps) for number in exps]
    """,
    "cross_entropy_error": """
        if isinstance(y[0], list):
            errors = [cross_entropy_error(p, q) for p, q in zip(y, t)]
            return sum(errors) / len(errors)
        return -math.log(y[t.index(1) if isinstance(t, list) else t])
    """,
    "predict": """
        if isinstance(x[0], list):
            return [self.predict(sample) for sample in x]
        columns = zip(*self.W)
        return [sum([p * w for p, w in zip(x, column)]) for column in columns]
    """,
    "loss": "return cross_entropy_error(softmax(self.predict(x)), t)",
    "gradient": """
        if not isinstance(x[0], list):
            x, t = [x], [t]
        grad = [[0.0] * len(row) for row in self.W]
        for sample, answer in zip(x, t):
            y = softmax(self.predict(sample))
            c = answer.index(1) if isinstance(answer, list) else answer
            for i in range(len(sample)):
                for j in range(len(y)):
                    grad[i][j] += sample[i] * (y[j] - (j == c)) / len(x)
        return grad
    """,
    "check_grad": """
        def numbers(part):
            if not isinstance(part, list):
                return [part]
            return sum([numbers(inner) for inner in part], [])
        pairs = zip(numbers(grad(x)), numbers(numerical_gradient(f, x)))
        return max([abs(a - b) / max(abs(a), abs(b), 1e-4) for a, b in pairs])
    """,
}


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def with_body(source, name, body):
    """Return the source of a module with another body of a function."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and node.name == name:
            lines = source.splitlines()
            first = node.body[1].lineno - 1  # body[0] is the docstring
            body = textwrap.indent(textwrap.dedent(body), " " * (node.col_offset + 4))
            return "\n".join(lines[:first] + [body] + lines[node.end_lineno :]) + "\n"
    sys.exit(f"{name} is not there")


def tests_pass(path, source, test_class):
    with open(path, "w", encoding="utf-8") as file:
        file.write(source)
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-k", test_class]
    folder = os.path.dirname(path)
    result = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE)
    text = result.stdout.decode("utf-8")
    if result.returncode not in (0, 1) or " error" in text.splitlines()[-1]:
        sys.exit(text)  # no test was found, or the tests could not be read
    return result.returncode == 0


rows = re.findall(ROW, read(os.path.join(ROOT, "README.md")))
assert [row[0] for row in rows] == list(PLAIN), "the table and PLAIN differ"
with tempfile.TemporaryDirectory() as folder:
    for name in os.listdir(ROOT):
        if name.endswith((".py", ".md")):
            shutil.copy(os.path.join(ROOT, name), folder)
    for name, module, test_class in rows:
        path = os.path.join(folder, module)
        source = read(path)
        if tests_pass(path, with_body(source, name, ""), test_class):
            sys.exit(f"{test_class} passes although {name} has no body")
        if not tests_pass(path, with_body(source, name, PLAIN[name]), test_class):
            sys.exit(f"{test_class} fails for a plain {name}")
        with open(path, "w", encoding="utf-8") as file:
            file.write(source)
        print(f"{test_class} fails without {name}, and passes with a plain one")
