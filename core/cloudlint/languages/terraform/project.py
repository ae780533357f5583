"""What the module instances of a scan share: the declarations of each directory, the options, and one graph a root."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import NamedTuple

from ...document import Document
from ...model import Related, Span
from ...resource import Graph, Value
from ...workspace import Workspace
from .declarations import Declarations, declarations
from .expressions import evaluate
from .functions import Context, failed
from .parser import parse_template
from .rendering import render
from .scope import NoNames, Scope

MANIFEST = ".terraform/modules/modules.json"


class Options(NamedTuple):
    """What the caller sets for root modules: `--var-file` paths (absolute) in order."""

    var_files: tuple[str, ...] = ()


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
            found = self._declarations[directory] = declarations(self.workspace, directory)
        return found

    @property
    def read_directories(self) -> Mapping[str, Declarations]:
        """Every directory read so far."""
        return self._declarations


class Root:
    """One root module under evaluation: its graph, and the calls that could not be followed."""

    def __init__(self, project: Project, directory: str) -> None:
        self.project = project
        self.directory = directory
        self.graph = Graph()
        self.not_followed: list[Related] = []
        self._installed: dict[str, str] | None = None
        # Terraform takes relative paths from the root module's folder, whichever module calls the function.
        self.context = Context(
            root=project.workspace.root,
            module=directory,
            read=self._text,
            list_files=project.workspace.list_below,
            render=self._render,
        )

    def called_directory(self, directory: str, path: str, source: str) -> str | None:
        """The directory a module call means: a local folder, or what `terraform init` put under `.terraform`.

        `path` is the call's path from the root (`network.subnets`). None where the module is not at hand.
        """
        if source.startswith(("./", "../")):
            target = posixpath.normpath(posixpath.join(directory, source))
            return target if self.project.workspace.list(target) else None
        found = self._manifest().get(path)
        return found if found is not None and self.project.workspace.list(found) else None

    def not_follow(self, span: Span, what: str) -> None:
        """Note a module call whose module is not at hand."""
        related = Related(span, what)
        if related not in self.not_followed:
            self.not_followed.append(related)

    def _text(self, path: str) -> str | None:
        document = self.project.workspace.read(path)
        return document.text if document is not None else None

    def _render(self, path: str, text: str, variables: Mapping[str, Value]) -> Value:
        """The string that a template file makes of its variables."""
        document = Document(path, text, "template")
        template, problems = parse_template(text)
        if problems:
            return failed(None)
        scope = Scope(document, NoNames(self.context), variables)
        return render(template.parts, scope, document.span(0, len(text)), evaluate)

    def _manifest(self) -> dict[str, str]:
        """Directory of every installed module, by its path from the root."""
        if self._installed is None:
            self._installed = {}
            if self.project.workspace.exists(f"{self.directory}/{MANIFEST}"):
                self._installed = self._read_manifest()
        return self._installed

    def _read_manifest(self) -> dict[str, str]:
        from ...vocabulary.json_text import JsonError, parse_json  # only for projects that were initialised

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
