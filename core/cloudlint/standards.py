"""The standards whose controls rules may name: key -> full name. `docs/standards.md` says how controls are written."""

from __future__ import annotations

STANDARDS: dict[str, str] = {
    "cis-aws-3.0": "CIS Amazon Web Services Foundations Benchmark 3.0.0",
    "cis-docker-1.6": "CIS Docker Benchmark 1.6.0",
    "gdpr": "General Data Protection Regulation (EU) 2016/679",
    "hipaa": "HIPAA Security Rule, 45 CFR part 164, subpart C",
    "iso-27001": "ISO/IEC 27001:2022, annex A",
    "nist-800-53": "NIST SP 800-53 revision 5",
    "nydfs-500": "New York DFS Cybersecurity Regulation, 23 NYCRR 500",
    "pci-dss-4.0": "PCI DSS 4.0",
    "soc-2": "SOC 2, Trust Services Criteria 2017",
}
