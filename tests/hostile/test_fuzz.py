"""The targets of fuzzing keep their promises for what they start from, and for what once broke them."""

from __future__ import annotations

import random

import pytest

from fuzz.seeds import KIND_OF, mutated, seeds
from fuzz.shapes import ODD, PARTS, reshaped
from fuzz.targets import TARGETS

POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {hostPID: true, containers: [{name: a}]}\n"
KUSTOMIZED = f"# file: pod.yaml\n{POD}# file: kustomization.yaml\nresources: [pod.yaml]\n"
ITSELF = """resource "aws_security_group" "a" {
  tags = aws_security_group.b
  ingress {
    from_port   = self.ingress
    to_port     = aws_security_group.a.ingress
    cidr_blocks = [self, aws_security_group.a]
  }
}
resource "aws_security_group" "b" {
  tags = merge(self, { a = aws_security_group.b })
}
"""
FOUND = [
    # A mapping that was asked for its values as if it were a function: found by fuzzing `terraform`.
    (
        "terraform",
        'resource "kubernetes_pod" "a" {\n  metadata {\n    name = "a"\n    labels = {\n      app = "a"\n    }\n  }\n'
        '  spec {\n    container {\n      name  = "a"\n      image = "a"\n    }\n  }\n}\n',
    ),
    # A resource that holds itself, which Terraform refuses: who looked at all that is in it never ended.
    ("terraform", 'resource "aws_emr_cluster" "a" {\n  name = self\n}\nresource "aws_security_group" "b" {\n}\n'),
    ("terraform", ITSELF),
    # What is missing at the end of a JSON file stood behind its end.
    ("terraform-json", ""),
    ("terraform-json", "{"),
    # A range of nothing but a sign: Python warned of the expression that was made of it.
    # Kustomizations: an object that a patch makes a number of, a variable of nothing, an index that is no number.
    (
        "kustomization",
        KUSTOMIZED + "patches: [{patch: '[{op: replace, path: \"\", value: 1}]', target: {kind: Pod}}]\n",
    ),
    ("kustomization", KUSTOMIZED + "vars: [{name: A, objref: x}]\n"),
    (
        "kustomization",
        KUSTOMIZED + "patches: [{patch: '[{op: remove, path: /spec/containers/²}]', target: {kind: Pod}}]\n",
    ),
    ("patterns", "[--0]\n[a--b]\n[]--]\n[--]\n"),
]


@pytest.mark.parametrize("name", TARGETS)
def test_promises_are_kept(name: str) -> None:
    chance = random.Random(name)
    texts = seeds(name)
    assert texts
    for text in chance.sample(texts, min(5, len(texts))):
        TARGETS[name](text)
        TARGETS[name](mutated(text, texts, chance))
    TARGETS[name]("")
    TARGETS[name]("\x00\ufeff\ud7ff\U0010ffff")


@pytest.mark.parametrize("name", [name for name in TARGETS if KIND_OF.get(name) in ODD])
def test_promises_are_kept_whatever_is_said(name: str) -> None:
    chance = random.Random(name)
    texts, syntax = seeds(name), KIND_OF[name]
    for text in chance.sample(texts, min(10, len(texts))):
        changed = reshaped(syntax, text, texts, chance)
        assert all(0 <= start <= end <= len(changed) for start, end in PARTS[syntax](changed))
        TARGETS[name](changed)


@pytest.mark.parametrize(("name", "text"), FOUND)
@pytest.mark.filterwarnings("error")
def test_what_was_found(name: str, text: str) -> None:
    TARGETS[name](text)
