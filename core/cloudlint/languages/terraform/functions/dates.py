"""Dates. Those that depend on the time of the run are unknown."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from ....patterns import pattern
from ....resource import Plain, Value
from ..types import STRING
from .calling import Call, Failure, plain, shaped

_STAMP = pattern(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.([0-9]+))?(Z|[-+][0-9]{2}:[0-9]{2})\Z")


@shaped()
def timestamp(call: Call) -> Value:
    return call.unknown()


@shaped()
def plantimestamp(call: Call) -> Value:
    return call.unknown()


def moment(text: str) -> datetime:
    """A point in time out of RFC 3339. Raises Failure for any other text."""
    match = _STAMP.match(text)
    if match is None:
        raise Failure
    date, time, fraction, zone = match.groups()
    microseconds = (fraction or "0")[:6].ljust(6, "0")
    try:
        return datetime.fromisoformat(f"{date}T{time}.{microseconds}{'+00:00' if zone == 'Z' else zone}")
    except ValueError:
        raise Failure from None


def _zone(when: datetime) -> timedelta:
    return when.utcoffset() or timedelta()


def _offset(when: datetime, colon: str) -> str:
    minutes = int(_zone(when).total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02}{colon}{rest:02}"


_UNITS = {"ns": 1e-9, "us": 1e-6, "\u00b5s": 1e-6, "\u03bcs": 1e-6, "ms": 1e-3, "s": 1, "m": 60, "h": 3600}
_PART = pattern(r"([0-9]+\.?[0-9]*|\.[0-9]+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h)")


def _duration(text: str) -> timedelta:
    """A duration as Go writes it: `1h30m`, `-0.5s`, `0`."""
    sign = -1 if text[:1] == "-" else 1
    rest = text[1:] if text[:1] in ("-", "+") else text
    if rest == "0":
        return timedelta()
    parts = _PART.findall(rest)
    if not parts or "".join(number + unit for number, unit in parts) != rest:
        raise Failure
    return sign * timedelta(seconds=sum(float(number) * _UNITS[unit] for number, unit in parts))


@plain(STRING, STRING)
def timeadd(stamp: str, duration: str) -> Plain:
    when = moment(stamp)
    try:
        later = when + _duration(duration)
    except OverflowError:
        raise Failure from None
    zone = "Z" if not _zone(later) else _offset(later, ":")
    return f"{later.year:04}-{later:%m-%dT%H:%M:%S}{zone}"


@plain(STRING, STRING)
def timecmp(one: str, other: str) -> Plain:
    first, second = moment(one).astimezone(timezone.utc), moment(other).astimezone(timezone.utc)
    return (first > second) - (first < second)


_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_TOKEN = pattern(r"'(?:[^']|'')*'|(?P<letters>([A-Za-z])\2*)|[^A-Za-z']+")


@plain(STRING, STRING)
def formatdate(pattern: str, stamp: str) -> Plain:
    when = moment(stamp)
    found = []
    at = 0
    while at < len(pattern):
        match = _TOKEN.match(pattern, at)
        if match is None:
            raise Failure
        at = match.end()
        if match["letters"]:
            found.append(_part(match["letters"], when))
        else:
            text = match[0]
            found.append((text[1:-1] or "'").replace("''", "'") if text[0] == "'" else text)
    return "".join(found)


def _part(letters: str, when: datetime) -> str:
    """What a run of one letter stands for. Raises Failure for one that stands for nothing."""
    twelve = when.hour % 12 or 12
    zone = _offset(when, ":")
    parts = {
        "YYYY": f"{when.year:04}",
        "YY": f"{when.year % 100:02}",
        "MMMM": _MONTHS[when.month - 1],
        "MMM": _MONTHS[when.month - 1][:3],
        "MM": f"{when.month:02}",
        "M": str(when.month),
        "DD": f"{when.day:02}",
        "D": str(when.day),
        "EEEE": _DAYS[when.weekday()],
        "EEE": _DAYS[when.weekday()][:3],
        "hh": f"{when.hour:02}",
        "h": str(when.hour),
        "HH": f"{twelve:02}",
        "H": str(twelve),
        "AA": "AM" if when.hour < 12 else "PM",
        "aa": "am" if when.hour < 12 else "pm",
        "mm": f"{when.minute:02}",
        "m": str(when.minute),
        "ss": f"{when.second:02}",
        "s": str(when.second),
        "ZZZZZ": zone,
        "ZZZZ": _offset(when, ""),
        "ZZZ": _offset(when, "") if _zone(when) else "UTC",
        "Z": zone if _zone(when) else "Z",
    }
    if letters not in parts:
        raise Failure
    return parts[letters]
