"""Files made to exhaust: judged in bounded memory and time, and what stands beside the attack is still found."""

from __future__ import annotations

import base64
import gzip
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.hostile.confined import cloudlint, repository

pytestmark = pytest.mark.skipif(os.name == "nt", reason="memory is limited as POSIX does it")

MANY = 100_000
SSH = "aws-vpc-ingress-ssh"
OPEN = (
    'resource "aws_security_group_rule" "open" {\n  type        = "ingress"\n  from_port   = 22\n  to_port     = 22\n'
    '  protocol    = "tcp"\n  cidr_blocks = ["0.0.0.0/0"]\n}\n'
)
TEMPLATE = (
    'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  Open:\n    Type: AWS::EC2::SecurityGroupIngress\n'
    "    Properties:\n      IpProtocol: tcp\n      FromPort: 22\n      ToPort: 22\n      CidrIp: 0.0.0.0/0\n"
    "  Other:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: "
)
POD = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  hostNetwork: true\n  containers: "
HOST = "kubernetes-pod-host-network"
IMAGE = "FROM a:1\nRUN sudo reboot\n"
SUDO = "docker-run-sudo"

Files = Mapping[str, str | bytes]


def tf(text: str) -> Files:
    return {"main.tf": OPEN + text}


def local(expression: str, **more: str | bytes) -> Files:
    """An expression whose value is asked for."""
    asking = f'resource "aws_s3_bucket_acl" "x" {{\n  acl = local.z\n}}\nlocals {{\n  z = {expression}\n}}\n'
    return {"main.tf": OPEN + asking, **more}


def doubled(expression: str, start: str) -> Files:
    """Sixty locals, each of them twice the one before it (`@`)."""
    lines = [f"  a0 = {start}", *(f"  a{n} = {expression.replace('@', f'local.a{n - 1}')}" for n in range(1, 61))]
    return tf("locals {\n" + "\n".join(lines) + '\n}\nresource "aws_s3_bucket_acl" "x" {\n  acl = local.a60\n}\n')


def modules(count: int, call: str) -> Files:
    """A chain of modules, each calling the next one as `call` says."""
    files: dict[str, str | bytes] = {f"m{n}/main.tf": call.replace("@", f"../m{n + 1}") for n in range(count)}
    return {**files, "m0/open.tf": OPEN, f"m{count}/main.tf": 'resource "aws_s3_bucket" "a" {\n}\n'}


