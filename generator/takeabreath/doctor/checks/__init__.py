"""The checks: each takes a deck and yields what it finds."""
