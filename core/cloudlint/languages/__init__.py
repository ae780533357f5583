"""The formats that are read: which language a file is in, and files to resources."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from functools import partial

from ..analysis import Analysis, merged
from ..document import Document
from ..outline import Outline, indented
from ..typed import NamedTuple
from ..workspace import Workspace, absolute

# Language -> the endings of its files' names. The one list of what is read.
SUFFIXES = {
    "terraform": (".tf", ".tofu", ".tfvars", ".tf.json", ".tofu.json", ".tfvars.json"),
    "terragrunt": ("terragrunt.hcl",),
    "terraform-plan": (".json",),  # those that `terraform show -json` wrote; others are passed over
    "cloudformation": (".yaml", ".yml", ".json", ".template"),  # those that hold resources with types of AWS
    "kubernetes": (".yaml", ".yml", ".json"),  # those with an `apiVersion` and `kind` of the Kubernetes API
    "kustomization": ("Kustomization", ".yaml", ".yml", ".json"),  # and lists of operations that one applies
    "compose": (".yaml", ".yml", ".json"),  # those with `services` as Compose has them
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


def formats(workspace: Workspace, path: str) -> tuple[str, ...]:
    """The languages that a file is read as. An ending that others use too is told apart by what stands in the file."""
    language = language_of(path)
    if language not in ("terraform-plan", "cloudformation", "kustomization"):
        return () if language is None else (language,)
    return workspace.fact(path, "formats", partial(_told_apart, workspace, path, language))


def recognised(workspace: Workspace, path: str) -> bool:
    """Is the file in a format that is read?"""
    return bool(formats(workspace, path))


def _told_apart(workspace: Workspace, path: str, language: str) -> tuple[str, ...]:
    found = []
    if language == "terraform-plan":
        from .terraform.plan import HEAD, is_plan

        if is_plan(workspace.head(path, HEAD)):
            found.append("terraform-plan")
    from .cloudformation.recognising import recognised as is_template

    if is_template(workspace, path):
        found.append("cloudformation")
    from .kubernetes.recognising import recognised as is_manifest

    if is_manifest(workspace, path):
        found.append("kubernetes")
    if not found:
        from .kubernetes.kustomize import recognised as is_kustomization

        if is_kustomization(workspace, path):
            found.append("kustomization")
    if not found:
        from .compose.recognising import recognised as is_compose

        if is_compose(workspace, path):
            found.append("compose")
    return tuple(found)


def name_for(text: str) -> str:
    """The name under which a text without one is read, by what stands in it; empty where only a name could tell."""
    if "apiVersion" in text:
        from .kubernetes.recognising import is_manifest

        if is_manifest(text):
            return "-/stdin.yaml"
    return "-/stdin.yaml" if "services" in text and _is_compose(text, "") else ""


def analyse(
    workspace: Workspace,
    targets: Sequence[str],
    repository: Collection[str] = (),
    var_files: Sequence[str] = (),
    terraform_workspace: str = "",
) -> Analysis:
    """The resources of `targets` (absolute paths), each judged in the context that its language asks for."""
    found = [
        analysed(workspace, part, var_files, terraform_workspace) for part in parts(workspace, targets, repository)
    ]
    told = {path for analysis in found for path in analysis.documents}
    found += [analysed(workspace, part, var_files, terraform_workspace) for part in left_over(workspace, targets, told)]
    return merged(found)


class Part(NamedTuple):
    """What is evaluated on its own: the root module of a folder or Terragrunt file, or one file as one of its formats.

    `folders` are those of the modules that are judged through a root module, `by` is the file that includes this one.
    """

    language: str
    path: str
    folders: tuple[str, ...] = ()
    by: str = ""


ALONE = "terraform-alone"  # a file of Terraform's that no root module reads


def parts(workspace: Workspace, targets: Sequence[str], repository: Collection[str] = ()) -> Iterator[Part]:
    """The parts that judge `targets`. `repository` are the files among which callers are looked for."""
    terraform = [path for path in targets if language_of(path) in ("terraform", "terragrunt")]
    if terraform:
        from .terraform.analysis import roots

        for root, folders in roots(workspace, terraform, repository).items():
            yield Part("terraform", root, tuple(folders))
    by_language: dict[str, list[str]] = {}
    for path in targets:
        if language_of(path) not in ("terraform", "terragrunt"):
            for language in formats(workspace, path):
                by_language.setdefault(language, []).append(path)
    found = [_parts_of(language, workspace, paths, repository) for language, paths in by_language.items()]
    yield from dict.fromkeys(part for some in found for part in some)


def _parts_of(language: str, workspace: Workspace, paths: Sequence[str], repository: Collection[str]) -> Iterator[Part]:
    """The parts for files of one language, each of which may be judged through others."""
    if language == "cloudformation":
        from .cloudformation.callers import roots as roots_of_stacks

        for path in roots_of_stacks(workspace, paths, repository):
            yield Part(language, path)
    elif language == "compose":
        from .compose.projects import projects_of

        for project in projects_of(workspace, paths, repository):
            yield Part(language, project.files[0], by=project.by)
    elif language == "kustomization" or (language == "kubernetes" and any(map(_is_kustomization, repository))):
        from .kubernetes.kustomize import roots_of

        every = list(filter(_is_kustomization, repository))
        for path in paths:
            found = roots_of(workspace, path, every)
            for root in found:
                yield Part("kustomization", root)
            if not found and language == "kubernetes":
                yield Part(language, path)
    else:
        for path in paths:
            yield Part(language, path)


def _is_kustomization(path: str) -> bool:
    """Is a file called as those that say what Kustomize builds?"""
    return path.endswith(("/kustomization.yaml", "/kustomization.yml", "/Kustomization"))


def left_over(workspace: Workspace, targets: Iterable[str], told: Container[str]) -> Iterator[Part]:
    """The parts for files that those who seem to call them did not read; `told` are the files that were read."""
    for path in targets:
        if path in told:
            continue
        if language_of(path) in ("terraform", "terragrunt"):
            yield Part(ALONE, path)
            continue
        for language in formats(workspace, path):
            if language in ("cloudformation", "kubernetes"):
                yield Part(language, path)


def analysed(
    workspace: Workspace, part: Part, var_files: Sequence[str] = (), terraform_workspace: str = ""
) -> Analysis:
    """The resources of a part. `var_files` are values for root modules, `terraform_workspace` what
    `terraform.workspace` is, unknown if empty."""
    language, path = part.language, part.path
    if language in ("terraform", ALONE):
        from .terraform.analysis import alone
        from .terraform.analysis import analysed as analysed_terraform
        from .terraform.project import Options

        if language == ALONE:
            return alone(workspace, path)
        return analysed_terraform(workspace, path, Options(tuple(var_files), terraform_workspace))
    if language == "terraform-plan":
        return _plan(workspace, path, var_files, terraform_workspace)
    if language == "cloudformation":
        from .cloudformation.analysis import analysed as analysed_template

        return analysed_template(workspace, path)
    if language == "kubernetes":
        from .kubernetes.analysis import analyses as analyses_of_manifests

        return merged(analyses_of_manifests(workspace, (path,)))
    if language == "kustomization":
        from .kubernetes.kustomize_analysis import analyse_kustomization

        return analyse_kustomization(workspace, path)
    if language == "compose":
        from .compose.analysis import analysed as analysed_project

        return analysed_project(workspace, path, part.by)
    from .dockerfile.analysis import analyse as analyse_dockerfile

    document = workspace.read(path, "dockerfile")
    return Analysis() if document is None else analyse_dockerfile(document)


def stays(workspace: Workspace, part: Part, var_files: Sequence[str], terraform_workspace: str) -> bool:
    """Does somebody go on using the values of a part?"""
    if part.language != "terraform":
        return False
    from .terraform.analysis import root_key
    from .terraform.project import Options

    return workspace.stays(root_key(part.path, Options(tuple(var_files), terraform_workspace)))


def let_go(workspace: Workspace, part: Part, var_files: Sequence[str], terraform_workspace: str) -> None:
    """Forget what a part was made from, as far as no other part will ask for it; it can be read again."""
    if part.language == "terraform":
        from .terraform.analysis import let_go as let_go_of_root
        from .terraform.project import Options

        let_go_of_root(workspace, part.path, Options(tuple(var_files), terraform_workspace))
    else:
        workspace.forget((part.path,))


def _plan(workspace: Workspace, path: str, var_files: Sequence[str], terraform_workspace: str) -> Analysis:
    from .terraform.analysis import configuration
    from .terraform.plan import analyse_plan, is_plan
    from .terraform.project import Options

    document = workspace.read(path)
    if document is None or not is_plan(document.text):
        return Analysis()
    document.language = "terraform-plan"
    options = Options(tuple(var_files), terraform_workspace)
    return analyse_plan(document, partial(configuration, workspace, options))


def outline(document: Document) -> Outline | None:
    """The comments of a document and what they can be about; None for formats that have no comments."""
    if language_of(document.path) in ("terraform", "terragrunt") or document.language == "terraform":
        from .terraform.outline import outline as outline_terraform

        return outline_terraform(document)
    if language_of(document.path) == "dockerfile":
        from .dockerfile.outline import outline as outline_dockerfile

        return outline_dockerfile(document)
    return None if document.path.endswith(".json") else indented(document.text)


def moves(document: Document) -> dict[str, str]:
    """New address -> old one, for what a document says has been renamed (Terraform's `moved` blocks)."""
    if language_of(document.path) != "terraform" or "moved" not in document.text:
        return {}
    from .terraform.outline import moves as moves_terraform

    return moves_terraform(document)


def syntax_problems(path: str, text: str) -> int:
    """How many things in a text cannot be read as the file at `path`; nothing is evaluated."""
    if _is_plain_yaml(path, text):
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


def _is_plain_yaml(path: str, text: str) -> bool:
    """Is a text YAML without anybody's short forms?"""
    if language_of(path) in ("terraform-plan", "cloudformation"):
        return _holds_manifest(text) or _is_compose(text, path)
    return language_of(path) == "kustomization"


def _holds_manifest(text: str) -> bool:
    from .kubernetes.recognising import is_manifest

    return is_manifest(text)


def _is_compose(text: str, path: str) -> bool:
    from .compose.recognising import is_compose

    return is_compose(text, path)


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
