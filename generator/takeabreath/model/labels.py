"""Every word of the products that is not a lesson's own: headings, buttons, captions.

One section a view. A text holds the named places of its field, such as `{count}`, filled by `str.format`.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from takeabreath.model.text import Node, Places, Shown, Text


class CommonLabels(Node):
    """Words that several views share."""

    locale: Text
    language_name: Text
    minutes: Annotated[Text, Places("count")]
    minute: Text
    not_your_fault: Shown
    tell_someone: Shown
    help_now: Shown
    what_happens_next: Shown
    calm_close: Shown
    call: Shown
    whatsapp: Shown
    sms: Shown
    email: Shown
    web: Shown
    go_to: Shown
    hours: Shown
    cost: Shown
    got_it: Shown
    nearly: Shown
    look_again: Shown
    true: Shown
    myth: Shown
    child: Shown
    grown_up: Shown
    both: Shown
    checked_on: Annotated[Text, Places("date")]
    check_before_use: Text
    not_reviewed: Text


class PlanLabels(Node):
    """The lesson plan, in Markdown and for Word."""

    lesson_plan: Text
    page: Text
    page_of: Text
    generated: Annotated[Text, Places("file")]
    at_a_glance: Text
    for_whom: Text
    time: Text
    objective: Text
    objective_seen: Text
    habit: Text
    in_short: Text
    frameworks: Text
    frameworks_note: Text
    content_note: Text
    materials: Text
    before: Text
    words: Text
    word: Text
    meaning: Text
    timeline: Text
    clock: Text
    span: Annotated[Text, Places("start", "end")]
    step: Text
    purpose: Text
    steps: Text
    numbered: Annotated[Text, Places("number", "title")]
    learners_do: Text
    on_screen: Annotated[Text, Places("title")]
    picture: Annotated[Text, Places("alt")]
    vote: Annotated[Text, Places("question")]
    answer_slide: Annotated[Text, Places("answer")]
    any_answer: Text
    learners_say: Annotated[Text, Places("sentence")]
    helper_says: Annotated[Text, Places("sentence")]
    say: Text
    ask: Text
    listen_for: Text
    do: Text
    avoid: Text
    if_late: Text
    words_that_help: Text
    instead_of: Text
    say_instead: Text
    likely_questions: Text
    they_ask: Text
    you_can_say: Text
    if_upset: Text
    if_tells: Text
    question_box: Text
    ground_rules: Text
    adaptations: Text
    support: Text
    stretch: Text
    props: Text
    extension: Text
    extension_title: Annotated[Text, Places("title", "minutes")]
    closing: Text
    services: Text
    service: Text
    how_to_reach: Text
    good_to_know: Text
    cautions: Text
    guidance: Text
    guidance_point: Text
    guidance_says: Text
    said_by: Text
    sources: Text
    facts: Text
    fact: Text
    also_known: Text
    fact_with_sources: Annotated[Text, Places("fact", "sources")]
    law_notes: Text
    law_note: Text
    law_caution: Text
    about: Text
    licence: Annotated[Text, Places("title", "creator", "licence")]


class HandoutLabels(Node):
    """The printed handout: worksheet, quiz paper, home card, closing page and answers."""

    page_of: Annotated[Text, Places("page", "pages")]
    i_can: Shown
    words: Shown
    cut_out: Shown
    number_the_cards: Shown
    baskets: Shown
    cards: Shown
    my_picture: Shown
    picture_of: Text
    quiz: Shown
    choose_one: Shown
    choose_many: Shown
    put_in_order: Shown
    true_or_myth: Shown
    feelings: Shown
    spot_the_trick: Shown
    places: Shown
    story: Shown
    story_go_to: Annotated[Shown, Places("number")]
    finish_the_sentence: Shown
    home_card: Shown
    keep_card: Shown
    say_together: Shown
    try_this: Shown
    closing: Shown
    word_cards: Shown
    word_cards_of: Annotated[Shown, Places("title")]
    word_cards_use: Shown
    answers: Text
    answers_to: Annotated[Text, Places("title")]
    answers_for_grown_ups: Text
    answers_for_adults: Text
    answers_keep_apart: Text
    question: Text
    answer: Text
    feedback: Text
    all_feelings: Text
    others_might_write: Text
    belongs: Text
    does_not_belong: Text
    talk_about: Annotated[Text, Places("text")]
    right_order: Text
    baskets_answer: Text
    before_use: Text


class QuizLabels(Node):
    """The quiz on a screen."""

    welcome: Shown
    nothing_kept: Shown
    no_hurry: Shown
    start: Shown
    progress: Annotated[Shown, Places("number", "count")]
    progress_again: Annotated[Shown, Places("number", "count")]
    check: Shown
    choose_first: Shown
    hint: Shown
    next_hint: Shown
    no_more_hints: Shown
    back: Shown
    skip: Shown
    next: Shown
    to_the_end: Shown
    choose_one: Shown
    choose_many: Shown
    put_in_order: Shown
    right_order_ask: Shown
    true_false: Shown
    feelings: Shown
    confidence: Shown
    spot_the_trick: Shown
    sort: Shown
    match: Shown
    triage: Shown
    story: Shown
    finish_the_sentence: Shown
    tricks_ask: Shown
    places_ask: Annotated[Shown, Places("places")]
    story_ask: Shown
    message_from: Annotated[Shown, Places("sender")]
    triage_first: Shown
    triage_next: Shown
    triage_later: Shown
    choose: Shown
    place_all: Shown
    see_examples: Shown
    story_chosen: Annotated[Shown, Places("text")]
    story_go_to: Annotated[Shown, Places("number", "text")]
    story_again: Shown
    story_end: Shown
    heard: Shown
    fits: Shown
    does_not_fit: Shown
    also_fits: Shown
    goes_to: Annotated[Shown, Places("place")]
    is_trick: Shown
    no_trick: Shown
    also_trick: Shown
    move_up: Annotated[Shown, Places("text")]
    move_down: Annotated[Shown, Places("text")]
    moved: Annotated[Shown, Places("text", "number", "count")]
    talk_about: Shown
    think_about: Shown
    get_help: Shown
    close_help: Shown
    read_aloud: Shown
    stop_reading: Shown
    no_voice: Annotated[Shown, Places("language")]
    choice_read: Annotated[Shown, Places("number", "text")]
    finished: Shown
    look_again_title: Shown
    look_again_text: Shown
    look_again_start: Shown
    start_again: Shown
    breathe: Shown
    breathe_stop: Shown
    all_questions: Shown
    did_not_start: Shown
    answers: Shown
    not_started: Text


class NotebookLabels(Node):
    """The notebook for a grown-up and a child at home."""

    for_the_grown_up: Text
    for_adults: Text
    ten_minutes: Text
    ten_minutes_for_adults: Text
    how_to_open: Text
    how_to_open_comment: Text
    if_not_open: Text
    nothing_stored: Text
    just_listen: Text
    just_listen_for_adults: Text
    questions: Text
    question_title: Annotated[Text, Places("number")]
    answers: Text
    talk_about: Annotated[Text, Places("text")]
    hint: Annotated[Text, Places("text")]
    talk_next: Text


class StartHereLabels(Node):
    """The first notebook, where a grown-up picks a lesson and makes its files."""

    start_here: Text
    how_to_open: Text
    how_to_open_comment: Text
    how_to_choose: Text
    how_to_make: Text
    nothing_sent: Text
    not_started: Text
    band: Text
    lesson: Text
    language: Text
    region: Text
    what_you_need: Text
    plan: Text
    plan_word: Text
    slides: Text
    contact_sheet: Text
    handout: Text
    answers: Text
    word_cards: Text
    quiz: Text
    paper_quiz: Text
    notebook: Text
    look: Text
    slide_preview: Annotated[Text, Places("count", "number", "title")]
    page_preview: Annotated[Text, Places("count", "number")]
    previews: Annotated[Text, Places("lesson")]
    make: Text
    working: Text
    made: Annotated[Text, Places("count")]
    kept: Annotated[Text, Places("file")]
    busy: Annotated[Text, Places("file")]
    choose_something: Text
    files: Text
    folder: Annotated[Text, Places("folder")]
    trouble: Annotated[Text, Places("problem")]


class PageLabels(Node):
    """The pages around the lessons."""

    lessons: Text
    lesson: Text
    afterwards: Text


class SurveyLabels(Node):
    """The survey before and after the lessons, and the sheet for the totals of a class."""

    survey: Annotated[Text, Places("band")]
    summary: Text
    paper: Shown
    paper_rules: tuple[Shown, ...]
    before: Shown
    after: Shown
    thanks: Shown
    worried: Shown
    worried_adult: Text
    totals: Text
    totals_rules: tuple[Text, ...]
    too_few: Annotated[Text, Places("fewest")]
    papers: Text
    question: Text
    time: Text
    answers: Text
    no_answer: Text


class BeforeAfterLabels(Node):
    """The facilitator's notebook, where a group's totals become a chart."""

    title: Text
    strap: Text
    how_to: Text
    steps: tuple[Text, ...]
    totals_only: Annotated[Text, Places("fewest")]
    nothing_kept: Text
    how_to_open_comment: Text
    not_started: Text
    group: Text
    papers: Text
    field: Annotated[Text, Places("letter", "when")]
    show: Text
    clear: Text
    no_survey: Text
    too_few: Annotated[Text, Places("when", "papers")]
    why_too_few: Annotated[Text, Places("fewest")]
    does_not_add_up: Annotated[Text, Places("when", "number", "found", "papers")]
    nothing_typed: Text
    what_changed: Text
    share: Annotated[Text, Places("count", "papers", "percent")]
    average: Annotated[Text, Places("average", "most")]
    target: Annotated[Text, Places("target")]
    reached: Text
    not_yet: Text
    points: Annotated[Text, Places("size")]
    in_numbers: Text
    change: Text
    target_column: Text
    teach_again: Text
    nothing_again: Text
    lesson: Annotated[Text, Places("title")]
    how_to_read: Text
    notes: tuple[Text, ...]
    one_paper: Annotated[Text, Places("percent")]


class SlidesLabels(Node):
    """The deck: words on slides, and headings in the notes of the teacher."""

    repeated_title: Annotated[Shown, Places("title", "number")]
    title_in_meeting: Annotated[Shown, Places("meeting", "title")]
    answer_title: Annotated[Shown, Places("question")]
    feelings_title: Annotated[Shown, Places("question")]
    all_welcome: Shown
    service_online: Annotated[Shown, Places("name", "address")]
    more_helpers: Shown
    clock: Annotated[Text, Places("gone", "left")]
    objective: Annotated[Text, Places("objective")]
    content_note: Text
    before: Text
    say: Text
    ask: Text
    listen_for: Annotated[Text, Places("answer")]
    do: Text
    avoid: Text
    if_late: Text
    about_answers: Text
    answer_note: Annotated[Text, Places("answer", "feedback")]
    hint: Annotated[Text, Places("hint")]
    talk_about: Annotated[Text, Places("text")]
    places_to_ring: Text


class PackLabels(Node):
    """The facilitator's pack of a route: one PDF to print, and the folder to take along."""

    title: Annotated[Text, Places("title")]
    summary: Annotated[Text, Places("title", "count")]
    for_group: Annotated[Text, Places("count")]
    contents: Text
    how_to_use: Text
    how_to: tuple[Text, ...]
    how_to_print: Text
    printing: tuple[Text, ...]
    kit: Text
    how_many: Text
    what: Text
    for_whom: Text
    each: Text
    for_several: Annotated[Text, Places("count")]
    for_the_room: Text
    for_you: Text
    print_list: Text
    print_list_says: Text
    pages: Text
    page_range: Annotated[Text, Places("first", "last")]
    copies: Text
    sides: Text
    one_side: Text
    both_sides: Text
    paper: Text
    sheets_of_paper: Annotated[Text, Places("count")]
    before: Text
    after: Text
    session: Text
    meeting: Annotated[Text, Places("number", "title")]
    meeting_files: Annotated[Text, Places("name")]
    this_pack: Text
    what_we_learn: Text
    cards_heading: Shown
    cards: Annotated[Text, Places("titles")]
    worksheet_heading: Shown
    worksheet: Annotated[Text, Places("titles")]
    quiz_paper: Text
    home_and_help: Annotated[Text, Places("card", "closing")]
    answers: Text
    poster: Annotated[Text, Places("title")]
    folder_title: Annotated[Text, Places("title")]
    folder_says: Annotated[Text, Places("band", "count")]
    folder_how_to: tuple[Text, ...]
    print_files: Annotated[Text, Places("folder")]
    other_files: Text
    file: Text
    whole_pack: Text
    slides: Text
    slides_on_paper: Text
    quiz: Text
    plan: Text
    wallet_cards: Text
    certificate: Text
    posters: Text
    large_posters: Text
    helplines: Text
    meeting_file: Annotated[Text, Places("title", "what")]


