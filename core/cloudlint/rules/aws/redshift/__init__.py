"""Data warehouses: Redshift and Redshift Serverless."""
