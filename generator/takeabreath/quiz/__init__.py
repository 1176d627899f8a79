"""The quiz engine: one ES module for every home, and its widget for notebooks."""
