"""Real Terraform's opinion of expressions, and the file in which it is kept."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path

CASES = Path(__file__).with_name("function_cases.txt")
EXPRESSIONS = Path(__file__).with_name("expression_cases.txt")
AT_ONCE = 600  # expressions in one run of the console
FAILED = "failed"
SEPARATOR = "  =>  "


def read_cases(path: Path = CASES) -> dict[str, str]:
    """The recorded answers: an expression and its result as JSON, or FAILED; empty where none was recorded yet."""
    lines = path.read_text(encoding="utf-8").split("\n")
    rows = (line.rpartition(SEPARATOR) for line in lines if line and not line.startswith("# "))
    return {(expression if mark else result): (result if mark else "") for expression, mark, result in rows}


def answers(expressions: list[str]) -> dict[str, str]:
    """What `terraform console` says of each expression. Raises ValueError where that cannot be one."""
    found: dict[str, str] = {}
    for start in range(0, len(expressions), AT_ONCE):
        found.update(_answers(expressions[start : start + AT_ONCE]))
    return found


def _answers(expressions: list[str]) -> dict[str, str]:
    question = ", ".join(f'try(jsonencode([{expression}]), "{FAILED}")' for expression in expressions)
    environment = {name: value for name, value in os.environ.items() if name != "TF_CLI_CONFIG_FILE"}
    environment["CHECKPOINT_DISABLE"] = "1"
    with tempfile.TemporaryDirectory() as empty:
        ran = subprocess.run(
            ["terraform", "console"],
            input=f"jsonencode([{question}])",
            cwd=empty,
            env=environment,
            capture_output=True,
            check=False,
            encoding="utf-8",
            timeout=120,
        )
    try:
        found = json.loads(json.loads(ran.stdout))
    except ValueError:
        raise ValueError(ran.stdout + ran.stderr) from None
    texts = (text if text == FAILED else json.dumps(json.loads(text)[0], ensure_ascii=False) for text in found)
    return dict(zip(expressions, texts, strict=True))