Fingers = Annotated[tuple[Shown, ...], Field(min_length=5, max_length=5)]
AdultFingers = Annotated[tuple[Text, ...], Field(min_length=5, max_length=5)]


class PosterLabels(Node):
    """Posters, wallet cards, certificate and helplines; a hand's `fingers` go from thumb to little finger."""

    posters: Annotated[Text, Places("band")]
    posters_summary: Text
    steps: Shown
    steps_for_parents: Text
    steps_for_staff: Text
    not_their_fault: Text
    any_step: Shown
    habits: Shown
    who_can_i_tell: Shown
    fingers: Fingers
    fingers_for_parents: AdultFingers
    fingers_for_staff: AdultFingers
    you_can_say: Shown
    good_answer: Shown
    keep_telling: Shown
    helplines: Annotated[Text, Places("region", "band")]
    helplines_summary: Text
    scan_to_open: Shown
    scan_to_ring: Shown
    check_service: Text
    check_reach: Text
    check_for_whom: Text
    check_done: Text
    check_who: Text
    wallet_cards: Annotated[Text, Places("band")]
    wallet_summary: Text
    wallet_how: Text
    wallet_fold: Text
    certificate: Shown
    certificate_summary: Text
    certificate_lead: Shown
    certificate_brave: Shown
    certificate_colour: Shown


