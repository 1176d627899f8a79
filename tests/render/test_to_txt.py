"""A document as plain text."""

from __future__ import annotations

from takeabreath.model.curriculum import Curriculum
from takeabreath.model.print_style import PrintStyle
from takeabreath.pack_targets import PackChoice, pack_edition, pack_files
from takeabreath.packing import chosen_route
from takeabreath.plan.pack_folder import plan_read_me
from takeabreath.render.to_txt import render_txt


def test_every_word_of_the_page_on_top_is_in_its_text(curriculum: Curriculum) -> None:
    choice = PackChoice(chosen_route(curriculum, "booster", "11-13"), 24, "en", "my", PrintStyle("a4"))
    document = plan_read_me(pack_edition(curriculum, choice), [it.entry for it in pack_files(curriculum, choice)])
    text = " ".join(render_txt(document).decode().split())
    for line in document.lines():
        headings = {cell for block in document.blocks if block.kind == "table" for cell in block.header}
        assert line in headings or " ".join(line.split()) in text


def test_lines_end_as_every_editor_knows_them(curriculum: Curriculum) -> None:
    choice = PackChoice(chosen_route(curriculum, "booster", "11-13"), 24, "en", "my", PrintStyle("a4"))
    text = render_txt(
        plan_read_me(pack_edition(curriculum, choice), [it.entry for it in pack_files(curriculum, choice)])
    )
    assert text.count(b"\n") == text.count(b"\r\n") > 20
    assert text.endswith(b"\r\n")
    assert all(line == line.rstrip() for line in text.decode().split("\r\n"))
