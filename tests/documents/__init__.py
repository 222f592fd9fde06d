"""The same blocks written as files of every format."""