Rules = Annotated[tuple[Text, ...], Field(min_length=1)]


class PaperQuizLabels(Node):
    """The quiz without a computer; what begins with `how_` tells the caller how a kind of question is answered."""

    paper_quiz: Annotated[Text, Places("title")]
    paper_quiz_summary: Text
    script_rules: Rules
    say_first: Text
    say_last: Text
    question_number: Annotated[Text, Places("number")]
    asked_before: Text
    asked_after: Text
    how_choose_one: Text
    how_true_false: Text
    how_feelings: Text
    how_confidence: Text
    how_choose_many: Text
    how_spot_the_trick: Text
    how_put_in_order: Text
    how_places: Text
    how_story: Text
    how_finish_the_sentence: Text
    order_is: Annotated[Text, Places("order")]
    hint_to_give: Annotated[Text, Places("text")]
    walk: Text
    walk_rules: Rules
    walk_questions: Text
    corners: Annotated[Text, Places("letters")]
    tally: Text
    tally_rules: Rules
    tally_question: Text
    tally_pass: Text
    tally_most: Text
    tally_some: Text
    tally_few: Text
    tally_again: Text
    answer_cards: Annotated[Text, Places("band")]
    answer_cards_summary: Text
    answer_cards_how: Text
    corner_signs: Annotated[Text, Places("band")]
    corner_signs_summary: Text
    pass_word: Shown


class Labels(Node):
    """All labels of one language."""

    common: CommonLabels
    plan: PlanLabels
    slides: SlidesLabels
    handout: HandoutLabels
    quiz: QuizLabels
    notebook: NotebookLabels
    start_here: StartHereLabels
    page: PageLabels
    survey: SurveyLabels
    before_after: BeforeAfterLabels
    posters: PosterLabels
    paper_quiz: PaperQuizLabels
    pack: PackLabels
