"""Ask real Terraform for every expression in `function_cases.txt` and write its answers there.

Run it as `python -m tests.core.languages.terraform.record_function_cases` from the root of the repository.
"""

from __future__ import annotations

from tests.core.languages.terraform.console import CASES, SEPARATOR, answers, read_cases


def main() -> None:
    """Rewrite the file; comments and order stay."""
    found = answers(list(read_cases()))
    lines = []
    for line in CASES.read_text(encoding="utf-8").split("\n"):
        expression = line.rpartition(SEPARATOR)[0] or line
        lines.append(line if expression not in found else f"{expression}{SEPARATOR}{found[expression]}")
    CASES.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
