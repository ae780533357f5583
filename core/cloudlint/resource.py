"""Resource and Value: all that a rule sees of any format.

A Value is known, absent or unknown, remembers where it stands and how it came there, and can be asked to change
itself. Blocks are values too: a block type is a list of objects, so that `resource.blocks("ingress")`, an attribute
written as a list of objects, and a list of mappings in YAML are read in one way.
"""

from __future__ import annotations

from _thread import _local  # what `threading` calls local; `threading` itself is slow to import
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum

from .model import Change, Finding, Reference, Span, Undecided  # noqa: F401  Reference is named in Plain
from .typed import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from .typed import TypeAlias

Scalar: TypeAlias = "str | int | float | bool"
Plain: TypeAlias = "Scalar | Reference | Encoded | list[Plain] | dict[str, Plain] | None"
# A Reference and what is Encoded are only ever written.


class _Here(_local):
    """What is collected in this thread."""

    unknown_reads: list[Value] | None = None


_here = _Here()


class State(Enum):
    """What can be said of a value."""

    KNOWN = "known"
    ABSENT = "absent"
    UNKNOWN = "unknown"


KNOWN, ABSENT, UNKNOWN = State

SENSITIVE = "(sensitive)"  # what people see of a value that is not to be shown


class Encoded(NamedTuple):
    """What is written as JSON text: with Terraform's `jsonencode`, or as it is where a format takes it so."""

    content: Plain


class Step(NamedTuple):
    """One station on the way from an attribute to the place that decides its value.

    `what` names it for people: `variable "encrypted"`, `local.tags`, `module "db"`, `prod.tfvars`. `decides` is true
    where somebody passed the value on purpose from outside (an argument of a module call): there the finding is shown.
    """

    span: Span
    what: str
    decides: bool = False


class Call(NamedTuple):
    """The call, in the author's own files, of a module that is somebody else's: all of it lies below `folder`."""

    span: Span
    folder: str

    def hides(self, path: str) -> bool:
        """Is the file a part of that module, where the author changes nothing?"""
        return path.startswith(self.folder + "/")


class Site(Protocol):
    """The place in a document where a value stands or would stand; each language edits its own kind.

    Every method returns None where no edit can be right (generated text, a value computed elsewhere).
    """

    def set(self, name: str, value: Plain) -> Change | None:
        """Write `value` here, over what stands here or as a new attribute `name`."""

    def remove(self, name: str) -> Change | None:
        """Take away what stands here, with its separator."""

    def add(self, name: str, content: Mapping[str, Plain]) -> Change | None:
        """Add a block (or mapping) `name` with `content` to the object that stands here."""

    def beside(self, kind: str, label: str, content: Mapping[str, Plain]) -> Change | None:
        """Write a whole new resource behind the one that stands here."""


