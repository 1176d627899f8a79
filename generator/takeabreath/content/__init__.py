"""The only part that reads content: YAML files to a linked `Curriculum`, or every problem in them."""
