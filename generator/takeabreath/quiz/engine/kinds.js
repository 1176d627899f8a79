/** The kinds of question: how each is introduced, drawn and graded. A new kind is a function and a line in KINDS. */

import { gradeNothing, gradeOne, gradeOrder, gradePlaces, gradeStory, gradeTicks, mixed } from "./grading.js";
import { button, icon, make, say } from "./elements.js";
/** @import { Draw, Given, Kind, Outcome, Question, Spoken } from "./types.d.ts" */

/** Radio buttons or tick boxes, with pictures where the options have them. @param {"radio" | "checkbox"} type
 * @returns {Draw} */
function drawChoices(type) {
  return (view, question, { changed }) => {
    const pictures = question.options.some((option) => option.picture !== null);
    const name = `${view.id}-${question.id}`;
    const inputs = question.options.map(() => /** @type {HTMLInputElement} */ (make("input", { type, name, change: changed })));
    const texts = question.options.map((option) => make("span", { text: option.text }));
    const labels = question.options.map((option, index) =>
      make("label", { class: "q-choice" }, view.picture(option.picture, "q-choice-picture"), inputs[index], texts[index]));
    const given = () => [...inputs.keys()].filter((index) => inputs[index].checked);
    return {
      node: make("div", { class: pictures ? "q-choices q-pictured" : "q-choices" }, ...labels),
      given,
      complete: () => given().length > 0,
      spoken: () => texts.map((node, index) => ({ node, before: say(view.words.choice_read, { number: index + 1, text: "" }) })),
    };
  };
}

/** A message whose phrases are tick boxes. @type {Draw} */
function drawMessage(view, question, hooks) {
  const drawn = drawChoices("checkbox")(view, question, hooks);
  const sender = make("p", { class: "q-sender", text: say(view.words.message_from, { sender: question.lead }) });
  return { ...drawn, node: make("div", { class: "q-message" }, sender, drawn.node) };
}

/** Steps with buttons to move them; nothing has to be dragged. @type {Draw} */
function drawSteps(view, question, { changed }) {
  const { words } = view;
  const list = make("ol", { class: "q-steps" });
  const order = mixed(question.options.length, question.id);
  const texts = question.options.map((option) => make("span", { text: option.text, class: "q-step-text" }));
  const rows = question.options.map((option, index) => {
    const row = make("li", { class: "q-step" }, texts[index]);
    for (const [step, label, arrow] of /** @type {const} */ ([[-1, words.move_up, "up"], [1, words.move_down, "down"]])) {
      const move = make("button", { type: "button", class: "q-button q-move", "aria-label": say(label, { text: option.text }),
        click: () => shift(index, step, move) }, icon(arrow));
      row.append(move);
    }
    return row;
  });

  /** @param {number} index @param {-1 | 1} step @param {HTMLElement} pressed */
  function shift(index, step, pressed) {
    const from = order.indexOf(index);
    const to = from + step;
    if (to < 0 || to >= order.length) return;
    [order[from], order[to]] = [order[to], order[from]];
    arrange();
    pressed.focus();
    view.announce(say(words.moved, { text: question.options[index].text, number: to + 1, count: order.length }));
    changed();
  }

  function arrange() {
    list.replaceChildren(...order.map((index) => rows[index]));
    order.forEach((index, place) => {
      const [up, down] = rows[index].querySelectorAll("button");
      up.setAttribute("aria-disabled", String(place === 0));
      down.setAttribute("aria-disabled", String(place === order.length - 1));
    });
  }

  arrange();
  return { node: list, given: () => [...order], complete: () => true, spoken: () => order.map((index) => ({ node: texts[index] })) };
}

/** Cards, each with the places as radio buttons below it. @type {Draw} */
function drawPlaces(view, question, { changed }) {
  const given = question.options.map(() => -1);
  const texts = question.options.map((option) => make("span", { text: option.text }));
  const cards = question.options.map((option, index) => {
    const name = `${view.id}-${question.id}-${index}`;
    const places = question.places.map((place, number) => make("label", { class: "q-choice q-place-choice" },
      make("input", { type: "radio", name, change: () => put(index, number) }), make("span", { text: place })));
    return make("fieldset", { class: "q-sort-card" }, make("legend", {}, view.picture(option.picture, "q-card-picture"), texts[index]),
      make("div", { class: "q-places" }, ...places));
  });

  /** @param {number} index @param {number} place */
  function put(index, place) {
    given[index] = place;
    changed();
  }

  return { node: make("div", { class: "q-cards" }, ...cards), given: () => [...given], complete: () => !given.includes(-1),
    spoken: () => texts.map((node) => ({ node })) };
}

/** Problems, each with a list of helpers to choose from. @type {Draw} */
function drawPairs(view, question, { changed }) {
  const texts = question.options.map((option) => make("span", { text: option.text }));
  const lists = question.options.map(() => {
    const places = question.places.map((place, number) => make("option", { value: number, text: place }));
    return /** @type {HTMLSelectElement} */ (make("select", { class: "q-select", change: changed },
      make("option", { value: -1, text: view.words.choose }), ...places));
  });
  const rows = lists.map((list, index) => make("label", { class: "q-pair" },
    view.picture(question.options[index].picture, "q-card-picture"), texts[index], list));
  const given = () => lists.map((list) => Number(list.value));
  return { node: make("div", { class: "q-cards" }, ...rows), given, complete: () => !given().includes(-1),
    spoken: () => texts.map((node) => ({ node })) };
}

