"""`cloudlint migrate`: other tools' comments and files turned into ours; only shown unless told to write."""

from __future__ import annotations

import os
from argparse import ArgumentParser

from ..baseline import FILE as BASELINE
from ..baseline import written
from ..catalog import Catalog
from ..config import FILE as SETTINGS
from ..config import Settings
from ..fingerprints import identity
from ..fixing import apply
from ..migrating.comments import migrated
from ..migrating.files import CHECKOV_BASELINE, FILES, Draft, checkov_baseline, read
from ..model import SAFE, Edit, Fix
from ..outcome import Outcome
from ..running import run
from ..workspace import regular_text
from ..writing import Changed, Writing, guard, original, write_all
from .arguments import argument_parser
from .options import shown, told
from .terminal import CLEAN, UsageError, say

EPILOGUE = f"""\
Understood are the ignore comments of checkov, trivy, tfsec, KICS, terrascan and hadolint, and the files
{", ".join((*FILES, CHECKOV_BASELINE))}.
All of these comments work as they are, too: rewriting them is for those who leave the other tool.
"""


def parser() -> ArgumentParser:
    """The arguments of `cloudlint migrate`."""
    made = argument_parser("migrate", "Turn other tools' comments and files into ours.", EPILOGUE)
    made.add_argument("folder", nargs="?", default=os.curdir, metavar="FOLDER", help="a repository (default: .)")
    made.add_argument("--write", action="store_true", help="write it; without this, only show it")
    made.add_argument("--files-only", action="store_true", help="leave comments as they are")
    return made


def command(arguments: list[str]) -> int:
    """Run `cloudlint migrate` and return the exit code; raises UsageError."""
    asked = parser().parse_args(arguments)
    if not os.path.isdir(asked.folder):
        raise UsageError(f"`{asked.folder}` is no folder")
    catalog = Catalog()
    with told():
        outcome = run([asked.folder], Settings(select=("all",)), catalog=catalog)
    draft, lines = _drafted(asked.folder, catalog)
    writings, report = ([], []) if asked.files_only else _comments(outcome, catalog)
    lines += report
    settings = os.path.join(asked.folder, SETTINGS)
    if not draft.empty:
        lines.append(f"settings for {shown(os.path.abspath(settings))}:\n\n{draft.text()}")
    baseline = _baseline(asked.folder, outcome, catalog, lines)
    lines += (f"left: {sentence}" for sentence in draft.left)
    if asked.write:
        _write(writings, settings if not draft.empty else "", draft.text(), asked.folder, baseline, lines)
    elif not lines:
        lines.append("nothing of another tool is found here")
    else:
        lines.append("nothing is written; `--write` does that")
    return say("\n".join(lines) + "\n", CLEAN)


def _drafted(folder: str, catalog: Catalog) -> tuple[Draft, list[str]]:
    draft, lines = Draft(catalog), []
    for name in FILES:
        text = _text(os.path.join(folder, name))
        if text is not None:
            read(name, text, draft)
            lines.append(f"read {name}")
    return draft, lines


def _comments(outcome: Outcome, catalog: Catalog) -> tuple[list[Writing], list[str]]:
    """The files with their comments rewritten, and what is told about it."""
    targets = [outcome.documents[path] for path in outcome.targets if path in outcome.documents]
    done = migrated(targets, catalog)
    texts = {document.path: document.text for document in targets}
    fixes = [Fix("", _merged(edits), SAFE) for edits in done.edits.values()]
    after = apply(texts, fixes).texts
    lines = []
    if done.rewritten:
        comments = "1 comment" if done.rewritten == 1 else f"{done.rewritten} comments"
        files = "1 file" if len(done.edits) == 1 else f"{len(done.edits)} files"
        lines.append(f"{comments} of other tools in {files} can be ours")
    for span, reason in done.left:
        line = outcome.documents[span.path].position(span.start).line
        lines.append(f"left: {shown(span.path)}:{line}: {reason}")
    try:
        return [
            Writing(path, after[path], original(path, text)) for path, text in texts.items() if after[path] != text
        ], lines
    except Changed as error:
        raise UsageError(str(error)) from error


def _merged(edits: list[Edit]) -> tuple[Edit, ...]:
    """Insertions at one place as one edit, in the order of the comments."""
    by_span: dict[object, Edit] = {}
    for edit in sorted(edits, key=lambda edit: edit.span):
        known = by_span.get(edit.span)
        by_span[edit.span] = edit if known is None else known._replace(text=known.text + edit.text)
    return tuple(by_span.values())


def _baseline(folder: str, outcome: Outcome, catalog: Catalog, lines: list[str]) -> str:
    """The baseline with the findings that checkov's baseline holds and that are still there; empty without one."""
    text = _text(os.path.join(folder, CHECKOV_BASELINE))
    if text is None:
        return ""
    known = {
        (path, resource, rule) for path, resource, check in checkov_baseline(text) for rule in catalog.matching(check)
    }
    every = [identity(finding, outcome) for finding in outcome.findings]
    kept = [each for each in every if (each.path, each.resource, each.rule) in known]
    lines.append(f"{len(kept)} findings of {CHECKOV_BASELINE} are for {BASELINE}")
    return written(kept)


def _write(writings: list[Writing], settings: str, text: str, folder: str, baseline: str, lines: list[str]) -> None:
    if settings and os.path.exists(settings):
        lines.append(f"{shown(os.path.abspath(settings))} is there already: the settings above are not written")
        settings = ""
    try:
        write_all(writings)
        for path, content in ((settings, text), (os.path.join(folder, BASELINE) if baseline else "", baseline)):
            if path:
                guard(path)
                with open(path, "w", encoding="utf-8", newline="\n") as file:
                    file.write(content)
                lines.append(f"written: {shown(os.path.abspath(path))}")
    except OSError as error:
        raise UsageError(f"cannot be written: {error}") from error
    lines += (f"written: {shown(writing.path)}" for writing in writings)


def _text(path: str) -> str | None:
    return regular_text(path)
