"""AWS Backup: vaults and what is in their plans."""
