"""Network Firewall."""
