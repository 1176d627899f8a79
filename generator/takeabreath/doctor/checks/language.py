"""The language of every run, which gives a screen reader its voice."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from takeabreath.doctor.deck import Deck
from takeabreath.doctor.findings import Fault, Finding
from takeabreath.doctor.markup import A, Element
from takeabreath.doctor.wording import quoted

#: By the first word of a letter's Unicode name: the languages that are written with it.
_SCRIPTS = {
    "CJK": {"zh", "ja", "ko", "yue"}, "HIRAGANA": {"ja"}, "KATAKANA": {"ja"}, "HANGUL": {"ko"}, "TAMIL": {"ta"},
    "ARABIC": {"ar", "fa", "ur", "ms", "ps", "ug", "ku", "sd"}, "HEBREW": {"he", "yi"}, "THAI": {"th"},
    "CYRILLIC": {"ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg", "uz", "az", "bs"},
    "GREEK": {"el"}, "DEVANAGARI": {"hi", "mr", "ne", "sa"}, "BENGALI": {"bn", "as"}, "GURMUKHI": {"pa"},
    "TELUGU": {"te"}, "KANNADA": {"kn"}, "MALAYALAM": {"ml"}, "GUJARATI": {"gu"}, "SINHALA": {"si"},
    "MYANMAR": {"my"}, "KHMER": {"km"}, "LAO": {"lo"}, "GEORGIAN": {"ka"}, "ARMENIAN": {"hy"},
}  # fmt: skip
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
#: A letter of another script in a sentence does not make it one of that language.
_MOSTLY = 0.5
_LETTERS_LOOKED_AT = 200


def check_language(deck: Deck) -> Iterator[Finding]:
    for slide in deck.slides:
        parts = {"": slide.root, "notes: ": deck.package.tree(slide.notes) if slide.notes else None}
        for where, root in parts.items():
            texts = [(text, tag) for run in runs(root) if (text := run_text(run)) for tag in [run_tag(run)]]
            missing = [text for text, tag in texts if not tag]
            if missing:
                more = f", and {len(missing) - 1} more" if len(missing) > 1 else ""
                yield Finding(Fault.LANGUAGE_MISSING, slide.number, f"{where}{quoted(missing[0])}{more}")
            wrong = next(((text, tag) for text, tag in texts if tag and not suits(text, tag)), None)
            if wrong:
                says = f"{where}{quoted(wrong[0])} is marked {quoted(wrong[1])}"
                yield Finding(Fault.LANGUAGE_WRONG, slide.number, says)


def runs(root: Element | None) -> Iterator[Element]:
    """What holds text and may name a language."""
    return iter(()) if root is None else root.iter(f"{A}r", f"{A}fld")


def run_text(run: Element) -> str:
    """The run's text where it has letters: numbers and signs are of no language."""
    text = str(run.findtext(f"{A}t") or "").strip()
    return text if any(map(str.isalpha, text)) else ""


def run_tag(run: Element) -> str:
    properties = run.find(f"{A}rPr")
    return "" if properties is None else str(properties.get("lang", "")).strip()


def suits(text: str, tag: str) -> bool:
    """Whether a text may be of this language, as far as its letters tell."""
    if not _TAG.fullmatch(tag):
        return False
    script = script_of(text)
    return script is None or tag.partition("-")[0].lower() in _SCRIPTS[script]


def script_of(text: str) -> str | None:
    """The script of most of a text's letters, where only some languages use it; None for Latin and all others."""
    letters = [letter for letter in text[:_LETTERS_LOOKED_AT] if letter.isalpha()]
    names = Counter(unicodedata.name(letter, "").partition(" ")[0] for letter in letters)
    script, count = names.most_common(1)[0] if names else ("", 0)
    return script if script in _SCRIPTS and count > _MOSTLY * len(letters) else None


def language_of(deck: Deck) -> str | None:
    """The one language that most of the deck's texts name; None where there is no such language."""
    parts = [part for slide in deck.slides for part in (slide.part, slide.notes) if part]
    texts = [run for part in parts for run in runs(deck.package.tree(part)) if run_text(run)]
    named = Counter(tag for tag in map(run_tag, texts) if _TAG.fullmatch(tag))
    languages = {tag.partition("-")[0].lower() for tag in named}
    return named.most_common(1)[0][0] if len(languages) == 1 and 2 * named.total() > len(texts) else None


def is_language(code: str) -> bool:
    """Whether it is written like a language's code, such as ms-MY."""
    return bool(_TAG.fullmatch(code))
