"""What the files of one module directory declare, before anything is evaluated. Made once per directory."""

from __future__ import annotations

from ...document import Document
from ...model import Span
from ...typed import NamedTuple
from ...workspace import Workspace
from . import syntax
from .parser import parse

SUFFIXES = (".tf", ".tofu", ".tf.json", ".tofu.json")


class Declared(NamedTuple):
    """A block, the document it stands in, and the blocks of override files that change it."""

    document: Document
    block: syntax.Block
    overrides: tuple[Declared, ...] = ()

    def attribute(self, name: str) -> tuple[Document, syntax.Attribute] | None:
        """The attribute as it stands last, with its document."""
        for layer in reversed(self.overrides):
            attribute = layer.block.attribute(name)
            if attribute is not None:
                return layer.document, attribute
        attribute = self.block.attribute(name)
        return None if attribute is None else (self.document, attribute)


class DeclaredLocal(NamedTuple):
    """One attribute of a `locals` block."""

    document: Document
    attribute: syntax.Attribute


class Declarations:
    """The merged content of a module directory.

    `resources`, `data` and `ephemeral` are by type, then name, in the order of the files; `providers` are by local name
    (`aws`, `aws.west`); `others` are the blocks of the remaining types (`terraform`, `check`, `moved`, ...).
    """

    __slots__ = (
        "_headers",
        "data",
        "directory",
        "documents",
        "ephemeral",
        "locals",
        "modules",
        "others",
        "outputs",
        "providers",
        "resources",
        "variables",
    )

    def __init__(self, directory: str) -> None:
        self.directory = directory
        self.documents: list[Document] = []
        self.variables: dict[str, Declared] = {}
        self.locals: dict[str, DeclaredLocal] = {}
        self.outputs: dict[str, Declared] = {}
        self.modules: dict[str, Declared] = {}
        self.providers: dict[str, Declared] = {}
        self.resources: dict[str, dict[str, Declared]] = {}
        self.data: dict[str, dict[str, Declared]] = {}
        self.ephemeral: dict[str, dict[str, Declared]] = {}
        self.others: list[Declared] = []
        self._headers: dict[str, frozenset[Span]] = {}

    def interface(self, kind: str) -> dict[str, Declared]:
        """The `variable` or `output` blocks."""
        return self.variables if kind == "variable" else self.outputs

    def headers(self, kind: str) -> frozenset[Span]:
        """Where these blocks stand. Asked for each call of the module, and only once it is read."""
        found = self._headers.get(kind)
        if found is None:
            found = self._headers[kind] = frozenset(
                document.span(block.start, block.header_end) for document, block, _ in self.interface(kind).values()
            )
        return found

    def take(self, document: Document) -> None:
        """Add what one document declares; an override file changes what is there instead."""
        self.documents.append(document)
        override = is_override(document.path)
        for block in tree_of(document).body.blocks:
            self._take_block(Declared(document, block), override)

    def _take_block(self, declared: Declared, override: bool) -> None:
        block = declared.block
        labels = [label.value for label in block.labels]
        if block.type == "locals":
            for attribute in block.body.attributes:
                self.locals[attribute.name] = DeclaredLocal(declared.document, attribute)
        elif block.type in ("resource", "data", "ephemeral") and len(labels) == 2:
            by_type = {"resource": self.resources, "data": self.data, "ephemeral": self.ephemeral}
            _put(by_type[block.type].setdefault(labels[0], {}), labels[1], declared, override)
        elif block.type in ("variable", "output", "module") and len(labels) == 1:
            table_of = {"variable": self.variables, "output": self.outputs, "module": self.modules}
            _put(table_of[block.type], labels[0], declared, override)
        elif block.type == "provider" and len(labels) == 1:
            _put(self.providers, _provider_name(declared), declared, override)
        else:
            self.others.append(declared)
            for inner in block.body.blocks:
                if block.type == "check" and inner.type == "data":
                    self._take_block(Declared(declared.document, inner), override)


def declarations(workspace: Workspace, directory: str, before: Declarations | None = None) -> Declarations:
    """Read and parse the module files of a directory; a missing or empty one declares nothing.

    Of files as they were `before`, only what an edit has touched is parsed again.
    """
    made = Declarations(directory)
    earlier = {document.path: document for document in before.documents} if before is not None else {}
    for name in module_files(workspace.list(directory)):
        document = workspace.read(f"{directory}/{name}")
        if document is None:
            continue
        if document.tree is None and document.path in earlier and not document.path.endswith(".json"):
            from .reparsing import reparsed  # only where an earlier run is remembered

            document.tree = reparsed(earlier[document.path], document.text)
        made.take(document)
    return made


def module_files(names: list[str]) -> list[str]:
    """The files Terraform would read, override files last; `x.tofu` takes the place of `x.tf`."""
    present = set(names)
    chosen = [name for name in names if name.endswith(SUFFIXES) and _tofu_twin(name) not in present]
    return sorted(chosen, key=lambda name: (is_override(name), name))


def _tofu_twin(name: str) -> str:
    """The file that OpenTofu reads instead of a `.tf` file; empty for other files."""
    for suffix, twin in ((".tf", ".tofu"), (".tf.json", ".tofu.json")):
        if name.endswith(suffix):
            return name.removesuffix(suffix) + twin
    return ""


def is_override(path: str) -> bool:
    """`override.tf` and `*_override.tf`."""
    stem = path.rpartition("/")[2].partition(".")[0]
    return stem == "override" or stem.endswith("_override")


def tree_of(document: Document) -> syntax.File:
    """The syntax tree of a document, parsed once."""
    tree = document.tree
    if not isinstance(tree, syntax.File):
        tree = document.tree = _parsed(document)
    return tree


def _parsed(document: Document) -> syntax.File:
    if not document.path.endswith(".json"):
        return parse(document.text)
    from .json_syntax import parse_json_syntax

    return parse_json_syntax(document.text)


def _provider_name(declared: Declared) -> str:
    """The local name of a provider block: with the alias, if it has one."""
    name = declared.block.labels[0].value
    alias = declared.attribute("alias")
    written = alias[1].value if alias is not None else None
    return f"{name}.{written.value}" if isinstance(written, syntax.Literal) and written.value else name


def _put(table: dict[str, Declared], name: str, declared: Declared, override: bool) -> None:
    """The first declaration of a name counts; blocks of override files are kept with it, in order."""
    known = table.get(name)
    if known is None:
        table[name] = declared
    elif override:
        table[name] = known._replace(overrides=(*known.overrides, declared))
