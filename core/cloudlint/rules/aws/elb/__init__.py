"""Load balancers: application, network, gateway and classic."""
