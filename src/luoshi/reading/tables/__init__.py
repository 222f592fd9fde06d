"""Tables of a source: grids with spans, their columns and rows, merged cells and quotas put back."""
