"""The formats that are read: which language a file is in, and files to resources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from ..analysis import Analysis, merged
from ..document import Document
from ..outline import Outline, indented
from ..workspace import Workspace, absolute

# Language -> the endings of its files' names. The one list of what is read.
SUFFIXES = {
    "terraform": (".tf", ".tofu", ".tfvars", ".tf.json", ".tofu.json", ".tfvars.json"),
    "terragrunt": ("terragrunt.hcl",),
    "terraform-plan": (".json",),  # those that `terraform show -json` wrote; others are passed over
    "cloudformation": (".yaml", ".yml", ".json", ".template"),  # those that hold resources with types of AWS
    "kubernetes": (".yaml", ".yml", ".json"),  # those with an `apiVersion` and `kind` of the Kubernetes API
    "dockerfile": ("Dockerfile", "Containerfile", ".dockerfile"),  # and those that `_is_dockerfile` knows by their name
}

NOWHERE = "/(text)"  # a folder that is not there, so that a lone text has no neighbours


def language_of(path: str) -> str | None:
    """The language a file is read as, by its name; None for a file that is not read."""
    for language, suffixes in SUFFIXES.items():
        if path.endswith(suffixes):
            return language
    return "dockerfile" if _is_dockerfile(path.rpartition("/")[2]) else None


# What is kept beside a Dockerfile under its name: no Dockerfile, or only the template of one.
_BESIDE_DOCKERFILES = (".dockerignore", ".erb", ".in", ".j2", ".jinja", ".jinja2", ".md", ".orig", ".tmpl", ".tpl", "~")


def _is_dockerfile(name: str) -> bool:
    """`Dockerfile.prod`, `Containerfile.dev`, `dockerfile`."""
    if name.startswith(("Dockerfile.", "Containerfile.")):
        return not name.endswith(_BESIDE_DOCKERFILES)
    return name in ("dockerfile", "containerfile")


def recognised(workspace: Workspace, path: str) -> bool:
    """Is the file in a format that is read? An ending that others use too is told apart by how the file begins."""
    language = language_of(path)
    if language == "terraform-plan":
        from .terraform.plan import HEAD, is_plan

        if is_plan(workspace.head(path, HEAD)):
            return True
    if language in ("terraform-plan", "cloudformation"):
        from .cloudformation.recognising import recognised as is_template

        if is_template(workspace, path):
            return True
        from .kubernetes.recognising import recognised as is_manifest

        return is_manifest(workspace, path)
    return language is not None


def name_for(text: str) -> str:
    """The name under which a text without one is read, by what stands in it; empty where only a name could tell."""
    if "apiVersion" in text:
        from .kubernetes.recognising import is_manifest

        return "-/stdin.yaml" if is_manifest(text) else ""
    return ""


def analyse(
    workspace: Workspace,
    targets: Sequence[str],
    repository: Iterable[str] = (),
    var_files: Sequence[str] = (),
    terraform_workspace: str = "",
) -> Analysis:
    """All that `analyses` gives, as one."""
    return merged(analyses(workspace, targets, repository, var_files, terraform_workspace))


def analyses(
    workspace: Workspace,
    targets: Sequence[str],
    repository: Iterable[str] = (),
    var_files: Sequence[str] = (),
    terraform_workspace: str = "",
) -> Iterator[Analysis]:
    """The resources of `targets` (absolute paths), each judged in the context that its language asks for.

    One analysis for each thing that is evaluated on its own. `repository` are the files among which callers are looked
    for; `var_files` the values for root modules, `terraform_workspace` what `terraform.workspace` is, unknown if empty.
    """
    terraform = [path for path in targets if language_of(path) in ("terraform", "terragrunt")]
    if terraform:
        from .terraform.analysis import analyses as analyses_of_terraform
        from .terraform.project import Options

        yield from analyses_of_terraform(
            workspace, terraform, repository, Options(tuple(var_files), terraform_workspace)
        )
    for path in targets:
        if language_of(path) == "terraform-plan":
            from .terraform.analysis import configuration
            from .terraform.plan import analyse_plan, is_plan
            from .terraform.project import Options

            document = workspace.read(path)
            if document is not None and is_plan(document.text):
                document.language = "terraform-plan"
                options = Options(tuple(var_files), terraform_workspace)
                yield analyse_plan(document, partial(configuration, workspace, options))
    templates = [path for path in targets if _is_template(workspace, path)]
    if templates:
        from .cloudformation.analysis import analyses as analyses_of_templates

        yield from analyses_of_templates(workspace, templates)
    manifests = [path for path in targets if _is_manifest(workspace, path)]
    if manifests:
        from .kubernetes.analysis import analyses as analyses_of_manifests

        yield from analyses_of_manifests(workspace, manifests)
    for path in targets:
        if language_of(path) == "dockerfile":
            from .dockerfile.analysis import analyse as analyse_dockerfile

            document = workspace.read(path, "dockerfile")
            if document is not None:
                yield analyse_dockerfile(document)


def outline(document: Document) -> Outline | None:
    """The comments of a document and what they can be about; None for formats that have no comments."""
    if language_of(document.path) in ("terraform", "terragrunt") or document.language == "terraform":
        from .terraform.outline import outline as outline_terraform

        return outline_terraform(document)
    if language_of(document.path) == "dockerfile":
        from .dockerfile.outline import outline as outline_dockerfile

        return outline_dockerfile(document)
    return None if document.path.endswith(".json") else indented(document.text)


def _is_template(workspace: Workspace, path: str) -> bool:
    if language_of(path) not in ("terraform-plan", "cloudformation"):
        return False
    from .cloudformation.recognising import is_template

    document = workspace.read(path)
    return document is not None and is_template(document.text)


def _is_manifest(workspace: Workspace, path: str) -> bool:
    if language_of(path) not in ("terraform-plan", "cloudformation"):
        return False
    from .kubernetes.recognising import recognised as is_manifest

    return is_manifest(workspace, path)


def moves(document: Document) -> dict[str, str]:
    """New address -> old one, for what a document says has been renamed (Terraform's `moved` blocks)."""
    if language_of(document.path) != "terraform" or "moved" not in document.text:
        return {}
    from .terraform.outline import moves as moves_terraform

    return moves_terraform(document)


def syntax_problems(path: str, text: str) -> int:
    """How many things in a text cannot be read as the file at `path`; nothing is evaluated."""
    if language_of(path) in ("terraform-plan", "cloudformation") and _holds_manifest(text):
        from .yaml.loading import load

        return len(load(text).problems)
    if language_of(path) == "cloudformation":
        from .cloudformation.template import parsed

        return len(parsed(Document(path, text, "cloudformation")).notices)
    if language_of(path) == "dockerfile":
        from .dockerfile.parser import parse

        return len(parse(text).problems)
    if language_of(path) not in ("terraform", "terragrunt"):
        return 0
    from .terraform.declarations import tree_of

    return len(tree_of(Document(path, text, "terraform")).problems)


def _holds_manifest(text: str) -> bool:
    from .kubernetes.recognising import is_manifest

    return is_manifest(text)


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
