"""The register: governments, units, documents, and the tasks that were issued."""