class Value:
    """A value as far as it can be known without running anything.

    data      known: str, int, float, bool, tuple of Values, or mapping of str to Value; None otherwise
    open      known list or mapping that may hold more than is seen here (a dynamic block over unknown things)
    span      where it is seen from the resource: the attribute's expression, the list element, the header if absent
    trail     the steps behind the span, nearest first; empty where the span itself decides
    refers    the resources that the value was made from
    pieces    a string put together from parts (literal text, interpolations), also when the whole is unknown;
              of an open list or mapping, the unknown values that leave it open
    encoded   the structure that this string is the JSON (or YAML) text of, where it was made by encoding
    site      where an edit would go
    name      the attribute's native name in its document (`storage_encrypted`, `StorageEncrypted`)
    owner     the resource it was read from
    given     surely set, although to something unknown: a reference to what the provider makes, a template
    sensitive not to be shown to people, nor any part of it: the author has marked it so
    """

    __slots__ = (
        "data",
        "encoded",
        "given",
        "name",
        "open",
        "owner",
        "pieces",
        "refers",
        "sensitive",
        "site",
        "span",
        "state",
        "trail",
    )

    data: Scalar | tuple[Value, ...] | Mapping[str, Value] | None

    def __init__(
        self,
        state: State,
        data: Scalar | tuple[Value, ...] | Mapping[str, Value] | None = None,
        span: Span | None = None,
        *,
        open: bool = False,
        trail: tuple[Step, ...] = (),
        refers: tuple[Resource, ...] = (),
        pieces: tuple[Value, ...] = (),
        encoded: Value | None = None,
        site: Site | None = None,
        name: str = "",
        owner: Resource | None = None,
        given: bool = False,
        sensitive: bool = False,
    ) -> None:
        self.state = state
        self.data = data
        self.span = span
        self.open = open
        self.trail = trail
        self.refers = refers
        self.pieces = pieces
        self.encoded = encoded
        self.site = site
        self.name = name
        self.owner = owner
        self.given = given
        self.sensitive = sensitive

    def but(self, **changes: object) -> Value:
        """A copy with some slots changed."""
        copy = self.copy()
        for slot, value in changes.items():
            setattr(copy, slot, value)
        return copy

    def copy(self) -> Value:
        """Another value with the same slots, for who made it to change."""
        # Without `__init__`: this is what evaluation does most.
        copy = Value.__new__(Value)
        copy.state = self.state
        copy.data = self.data
        copy.span = self.span
        copy.open = self.open
        copy.trail = self.trail
        copy.refers = self.refers
        copy.pieces = self.pieces
        copy.encoded = self.encoded
        copy.site = self.site
        copy.name = self.name
        copy.owner = self.owner
        copy.given = self.given
        copy.sensitive = self.sensitive
        return copy

    def secrets(self) -> Iterator[str]:
        """The texts in this value that are not to be shown; nothing that is made on demand is made for it."""
        pending = [(self, self.sensitive)]
        seen: dict[tuple[int, bool], object] = {}  # what refers to itself holds itself
        while pending:
            value, hidden = pending.pop()
            data, hidden = value.data, hidden or value.sensitive
            pending += [(piece, False) for piece in value.pieces]
            if isinstance(data, (tuple, Mapping)):
                if (id(data), hidden) not in seen:
                    seen[id(data), hidden] = data
                    pending += [(item, hidden) for item in (data if isinstance(data, tuple) else _at_hand(data))]
            elif hidden and value.state is KNOWN:
                yield value.text or ""

    # -------------------------------------------------------------- what is it?

    @property
    def known(self) -> Plain:
        """The value as plain Python, None where it is absent, unknown or not wholly known."""
        if self.state is not KNOWN:
            self._observe()
            return None
        return self._plain() if self._whole() else None

    def _whole(self) -> bool:
        """Known all through; otherwise the unknown part is noted as read."""
        if self.state is UNKNOWN or self.open:
            self._observe(force=True)
            return False
        data = self.data
        if data is None or isinstance(data, (str, int, float)):  # first: asking an abstract class is slow
            return True
        return all(item._whole() for item in (data if isinstance(data, tuple) else data.values()))

    def _plain(self) -> Plain:
        data = self.data
        if data is None or isinstance(data, (str, int, float)):
            return data
        if isinstance(data, tuple):
            return [item._plain() for item in data]
        return {key: item._plain() for key, item in data.items()}

    @property
    def absent(self) -> bool:
        """Surely not set (or set to null)."""
        if not self.given:
            self._observe()
        return self.state is ABSENT

    @property
    def unknown(self) -> bool:
        """Set, or perhaps set, to something that cannot be known here."""
        self._observe()
        return self.state is UNKNOWN

    @property
    def text(self) -> str | None:
        """The value as the text it converts to (numbers and booleans too), None where it is not a known scalar."""
        if self.state is KNOWN and type(self.data) is str:  # first: this is what evaluation asks most
            return self.data
        data = self.known
        if isinstance(data, bool):
            return "true" if data else "false"
        if isinstance(data, (int, float)):
            return f"{data:g}" if isinstance(data, float) else str(data)
        return data if isinstance(data, str) else None

    @property
    def said(self) -> str | None:
        """The same for people: as it is written in formats that have another word for it (`PublicRead`)."""
        native = getattr(self.site, "native", None)
        return native if isinstance(native, str) else self.text

    @property
    def number(self) -> int | float | None:
        """The value as a finite number (`"22"` counts), None where it is none or not known."""
        data = self.known
        if isinstance(data, str):
            try:
                data = int(data)
            except ValueError:
                try:
                    data = float(data)
                except ValueError:
                    return None
        if not isinstance(data, (int, float)) or isinstance(data, bool):
            return None
        return data if data - data == 0 else None  # neither infinite nor none at all

    @property
    def flag(self) -> bool | None:
        """The value as a boolean (`"true"` counts), None where it is none or not known."""
        if self.state is KNOWN and type(self.data) is bool:  # first: this is what evaluation asks most
            return self.data
        data = self.known
        if isinstance(data, bool):
            return data
        return {"true": True, "false": False}.get(data) if isinstance(data, str) else None

    def equals(self, wanted: Plain) -> bool:
        """Known and the same as `wanted`, with the conversions every format makes (`"true"` is true, `"22"` is 22)."""
        if isinstance(wanted, bool):
            return self.flag is wanted
        if isinstance(wanted, (int, float)):
            return self.number == wanted
        if isinstance(wanted, str):
            return self.text == wanted
        return self.state is KNOWN and self.known == wanted

    def one_of(self, wanted: Iterable[Plain]) -> bool:
        """Known and equal to one of `wanted`."""
        return any(self.equals(item) for item in wanted)

    # ------------------------------------------------------------ what is in it?

    def items(self) -> tuple[Value, ...]:
        """The elements of a list; a lone scalar or object counts as a list of one; nothing where absent or unknown.

        An unknown list, or one that may hold more, is noted as an unknown read.
        """
        if self.open or self.state is UNKNOWN:
            self._observe(force=True)
        if self.state is not KNOWN:
            return ()
        if isinstance(self.data, tuple):
            return tuple(self.part(item) for item in self.data)
        return (self,)

    def entries(self) -> dict[str, Value]:
        """The entries of a mapping; nothing where it is none."""
        if self.open or self.state is UNKNOWN:
            self._observe(force=True)
        if isinstance(self.data, Mapping):
            return {key: self.part(item) for key, item in self.data.items()}
        return {}

    def entry(self, key: str) -> Value:
        """One entry of a mapping (or of the one object in a list), by its exact key."""
        return self.part(self._child(key))

    def __getitem__(self, path: str) -> Value:
        """The value at a dotted path of attributes and blocks; of several blocks the first. See `each` for all."""
        value = self
        for key in path.split("."):
            value = value.entry(key)
        return value

    def blocks(self, path: str) -> tuple[Value, ...]:
        """All blocks (objects) at a dotted path, in order; nothing where there is none or it is unknown."""
        return tuple(block for value in self.each(path) for block in value.items() if isinstance(block.data, Mapping))

    def each(self, path: str) -> tuple[Value, ...]:
        """The value at a dotted path once for every block on the way; one absent value where a block is missing."""
        found: tuple[Value, ...] = (self,)
        for key in path.split("."):
            found = tuple(
                item.entry(key)
                for value in found
                for item in (value.items() if value.state is KNOWN and isinstance(value.data, tuple) else (value,))
            )
        return found

    def _child(self, key: str) -> Value:
        data = self.data
        if isinstance(data, tuple) and data:
            return self.part(data[0])._child(key)
        if isinstance(data, Mapping):
            found = data.get(key)
            if found is not None:
                return found if found.name else found.but(name=key)
            return Value(
                UNKNOWN if self.open else ABSENT,
                None,
                self.span,
                site=self.site,
                name=key,
                owner=self.owner,
                trail=self.trail,
            )
        if self.state is UNKNOWN:
            return Value(UNKNOWN, None, self.span, trail=self.trail, refers=self.refers, name=key, owner=self.owner)
        return Value(ABSENT, None, self.span, site=Nested(self), name=key, owner=self.owner, trail=self.trail)

    def part(self, item: Value, at: Span | None = None) -> Value:
        """An element of this value as seen from here: what was reached through a reference is shown at it (or `at`)."""
        if self.trail and item.span is not None and item.span != self.span:
            return self.reached(item, at or self.span)
        if at is not None and (item.trail or item.span is None):
            seen = item.copy()
            seen.span = at
        elif item.owner is self.owner and item.name and not self.sensitive:
            return item
        else:
            seen = item.copy()
        seen.owner = self.owner
        seen.name = item.name or self.name
        seen.sensitive = self.sensitive or item.sensitive
        return seen

    def reached(self, item: Value, at: Span | None) -> Value:
        """An element of this value, which has a trail, as seen at `at`: its last step points at the element instead."""
        trail, inner, seen = self.trail, item.span, item.copy()
        (path, start, end), what, decides = trail[-1]
        assert inner is not None
        inside, first, last = inner
        # Made without `__new__`, as it is made for every element of every list.
        if inside == path and start <= first and last <= end:
            step = tuple.__new__(Step, (inner, what, decides))
            seen.trail = (*trail[:-1], step, *item.trail) if len(trail) > 1 or item.trail else (step,)
        else:
            seen.trail = (*trail, tuple.__new__(Step, (inner, what, False)), *item.trail)
        seen.span = at
        seen.owner = self.owner
        seen.name = item.name or self.name
        seen.sensitive = self.sensitive or item.sensitive
        return seen

    def _observe(self, force: bool = False) -> None:
        if force or self.state is UNKNOWN:
            reads = _here.unknown_reads
            if reads is not None:
                reads.append(self)

    # ------------------------------------------------------------- where does it stand?

    @property
    def place(self) -> Span | None:
        """Where a finding about this value is shown: the argument that decided it, or else the span.

        What was decided in somebody else's module is shown at the author's call of it.
        """
        place = next((step.span for step in reversed(self.trail) if step.decides), self.span)
        call = self.owner.call if self.owner is not None else None
        return call.span if call is not None and place is not None and call.hides(place.path) else place

    # --------------------------------------------------------------- changing it

    def set(self, value: Plain) -> Change | None:
        """The change that makes this value be `value`, where it is decided; None where no edit can be right."""
        return self.site.set(self.name, value) if self.site is not None else None

    def set_all(self, values: Mapping[str, Plain]) -> Change | None:
        """The change that sets several attributes of this object at once; where the block is missing, it is added."""
        if self.state is ABSENT:
            return self.site.add(self.name, values) if self.site is not None else None
        if isinstance(self.data, tuple) and len(self.data) == 1:  # the one block of a type
            return self.part(self.data[0]).set_all(values)
        # Not every object takes several attributes at once.
        write: Callable[[Mapping[str, Plain]], Change | None] | None = getattr(self.site, "set_all", None)
        return write(values) if write is not None else None

    def replace(self, name: str, values: Mapping[str, Plain]) -> Change | None:
        """The change that writes attributes of this object in the place of the attribute `name`."""
        # Not every object takes several attributes at once.
        write: Callable[[str, Mapping[str, Plain]], Change | None] | None = getattr(self.site, "replace", None)
        return write(name, values) if write is not None else None

    def append(self, item: Plain) -> Change | None:
        """The change that writes one more item behind the last of this list; it may hold References."""
        # Not every site is that of a list, and not every format writes references as Terraform does.
        write: Callable[[str, Plain], Change | None] | None = getattr(self.site, "append", None)
        native: Callable[[Plain], Plain] | None = getattr(self.owner and self.owner.site, "native", None)
        return write(self.name, item if native is None else native(item)) if write is not None else None

    def remove(self) -> Change | None:
        """The change that takes this value (attribute, element, block) away."""
        return self.site.remove(self.name) if self.site is not None else None

    def add(self, name: str, content: Mapping[str, Plain]) -> Change | None:
        """The change that adds a block `name` with `content` inside this object."""
        return self.site.add(name, content) if self.site is not None else None

    def beside(self, kind: str, label: str, content: Mapping[str, Plain]) -> Change | None:
        """The change that writes a companion resource behind this one; `content` may hold References to it."""
        return self.site.beside(kind, label, content) if self.site is not None else None

    def __repr__(self) -> str:
        return f"Value({self.state.value}, {self.data!r})"


