"""What the documentation says is checked against what is there."""
