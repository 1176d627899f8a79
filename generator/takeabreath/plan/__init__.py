"""What goes where in each view: pure decisions, without a word of any file format."""