def _at_hand(entries: Mapping[str, Value]) -> Iterable[Value]:
    """The values of a mapping; of one that makes them on demand, those that were made."""
    if isinstance(entries, dict):
        return entries.values()
    at_hand: Callable[[], Iterable[Value]] = getattr(entries, "at_hand", tuple)
    return at_hand()


class Nested:
    """The site of an attribute inside a block that is itself missing: writing it writes the block."""

    __slots__ = ("parent",)

    def __init__(self, parent: Value) -> None:
        self.parent = parent

    def set(self, name: str, value: Plain) -> Change | None:
        """Add the missing block with this one attribute."""
        parent = self.parent
        return parent.site.add(parent.name, {name: value}) if parent.site is not None else None

    def set_all(self, values: Mapping[str, Plain]) -> Change | None:
        """Add the missing block with these attributes."""
        parent = self.parent
        return parent.site.add(parent.name, values) if parent.site is not None else None

    def remove(self, name: str) -> Change | None:
        """Nothing stands here."""
        return None

    def add(self, name: str, content: Mapping[str, Plain]) -> Change | None:
        """Add the missing block with a block inside."""
        parent = self.parent
        return parent.site.add(parent.name, {name: dict(content)}) if parent.site is not None else None

    def beside(self, kind: str, label: str, content: Mapping[str, Plain]) -> Change | None:
        """Only a resource has companions."""
        return None


