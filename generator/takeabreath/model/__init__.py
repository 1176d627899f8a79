"""What a curriculum is: frozen values that know where in the content they were written."""
