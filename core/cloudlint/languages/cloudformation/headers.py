"""Where a value with a key is shown: at its key, in YAML and in JSON alike."""

from __future__ import annotations

from collections.abc import Mapping

from ...model import Span
from ...patterns import pattern
from ...resource import Value
from ...vocabulary.json_editing import JsonSite

_KEY = pattern(r'"(?:[^"\\]|\\.)*"')


def header_of(value: Value) -> Span | None:
    """The key of a mapping or list; of an item, and of everything that is written on one line, the value itself."""
    site, span = value.site, value.span
    if value.trail or span is None or not isinstance(value.data, (tuple, Mapping)):
        return span
    return key_of(value) if isinstance(site, JsonSite) and site.member != site.start else span


def key_of(value: Value) -> Span | None:
    """The key of an entry, without quotes; where it has none its own place."""
    site = value.site
    if isinstance(site, JsonSite):
        found = _KEY.match(site.page.text, site.member) if site.member != site.start else None
        return site.page.exact(found.start() + 1, found.end() - 1) if found else value.span
    header = getattr(site, "header", None)
    return header if isinstance(header, Span) else value.span
