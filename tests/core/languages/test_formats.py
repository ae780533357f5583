"""What is asked of a text whatever its format."""

from __future__ import annotations

import pytest

from cloudlint.languages import syntax_problems

PROBLEMS = [
    # name, text, how many things cannot be read
    ("main.tf", "a = 1\n", 0),
    ("main.tf", "a = \n", 1),
    ("Dockerfile", "FROM a\n", 0),
    ("Dockerfile", "NOTHING a\n", 1),
    ("pod.yaml", "apiVersion: v1\nkind: Pod\nspec: {a: 1}\n", 0),
    ("pod.yaml", "apiVersion: v1\nkind: Pod\nspec: {a: 1\n", 1),
    ("kustomization.yaml", "resources: [a]\n", 0),
    ("kustomization.yaml", "resources: [a\n", 1),
    ("Kustomization", "resources: [a]\n", 0),
    ("Kustomization", "resources: [a\n", 1),
    ("notes.txt", "{", 0),
]


@pytest.mark.parametrize(("name", "text", "wanted"), PROBLEMS)
def test_syntax_problems(name: str, text: str, wanted: int) -> None:
    assert syntax_problems(f"/r/{name}", text) == wanted
