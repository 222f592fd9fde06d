"""The templates of official documents, made from styles and bodies that stand here as anybody can read them."""
