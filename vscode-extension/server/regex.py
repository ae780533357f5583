"""A stand-in: python-hcl2 imports `regex` for writing HCL, which cloudlint never has it do."""

regex = None
