"""Search: OpenSearch, once Elasticsearch."""
