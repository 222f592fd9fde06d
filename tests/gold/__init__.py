"""What was read of documents against what a careful clerk read of them."""
