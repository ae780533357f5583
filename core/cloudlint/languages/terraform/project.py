"""What the module instances of a scan share: the declarations of each directory, the options, and one graph a root."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from ...document import Document
from ...model import Finding, Related, Span
from ...notices import NOT_ANALYSED
from ...resource import KNOWN, Graph, Value
from ...typed import NamedTuple
from ...workspace import Workspace
from . import syntax
from .declarations import Declarations, declarations
from .expressions import evaluate
from .functions import Context, Rounds, failed
from .functions.calling import MadeFrom
from .parser import parse_template
from .provenance import Sizes
from .rendering import render
from .scope import NoNames, Scope

MANIFEST = ".terraform/modules/modules.json"

MOST_INSTANCES = 5_000  # of modules and resources in a root module, before what is called further is left out


class Options(NamedTuple):
    """What the caller sets for root modules: `--var-file` paths (absolute) in order, and `terraform.workspace`."""

    var_files: tuple[str, ...] = ()
    workspace: str = ""


def declarations_key(directory: str) -> object:
    """What the declarations of a directory are kept under."""
    return ("terraform declarations", directory)


class Project:
    """The repository as Terraform sees it; directories are read and parsed once."""

    def __init__(self, workspace: Workspace, options: Options) -> None:
        self.workspace = workspace
        self.options = options
        self._declarations: dict[str, Declarations] = {}

    def declarations(self, directory: str) -> Declarations:
        """What the module files of a directory declare."""
        found = self._declarations.get(directory)
        if found is None:
            key = declarations_key(directory)
            kept = self.workspace.recall(key)
            if isinstance(kept, Declarations):
                found = kept
            else:
                outdated = self.workspace.outdated(key)
                before = outdated.value if outdated is not None else None
                earlier = before if isinstance(before, Declarations) else None
                found = declarations(self.workspace, directory, earlier)
            self._declarations[directory] = found
            self.workspace.keep(key, found, (directory,))
        return found


class Root:
    """One root module under evaluation: its graph, the calls that could not be followed, and what it was made from.

    `documents` are the files it has read as Terraform. `depends` are the files and folders that decide what it is, as
    `Workspace.keep` takes them; it grows while values are evaluated.
    """

    def __init__(self, project: Project, directory: str) -> None:
        self.project = project
        self.directory = directory
        self.graph = Graph()
        self.not_followed: list[Related] = []
        self.notices: list[Finding] = []
        self.documents: dict[str, Document] = {}
        self.depends: set[str] = {directory}
        self.instances = 0  # of modules and resources, so far
        self._installed: dict[str, str] | None = None
        self._below: dict[str, list[str]] = {}
        self._templates: dict[tuple[str, str], _TemplateFile] = {}
        rounds = Rounds()
        self.sizes: Sizes = {}
        made_from: MadeFrom = {}
        self.graph.holders += (self._templates.clear, rounds.steady.clear, self.sizes.clear, made_from.clear)
        # Terraform takes relative paths from the root module's folder, whichever module calls the function.
        self.context = Context(
            root=project.workspace.root,
            module=directory,
            read=self._text,
            list_files=self._files_below,
            render=self._render,
            rounds=rounds,
            filesets={},
            made_from=made_from,
        )
        self._in_templates = NoNames(self.context._replace(templating=True))

    def declarations(self, directory: str) -> Declarations:
        """What the module files of a directory declare."""
        self.depends.add(directory)
        found = self.project.declarations(directory)
        self.documents.update((document.path, document) for document in found.documents)
        return found

    def called_directory(self, directory: str, path: str, source: str) -> str | None:
        """The directory a module call means: a local folder, or what `terraform init` put under `.terraform`.

        `path` is the call's path from the root (`network.subnets`). None where the module is not at hand.
        """
        if source.startswith(("./", "../")):
            target = posixpath.normpath(posixpath.join(directory, source))
            self.depends.add(target)
            return target if self.project.workspace.holds(target) else None
        found = self._manifest().get(path)
        self.depends.add(found or directory)
        return found if found is not None and self.project.workspace.list(found) else None

    @property
    def full(self) -> bool:
        """Are there as many instances as are judged? Modules that call each other twice make 2^n of n files."""
        return self.instances >= MOST_INSTANCES

    def not_follow(self, span: Span, what: str) -> None:
        """Note a module call whose module is not at hand."""
        related = Related(span, what)
        if related not in self.not_followed:
            self.not_followed.append(related)

    def not_analysed(self, span: Span, what: str) -> None:
        """Note a module call that Terraform would refuse."""
        finding = Finding(NOT_ANALYSED.id, NOT_ANALYSED.severity, what, span, framework="terraform")
        if finding not in self.notices:
            self.notices.append(finding)

    def values(self, path: str) -> Document | None:
        """A file of values for variables."""
        self.depends.add(path)
        document = self.project.workspace.read(path, "terraform")
        if document is not None:
            self.documents[path] = document
        return document

    def _files_below(self, directory: str) -> list[str]:
        found = self._below.get(directory)
        if found is None:
            self.depends.add(f"{directory}/**")
            found = self._below[directory] = self.project.workspace.list_below(directory)
        return found

    def _text(self, path: str) -> str | None:
        self.depends.add(path)
        document = self.project.workspace.read(path)
        return document.text if document is not None else None

    def _render(self, path: str, text: str, variables: Mapping[str, Value]) -> Value:
        """The string that a template file makes of its variables."""
        file = self._templates.get((path, text))
        if file is None:
            file = self._templates[path, text] = _template_file(path, text)
        if file.parts is None:
            return failed(None)
        scope = Scope(file.document, self._in_templates, variables)
        return render(file.parts, scope, file.document.span(0, len(text)), evaluate)

    def _manifest(self) -> dict[str, str]:
        """Directory of every installed module, by its path from the root."""
        if self._installed is None:
            self._installed = {}
            self.depends.add(f"{self.directory}/{MANIFEST}")
            if self.project.workspace.exists(f"{self.directory}/{MANIFEST}"):
                self._installed = self._read_manifest()
        return self._installed

    def _read_manifest(self) -> dict[str, str]:
        from ...vocabulary.json_text import parse_json  # only for projects that were initialised
        from ...vocabulary.json_tree import JsonError

        document = self.project.workspace.read(f"{self.directory}/{MANIFEST}")
        if document is None:
            return {}
        try:
            modules = parse_json(document.text, document.path)["Modules"].items()
        except JsonError:
            return {}
        installed: dict[str, str] = {}
        for module in modules:
            key, folder = module["Key"].text, module["Dir"].text
            if key and folder:
                installed[key] = posixpath.normpath(posixpath.join(self.directory, folder))
        return installed


class _TemplateFile(NamedTuple):
    """A template file and its parts, its text as values: it is often rendered many times. None where it is wrong."""

    document: Document
    parts: tuple[syntax.Part | Value, ...] | None


def _template_file(path: str, text: str) -> _TemplateFile:
    document = Document(path, text, "template")
    template, problems = parse_template(text)
    parts = (
        Value(KNOWN, part.value, document.span(part.start, part.end)) if isinstance(part, syntax.Text) else part
        for part in template.parts
    )
    return _TemplateFile(document, None if problems else tuple(parts))