class Resource(Value):
    """One thing that a document describes: a cloud resource, a data source, a provider, a workload.

    kind       canonical kind: `aws_s3_bucket`, `data.aws_ami`, `provider.aws`
    label      the name it has in its document
    address    the full address, module instances and keys included
    framework  the format it is written in
    graph      all resources it was evaluated together with
    provider   the configuration of its provider (`provider.aws`), None where there is none or it is not seen
    call       the author's call of the module it stands in, where that is somebody else's
    planned    its place in the plan, where that says what it is
    answers    for `linting`: what checks said of it, also of an earlier state where that still holds
    """

    __slots__ = ("address", "answers", "call", "framework", "graph", "kind", "label", "planned", "provider")

    def __init__(self, kind: str, label: str, address: str, framework: str, body: Value, graph: Graph) -> None:
        super().__init__(body.state, body.data, body.span, open=body.open, site=body.site, trail=body.trail)
        self.owner = self
        self.kind = kind
        self.label = label
        self.address = address
        self.framework = framework
        self.graph = graph
        self.provider: Resource | None = None
        self.call: Call | None = None
        self.planned: Span | None = None
        self.answers: dict[object, Said] = {}

    def linked(self, kind: str, via: str) -> tuple[Resource, ...]:
        """The resources of `kind` whose attribute `via` refers to this one, or holds the same known name."""
        return self.graph.links(kind, via).to(self)

    def lacks(self, kind: str, via: str) -> bool:
        """Surely no resource of `kind` is linked through `via`: none points here, and of none it is unknown."""
        links = self.graph.links(kind, via)
        if links.to(self):
            return False
        if links.doubtful is not None:
            links.doubtful._observe(force=True)
        return links.doubtful is None

    def __str__(self) -> str:
        return f"`{self.kind}.{self.label}`"


