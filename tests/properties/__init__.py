"""What holds of every document, whatever it says."""
