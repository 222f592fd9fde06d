"""Characters and ruling lines of a page, wherever they came from → lines, paragraphs and tables.

Lengths are in points, x grows to the right and y downwards from the page's top left corner. These modules run inside
the sandbox and import next to nothing, for a fast start: their values are NamedTuples, which are also far quicker to
make than frozen dataclasses, and a page has thousands.
"""