class Said(NamedTuple):
    """What one check said of one resource, and the kinds of resources it looked at on the way.

    `reach` holds what it is about, from the first place to the last in each file; empty where nobody has asked yet.
    """

    findings: tuple[Finding, ...] = ()
    undecided: Undecided | None = None
    asked: frozenset[str] = frozenset()
    reach: tuple[Span, ...] = ()


NOTHING_SAID = Said()


class Late:
    """Resources of one kind that are made when somebody asks for them; `places` tells where they will stand."""

    __slots__ = ("kind", "made", "make", "places")

    def __init__(self, kind: str, places: Callable[[], frozenset[Span]], make: Callable[[], list[Resource]]) -> None:
        self.kind = kind
        self.places = places
        self.make = make
        self.made: list[Resource] | None = None

    def resources(self) -> list[Resource]:
        """The resources, made once."""
        if self.made is None:
            self.made = self.make()
        return self.made


class Graph:
    """The resources that were evaluated together, by kind. Filled while a document or module tree is lowered.

    The slots are for `linting`: `judged` is what was said of the resources, by the rules that said it; `asked` collects
    the kinds that are looked at while a check runs (`*` for all). `holders` let go of what the values are made from.
    """

    __slots__ = ("_by_kind", "_late", "_links", "_resources", "asked", "holders", "judged")

    def __init__(self) -> None:
        self._resources: list[Resource] = []
        self._late: list[tuple[int, Late]] = []  # in order, with the number of resources that stand before
        self._by_kind: dict[str, list[Resource]] = {}
        self._links: dict[tuple[str, str], Links] = {}
        self.asked: set[str] = set()
        self.holders: list[Callable[[], None]] = []
        self.judged: dict[object, object] = {}

    def add(self, resource: Resource) -> None:
        """Take in one more resource."""
        self._resources.append(resource)
        self._by_kind.setdefault(resource.kind, []).append(resource)
        self._links.clear()

    def add_late(self, late: Late) -> None:
        """Take in resources of a kind of which all are added like this."""
        self._late.append((len(self._resources), late))
        self._by_kind.setdefault(late.kind, [])

    def made(self) -> list[Resource]:
        """The resources that are there by now, in an order that only depends on which those are."""
        return [*self._resources, *(resource for _, late in self._late for resource in late.made or ())]

    def places(self) -> set[Span]:
        """Where the resources stand, providers left out; none is made for that."""
        found = {resource.span for resource in self._resources if not resource.kind.startswith("provider.")}
        for _, late in self._late:
            found |= late.places()
        return {span for span in found if span is not None}

    def release(self) -> None:
        """Let go of all values, for those who judge once."""
        made = self.made()
        self._late.clear()
        for resource in made:
            resource.data, resource.site = {}, None
            resource.provider = None
            resource.answers.clear()
        for let_go in self.holders:
            let_go()
        self.holders.clear()
        self._links.clear()

    def of(self, kind: str) -> list[Resource]:
        """The resources of a kind, in document order."""
        self.asked.add(kind)
        found = self._by_kind.get(kind, [])
        if self._late and not found:
            for _, late in self._late:
                if late.kind == kind:
                    found += late.resources()
        return found

    def links(self, kind: str, via: str) -> Links:
        """What the resources of a kind point at through their attribute `via`; read once: every target asks again."""
        found = self._links.get((kind, via))
        if found is None:
            found = self._links[kind, via] = Links((resource, resource[via]) for resource in self.of(kind))
        self.asked.add(kind)
        return found

    @property
    def resources(self) -> list[Resource]:
        """All of them, in document order."""
        self.asked.add("*")
        if self._late:
            self._make_all()
        return self._resources

    @property
    def kinds(self) -> Iterable[str]:
        """The kinds that occur."""
        self.asked.add("*")
        return self._by_kind.keys()

    def _make_all(self) -> None:
        for kind in {late.kind: None for _, late in self._late}:
            self.of(kind)
        every: list[Resource] = []
        done = 0
        for before, late in self._late:
            every += self._resources[done:before]
            every += late.resources()
            done = before
        self._resources = every + self._resources[done:]
        self._late.clear()


