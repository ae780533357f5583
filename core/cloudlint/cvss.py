"""CVSS 3.1 base scores (FIRST, "Common Vulnerability Scoring System v3.1: Specification Document")."""

from __future__ import annotations

from .model import CRITICAL, HIGH, LOW, MEDIUM, Severity


def severity_of(cvss: str) -> Severity:
    """The CVSS 3.1 qualitative severity of a base vector (FIRST, section 5)."""
    score = cvss_score(cvss)
    return CRITICAL if score >= 9 else HIGH if score >= 7 else MEDIUM if score >= 4 else LOW


def cvss_score(vector: str) -> float:
    """CVSS 3.1 base score (FIRST, CVSS v3.1 specification, section 7.1); raises KeyError for a malformed vector."""
    metric: dict[str, str] = dict(part.split(":", 1) for part in vector.removeprefix("CVSS:3.1/").split("/"))
    changed = metric["S"] == "C"
    weight: dict[str, dict[str, float]] = {
        "AV": {"N": 0.85, "A": 0.62, "L": 0.55, "P": 0.2},
        "AC": {"L": 0.77, "H": 0.44},
        "PR": {"N": 0.85, "L": 0.68 if changed else 0.62, "H": 0.5 if changed else 0.27},
        "UI": {"N": 0.85, "R": 0.62},
    }
    loss = {"H": 0.56, "L": 0.22, "N": 0.0}
    base = 1 - (1 - loss[metric["C"]]) * (1 - loss[metric["I"]]) * (1 - loss[metric["A"]])
    impact = 7.52 * (base - 0.029) - 3.25 * (base - 0.02) ** 15 if changed else 6.42 * base
    exploitability = 8.22
    for name, table in weight.items():
        exploitability *= table[metric[name]]
    if impact <= 0:
        return 0.0
    score = min((1.08 if changed else 1) * (impact + exploitability), 10)
    return _round_up(score)


def exposure(score: float) -> float:
    """CVSSF = 4^(CVSS-4) (Fluid Attacks): it adds up, and ten trifles do not outweigh one catastrophe."""
    return float(4 ** (score - 4)) if score > 0 else 0.0


def _round_up(score: float) -> float:
    """Smallest number with one decimal that is not less (appendix A of the specification)."""
    whole = round(score * 100_000)
    return whole / 100_000 if whole % 10_000 == 0 else (whole // 10_000 + 1) / 10
