"""What the engine itself reports, as rules: listed, explained, selected and ignored like all others.

They have no checks: whoever meets the trouble makes the finding with the id and severity that stand here. Those of
`TOLD` are rated by the same reasoning: where nothing was judged, something serious may stand, though nobody knows that
it does. Those of `HYGIENE` are about ignore comments and acceptances that do not do what they seem to do.
"""

from __future__ import annotations

from .rule import HIGH, LOW, SAFE, Rule

_SOMETHING_MAY_BE_HIDDEN = "AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:N"
_SOMETHING_MAY_BE_MISTAKEN = "AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N"

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

ACCEPT_EXPIRED = Rule(
    "accept-expired",
    """An acceptance in the settings has expired.

The day after `until` has come: what was accepted is reported again. Whoever accepted the risk did so for a time; now it
has to be looked at anew.

## Fix
Mend what was accepted, or decide once more and give a later date. No edit is offered: a tool that extends the date
would make the date meaningless.
""",
    severity=LOW,
    cvss=_SOMETHING_MAY_BE_MISTAKEN,
)

ACCEPT_UNUSED = Rule(
    "accept-unused",
    """An acceptance in the settings matches nothing any more.

What was accepted has been mended or has moved. If the same trouble comes back, the acceptance would hide it. It is said
only by runs over the whole folder that the settings are for, and only where all was judged that could be meant.

## Fix
Take the entry, or the rule that is named, out of the settings. What stands around it is the author's, so that no edit
is offered.
""",
    severity=LOW,
    cvss=_SOMETHING_MAY_BE_MISTAKEN,
)

ACCEPT_WITHOUT_REASON = Rule(
    "accept-without-reason",
    """An acceptance in the settings gives no reason.

The settings ask for one (`require-reason`). Without it the entry accepts nothing: nobody could tell later whether it
still holds.

## Fix
Write the reason. Only the author knows it, so that no edit is offered.
""",
    severity=LOW,
    cvss=_SOMETHING_MAY_BE_MISTAKEN,
)

IGNORE_EXPIRED = Rule(
    "ignore-expired",
    """An ignore comment has expired.

The day after `until` has come: what the comment was about is reported again. Whoever accepted the risk did so for a
time; now it has to be looked at anew.

## Fix
Mend what was ignored, or decide once more and give a later date. No edit is offered: a tool that extends the date would
make the date meaningless.
""",
    severity=LOW,
    cvss=_SOMETHING_MAY_BE_MISTAKEN,
)

IGNORE_MALFORMED = Rule(
    "ignore-malformed",
    """An ignore comment cannot be understood.

It names no rule, its list is not closed, or its date is none. It ignores nothing, though it looks as if it did.

## Fix
Write it as `cloudlint: ignore[rule-id] reason`, with `until=2027-03-31` where it is to end. What was meant is the
author's to say, so that no edit is offered.
""",
    severity=LOW,
    cvss=_SOMETHING_MAY_BE_MISTAKEN,
)

IGNORE_NOT_ALLOWED = Rule(
    "ignore-not-allowed",
    """An ignore comment is about a rule that must not be ignored.

The settings list the rule under `not-ignorable`: its findings are reported in spite of the comment.

## Fix
The comment does nothing, so that taking it away is safe; what it was about remains to be mended.
""",
    severity=LOW,
    cvss=_SOMETHING_MAY_BE_MISTAKEN,
    fixes=SAFE,
)

IGNORE_UNKNOWN_RULE = Rule(
    "ignore-unknown-rule",
    """An ignore comment names a rule that does not exist.

A mistyped id ignores nothing; and if it did once, nobody was told when that ended.

## Fix
Where one rule is meant beyond doubt, its id is put in the place of what was typed.
""",
    severity=LOW,
    cvss=_SOMETHING_MAY_BE_MISTAKEN,
    fixes=SAFE,
)

IGNORE_UNUSED = Rule(
    "ignore-unused",
    """An ignore comment matches nothing any more.

What it was about has been mended or has moved. If the same trouble comes back here, the comment would hide it.

## Fix
The rule is taken out of the comment, and the comment with it where it names no other.
""",
    severity=LOW,
    cvss=_SOMETHING_MAY_BE_MISTAKEN,
    fixes=SAFE,
)

IGNORE_WITHOUT_REASON = Rule(
    "ignore-without-reason",
    """An ignore comment gives no reason.

The settings ask for one (`require-reason`). Without it the comment ignores nothing: nobody could tell later whether it
still holds.

## Fix
Write the reason behind the list of rules. Only the author knows it, so that no edit is offered.
""",
    severity=LOW,
    cvss=_SOMETHING_MAY_BE_MISTAKEN,
)

TOLD = (INTERNAL_ERROR, NOT_ANALYSED, SYNTAX_ERROR)
"""They say "this was not judged": no threshold and no selection silences them, only `ignore` does."""

OF_SETTINGS = (ACCEPT_EXPIRED, ACCEPT_UNUSED, ACCEPT_WITHOUT_REASON)
"""They stand in settings files, which are not judged themselves."""

HYGIENE = (
    *OF_SETTINGS,
    IGNORE_EXPIRED,
    IGNORE_MALFORMED,
    IGNORE_NOT_ALLOWED,
    IGNORE_UNKNOWN_RULE,
    IGNORE_UNUSED,
    IGNORE_WITHOUT_REASON,
)

ALL = (*TOLD, *HYGIENE)
