"""Government Work Reports: actions, measures and commitments; the outlook and the review."""
