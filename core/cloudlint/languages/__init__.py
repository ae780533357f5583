"""The formats that are read: which language a file is in, and files to resources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..analysis import Analysis, merged
from ..document import Document
from ..workspace import Workspace, absolute

# Language -> the endings of its files' names. The one list of what is read.
SUFFIXES = {
    "terraform": (".tf", ".tofu", ".tfvars", ".tf.json", ".tofu.json"),
    "terraform-plan": (".json",),  # those that `terraform show -json` wrote; others are passed over
}

NOWHERE = "/(text)"  # a folder that is not there, so that a lone text has no neighbours


def language_of(path: str) -> str | None:
    """The language a file is read as, by its name; None for a file that is not read."""
    for language, suffixes in SUFFIXES.items():
        if path.endswith(suffixes):
            return language
    return None


def recognised(workspace: Workspace, path: str) -> bool:
    """Is the file in a format that is read? An ending that others use too is told apart by how the file begins."""
    language = language_of(path)
    if language == "terraform-plan":
        from .terraform.plan import HEAD, is_plan

        return is_plan(workspace.head(path, HEAD))
    return language is not None


def analyse(
    workspace: Workspace, targets: Sequence[str], repository: Iterable[str] = (), var_files: Sequence[str] = ()
) -> Analysis:
    """The resources of `targets` (absolute paths), each judged in the context that its language asks for.

    `repository` are the files among which callers are looked for; `var_files` the values for root modules.
    """
    analyses = []
    terraform = [path for path in targets if language_of(path) == "terraform"]
    if terraform:
        from .terraform.analysis import analyse as analyse_terraform
        from .terraform.project import Options

        analyses.append(analyse_terraform(workspace, terraform, repository, Options(tuple(var_files))))
    for path in targets:
        if language_of(path) == "terraform-plan":
            from .terraform.plan import analyse_plan, is_plan

            document = workspace.read(path, "terraform-plan")
            if document is not None and is_plan(document.text):
                analyses.append(analyse_plan(document))
    return merged(analyses)


def syntax_problems(path: str, text: str) -> int:
    """How many things in a text cannot be read as the file at `path`; nothing is evaluated."""
    if language_of(path) != "terraform":
        return 0
    from .terraform.declarations import tree_of

    return len(tree_of(Document(path, text, "terraform")).problems)


def readable(path: str, text: str) -> bool:
    """Can a parser that is not ours read a text as the file at `path`? True where there is none for the format.

    It takes a quarter of a second to load: for text that is about to be written only.
    """
    if language_of(path) != "terraform" or path.endswith(".json"):
        return True
    from .terraform.independent import readable

    return readable(text)


def analyse_text(text: str, language: str, path: str = "main.tf") -> Analysis:
    """The resources of one text that stands alone, as for an example or a buffer that was never saved."""
    place = absolute(f"{NOWHERE}/{path}")
    return analyse(Workspace(NOWHERE, {place: text}), [place])
