"""What the office keeps: Django apps that own tables. Each has models, queries (all reads) and actions (all writes)."""