def bomb(end: str = "\n") -> str:
    """Ten references to ten references to ..."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [" + ", ".join([f"*a{n - 1}"] * 10) + "]" for n in range(1, 12)]
    return end.join(lines) + end


CASES: dict[str, tuple[str, Callable[[], Files]]] = {
    # HCL
    **{
        f"{many} {what}": (SSH, lambda o=o, c=c: tf(f"locals {{\n  x = {o * MANY}1{c * MANY}\n}}\n"))  # type: ignore[misc]
        for many in ("100,000",)
        for what, o, c in (
            ("lists", "[", "]"),
            ("objects", "{a=", "}"),
            ("parentheses", "(", ")"),
            ("lists that stay open", "[", ""),
            ("templates", '"${', '}"'),
            ("calls", "f(", ")"),
            ("for expressions", "[for x in ", " : x]"),
            ("conditionals", "a ? ", "b : c"),
            ("negations", "-", ""),
        )
    },
    "blocks in blocks": (SSH, lambda: tf("a {\n" * 10_000 + "}\n" * 10_000)),
    "a long traversal": (SSH, lambda: tf(f"locals {{\n  x = a{'.b' * MANY}{'[*]' * MANY}\n}}\n")),
    "a long sum": (SSH, lambda: local("1" + "+1" * MANY)),
    "quotes": (SSH, lambda: tf('"' * MANY)),
    "comments that stay open": (SSH, lambda: tf("/*" * MANY)),
    "here-documents that stay open": (SSH, lambda: tf("locals {\n x = <<A\n" * 1000)),
    "a list of types": (SSH, lambda: tf(f'variable "x" {{\n type = {"list(" * MANY}string{")" * MANY}\n}}\n')),
    # evaluation
    **{
        f"doubled by {name}": (SSH, lambda e=e, s=s: doubled(e, s))  # type: ignore[misc]
        for name, e, s in (
            ("format", 'format("%s%s", @, @)', '"aaaa"'),
            ("a template", '"${@}${@}"', '"aaaa"'),
            ("join", "join(@, [@, @])", '"aaaa"'),
            ("replace", 'replace(@, "a", @)', '"aaaa"'),
            ("indent", 'indent(1000, "${@}\\n${@}")', '"a"'),
            ("concat", "concat(@, @)", "[1, 2]"),
            ("nesting", "[@, @]", "[1]"),
            ("nested objects", "{ a = @, b = @ }", "{ a = 1 }"),
            ("setproduct", "setproduct(@, @)", "[1, 2, 3]"),
            ("for", "flatten([for x in @ : @])", "[1, 2, 3]"),
            ("jsonencode", "jsonencode(@)", '"a\\"a"'),
            ("encoding nested lists", "[jsonencode([@, @]), @, @]", '"a"'),
            ("pow", "pow(@, @)", "10"),
            ("comparing", "[@, @] == [@, @] ? [@, @] : [@]", "[1]"),
            ("merge", 'merge(@, { for k, v in @ : "${k}x" => v })', "{ a = 1 }"),
            ("conversion", "tolist([@, @])", "[1]"),
        )
    },
    **{
        name: (SSH, lambda e=e: local(e))  # type: ignore[misc]
        for name, e in {
            "a range of 10^9": "range(1000000000)",
            "a range in tiny steps": "range(0, 1000000000, 0.000001)",
            "a loop of 10^9": "[for a in range(1000) : [for b in range(1000) : [for c in range(1000) : a]]]",
            "a product of 10^9": "setproduct(range(1000), range(1000), range(1000))",
            "a tower of powers": "pow(pow(10, 300), pow(10, 300))",
            "a long number": "9" * MANY,
            "a number of any base": f'parseint("{"z" * MANY}", 62)',
            "a wide number": 'format("%999999999d", 1)',
            "a deep text of JSON": f'jsondecode("{"[" * MANY}{"]" * MANY}")',
            "a deep text of YAML": f'yamldecode("{"[" * MANY}{"]" * MANY}")',
            "a text of YAML with aliases": f'jsonencode(yamldecode("{bomb(chr(92) + "n")}"))',
            "a regular expression that backtracks": f'regex("^(a+)+$", "{"a" * 5000}b")',
            "a regular expression with choices": f'regexall("(a|aa)*b", "{"a" * 20_000}")',
            "a regular expression that multiplies": 'regex("((a{1000}){1000}){1000}", "a")',
            "a regular expression of brackets": f'regex("{"(" * 20_000}a{")" * 20_000}", "a")',
            "a replacement that backtracks": f'replace("{"a" * 5000}", "/(a*)*b/", "x")',
            "a zipped bomb": f'base64gunzip("{base64.b64encode(gzip.compress(bytes(100_000_000))).decode()}")',
            "address blocks": f'cidrsubnets("::/0", {", ".join(["64"] * 5000)})',
        }.items()
    },
    "a pattern of files that backtracks": (
        SSH,
        lambda: local(f'fileset(path.module, "{"*a" * 30}b")', **{"a" * 200 + ".txt": ""}),
    ),
    "a template that renders itself": (
        SSH,
        lambda: local('templatefile("t", {})', t='${templatefile("t", {})}${templatefile("t", {})}'),
    ),
    "for_each of 10 million": (
        SSH,
        lambda: tf('resource "x" "x" {\n for_each = toset([for i in range(10000000) : tostring(i)])\n}\n'),
    ),
    "a count of 10^18": (SSH, lambda: tf('resource "aws_s3_bucket" "x" {\n  count = 1e18\n}\n')),
    "counted blocks": (
        SSH,
        lambda: tf("".join(f'resource "x" "x{n}" {{\n  count = 200\n}}\n' for n in range(1000))),
    ),
    "dynamic blocks in dynamic blocks": (
        SSH,
        lambda: tf(
            'resource "aws_security_group" "x" {\n'
            + 'dynamic "ingress" {\n for_each = range(1000)\n content {\n' * 6
            + "}\n}\n" * 6
            + "}\n"
        ),
    ),
    "a local that is itself": (SSH, lambda: local("local.y + local.z")),
    "a chain of locals": (
        SSH,
        lambda: tf(
            "locals {\n a0 = 1\n"
            + "".join(f" a{n} = local.a{n - 1}\n" for n in range(1, 5000))
            + '}\nresource "aws_s3_bucket_acl" "x" {\n acl = local.a4999\n}\n'
        ),
    ),
    "a module that calls itself": (SSH, lambda: tf('module "a" {\n  source = "./"\n}\n')),
    "modules that call each other": (
        SSH,
        lambda: {
            **tf('module "a" {\n  source = "./a"\n}\n'),
            "a/main.tf": 'module "b" {\n  source = "../b"\n}\n',
            "b/main.tf": 'module "a" {\n  source = "../a"\n}\nmodule "c" {\n  source = "../a"\n}\n',
        },
    ),
    "2^25 modules": (
        SSH,
        lambda: modules(25, 'module "a" {\n  source = "@"\n}\nmodule "b" {\n  source = "@"\n}\n'),
    ),
    "8^20 modules": (
        SSH,
        lambda: modules(20, 'module "a" {\n  source   = "@"\n  for_each = toset(split("", "abcdefgh"))\n}\n'),
    ),
    "a chain of 400 modules": (SSH, lambda: modules(400, 'module "a" {\n  source = "@"\n}\n')),
    # JSON and YAML
    "deep JSON for Terraform": ("syntax-error", lambda: {"a.tf.json": f'{{"locals": {"[" * MANY}{"]" * MANY}}}'}),
    "open JSON for Terraform": ("syntax-error", lambda: {"a.tf.json": f'{{"locals": {"[" * MANY}'}),
    "deep JSON for CloudFormation": (
        "",
        lambda: {"t.json": f'{{"AWSTemplateFormatVersion": "", "Resources": {"[" * MANY}{"]" * MANY}}}'},
    ),
    "deep YAML": (SSH, lambda: {"t.yaml": TEMPLATE + "[" * MANY + "]" * MANY + "\n"}),
    "open YAML": (SSH, lambda: {"t.yaml": TEMPLATE + "[" * MANY + "\n"}),
    "YAML mappings": (SSH, lambda: {"t.yaml": TEMPLATE + "{a: " * MANY + "\n"}),
    "YAML sequences": ("", lambda: {"t.yaml": TEMPLATE + "\n        " + "- " * MANY + "\n"}),
    "YAML, ever more indented": (
        "",
        lambda: {"t.yaml": TEMPLATE + "\n" + "".join(f"{' ' * n}a:\n" for n in range(8, 1500))},
    ),
    "YAML aliases": (SSH, lambda: {"t.yaml": bomb() + TEMPLATE + "*a11\n"}),
    "YAML aliases in a manifest": (HOST, lambda: {"t.yaml": bomb() + POD + "*a11\n"}),
    "YAML merges": (
        HOST,
        lambda: {
            "t.yaml": "a0: &a0 {x: 1}\n"
            + "".join(f"a{n}: &a{n}\n  <<: [*a{n - 1}, *a{n - 1}]\n  k: *a{n - 1}\n" for n in range(1, 30))
            + POD
            + "*a29\n"
        },
    ),
    "a YAML alias of itself": (HOST, lambda: {"t.yaml": POD + "&a [*a, *a]\n"}),
    "a line that is wrong, 50,000 times": (HOST, lambda: {"t.yaml": POD + "\n---\nspec:\n" + "  a: b: c\n" * 50_000}),
    "a document that is wrong, 5,000 times": (HOST, lambda: {"t.yaml": POD + "\n---\n" + "spec: {\n---\n" * 5000}),
    "conflicts": ("", lambda: {"t.yaml": POD + "\n" + "<<<<<<< a\n" * 50_000 + "  a: b: c\n" * 1000}),
    # Dockerfiles
    **{
        f"Dockerfile: {name}": (SUDO, lambda text=text: {"Dockerfile": IMAGE + text})  # type: ignore[misc]
        for name, text in {
            "parentheses": "RUN " + "(" * MANY,
            "substitutions": "RUN " + "$(" * MANY,
            "back-quotes": "RUN " + "`" * MANY,
            "defaults": "ENV A=" + "${a:-" * MANY + "}" * MANY,
            "quotes": "RUN " + '"' * (MANY + 1),
            "arrays": "RUN " + "[" * MANY,
            "continued lines": "RUN a \\\n" + "\\\n" * MANY,
            "programs that run programs": "RUN " + "sudo " * MANY + "x",
            "here-documents": "RUN <<A\n" * 20_000,
            "mounts": "RUN " + "--mount=type=bind " * 20_000 + "x",
            "stages": "FROM a:1 AS s0\n" + "".join(f"FROM s{n} AS s{n + 1}\nRUN x{n}\n" for n in range(1500)),
            "a variable, doubled": "ENV A=aaaaaaaa\n" + "ENV A=$A$A\n" * 60 + "RUN $A\n",
        }.items()
    },
}


@pytest.mark.parametrize(("found", "made"), CASES.values(), ids=CASES)
def test_it_is_judged(tmp_path: Path, found: str, made: Callable[[], Files]) -> None:
    done = cloudlint(repository(tmp_path / "repository", made()), "check", ".")
    assert done.code in (0, 1)
    assert found in done.out


def test_50_megabytes_are_not_read(tmp_path: Path) -> None:
    big = OPEN * (50_000_000 // len(OPEN))
    done = cloudlint(repository(tmp_path / "repository", {"big.tf": big, "main.tf": OPEN}), "check", ".")
    assert done.code == 1
    assert "`big.tf` was not analysed: its 49,9" in done.out
    assert SSH in done.out


def test_50_megabytes_are_read_where_that_is_asked_for(tmp_path: Path) -> None:
    big = "# a comment\n" * (50_000_000 // 12)
    folder = repository(tmp_path / "repository", {"big.tf": big, "main.tf": OPEN})
    done = cloudlint(folder, "check", "--max-file-size", "60000000", ".")
    assert "not analysed:" not in done.out
    assert SSH in done.out
