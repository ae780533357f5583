"""The start image: the bytecode of the modules that a start needs, in one file instead of 150.

Python asks the system eight times about every module it imports, and runs a good deal of its own code to do so. At a
start that is a tenth of the work. The image lies beside the other bytecode, is written by whoever may write there, and
is trusted as far: a module whose source has another time or size than when it was compiled is imported as ever, and so
is everything where there is no image, or where Python is told to write no bytecode.

The file: MAGIC, the lengths of the table and of all (8 bytes each, little end first), the table, the codes. Marshalled
in the table: module -> is it a package, time and size of its source as in the header of a `.pyc`, offset behind the
table, length; and the recipes of regular expressions (see `patterns`). A length of 0 says that there is no code to be
had: where Python keeps none, or one that goes by the source's hash.
"""

from __future__ import annotations

import marshal
import os
import sys
from _frozen_importlib import ModuleSpec
from _frozen_importlib_external import MAGIC_NUMBER, cache_from_source
from contextlib import suppress
from io import FileIO

from . import patterns
from .typed import TYPE_CHECKING

if TYPE_CHECKING:
    from types import CodeType, ModuleType

    from .typed import TypeAlias

Entry: TypeAlias = "tuple[bool, bytes, int, int]"

PACKAGE = __name__.rpartition(".")[0]
_HOME = os.path.dirname(__file__)
_MAGIC = b"cloudlint image 2" + MAGIC_NUMBER + sys.hexversion.to_bytes(4, "little")
_PYC_HEADER = 16  # magic number, flags, time, size
_MISSED = 8  # so many modules that are not in the image are worth writing it anew, and so is one pattern


class Image:
    """A finder and loader of the modules in the image; `missed` are those that were asked for and are not in it.

    `recipes` are those of the patterns in it.
    """

    def __init__(self, path: str) -> None:
        self.missed: list[str] = []
        self._path = path
        self._table: dict[str, Entry] = {}
        self.recipes: dict[patterns.Asked, patterns.Recipe] = {}
        self._base = 0
        try:
            self._open()
        except (OSError, ValueError, EOFError, TypeError):  # there is none, or it is damaged
            self._table, self.recipes = {}, {}

    def _open(self) -> None:
        self._file = FileIO(self._path)
        head = self._file.read(len(_MAGIC) + 16)
        length, whole = (int.from_bytes(head[-at : len(head) - at + 8], "little") for at in (16, 8))
        if head[:-16] == _MAGIC and os.fstat(self._file.fileno()).st_size == whole:
            self._table, self.recipes = marshal.loads(self._file.read(length))
            self._base = len(head) + length
        # A position is shared with processes that are forked from this one, so none is used where that can be helped.
        self._rest = b"" if hasattr(os, "pread") else self._file.read()

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        """What Python asks a finder: the module, if it is in the image as its source is now."""
        if not name.startswith(PACKAGE + "."):
            return None
        entry = self._table.get(name)
        if entry is not None:
            source = _source(name, entry[0])
            if _stamp(source) == entry[1]:
                if not entry[3]:
                    return None
                spec = ModuleSpec(name, self, origin=source, is_package=entry[0])  # type: ignore[arg-type]  # no `load_module`
                spec.has_location = True
                if entry[0]:
                    spec.submodule_search_locations = [os.path.dirname(source)]
                return spec
        self.missed.append(name)
        return None

    def create_module(self, spec: ModuleSpec) -> None:
        """What Python asks a loader: a module like any other."""

    def exec_module(self, module: ModuleType) -> None:
        """What Python asks a loader: to run the module's code."""
        exec(self.get_code(module.__name__), module.__dict__)

    def get_code(self, name: str) -> CodeType:
        """The code of a module that is in the image."""
        _, _, offset, length = self._table[name]
        if self._rest:
            code: CodeType = marshal.loads(self._rest[offset : offset + length])
        else:
            code = marshal.loads(os.pread(self._file.fileno(), length, self._base + offset))
        return code

    def renew(self) -> None:
        """Write the image anew where much was not in it. Never raises: without one a start is only slower."""
        if not patterns.missed and len(self.missed) < _MISSED:
            return
        # Before the work, which every start would do in vain.
        if sys.dont_write_bytecode or not os.access(os.path.dirname(self._path), os.W_OK):
            return
        recipes = patterns.recipes()
        if len(self.missed) < _MISSED and len(recipes) == len(self.recipes):  # this Python cannot tell them
            return
        table, codes = _collected(sorted({*self._table, *self.missed}))
        packed = marshal.dumps((table, recipes))
        whole = len(_MAGIC) + 16 + len(packed) + sum(map(len, codes))
        lengths = b"".join(number.to_bytes(8, "little") for number in (len(packed), whole))
        beside = f"{self._path}.{os.getpid()}"
        try:
            with FileIO(beside, "x") as file:
                file.write(b"".join((_MAGIC, lengths, packed, *codes)))
            os.replace(beside, self._path)  # whoever has the old one open goes on reading that
        except OSError:
            with suppress(OSError):
                os.remove(beside)


def use() -> Image | None:
    """Import from the image from now on; None where there is no place for one."""
    spec = sys.modules[PACKAGE].__spec__
    if spec is None or not spec.cached:
        return None
    # It has the name of a module's bytecode, so that whoever uninstalls the package removes it with the rest.
    image = Image(spec.cached.replace("__init__.", "start_image."))
    sys.meta_path.insert(0, image)
    patterns.kept.update(image.recipes)
    return image


def _collected(names: list[str]) -> tuple[dict[str, Entry], list[bytes]]:
    """The bytecode of modules as Python keeps it in `.pyc` files; empty where there is none for the source there."""
    table: dict[str, Entry] = {}
    codes: list[bytes] = []
    offset = 0
    for name in names:
        is_package = os.path.isfile(_source(name, True))
        source = _source(name, is_package)
        stamp, code = _stamp(source), b""
        with suppress(OSError), FileIO(cache_from_source(source)) as file:
            content = file.read()
            if content[:_PYC_HEADER] == MAGIC_NUMBER + bytes(4) + stamp:
                code = content[_PYC_HEADER:]
        table[name] = (is_package, stamp, offset, len(code))
        codes.append(code)
        offset += len(code)
    return table, codes


def _source(name: str, is_package: bool) -> str:
    return _HOME + name[len(PACKAGE) :].replace(".", "/") + ("/__init__.py" if is_package else ".py")


def _stamp(path: str) -> bytes:
    """Time and size of a file as the header of a `.pyc` has them; nothing where it is not there."""
    try:
        found = os.stat(path)
    except OSError:
        return b""
    return b"".join((int(number) & 0xFFFFFFFF).to_bytes(4, "little") for number in (found.st_mtime, found.st_size))
