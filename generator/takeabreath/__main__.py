"""`python -m takeabreath` is the command `takeabreath`."""

import sys

from takeabreath.cli import main

sys.exit(main())
