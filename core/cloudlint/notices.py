"""What the engine itself reports, as rules: listed, explained, selected and ignored like all others.

They have no checks: whoever meets the trouble makes the finding with the id and severity that stand here. All three are
rated by the same reasoning: where nothing was judged, something serious may stand, though nobody knows that it does.
"""

from __future__ import annotations

from .rule import HIGH, Rule

_SOMETHING_MAY_BE_HIDDEN = "AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:N"

SYNTAX_ERROR = Rule(
    "syntax-error",
    """A part of a file cannot be read because its syntax is wrong.

The block that holds the error was judged without the part that could not be read, or not at all. What stands before and
after it was judged as usual. Until the error is gone, no verdict about this block can be trusted.

## Fix
Only the author knows what was meant, so that no edit is offered.
""",
    severity=HIGH,
    cvss=_SOMETHING_MAY_BE_HIDDEN,
)

NOT_ANALYSED = Rule(
    "not-analysed",
    """A file was not analysed.

It could not be opened, is not text in UTF-8, or is larger than the limit in the settings. Silence about it would look
like a clean bill of health, so the file is reported instead.

## Fix
Make the file readable, raise the size limit in the settings, or leave the file out of the run on purpose.
""",
    severity=HIGH,
    cvss=_SOMETHING_MAY_BE_HIDDEN,
)

INTERNAL_ERROR = Rule(
    "internal-error",
    """A rule failed on a resource because of a mistake in the rule.

The fault is in cloudlint, not in your code. All other rules were run on the resource, and this rule on all others; only
this one verdict is missing. A report with the resource that set it off helps to mend it.

## Fix
Nothing in the file is wrong, so that no edit is offered. Ignore the rule that is named until it is mended.
""",
    severity=HIGH,
    cvss=_SOMETHING_MAY_BE_HIDDEN,
)

ALL = (INTERNAL_ERROR, NOT_ANALYSED, SYNTAX_ERROR)
