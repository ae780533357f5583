"""Our HCL parser against HashiCorp's, over every HCL file of the real repositories and of the corpus.

    python -m tests.conformance.hcl [--hcl2 COUNT] [FOLDER ...]

Compared are the verdict (a problem exactly where `pygohcl` refuses), the blocks with their labels and attribute names,
and the values of strings, numbers and templates. python-hcl2 gives a second verdict on COUNT files (default 400; it is
slow). Prints the counts and each difference; the differences known and explained in
docs/decisions/0003-hcl-conformance-differences.md are counted apart. Exit code 1 where others are left.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "core"))

from cloudlint.languages.terraform import syntax  # noqa: E402
from cloudlint.languages.terraform.parser import parse  # noqa: E402

SUFFIXES = (".tf", ".tofu", ".tfvars", ".hcl", ".nomad")
EXPLAINED = {  # the end of a path -> why we differ there
    "expressions/primitive_literals.hcl": "HashiCorp normalises Unicode in strings, we keep what is written",
}


def shared_folders() -> list[Path]:
    """The unpacked real repositories and corpus cases; empty where ../shared is missing."""
    script = ROOT.parent / "shared" / "unpack.py"
    if not script.is_file():
        return []
    run = [subprocess.run([sys.executable, script, name], capture_output=True, text=True) for name in ("real", "cases")]
    return [Path(done.stdout.strip()) for done in run if done.returncode == 0]


def hcl_files(folders: list[Path]) -> list[Path]:
    """All HCL files below the folders, in order."""
    return sorted(
        path for folder in folders for path in folder.rglob("*") if path.suffix in SUFFIXES and path.is_file()
    )


def read(path: Path) -> str | None:
    """The text of a file; None where it is not UTF-8."""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return None


# ------------------------------------------------------------------ the oracle, in a process of its own


def serve_oracle() -> None:
    """Answers each path on standard input with a line of JSON: {"tree": ...} or {"refused": ...} or {"panic": ...}."""
    import pygohcl  # type: ignore[import-untyped]  # has no types

    for line in sys.stdin:
        text = read(Path(line.rstrip("\n")))
        try:
            answer: dict[str, object] = {"tree": pygohcl.loads(text or "", keep_interpolations=True)}
        except pygohcl.HCLParseError as error:
            answer = {"refused": str(error)}
        except pygohcl.HCLInternalError as error:
            answer = {"panic": str(error)}  # parsed, yet not turned into JSON
        print(json.dumps(answer), flush=True)


def ask_oracle(paths: list[Path]) -> Iterator[dict[str, object]]:
    """HashiCorp's answer for each path; a crash of its process is the answer {"panic": ...} and a new process."""
    process: subprocess.Popen[str] | None = None
    for path in paths:
        if process is None:
            command = [sys.executable, "-m", "tests.conformance.hcl", "--oracle"]
            process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{path}\n")
        process.stdin.flush()
        line = process.stdout.readline()
        if line:
            yield json.loads(line)
        else:
            process.wait()
            process = None
            yield {"panic": "the process died"}
    if process is not None and process.stdin is not None:
        process.stdin.close()
        process.wait()


# ------------------------------------------------------------------ structure


def our_bodies(body: syntax.Body, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], syntax.Body]]:
    """Every body with its path: types and labels from the top."""
    yield path, body
    for block in body.blocks:
        yield from our_bodies(block.body, (*path, block.type, *(label.value for label in block.labels)))


def at_path(tree: object, path: tuple[str, ...]) -> list[dict[str, object]]:
    """The objects of pygohcl's tree at a path; lists stand for repeated blocks."""
    found = [tree]
    for name in (*path, None):
        flat = [item for node in found for item in (node if isinstance(node, list) else [node])]
        dicts = [node for node in flat if isinstance(node, dict)]
        if name is None:
            return dicts
        found = [node[name] for node in dicts if name in node]
    raise AssertionError


def differences(text: str, tree: object) -> Iterator[str]:
    """How our tree of `text` differs from pygohcl's."""
    ours: dict[tuple[str, ...], list[syntax.Body]] = {}
    for path, body in our_bodies(parse(text).body):
        ours.setdefault(path, []).append(body)
    for path, bodies in ours.items():
        names = {attribute.name for body in bodies for attribute in body.attributes}
        names |= {other[len(path)] for other in ours if len(other) > len(path) and other[: len(path)] == path}
        theirs = at_path(tree, path)
        keys = {key for node in theirs for key in node}
        if names != keys:
            yield f"{'.'.join(path) or 'file'}: ours {sorted(names - keys)}, theirs {sorted(keys - names)}"
        labelled = any(other[: len(path)] == path and len(other) > len(path) for other in ours)
        if len(theirs) != len(bodies) and not labelled and path:
            yield f"{'.'.join(path)}: ours {len(bodies)} blocks, theirs {len(theirs)}"
        if len(theirs) == len(bodies):
            for body, node in zip(bodies, theirs):
                yield from value_differences(text, body, node)