/** Scenes one below the other; each choice brings its feedback and the scene that it leads to. @type {Draw} */
function drawStory(view, question, { changed, done }) {
  const story = make("div", { class: "q-scenes" });
  /** @type {Given} */
  let given = [];
  /** @type {Spoken[]} */
  let spoken = [];

  /** @param {number} number @param {HTMLElement | null} feedback @returns {HTMLElement} */
  function scene(number, feedback) {
    const { text, picture, choices, help } = question.scenes[number];
    const told = make("p", { text, class: "q-scene-text" });
    const buttons = choices.map((choice, index) => button(choice.text, () => choose(index), { look: "q-way-on" }));
    const ways = help ? [button(view.words.story_again, again, { look: "q-quiet" })] : buttons;
    const asked = make("div", { class: "q-ways" }, ...ways);
    const part = make("div", { class: "q-scene", tabindex: -1 }, feedback, view.picture(picture, "q-scene-picture"), told, asked);
    spoken = [...feedback ? [{ node: feedback }] : [], { node: told }, ...help ? [] : buttons.map((node) => ({ node }))];

    /** @param {number} index */
    function choose(index) {
      const choice = choices[index];
      given = [...given, index];
      asked.replaceWith(make("p", { class: "q-chosen", text: say(view.words.story_chosen, { text: choice.text }) }));
      const next = scene(choice.to, view.feedback({ level: choice.level, text: choice.feedback, notes: [] }));
      story.append(next);
      if (question.scenes[choice.to].help) done();
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: "start" });
    }

    return part;
  }

  function again() {
    given = [];
    story.replaceChildren(scene(0, null));
    changed();
    /** @type {HTMLElement} */ (story.firstElementChild).focus();
  }

  story.append(scene(0, null));
  return { node: story, given: () => given, complete: () => true, spoken: () => spoken };
}

/** A field for own words: not kept, not sent, not even looked at, and emptied on leaving. @type {Draw} */
function drawSentence(_view, question) {
  const begins = make("span", { text: question.lead });
  const field = /** @type {HTMLTextAreaElement} */ (make("textarea", { class: "q-field", rows: 3, maxlength: 400,
    autocomplete: "off", autocapitalize: "sentences", spellcheck: "false", dir: "auto" }));
  const empty = () => {
    field.value = "";
  };
  globalThis.addEventListener("pagehide", empty);
  return {
    node: make("label", { class: "q-sentence" }, begins, field),
    given: () => [],
    complete: () => true,
    spoken: () => [{ node: begins }],
    leave() {
      empty();
      globalThis.removeEventListener("pagehide", empty);
    },
  };
}

const FITS = { fits: "fits", not: "does_not_fit", also: "also_fits" };
const TRICKS = { fits: "is_trick", not: "no_trick", also: "also_trick" };

/** `instruction`, `check` and `missing` name labels; without `check` the kind itself says when it is done. Where
 * nothing can be `missed`, no answer is better than another.
 * @type {Record<Kind, {instruction: string, draw: Draw, grade: (question: Question, given: Given) => Outcome,
 *   check: string | null, missing: string, missed: boolean}>} */
export const KINDS = {
  "choose-one": kind("choose_one", drawChoices("radio"), gradeOne),
  "true-false": kind("true_false", drawChoices("radio"), gradeOne),
  feelings: kind("feelings", drawChoices("radio"), gradeOne, { missed: false }),
  confidence: kind("confidence", drawChoices("radio"), gradeOne, { missed: false }),
  "choose-many": kind("choose_many", drawChoices("checkbox"), gradeTicks(FITS)),
  "spot-the-trick": kind("spot_the_trick", drawMessage, gradeTicks(TRICKS)),
  "put-in-order": kind("put_in_order", drawSteps, gradeOrder),
  sort: kind("sort", drawPlaces, gradePlaces, { missing: "place_all" }),
  match: kind("match", drawPairs, gradePlaces, { missing: "place_all" }),
  triage: kind("triage", drawPlaces, gradePlaces, { missing: "place_all" }),
  story: kind("story", drawStory, gradeStory, { check: null }),
  "finish-the-sentence": kind("finish_the_sentence", drawSentence, gradeNothing, { check: "see_examples", missed: false }),
};

/** @param {string} instruction @param {Draw} draw @param {(question: Question, given: Given) => Outcome} grading
 * @param {{check?: string | null, missing?: string, missed?: boolean}} [own] */
function kind(instruction, draw, grading, own = {}) {
  return { instruction, draw, grade: grading, check: "check", missing: "choose_first", missed: true, ...own };
}

/** @param {Question} question @param {Given} given @returns {Outcome} */
export function grade(question, given) {
  return KINDS[question.kind].grade(question, given);
}
