"""What the doctor can find: each fault in a teacher's words, why it matters, and what to do in PowerPoint."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class Advice(NamedTuple):
    """`mends`: what `--fix` does about it; empty where only a person can. A remark asks to look, and is no fault."""

    what: str
    why: str
    todo: str
    mends: str = ""
    remark: bool = False


class Fault(Enum):
    """Every kind of finding, in the order of the report."""

    TITLE_MISSING = Advice(
        "Slides without a title",
        "Screen readers, the slide list and links find a slide by its title.",
        "View > Outline View: click beside the slide and type a title. It may stand off the slide's edge.",
    )
    TITLE_DOUBLED = Advice(
        "Slides with the same title",
        "In a list of titles nobody can tell these slides apart.",
        "Give each its own title, such as 'Rules (1)' and 'Rules (2)'.",
    )
    NOTHING_TO_READ = Advice(
        "Slides on which a screen reader finds nothing",
        "Whatever a picture shows there, nobody hears of it, and nothing can be searched, copied or translated.",
        "Type the words as text; give the picture alt text.",
    )
    ORDER_TITLE_LATE = Advice(
        "The title is not read first",
        "A screen reader reads the slide in the order below; without the title first, it starts in the middle.",
        "Home > Arrange > Selection Pane: drag the title to the bottom of the list (the list is read from the bottom).",
    )
    ORDER_JUMPS = Advice(
        "Read in another order than it stands on the slide",
        "A screen reader follows this order, so that an answer may come before its question.",
        "Home > Arrange > Selection Pane: drag the names into order; the list is read from the bottom up.",
    )
    PLACEHOLDER_EMPTY = Advice(
        "Empty boxes are left on slides",
        "They show 'Click to add text' while you edit, and screen readers stop at them.",
        "Click the edge of the empty box and press Delete.",
    )
    ALT_MISSING = Advice(
        "Pictures without alt text",
        "Somebody who does not see the picture gets nothing of it.",
        "Right-click it > View Alt Text, and say in a sentence what it shows; if it is only decoration, tick "
        "Mark as decorative.",
    )
    ALT_EMPTY_WORDS = Advice(
        "Alt text that is a file name or says nothing",
        "A screen reader reads 'I M G 2 0 4 dot j p g' aloud.",
        "Right-click it > View Alt Text, and write what the picture shows.",
    )
    ALT_GENERATED = Advice(
        "Alt text that a program guessed",
        "Guesses are often wrong, and say nothing about why the picture is there.",
        "Right-click it > View Alt Text: write it in your own words, or approve it.",
    )
    SHAPE_WITHOUT_ALT = Advice(
        "Drawn shapes without text or alt text",
        "Screen readers stop at each and say 'rectangle', 'arrow'.",
        "Right-click it > View Alt Text: say what it means, or tick Mark as decorative.",
        "marks thin lines and plain page-wide panels as decorative; the others need your eye",
    )
    DECORATIVE_DESCRIBED = Advice(
        "Marked as decorative, and yet described",
        "The description is never read.",
        "Right-click it > View Alt Text: untick Mark as decorative, or empty the text.",
    )
    LANGUAGE_MISSING = Advice(
        "Text without a language",
        "A screen reader reads it with whatever voice is on, and the spelling check underlines everything.",
        "Select all text (Ctrl+A in View > Outline View), then Review > Language > Set Proofing Language.",
        "sets the deck's own language, or the one that you name with --language, such as --language ms-MY",
    )
    LANGUAGE_WRONG = Advice(
        "Text marked with a language of another script",
        "A screen reader reads it with the wrong voice, or spells it.",
        "Select it, then Review > Language > Set Proofing Language.",
    )
    CONTRAST_LOW = Advice(
        "Text that stands out too little",
        "From the back row, or on a weak projector, it cannot be read.",
        "Select it, Home > Font Color: take a darker one on light ground, a lighter one on dark ground.",
    )
    CONTRAST_PARTLY = Advice(
        "Text that may stand out too little in places",
        "It lies over several colours, or over its box's edge.",
        "Look at it on the wall; a plain box behind the text (Shape Format > Shape Fill) helps.",
        remark=True,
    )
    CONTRAST_UNKNOWN = Advice(
        "Cannot tell whether the text stands out",
        "A picture, a see-through colour or a table style lies behind it, which the doctor cannot measure.",
        "Look at it on the wall; a plain box behind the text (Shape Format > Shape Fill) helps.",
        remark=True,
    )
    TYPE_SMALL = Advice(
        "Type too small for a room",
        "What is smaller than this is not read from the back row.",
        "Home > Increase Font Size; if it no longer fits, split the slide in two.",
    )
    TEXT_OVERFLOWS = Advice(
        "Text that probably does not fit its box (an estimate)",
        "It runs over other things or off the slide. Measured with fonts like yours, not with yours.",
        "Shorten it, split the slide, or make the box larger.",
    )
    TEXT_OFF_SLIDE = Advice(
        "Text that stands partly off the slide",
        "It is cut off when you present. It happens when the slide size was changed.",
        "Drag the box back onto the slide.",
    )
    NOTES_MISSING = Advice(
        "Slides without speaker notes",
        "Whoever stands in for you does not know what to say, and somebody who reads the deck later misses it.",
        "View > Notes, and write below the slide what you say and ask.",
    )
    TABLE_HEADER = Advice(
        "Tables without a header row",
        "A screen reader cannot say which column a number belongs to.",
        "Click the table, then Table Design > tick Header Row.",
        "ticks Header Row where every cell of the first row holds text",
    )
    TABLE_MERGED = Advice(
        "Tables with merged cells",
        "A screen reader loses its place in them.",
        "Click the merged cell, then Table Layout > Split Cells; repeat the text, or use two tables.",
    )
    LINK_BARE = Advice(
        "Links that show their address",
        "A screen reader spells the address, letter by letter.",
        "Right-click it > Edit Link: write in Text to display where it leads.",
    )
    LINK_VAGUE = Advice(
        "Links that do not say where they lead",
        "In a list of links, 'click here' is all that is heard.",
        "Right-click it > Edit Link: write in Text to display where it leads.",
    )
    LINK_LOCAL = Advice(
        "Links to files on one computer",
        "They are dead on every other one, and show your folders' names.",
        "Right-click it > Edit Link, or insert the file itself; for media, File > Info > Edit Links to Files.",
    )
    ANIMATION_HIDES = Advice(
        "Text or pictures that are hidden until a click",
        "On paper, in a PDF and in other programs they lie over each other, or never appear.",
        "Animations > Animation Pane: remove the effects; show the answer on a next slide.",
    )
    SLIDE_MOVES_ON = Advice(
        "Slides that go on by themselves",
        "Somebody who reads slowly does not get to the end.",
        "Transitions > untick After, leave On Mouse Click ticked.",
    )
    NAMES_DOUBLED = Advice(
        "Things on one slide with the same name",
        "In the Selection Pane, and by voice, nobody can tell them apart.",
        "Home > Arrange > Selection Pane: double-click a name and change it.",
        "numbers the names",
    )
    KEYNOTE_NOTES = Advice(
        "The notes master is not listed where it should be",
        "Keynote, on a Mac or iPad, says that the file is invalid; PowerPoint may offer to repair it.",
        "View > Notes Master, Close Master View, and save.",
        "lists it",
    )
    KEYNOTE_NOTES_LOST = Advice(
        "Notes pages without a notes master",
        "Keynote, on a Mac or iPad, says that the file is invalid.",
        "View > Notes Master, Close Master View, and save.",
    )
    KEYNOTE_SIZE = Advice(
        "The slide size contradicts itself",
        "Keynote refuses it, and others cut the slides off.",
        "Design > Slide Size: choose the size anew, then save.",
        "keeps the size as it is and drops the wrong name",
    )
    KEYNOTE_PRINTER = Advice(
        "Settings of somebody's printer are in the file",
        "They mean nothing elsewhere, and Keynote stumbles over them.",
        "Save a copy from a newer PowerPoint.",
        "takes them out",
    )
    FONTS_EMBEDDED = Advice(
        "Fonts are embedded",
        "Only PowerPoint uses them: Google Slides and Keynote take other fonts, and lines break elsewhere.",
        "Check the deck there before you show it, or use fonts that all have, such as Arial or Verdana.",
    )
    SVG_ALONE = Advice(
        "Drawings (SVG) without a picture to fall back on",
        "Google Slides, Keynote and older PowerPoints leave the place empty.",
        "In PowerPoint, cut the drawing, then Home > Paste > Picture; or Save as Picture and insert the PNG.",
    )
    PICTURE_FORMAT = Advice(
        "Pictures in a format that other programs lack (EMF, WMF, TIFF)",
        "Google Slides and Keynote show an empty frame or a blurred one.",
        "Right-click it > Save as Picture as PNG; then Change Picture to that file.",
    )
    MEDIA_INSIDE = Advice(
        "Sound or video is in the deck",
        "Google Slides drops it, and other programs may not play it.",
        "Keep the file beside the deck as well, and write what is said in it (captions or notes).",
        remark=True,
    )
    OBJECT_INSIDE = Advice(
        "Things from other programs are in the deck",
        "Google Slides and Keynote show a still picture of them at best.",
        "Right-click it > Save as Picture, and insert that.",
    )
    PROPERTIES_TITLE = Advice(
        "The document has no title",
        "The window, the browser tab and the screen reader show the file's name in its place.",
        "File > Info > Title.",
        "takes the first slide's title",
    )
    PROPERTIES_STALE = Advice(
        "The properties are those of a template",
        "They tell people that somebody else made your deck.",
        "File > Info > Properties: write your own, or File > Info > Check for Issues > Inspect Document.",
        "empties them",
    )
    THUMBNAIL_STALE = Advice(
        "The small preview is that of a template",
        "In a folder the deck looks like another, empty one.",
        "File > Info > Properties > Advanced Properties > Save Preview Picture, and save.",
        "takes it out",
    )
    SLIDES_HIDDEN = Advice(
        "Hidden slides",
        "They are not shown, but whoever gets the file can read them.",
        "If they are not needed, delete them.",
        remark=True,
    )
    NOT_LOOKED_AT = Advice(
        "Not looked at",
        "So that no file takes forever.",
        "Split the deck, or group what belongs together into a picture.",
        remark=True,
    )

    @property
    def advice(self) -> Advice:
        return self.value


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault in one place. `slide` counts from 1; 0 is the whole deck. `detail` says which thing it is."""

    fault: Fault
    slide: int = 0
    detail: str = ""
