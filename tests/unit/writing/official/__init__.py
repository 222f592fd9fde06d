"""Documents that an office signs: their words, their styles, their templates."""
