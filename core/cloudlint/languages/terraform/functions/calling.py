"""How a function is declared and called: parameter types, null, unknown, and where the result comes from.

A *plain* function works on plain Python data and is only called with wholly known arguments. A *shaped* function gets
the argument Values themselves, known or not, so that it can keep the elements it passes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from ....model import Reference, Span
from ....resource import ABSENT, KNOWN, UNKNOWN, Encoded, Plain, Resource, Step, Value
from ....typed import TYPE_CHECKING, NamedTuple
from ....unknowns import way
from ..distinct import whole
from ..provenance import WORTH_KEEPING, doubts, is_sensitive
from ..types import ANY, Type, convert, is_failed

if TYPE_CHECKING:
    from ....typed import TypeAlias
    from ..syntax import For, Node

# No text that a function makes may be longer (code points), and no list (elements): a result above it is unknown.
LONGEST = 1 << 20
MOST = 1 << 16


Origins: TypeAlias = "tuple[tuple[Resource, ...], bool]"
MadeFrom: TypeAlias = "dict[int, tuple[object, Origins]]"  # by identity of the data, which is held to keep it


class Failure(Exception):
    """The call is an error to Terraform."""


class Undecided(Exception):
    """What the call gives cannot be known here."""


class Rounds:
    """How many rounds the loops of a root module may go, all in all; loops in loops make many of little text.

    `steady` remembers of each loop what has the same value in all its rounds.
    """

    __slots__ = ("left", "steady")

    def __init__(self, left: int = 1_000_000) -> None:
        self.left = left
        self.steady: dict[For, tuple[Node, ...]] = {}

    def take(self, count: int) -> bool:
        """Go some rounds; false, and none of them gone, where that would be too many."""
        if count > self.left:
            return False
        self.left -= count
        return True


class Context(NamedTuple):
    """What the functions may see of the world.

    All paths have forward slashes.

    root        the repository's directory, absolute
    module      the directory that relative paths start from, absolute: to Terraform that of the root module
    read        a file's text by its absolute path; None if it is missing, outside the repository or no text
    list_files  the files below a directory (absolute path), at any depth, relative to it; none if it is missing
    render      evaluates a template's text (path, text, variables); a failed value where it is wrong
    own         further functions (arguments, where the call stands), of a tool around Terraform
    rounds      how many rounds loops may yet go
    filesets    what `fileset` has found, by folder and pattern: a module that is called often asks the same again
    made_from   what large lists and mappings were made from, as `origins` remembers it
    templating  inside of a template, where Terraform refuses to render another one
    """

    root: str
    module: str
    read: Callable[[str], str | None]
    list_files: Callable[[str], list[str]]
    render: Callable[[str, str, Mapping[str, Value]], Value] | None = None
    own: Mapping[str, Callable[[list[Value], Span], Value]] = {}
    rounds: Rounds = Rounds()
    filesets: dict[tuple[str, str], list[str]] | None = None
    made_from: MadeFrom | None = None
    templating: bool = False


class Call(NamedTuple):
    """One call: where it stands and what it was given."""

    span: Span
    context: Context | None
    arguments: tuple[Value, ...]

    def origins(self) -> Origins:
        """What all arguments were made from."""
        return origins(self.arguments, self.context.made_from if self.context is not None else None)

    def computed(self, data: Plain) -> Value:
        """A result computed from all arguments."""
        refers, sensitive = self.origins()
        made = lift(data, self.span, refers, trail_of(self.arguments))
        made.sensitive = sensitive
        return made

    def unknown(self, pieces: tuple[Value, ...] = (), encoded: Value | None = None) -> Value:
        """A result that cannot be known, made from all arguments."""
        # What has parts to look into keeps their places: a trail would say that all of them stand elsewhere.
        refers, sensitive = self.origins()
        trail = trail_of(self.arguments) if pieces or encoded is not None else way(self.arguments)
        made = Value(UNKNOWN, None, self.span, refers=refers, trail=trail, pieces=pieces, encoded=encoded)
        made.sensitive = sensitive
        return made

    def collected(self, data: Iterable[Value] | Mapping[str, Value], open: bool = False) -> Value:
        """A new list or mapping of elements that stand elsewhere."""
        held = dict(data) if isinstance(data, Mapping) else tuple(data)
        if len(held) > MOST:
            raise Undecided
        refers, sensitive = _unique(self.arguments), is_sensitive(self.arguments)
        pieces = (doubts(*self.arguments) or doubts(*_elements(self.arguments))) if open else ()
        return Value(KNOWN, held, self.span, open=open, refers=refers, pieces=pieces, sensitive=sensitive)

    def decoded(self, data: Plain, text: Value) -> Value:
        """The structure that a text holds."""
        made = lift(data, self.span, text.refers, text.trail)
        made.sensitive = text.sensitive
        return made

    def derived(self, source: Value, data: Iterable[Value] | Mapping[str, Value], open: bool = False) -> Value:
        """A list or mapping that is one argument rearranged: it comes from where that came from."""
        held = dict(data) if isinstance(data, Mapping) else tuple(data)
        return Value(
            KNOWN,
            held,
            self.span,
            open=open,
            trail=source.trail,
            refers=source.refers,
            pieces=doubts(source) if open else (),
            owner=source.owner,
            name=source.name,
            sensitive=source.sensitive,
        )


class Function(NamedTuple):
    """A declared function: what it takes and what it does."""

    plain: Callable[..., Plain] | None
    shaped: Callable[..., Value] | None
    parameters: tuple[Type, ...]
    rest: Type | None
    nulls: bool
    tolerant: bool


def plain(*parameters: Type, rest: Type | None = None) -> Callable[[Callable[..., Plain]], Function]:
    """Declare a function of plain data; `rest` is the type of any further arguments."""
    return lambda body: Function(body, None, parameters, rest, False, False)


def shaped(
    *parameters: Type, rest: Type | None = None, nulls: bool = False, tolerant: bool = False
) -> Callable[[Callable[..., Value]], Function]:
    """Declare a function of Values; its first argument is the Call.

    `nulls`: the further (or only) arguments may be null. `tolerant`: it is called with failed arguments too.
    """
    return lambda body: Function(None, body, parameters, rest, nulls, tolerant)


def apply(function: Function, call: Call) -> Value:
    """The result of a call.

    Raises Failure and Undecided, and ValueError, ArithmeticError or RecursionError where Python refuses something.
    """
    given, declared, rest = call.arguments, function.parameters, function.rest
    if len(given) < len(declared) or (len(given) > len(declared) and rest is None):
        raise Failure
    types = declared if rest is None else declared + (rest,) * (len(given) - len(declared))
    arguments = [
        argument if type is ANY or argument.state is not KNOWN else convert(argument, type)
        for argument, type in zip(given, types)
    ]
    for position, argument in enumerate(arguments):
        if argument.state is KNOWN:
            continue
        nullable = function.nulls and (position >= len(declared) or rest is None)
        if (is_failed(argument) and not function.tolerant) or (argument.state is ABSENT and not nullable):
            raise Failure
    if function.shaped is not None:
        return function.shaped(call, *arguments)
    assert function.plain is not None
    if not all(whole(argument) for argument in arguments):
        return call.unknown()
    return call.computed(function.plain(*(argument.known for argument in arguments)))


# ------------------------------------------------------------------ results


def lift(data: Plain, span: Span | None, refers: tuple[Resource, ...] = (), trail: tuple[Step, ...] = ()) -> Value:
    """Plain data as Values that all stand at `span`. Raises Undecided above the size limit, Failure for no number."""
    if type(data) is str:  # first: nearly all of a decoded file
        if len(data) > LONGEST:
            raise Undecided
        return Value(KNOWN, normal(data), span, refers=refers, trail=trail)
    if data is None:
        return Value(ABSENT, None, span, trail=trail)
    if isinstance(data, (list, dict)):
        if len(data) > MOST:
            raise Undecided
        if isinstance(data, list):
            items = tuple([lift(item, span, refers, trail) for item in data])
            return Value(KNOWN, items, span, refers=refers, trail=trail)
        held = {name: lift(item, span, refers, trail) for name, item in data.items()}
        return Value(KNOWN, held, span, refers=refers, trail=trail)
    if isinstance(data, (Encoded, Reference)):
        raise Failure
    if isinstance(data, float):
        if data != data or data in (float("inf"), float("-inf")):
            raise Failure
        data = int(data) if data.is_integer() and abs(data) < 1e15 else data
    return Value(KNOWN, data, span, refers=refers, trail=trail)


def normal(text: str) -> str:
    """The text in Unicode's normal form C, as Terraform keeps all strings, and half characters replaced."""
    if text.isascii():
        return text
    from unicodedata import normalize

    if any("\ud800" <= letter <= "\udfff" for letter in text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    return normalize("NFC", text)


def origins(values: Iterable[Value], remembered: MadeFrom | None = None) -> Origins:
    """The resources that values and all their parts were made from, each once; and whether any is sensitive.

    A mapping that makes its values on demand is not asked for them: what stands in it knows what it refers to.
    Of a large list or mapping, the only one among the values, it is `remembered`.
    """
    rest = list(values)
    large = [value.data for value in rest if isinstance(value.data, (tuple, dict))] if remembered is not None else []
    if remembered is None or len(large) != 1 or len(large[0]) < WORTH_KEEPING:
        return _gathered(rest)
    data = large[0]
    if id(data) not in remembered:
        items = list(data if isinstance(data, tuple) else data.values())
        remembered[id(data)] = data, _gathered(items)
    inner, secret = remembered[id(data)][1]
    own = {id(resource): resource for value in rest for resource in value.refers}
    refers = tuple({**own, **{id(resource): resource for resource in inner}}.values()) if own else inner
    return refers, secret or is_sensitive(rest)


def _gathered(rest: list[Value]) -> Origins:
    found: dict[int, Resource] = {}
    seen: set[int] = set()
    sensitive = False
    for value in rest:
        if id(value) in seen:
            continue
        seen.add(id(value))
        sensitive = sensitive or value.sensitive
        for resource in value.refers:
            found[id(resource)] = resource
        if isinstance(value.data, tuple):
            rest.extend(value.data)
        elif isinstance(value.data, dict):
            rest.extend(value.data.values())
    return tuple(found.values()), sensitive


def _elements(values: Iterable[Value]) -> Iterable[Value]:
    return (item for value in values if isinstance(value.data, tuple) for item in value.data)


def _unique(values: Iterable[Value]) -> tuple[Resource, ...]:
    return tuple({id(resource): resource for value in values for resource in value.refers}.values())


def trail_of(values: Iterable[Value]) -> tuple[Step, ...]:
    """The trail of the one value that has any; nothing where several have."""
    trails = [value.trail for value in values if value.trail]
    return trails[0] if len(trails) == 1 else ()
