"""Plans to bytes, one module a format; nothing here reads a clock, a file or the network."""