def value_differences(text: str, body: syntax.Body, node: dict[str, object]) -> Iterator[str]:
    """Attributes whose literal value or template text differs."""
    for attribute in body.attributes:
        if sum(other.type == attribute.name for other in body.blocks):
            continue
        ours = plain(text, attribute.value)
        if ours is not None and attribute.name in node and bare(node[attribute.name]) != bare(ours[0]):
            yield f"{attribute.name} at {attribute.start}: ours {ours[0]!r}, theirs {node[attribute.name]!r}"


def bare(value: object) -> object:
    """A value without the `${` and `}` of interpolations: pygohcl leaves them out around calls and indices."""
    if isinstance(value, list):
        return [bare(item) for item in value]
    return value.replace("${", "").replace("}", "") if isinstance(value, str) else value


def plain(text: str, value: syntax.Expression) -> tuple[object] | None:
    """The value as pygohcl writes it, where it is a literal, a list of such, or a template with interpolations."""
    if isinstance(value, syntax.Literal):
        return (value.value,)
    if isinstance(value, syntax.Tuple):
        items = [plain(text, item) for item in value.items]
        return None if None in items else ([item[0] for item in items if item],)
    if not isinstance(value, syntax.Template):
        return None
    if len(value.parts) == 1 and isinstance(value.parts[0], syntax.Interpolation):
        return None
    written = ""
    for part in value.parts:
        if isinstance(part, syntax.Text):
            written += part.value
        elif isinstance(part, syntax.Interpolation) and not isinstance(part.expression, syntax.Literal):
            if isinstance(part.expression, (syntax.Template, syntax.Conditional)):
                return None
            written += text[part.expression.start : part.expression.end]
        else:
            return None
    return (written,)


# ------------------------------------------------------------------ the run


def second_opinion(paths: list[Path], count: int) -> None:
    """python-hcl2's verdict on some of the files, beside ours."""
    import hcl2

    chosen = paths[:: max(1, len(paths) // max(1, count))][:count]
    differ = []
    for path in chosen:
        text = read(path)
        if text is None:
            continue
        try:
            hcl2.loads(text)
            accepted = True
        except Exception:  # lark raises many kinds
            accepted = False
        if accepted == bool(parse(text).problems):
            differ.append((path, accepted))
    print(f"python-hcl2: {len(chosen)} files, {len(chosen) - len(differ)} with the same verdict as ours")
    for path, accepted in differ:
        print(f"  {path}: python-hcl2 {'accepts' if accepted else 'refuses'}")


def main() -> int:
    """The command."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folders", nargs="*", type=Path)
    arguments.add_argument("--hcl2", type=int, default=400, metavar="COUNT")
    arguments.add_argument("--oracle", action="store_true", help=argparse.SUPPRESS)
    chosen = arguments.parse_args()
    if chosen.oracle:
        serve_oracle()
        return 0
    folders = chosen.folders or shared_folders()
    if not folders:
        print("no files to compare: ../shared is missing")
        return 0
    paths = [path for path in hcl_files(folders) if read(path) is not None]
    counts = {"accepted by both": 0, "refused by both": 0, "parsed, no tree (panic)": 0}
    left, explained = 0, 0
    for path, answer in zip(paths, ask_oracle(paths)):
        text = read(path) or ""
        problems = parse(text).problems
        found: list[str] = []
        if "panic" in answer:
            counts["parsed, no tree (panic)"] += 1
            found = [f"ours refuses: {problems[0].message}"] if problems else []
        elif "refused" in answer:
            counts["refused by both"] += bool(problems)
            found = [] if problems else [f"ours accepts; theirs: {answer['refused']}"]
        elif problems:
            found = [f"ours refuses: {problems[0].message} at {problems[0].start}"]
        else:
            counts["accepted by both"] += 1
            found = list(differences(text, answer["tree"]))
        reason = next((why for end, why in EXPLAINED.items() if path.as_posix().endswith(end)), "")
        for difference in found:
            left += not reason
            explained += bool(reason)
            print(f"{path}: {difference}{f' (explained: {reason})' if reason else ''}"[:400])
    print(f"files: {len(paths)}; " + "; ".join(f"{name}: {count}" for name, count in counts.items()))
    print(f"differences: {left}; explained in the decision page: {explained}")
    if chosen.hcl2:
        second_opinion(paths, chosen.hcl2)
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
