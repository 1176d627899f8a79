"""Files that are no readable PowerPoint deck, told apart by their first bytes, and named kindly."""

from __future__ import annotations

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_FIRST_BYTES = {
    b"%PDF": "This is a PDF. The doctor reads PowerPoint files (.pptx).",
    b"{\\rtf": "This is an RTF text. The doctor reads PowerPoint files (.pptx).",
    b"\x89PNG": "This is a picture. The doctor reads PowerPoint files (.pptx).",
    b"\xff\xd8\xff": "This is a picture. The doctor reads PowerPoint files (.pptx).",
    b"Rar!": "This is a RAR archive. Unpack it, and give the deck that is in it.",
    b"7z\xbc\xaf": "This is a 7-Zip archive. Unpack it, and give the deck that is in it.",
}

_STREAMS = {
    "EncryptedPackage": (
        "This deck is locked with a password. Open it in PowerPoint, choose File > Info > Protect Presentation > "
        "Encrypt with Password, empty the box, and save a copy."
    ),
    "PowerPoint Document": (
        "This is an old PowerPoint file (.ppt). Open it in PowerPoint or LibreOffice and save it as "
        "PowerPoint Presentation (.pptx)."
    ),
    "WordDocument": "This is an old Word document (.doc). The doctor reads PowerPoint files (.pptx).",
    "Workbook": "This is an old Excel workbook (.xls). The doctor reads PowerPoint files (.pptx).",
}

_MAIN_TYPES = {
    "macroEnabled": (
        "This deck carries macros (.pptm), which are small programs. Open it in PowerPoint and save it as "
        "PowerPoint Presentation (.pptx); that leaves the macros out."
    ),
    "wordprocessingml": "This is a Word document. The doctor reads PowerPoint files (.pptx).",
    "spreadsheetml": "This is an Excel workbook. The doctor reads PowerPoint files (.pptx).",
}

NOT_A_DECK = "This is not a PowerPoint file (.pptx)."
MEND_DAMAGE = (
    "Open it in PowerPoint; if that offers to repair it, let it, and save a copy. "
    "If the file came by mail or from a stick, fetch it once more."
)
DAMAGED = f"The file is damaged. {MEND_DAMAGE}"
SUSPICIOUS = "No deck needs that; it was left alone. Ask whoever sent it."


def refusal_of_bytes(file: bytes) -> str | None:
    """Why these bytes cannot be a deck, or None where they may be one."""
    if not file:
        return "The file is empty. If it lies in a cloud folder, wait until it has come down whole."
    if file.startswith(_COMPOUND):
        streams = (says for name, says in _STREAMS.items() if name.encode("utf-16-le") in file)
        return next(streams, NOT_A_DECK)
    return next((says for start, says in _FIRST_BYTES.items() if file.startswith(start)), None)


def refusal_of_names(names: set[str]) -> str | None:
    """Why a zip with these entries is no deck, or None where it may be one."""
    if any(name.endswith(".iwa") or name in {"Index.zip", "index.apxl"} for name in names):
        return "This is a Keynote deck. In Keynote choose File > Export To > PowerPoint."
    if "mimetype" in names and "content.xml" in names:
        return "This is an OpenDocument file (.odp). Open it in LibreOffice and save it as PowerPoint (.pptx)."
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return _MAIN_TYPES["macroEnabled"]
    if "[Content_Types].xml" not in names:
        return f"{NOT_A_DECK} It is a zip archive; if a deck is in it, unpack it first."
    return None


def refusal_of_type(content_type: str) -> str | None:
    """Why a package whose main part has this type is no deck, or None."""
    return next((says for part, says in _MAIN_TYPES.items() if part in content_type), None)
