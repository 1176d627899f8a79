"""A doctor for decks, anybody's: what is amiss, why it matters, what to do; and a mended copy."""

from takeabreath.doctor.checks.language import is_language
from takeabreath.doctor.examination import Examination, examine
from takeabreath.doctor.limits import LARGEST_FILE, UnreadableDeck, too_large
from takeabreath.doctor.mending import Mended, mend
from takeabreath.doctor.report import report

__all__ = [
    "LARGEST_FILE",
    "Examination",
    "Mended",
    "UnreadableDeck",
    "examine",
    "is_language",
    "mend",
    "report",
    "too_large",
]
