"""Paragraphs of her text brought up to date, in her formatting where she changed it."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import etree

from takeabreath.keep.read_deck import A, paragraph_text
from takeabreath.keep.three_way import Line

#: Said of a run by the program that saved it, and seen by nobody.
_UNSEEN = frozenset({"dirty", "err", "smtClean", "noProof", "lang", "altLang", "bmk"})


def rewrite(body: Any, base_body: Any, new_body: Any, lines: tuple[Line, ...]) -> None:
    """Put the merged paragraphs in `body`, the text element of her shape or notes."""
    hers, base, new = (_paragraphs(each) for each in (body, base_body, new_body))
    sample = next(
        ((hers[line.hers], base[line.base]) for line in lines if line.hers is not None and line.base is not None), None
    )
    outcome = []
    for line in lines:
        if line.new is None:
            outcome.append(hers[line.hers or 0])
        elif line.hers is None or line.base is None:
            outcome.append(deepcopy(new[line.new]) if sample is None else _restyled(*sample, new[line.new]))
        elif canonical(base[line.base]) == canonical(new[line.new]):
            outcome.append(hers[line.hers])
        else:
            outcome.append(_restyled(hers[line.hers], base[line.base], new[line.new]))
    if outcome != hers[: len(outcome)] or any(paragraph_text(left).strip() for left in hers[len(outcome) :]):
        _replace(body, hers, outcome)


def canonical(element: Any) -> bytes:
    """The element's XML without what nobody sees: places of relations, numbers, marks of the spelling checker."""
    copy = deepcopy(element)
    for mark in list(copy.iter(f"{A}endParaRPr", "{*}extLst")):
        mark.getparent().remove(mark)
    for each in copy.iter():
        for name in list(each.attrib):
            if name in _UNSEEN or name.startswith("{"):
                del each.attrib[name]
    etree.cleanup_namespaces(copy)
    return bytes(etree.tostring(copy, method="c14n"))


def _paragraphs(body: Any) -> list[Any]:
    return [] if body is None else body.findall(f"{A}p")


def _replace(body: Any, old: list[Any], outcome: list[Any]) -> None:
    for paragraph in old:
        body.remove(paragraph)
    if not outcome:
        outcome = [deepcopy(old[0])] if old else [body.makeelement(f"{A}p")]
        for run in _runs(outcome[0]):
            outcome[0].remove(run)
    body.extend(outcome)


def _restyled(hers: Any, base: Any, new: Any) -> Any:
    """The new paragraph; in the looks of hers where they are not those that we gave it."""
    if _look(hers) == _look(base):
        return deepcopy(new)
    paragraph = deepcopy(hers)
    mine, theirs = _runs(paragraph), _runs(new)
    if not mine:
        return deepcopy(new)
    if len(mine) != len(theirs):
        mine, theirs = _one_run(paragraph, mine), theirs[:1]
        mine[0].find(f"{A}t").text = "".join(text.text or "" for text in new.iter(f"{A}t"))
    else:
        for run, other in zip(mine, theirs, strict=True):
            run.find(f"{A}t").text = other.find(f"{A}t").text
    for run, other in zip(mine, theirs, strict=False):
        _shrink(run, other)
    return paragraph


def _runs(paragraph: Any) -> list[Any]:
    return [run for run in paragraph.iter(f"{A}r") if run.find(f"{A}t") is not None]


def _one_run(paragraph: Any, runs: list[Any]) -> list[Any]:
    """The run with the longest text, after the others are taken out."""
    longest = max(runs, key=lambda run: len(run.find(f"{A}t").text or ""))
    for run in [*runs, *paragraph.iterfind(f"{A}br")]:
        if run is not longest:
            run.getparent().remove(run)
    return [longest]


def _shrink(hers: Any, new: Any) -> None:
    """Text that was set smaller so that it fits must be smaller here too."""
    mine, theirs = hers.find(f"{A}rPr"), new.find(f"{A}rPr")
    size = None if theirs is None else theirs.get("sz")
    if mine is not None and size is not None and int(mine.get("sz") or size) > int(size):
        mine.set("sz", size)


def _look(paragraph: Any) -> tuple[bytes, tuple[bytes, ...]]:
    """How a paragraph and the runs of different looks in it are set."""
    properties = paragraph.find(f"{A}pPr")
    looks: list[bytes] = []
    for run in _runs(paragraph):
        own = run.find(f"{A}rPr")
        look = b"" if own is None else canonical(own)
        if look != b"" and look not in looks[-1:]:
            looks.append(look)
    return (b"" if properties is None else canonical(properties)), tuple(looks)
