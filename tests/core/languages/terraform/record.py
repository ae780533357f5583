"""Ask real Terraform for every expression of the golden files and write its answers there (`make record`).

`function_cases.txt` is written by hand: add an expression alone and run this. `expression_cases.txt` is generated.
The tests say where we differ; docs/decisions/0012-differences-from-terraform.md why.
"""

from __future__ import annotations

from tests.core.languages.terraform.console import CASES, EXPRESSIONS, SEPARATOR, answers, read_cases
from tests.core.languages.terraform.expression_grammar import expressions

HEAD = """\
# What real Terraform (1.11) says of generated expressions: `expression  =>  result` in JSON, or `failed`.
# Made by `make record` from expression_grammar.py.
"""


def main() -> None:
    """Rewrite both files; comments and order of the first stay."""
    found = answers(list(read_cases()))
    lines = []
    for line in CASES.read_text(encoding="utf-8").split("\n"):
        expression = line.rpartition(SEPARATOR)[0] or line
        lines.append(line if expression not in found else f"{expression}{SEPARATOR}{found[expression]}")
    CASES.write_text("\n".join(lines), encoding="utf-8")
    generated = answers(expressions())
    rows = "".join(f"{expression}{SEPARATOR}{answer}\n" for expression, answer in generated.items())
    EXPRESSIONS.write_text(HEAD + rows, encoding="utf-8")
    print(f"{len(found)} function calls and {len(generated)} expressions recorded")


if __name__ == "__main__":
    main()
