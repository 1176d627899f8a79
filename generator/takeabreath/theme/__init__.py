"""How the products look: design tokens, fonts and base documents."""
