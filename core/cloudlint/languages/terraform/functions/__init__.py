"""Terraform's and OpenTofu's built-in functions over Values.

The functions live in one module a family, imported when one of them is first called: a module that calls none pays for
none. A function is named as in Terraform, with an underscore behind where Python has the name already.
"""

from __future__ import annotations

from ....model import Span
from ....resource import UNKNOWN, Step, Value
from ....unknowns import way
from ..types import failed, is_failed
from .calling import LONGEST, Call, Context, Failure, Function, Rounds, Undecided, apply, origins

__all__ = ["LONGEST", "Context", "Rounds", "call", "failed", "is_failed"]

_FAMILIES = {
    "collections": "alltrue anytrue chunklist coalesce coalescelist compact concat contains distinct element flatten"
    " index length matchkeys one range reverse slice sort sum",
    "conversion": "can ephemeralasnull issensitive nonsensitive sensitive tobool tolist tomap tonumber toset tostring"
    " try",
    "mappings": "keys lookup merge transpose values zipmap",
    "numbers": "abs ceil floor log max min parseint pow signum",
    "sets": "setintersection setproduct setsubtract setunion",
    "strings": "chomp endswith indent join lower replace split startswith strcontains strrev substr title trim"
    " trimprefix trimspace trimsuffix upper",
    "patterns": "regex regexall",
    "formatting": "format formatlist",
    "encoding": "base64decode base64encode base64gunzip base64gzip csvdecode textdecodebase64 textencodebase64"
    " urldecode urlencode",
    "structured": "jsondecode jsonencode yamldecode yamlencode",
    "hashes": "base64sha256 base64sha512 bcrypt md5 rsadecrypt sha1 sha256 sha512 uuid uuidv5",
    "dates": "formatdate plantimestamp timeadd timecmp timestamp",
    "networks": "cidrcontains cidrhost cidrnetmask cidrsubnet cidrsubnets",
    "files": "abspath basename dirname file filebase64 filebase64sha256 filebase64sha512 fileexists filemd5 fileset"
    " filesha1 filesha256 filesha512 pathexpand templatefile templatestring",
}

NAMES = {name: family for family, names in _FAMILIES.items() for name in names.split()}

_loaded: dict[str, Function] = {}


def call(name: str, arguments: list[Value], span: Span, context: Context | None) -> Value:
    """The value of `name(arguments)`: failed where Terraform would stop with an error. Raises nothing.

    Without a context there are no files and no templates.
    """
    try:
        made = evaluate(name, arguments, span, context)
        return made if made.state is not UNKNOWN else _with_reason(made, name, arguments)
    except Failure:
        return failed(span)
    except Undecided:
        pass
    except Exception:
        # An editor must survive a mistake of ours in one function; the tests call `evaluate`, which hides none.
        pass
    refers, sensitive = origins(arguments, context.made_from if context is not None else None)
    undecided = Value(UNKNOWN, None, span, refers=refers, trail=way(arguments), sensitive=sensitive)
    return _with_reason(undecided, name, arguments)


def _with_reason(made: Value, name: str, arguments: list[Value]) -> Value:
    """What no argument decides is its own reason: the time, a file elsewhere, a function of a provider."""
    if made.refers or made.span is None or is_failed(made) or way((made,)):
        return made
    if any(argument.state is UNKNOWN or argument.open for argument in arguments):
        return made
    return made.but(trail=(Step(made.span, f"what `{name}` gives"),))


def evaluate(name: str, arguments: list[Value], span: Span, context: Context | None) -> Value:
    """As `call`, but raises what goes wrong: Failure, Undecided, and any mistake in a function."""
    if context is not None and name in context.own:
        return context.own[name](arguments, span)
    # The call is made without `__new__`, as it is for every function of every round.
    return apply(_loaded.get(name) or _function(name), tuple.__new__(Call, (span, context, tuple(arguments))))


def _function(name: str) -> Function:
    """The function of a name, its family imported if need be. Raises Failure where there is none."""
    if name.startswith("provider::"):
        raise Undecided
    name = name.removeprefix("core::")
    found = _loaded.get(name)
    if found is None:
        family = NAMES.get(name)
        if family is None:
            raise Failure
        module = __import__(f"{__name__}.{family}", fromlist=(name,))
        found = getattr(module, f"{name}_", None) or getattr(module, name)
        _loaded[name] = found
    return found
