"""Every word of the products that is not a lesson's own: headings, buttons, captions.

One section a view. A text holds the named places of its field, such as `{count}`, filled by `str.format`.
"""

from __future__ import annotations

from typing import Annotated

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
    quiz: Text
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


class SlidesLabels(Node):
    """The deck: words on slides, and headings in the notes of the teacher."""

    repeated_title: Annotated[Shown, Places("title", "number")]
    answer_title: Annotated[Shown, Places("question")]
    feelings_title: Annotated[Shown, Places("question")]
    all_welcome: Shown
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


class Labels(Node):
    """All labels of one language."""

    common: CommonLabels
    plan: PlanLabels
    slides: SlidesLabels
    handout: HandoutLabels
    quiz: QuizLabels
    notebook: NotebookLabels
    start_here: StartHereLabels
