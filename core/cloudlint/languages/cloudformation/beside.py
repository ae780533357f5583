"""Companions: what Terraform writes as a resource of its own is a property of the resource here, or a new resource."""

from __future__ import annotations

from collections.abc import Mapping

from ...model import Change, Reference
from ...patterns import pattern
from ...resource import Encoded, Plain, Value
from ..yaml.edit import YamlSite
from ..yaml.writing import Verbatim
from .entries import UnsayableError, translated_back
from .rows import Also, Row, camel
from .template import Declared

_TRAVERSAL = pattern(r"([a-z0-9_]+)\.(\w+)\.(id|arn|name|bucket)")
_TEMPLATE = pattern(r'"\$\{([\w.]+)\}([\w/*:.-]*)"')


class BesideSite:
    """The site that writes companions of one resource."""

    __slots__ = ("declared", "properties", "root", "row")

    def __init__(self, declared: Declared, root: Value, row: Row, properties: Value) -> None:
        self.declared = declared
        self.root = root
        self.row = row
        self.properties = properties

    def set(self, name: str, value: Plain) -> Change | None:
        """Only companions are written here."""
        return None

    def remove(self, name: str) -> Change | None:
        """Only companions are written here."""
        return None

    def add(self, name: str, content: Mapping[str, Plain]) -> Change | None:
        """Only companions are written here."""
        return None

    def beside(self, kind: str, label: str, content: Mapping[str, Plain]) -> Change | None:
        """The companion as properties of the resource, or as a resource of the type that becomes this kind."""
        try:
            for also in self.row.also:
                if also.kind == kind and not also.each:
                    return self._properties(also, content)
            return self._resource(kind, label, content)
        except UnsayableError:
            return None

    def _properties(self, also: Also, content: Mapping[str, Plain]) -> Change | None:
        wanted = {key: value for key, value in content.items() if key != also.via}
        native = translated_back(self.native(wanted), also.names)
        if not isinstance(native, dict) or self.properties.site is None:
            return None
        change: Change | None = None
        for name, value in native.items():
            one = self.properties.site.set(name, value)
            if one is None or name not in also.names:
                return None
            change = one if change is None else change.also(one)
        return change

    def _resource(self, kind: str, label: str, content: Mapping[str, Plain]) -> Change | None:
        from .tables import type_for  # the type of a kind is looked up only when something is written

        found = type_for(kind)
        if found is None:
            return None
        native_type, row = found
        properties = translated_back(self.native(dict(content)), row.names)
        name = self._free(_joined(label, camel(native_type.rpartition("::")[2])))
        body: Plain = {"Type": native_type, "Properties": properties}
        site = self.declared.raw.site
        title = f"Add `{name}`"
        if isinstance(site, YamlSite):
            return site.follow(name, body, title)
        section = self.root.entry("Resources").site
        return section.set(name, body) if section is not None else None

    def _free(self, wanted: str) -> str:
        taken = self.root.entry("Resources").data
        name, count = wanted, 1
        while isinstance(taken, Mapping) and name in taken:
            count += 1
            name = f"{wanted}{count}"
        return name

    def native(self, value: Plain) -> Plain:
        """With references as functions, in the notation of the document. Raises UnsayableError."""
        if isinstance(value, Reference):
            return self._reference(value.text)
        if isinstance(value, Encoded):
            return self.native(value.content)
        if isinstance(value, dict):
            return {key: self.native(item) for key, item in value.items()}
        if isinstance(value, list):
            return [self.native(item) for item in value]
        return value

    def _reference(self, text: str) -> Plain:
        """`aws_s3_bucket.site.id` -> `!Ref site`, `.arn` -> `!GetAtt site.Arn`, within a text -> `!Sub`; other
        expressions mean nothing here."""
        around = _TEMPLATE.fullmatch(text)
        found = _TRAVERSAL.fullmatch(around[1] if around else text)
        if found is None or found[2] not in self.declared.scope.resources:
            raise UnsayableError
        _, label, attribute = found.groups()
        short = isinstance(self.declared.raw.site, YamlSite)
        if around:
            inner = f"${{{label}.Arn}}{around[2]}" if attribute == "arn" else f"${{{label}}}{around[2]}"
            return Verbatim(f'!Sub "{inner}"') if short else {"Fn::Sub": inner}
        if attribute == "arn":
            return Verbatim(f"!GetAtt {label}.Arn") if short else {"Fn::GetAtt": [label, "Arn"]}
        return Verbatim(f"!Ref {label}") if short else {"Ref": label}


def _joined(label: str, type_name: str) -> str:
    """`SiteBucket` and `BucketPolicy` as `SiteBucketPolicy`."""
    words = [at for at, char in enumerate(type_name) if char.isupper() and at]
    shared = next((at for at in reversed(words) if label.endswith(type_name[:at])), 0)
    return label + type_name[shared:]
