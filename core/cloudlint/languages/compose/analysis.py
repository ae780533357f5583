"""Compose files to services, volumes, networks, secrets and configurations: one graph a project."""

from __future__ import annotations

from collections.abc import Mapping

from ...analysis import Analysis
from ...model import Span
from ...resource import Graph, Resource, Value
from ...workspace import Workspace
from .merging import laid_over, plain
from .projects import Project, project_at, variables_of
from .reading import notices as notices_of
from .services import Files, opened

FRAMEWORK = "compose"
SECTIONS = ("services", "volumes", "networks", "secrets", "configs")

_MADE_OF = ("image", "build", "extends", "provider")


def analysed(workspace: Workspace, path: str, by: str = "") -> Analysis:
    """The resources of the project whose first file is at `path`; `by` is the file that includes it."""
    project = project_at(workspace, path, by)
    files = Files(workspace, variables_of(workspace, project.environment))
    graph = Graph()
    for section in SECTIONS:
        for name, value in _declared(files, project, section).items():
            if isinstance(value.data, Mapping):
                kind = f"compose_{section.removesuffix('s')}"
                graph.add(Resource(kind, name, f"{section}.{name}", FRAMEWORK, _headed(value), graph))
    documents = dict(files.documents)
    for path in project.environment:
        document = workspace.read(path) if workspace.exists(path) else None
        if document is not None:
            documents[path] = document
    notices = tuple(notice for path in project.files if path in documents for notice in notices_of(documents[path]))
    around = frozenset(file.rpartition("/")[0] for file in (*project.files, *project.environment))
    return Analysis((graph,), documents, notices, depends=around)


def _declared(files: Files, project: Project, section: str) -> dict[str, Value]:
    """What the files of a project declare in a section, laid over each other."""
    found: dict[str, Value] = {}
    for path in project.files:
        files.root(path)
        for name in files.section(path, section):
            value = files.service(path, name) if section == "services" else files.section(path, section)[name]
            if value is not None:
                found[name] = laid_over(found[name], value) if name in found else value
    beside = files.section(project.beside, section) if project.beside else {}
    return {
        name: opened(whole) if name in beside or _is_part(section, whole) else whole
        for name, value in found.items()
        for whole in (plain(value),)
    }


def _is_part(section: str, value: Value) -> bool:
    """A service that is made of nothing is meant to be laid over another one."""
    return section == "services" and isinstance(value.data, Mapping) and not any(key in value.data for key in _MADE_OF)


def _headed(value: Value) -> Value:
    """Shown at its name."""
    header = getattr(value.site, "header", None)
    return value.but(span=header) if isinstance(header, Span) else value
