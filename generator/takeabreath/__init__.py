"""Take a Breath: one content source becomes lesson plans, decks, quizzes and handouts."""

__version__ = "0.1.0"
