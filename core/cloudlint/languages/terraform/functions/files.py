"""Files, inside the repository only, and the paths to them.

A file that is not there is an error, as to Terraform; one outside the repository is unknown.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from ....resource import UNKNOWN, Plain, Value
from ..lazy import Lazy
from ..types import ANY, STRING, is_failed
from .calling import Call, Context, Failure, Function, Undecided, plain, shaped
from .encoding import encode_base64
from .hashes import digest
from .mappings import field

MOST_STARS = 3  # in a pattern of files: each multiplies the ways to match a name


def _read(call: Call, path: Value) -> str:
    """The text of a file. Raises Failure where there is none, Undecided where it can't be seen."""
    full, context = _full(call, path), _context(call)
    text = context.read(full)
    if text is not None:
        return text
    if _elsewhere(context, full) or _is_there(context, full):
        raise Undecided
    raise Failure


def _context(call: Call) -> Context:
    if call.context is None:
        raise Undecided
    return call.context


def _text(path: Value) -> str:
    """A path as written. Raises Undecided for one that is unknown or below somebody's home."""
    if not isinstance(path.data, str) or path.state is UNKNOWN or path.data.startswith("~"):
        raise Undecided
    return path.data


def _full(call: Call, path: Value) -> str:
    """The absolute path."""
    return posixpath.normpath(posixpath.join(_context(call).module, _text(path).replace("\\", "/")))


def _elsewhere(context: Context, full: str) -> bool:
    """Does a path lead out of the repository?"""
    root = context.root.rstrip("/")
    return full != root and not full.startswith(root + "/")


def _is_there(context: Context, full: str) -> bool:
    """Is there a file, though perhaps none that is text?"""
    directory, _, name = full.rpartition("/")
    return name in context.list_files(directory or "/")


@shaped(STRING)
def file(call: Call, path: Value) -> Value:
    return call.computed(_read(call, path))


@shaped(STRING)
def fileexists(call: Call, path: Value) -> Value:
    full, context = _full(call, path), _context(call)
    if context.read(full) is not None or _is_there(context, full):
        return call.computed(True)
    return call.unknown() if _elsewhere(context, full) else call.computed(False)


@shaped(STRING)
def filebase64(call: Call, path: Value) -> Value:
    return call.computed(encode_base64(_read(call, path).encode("utf-8")))


def _digest(algorithm: str, base64: bool) -> Function:
    def digested(call: Call, path: Value) -> Value:
        found = digest(algorithm, _read(call, path))
        return call.computed(encode_base64(found) if base64 else found.hex())

    return shaped(STRING)(digested)


filemd5, filesha1 = _digest("md5", False), _digest("sha1", False)
filesha256, filesha512 = _digest("sha256", False), _digest("sha512", False)
filebase64sha256, filebase64sha512 = _digest("sha256", True), _digest("sha512", True)


@shaped(STRING, STRING)
def fileset(call: Call, path: Value, pattern: Value) -> Value:
    full, glob, context = _full(call, path), _text(pattern), _context(call)
    if _elsewhere(context, full) or glob.startswith(("/", "../")) or "/../" in glob:
        raise Undecided
    kept = context.filesets
    found = kept.get((full, glob)) if kept is not None else None
    if found is None:
        wanted = re.compile(_glob(glob.removeprefix("./")))
        found = [*sorted(name for name in context.list_files(full) if wanted.match(name))]
        if kept is not None:
            kept[full, glob] = found
    return call.computed([*found])


def _glob(pattern: str) -> str:
    """A glob (`**`, `*`, `?`, `[a-z]`, `{a,b}`) as a pattern for a whole relative path."""
    parts = re.findall(r"\*\*/|\*\*|\*|\?|\[\^?\]?[^]]*\]|\\.|[{},]|[^*?\[\\{},]+", pattern)
    if "".join(parts) != pattern:
        raise Failure
    if sum(part[0] == "*" for part in parts) > MOST_STARS:
        raise Undecided
    words = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    found = []
    depth = 0
    for part in parts:
        if part in words:
            found.append(words[part])
        elif part in ("{", "}"):
            depth += 1 if part == "{" else -1
            found.append("(?:" if part == "{" else ")")
        elif part == ",":
            found.append("|" if depth else ",")
        elif part[0] == "[":
            found.append(part.replace("\\", "\\\\"))
        else:
            found.append(re.escape(part[1:] if part[0] == "\\" else part))
    if depth:
        raise Failure
    return "".join(found) + r"\Z"


@shaped(STRING, ANY)
def templatefile(call: Call, path: Value, variables: Value) -> Value:
    return _rendered(call, _full(call, path), _read(call, path), variables)


@shaped(STRING, ANY)
def templatestring(call: Call, template: Value, variables: Value) -> Value:
    if not isinstance(template.data, str) or template.state is UNKNOWN:
        return call.unknown()
    return _rendered(call, "", template.data, variables)


def _rendered(call: Call, path: str, text: str, variables: Value) -> Value:
    render = _context(call).render
    if _context(call).templating:
        raise Failure
    if variables.state is UNKNOWN or render is None:
        return call.unknown()
    if not isinstance(variables.data, Mapping):
        raise Failure
    data = variables.data
    # Most templates use few of the variables that they are given.
    found = render(path, text, Lazy(data, lambda name: field(variables, name, data[name])))
    # A name that is missing may be among those that an open mapping does not show.
    return call.unknown() if variables.open and is_failed(found) else found


@shaped(STRING)
def abspath(call: Call, path: Value) -> Value:
    return call.computed(_full(call, path))


@shaped(STRING)
def pathexpand(call: Call, path: Value) -> Value:
    return call.computed(_text(path))


@plain(STRING)
def basename(path: str) -> Plain:
    return posixpath.basename(path.rstrip("/")) or ("/" if path else ".")


@plain(STRING)
def dirname(path: str) -> Plain:
    return posixpath.normpath(posixpath.dirname(path) or ".").replace("//", "/")
