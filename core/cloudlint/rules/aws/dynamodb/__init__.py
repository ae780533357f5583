"""DynamoDB tables and their replicas."""
