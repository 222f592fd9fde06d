"""The same blocks written as files of every format: each module has a function `write(blocks) -> bytes`."""
