"""A teacher's deck and a new version of ours made into one deck that keeps everything she changed."""

from takeabreath.keep.merge import MergedDeck, UnreadableDeck, merge_decks
from takeabreath.keep.report import report_text

__all__ = ["MergedDeck", "UnreadableDeck", "merge_decks", "report_text"]