# What a provider makes of a resource is named by one of its own attributes: a link by equal names compares with these.
_IDENTITY = ("id", "name", "bucket", "arn", "function_name", "repository", "identifier", "cluster_identifier")


class Links:
    """What resources point at through one of their attributes: by reference, or by the known name of the target.

    `targets` are those of references, each once; `doubtful` is a value of which it is unknown where it points.
    """

    __slots__ = ("_by_name", "_by_target", "doubtful", "targets")

    def __init__(self, pairs: Iterable[tuple[Resource, Value]]) -> None:
        self._by_target: dict[int, list[tuple[int, Resource]]] = {}  # by identity: resources have no other
        self._by_name: dict[str, list[tuple[int, Resource, Value]]] = {}
        self.doubtful: Value | None = None
        targets: dict[int, Resource] = {}
        for at, (resource, value) in enumerate(pairs):
            for target in value.refers:
                targets.setdefault(id(target), target)
                self._by_target.setdefault(id(target), []).append((at, resource))
            if value.state is KNOWN and isinstance(value.data, str):
                self._by_name.setdefault(value.data, []).append((at, resource, value))
            elif value.state is UNKNOWN and not value.refers and value.data is None:
                self.doubtful = value  # with data (the error) it is what Terraform would refuse, and names nothing
        self.targets = tuple(targets.values())

    def to(self, target: Resource) -> tuple[Resource, ...]:
        """The resources that point at a target, in their order."""
        found = dict(self._by_target.get(id(target), ()))
        data = target.data
        if self._by_name and isinstance(data, Mapping):
            names = (data[key].data for key in _IDENTITY if key in data and data[key].state is KNOWN)
            for name in {name for name in names if isinstance(name, str)}:
                found |= {
                    at: resource
                    for at, resource, value in self._by_name.get(name, ())
                    if not any(other.kind == target.kind for other in value.refers)
                }
        return tuple(found[at] for at in sorted(found))


class Observing:
    """Collects the unknown values that are read inside: a check that read one and found nothing did not decide."""

    def __enter__(self) -> list[Value]:
        self._before, _here.unknown_reads = _here.unknown_reads, []
        return _here.unknown_reads

    def __exit__(self, *error: object) -> None:
        _here.unknown_reads = self._before
