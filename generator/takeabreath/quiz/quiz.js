// @ts-check
/**
 * The quiz engine: one module for notebooks, for single pages and for websites.
 *
 * It gets a quiz as plain values (made by `plan/quiz.py`), draws one question a screen, and keeps what was
 * pressed in memory only. All grading and all feedback happen here. Every text is set as text, never as markup.
 */

/**
 * @typedef {"got-it" | "nearly" | "look-again" | "heard"} Level
 * @typedef {{text: string, level: Level | "", feedback: string, picture: string | null}} Option
 * @typedef {{got_it: string, nearly: string, look_again: string}} WholeFeedback
 * @typedef {"choose-one" | "true-false" | "feelings" | "choose-many" | "put-in-order"} Kind
 * @typedef {{id: string, kind: Kind, stem: string, hint: string, talk_about: string, picture: string | null,
 *   options: Option[], feedback: WholeFeedback | null}} Question
 * @typedef {{label: string, text: string, href: string | null}} Way
 * @typedef {{id: string, name: string, does: string, ways: Way[], facts: Way[], checked: string[]}} Service
 * @typedef {{not_your_fault: string, tell: string, what_happens_next: string[], calm: string,
 *   calm_picture: string | null, services: Service[]}} Closing
 * @typedef {{language: string, title: string, intro: string, cover: string, finish: string,
 *   read_aloud: boolean, questions: Question[], closing: Closing, notices: string[],
 *   pictures: Record<string, {src: string, alt: string}>, words: Record<string, string>,
 *   look: Record<string, string>}} Quiz
 *
 * What was pressed: indexes into the question's options. One for a choice, several for ticks, all for an order.
 * @typedef {number[]} Given
 * @typedef {{about: string, mark: string, text: string}} Note
 * @typedef {{level: Level, text: string, notes: Note[]}} Outcome
 * @typedef {{given: Given, level: Level}} Answer
 * @typedef {{screen: "welcome" | "question" | "end", queue: string[], at: number, again: boolean,
 *   answers: Record<string, Answer>}} Progress
 * @typedef {{get(name: string): any, on(event: string, listener: () => void): void,
 *   off(event: string, listener: () => void): void, send(message: unknown): void}} Model
 * @typedef {{node: HTMLElement, given: () => Given, complete: () => boolean, spoken: () => string[]}} Drawn
 * @typedef {(view: QuizView, question: Question, changed: () => void) => Drawn} Draw
 */

// ---------------------------------------------------------------- grading

/** @param {Question} question @param {Given} given @returns {Outcome} */
function gradeOne(question, given) {
  const option = question.options[given[0]];
  return { level: option.level || "heard", text: option.feedback, notes: [] };
}

/** @param {Question} question @param {Given} given @returns {Outcome} */
function gradeMany(question, given) {
  const fits = question.options.map((option) => option.level === "got-it");
  const right = given.filter((index) => fits[index]).length;
  const complete = right === given.length && right === fits.filter(Boolean).length;
  const level = complete ? "got-it" : right > 0 ? "nearly" : "look-again";
  const notes = question.options.flatMap((option, index) => {
    const ticked = given.includes(index);
    if (!ticked && !fits[index]) return [];
    const mark = !ticked ? "also_fits" : fits[index] ? "fits" : "does_not_fit";
    return [{ about: option.text, mark, text: option.feedback }];
  });
  return { level, text: whole(question, level), notes };
}

/** One step out of place is nearly there. @param {Question} question @param {Given} given @returns {Outcome} */
function gradeOrder(question, given) {
  const texts = question.options.map((option) => option.text);
  const same = given.every((index, place) => texts[index] === texts[place]);
  const level = same ? "got-it" : longestRise(given) >= given.length - 1 ? "nearly" : "look-again";
  return { level, text: whole(question, level), notes: [] };
}

/** @param {Question} question @param {Level} level @returns {string} */
function whole(question, level) {
  const feedback = /** @type {WholeFeedback} */ (question.feedback);
  return level === "got-it" ? feedback.got_it : level === "nearly" ? feedback.nearly : feedback.look_again;
}

/** How many of the numbers stand in rising order. @param {number[]} numbers @returns {number} */
function longestRise(numbers) {
  /** @type {number[]} */
  const rises = [];
  numbers.forEach((number, place) => {
    const before = rises.slice(0, place).filter((_, earlier) => numbers[earlier] < number);
    rises.push(1 + Math.max(0, ...before));
  });
  return Math.max(0, ...rises);
}

/** Mixed by the seed alone, so that every device shows the same, and never in the right order.
 * @param {number} count @param {string} seed @returns {number[]} */
export function mixed(count, seed) {
  const order = [...Array(count).keys()];
  let state = [...seed].reduce((hash, letter) => (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) >>> 0, 7);
  for (let place = count - 1; place > 0; place -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (place + 1));
    [order[place], order[other]] = [order[other], order[place]];
  }
  return longestRise(order) === count ? [...order.slice(1), ...order.slice(0, 1)] : order;
}

/** @param {Question} question @param {Given} given @returns {Outcome} */
export function grade(question, given) {
  return KINDS[question.kind].grade(question, given);
}

// ---------------------------------------------------------------- the way through

/** @param {Quiz} quiz @returns {Progress} */
export function begin(quiz) {
  return { screen: "welcome", queue: quiz.questions.map((question) => question.id), at: 0, again: false, answers: {} };
}

/** @param {Progress} progress @returns {Progress} */
export function opened(progress) {
  return { ...progress, screen: progress.queue.length > 0 ? "question" : "end" };
}

/** @param {Progress} progress @param {Question} question @param {Given} given @returns {Progress} */
export function answered(progress, question, given) {
  const answer = { given, level: grade(question, given).level };
  return { ...progress, answers: { ...progress.answers, [question.id]: answer } };
}

/** @param {Progress} progress @returns {Progress} */
export function advanced(progress) {
  const at = progress.at + 1;
  return at < progress.queue.length ? { ...progress, at } : { ...progress, at, screen: "end" };
}

/** Questions that were skipped or not yet got; a feeling is never missed.
 * @param {Quiz} quiz @param {Progress} progress @returns {string[]} */
export function missed(quiz, progress) {
  return quiz.questions
    .filter((question) => question.kind !== "feelings" && progress.answers[question.id]?.level !== "got-it")
    .map((question) => question.id);
}

/** @param {Quiz} quiz @param {Progress} progress @returns {Progress} */
export function lookingAgain(quiz, progress) {
  return opened({ ...progress, queue: missed(quiz, progress), at: 0, again: true });
}

/** Fills the places of a label, such as `{count}`.
 * @param {string} label @param {Record<string, string | number>} values @returns {string} */
export function say(label, values) {
  return label.replace(/\{(\w+)\}/g, (place, name) => (name in values ? String(values[name]) : place));
}

/** The part of a web address that people know it by. @param {string} address @returns {string} */
export function siteOf(address) {
  return address.replace(/^https?:\/\/(www\.)?/, "").split("/")[0];
}

/** A voice of the device itself: other voices would send the text to a server.
 * @template {{lang: string, localService: boolean}} V
 * @param {V[]} voices @param {string} language @returns {V | null} */
export function localVoice(voices, language) {
  const wanted = language.toLowerCase();
  const tag = (/** @type {V} */ voice) => voice.lang.toLowerCase().replace("_", "-");
  const own = voices.filter((voice) => voice.localService === true && tag(voice).split("-")[0] === wanted.split("-")[0]);
  return own.find((voice) => tag(voice) === wanted) ?? own[0] ?? null;
}

// ---------------------------------------------------------------- elements

const SVG = "http://www.w3.org/2000/svg";
let views = 0;

const ICONS = {
  "got-it": "M12 2.5l2.9 6 6.6.9-4.8 4.6 1.2 6.5-5.9-3.2-5.9 3.2 1.2-6.5L2.5 9.4l6.6-.9z",
  nearly: "M12 2.5l2.9 6 6.6.9-4.8 4.6 1.2 6.5-5.9-3.2-5.9 3.2 1.2-6.5L2.5 9.4l6.6-.9z",
  "look-again": "M10 3.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15 15l6 6",
  heard: "M12 20.5s-8.5-5-8.5-11A4.8 4.8 0 0 1 12 6.7a4.8 4.8 0 0 1 8.5 2.8c0 6-8.5 11-8.5 11z",
  talk: "M4 4h16v11H11l-5 5v-5H4z",
  hint: "M9 18h6M10 21h4M12 3a6 6 0 0 0-3.5 10.9V16h7v-2.1A6 6 0 0 0 12 3z",
  help: "M12 20.5s-8.5-5-8.5-11A4.8 4.8 0 0 1 12 6.7a4.8 4.8 0 0 1 8.5 2.8c0 6-8.5 11-8.5 11z",
  sound: "M4 9v6h4l5 4V5L8 9zM16.5 8.5a5 5 0 0 1 0 7M19 6a8.5 8.5 0 0 1 0 12",
  up: "M12 19V5M5.5 11.5L12 5l6.5 6.5",
  down: "M12 5v14M5.5 12.5L12 19l6.5-6.5",
};

/** An element; `text` is its text, functions are listeners, `null` and `false` are left out.
 * @param {string} tag @param {Record<string, unknown>} [attributes] @param {...(Node | null)} children
 * @returns {HTMLElement} */
function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "text") {
      node.textContent = String(value);
      node.dir = "auto";
    } else if (typeof value === "function") {
      node.addEventListener(name, /** @type {EventListener} */ (value));
    } else {
      node.setAttribute(name, value === true ? "" : String(value));
    }
  }
  node.append(...children.filter((child) => child !== null));
  return node;
}

/** @param {keyof typeof ICONS} name @returns {SVGElement} */
function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "q-icon");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** JupyterLab takes arrow keys and letters for commands on its cells, unless the very element in focus says no.
 * @param {FocusEvent} event */
function keepKeys(event) {
  /** @type {Element} */ (event.target).setAttribute("data-lm-suppress-shortcuts", "true");
}

/** @param {string} text @param {() => void} press @param {{look?: string, icon?: keyof typeof ICONS}} [options]
 * @returns {HTMLElement} */
function button(text, press, options = {}) {
  const parts = [options.icon ? icon(options.icon) : null, make("span", { text })];
  return make("button", { type: "button", class: `q-button ${options.look ?? ""}`.trim(), click: press }, ...parts);
}

/** @param {string} name @param {keyof typeof ICONS} picture @param {string} title @param {...(Node | null)} children
 * @returns {HTMLElement} */
function card(name, picture, title, ...children) {
  const heading = make("h3", {}, icon(picture), make("span", { text: title }));
  return make("div", { class: `q-card q-${name}` }, heading, ...children);
}

// ---------------------------------------------------------------- the kinds of question

/** Radio buttons or tick boxes, with pictures where the options have them.
 * @param {"radio" | "checkbox"} type @returns {Draw} */
function drawChoices(type) {
  return (view, question, changed) => {
    const pictures = question.options.some((option) => option.picture !== null);
    const name = `${view.id}-${question.id}`;
    const inputs = question.options.map(() => /** @type {HTMLInputElement} */ (make("input", { type, name, change: changed })));
    const labels = question.options.map((option, index) =>
      make("label", { class: "q-choice" }, view.picture(option.picture, "q-choice-picture"), inputs[index],
        make("span", { text: option.text })));
    const given = () => [...inputs.keys()].filter((index) => inputs[index].checked);
    return {
      node: make("div", { class: pictures ? "q-choices q-pictured" : "q-choices" }, ...labels),
      given,
      complete: () => given().length > 0,
      spoken: () => question.options.map((option, index) =>
        say(view.words.choice_read, { number: index + 1, text: option.text })),
    };
  };
}

/** Steps with buttons to move them; nothing has to be dragged. @type {Draw} */
function drawSteps(view, question, changed) {
  const list = make("ol", { class: "q-steps" });
  const { words } = view;
  const order = mixed(question.options.length, question.id);
  const rows = question.options.map((option, index) => {
    const row = make("li", { class: "q-step" }, make("span", { text: option.text, class: "q-step-text" }));
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
  return { node: list, given: () => [...order], complete: () => true, spoken: () => order.map((index) => question.options[index].text) };
}

/** How each kind is introduced, drawn and graded; a new kind is a new line here.
 * @type {Record<Kind, {instruction: string, draw: Draw, grade: (question: Question, given: Given) => Outcome}>} */
const KINDS = {
  "choose-one": { instruction: "choose_one", draw: drawChoices("radio"), grade: gradeOne },
  "true-false": { instruction: "true_false", draw: drawChoices("radio"), grade: gradeOne },
  feelings: { instruction: "feelings", draw: drawChoices("radio"), grade: gradeOne },
  "choose-many": { instruction: "choose_many", draw: drawChoices("checkbox"), grade: gradeMany },
  "put-in-order": { instruction: "put_in_order", draw: drawSteps, grade: gradeOrder },
};

// ---------------------------------------------------------------- reading aloud

/** Reads with the device's own voices only, and only when asked. */
class Reader {
  /** @param {string} language @param {() => void} changed */
  constructor(language, changed) {
    this.language = language;
    this.changed = changed;
    this.reading = false;
    this.speech = globalThis.speechSynthesis;
    this.speech?.addEventListener?.("voiceschanged", changed);
  }

  get voice() {
    return this.speech ? localVoice(this.speech.getVoices(), this.language) : null;
  }

  /** @param {string[]} texts */
  read(texts) {
    const { voice } = this;
    if (!voice) return;
    this.stop();
    this.reading = true;
    texts.forEach((text, index) => {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      utterance.rate = 0.9;
      utterance.onerror = () => this.ended(utterance);
      utterance.onend = () => (index === texts.length - 1 ? this.ended(utterance) : undefined);
      this.last = utterance;
      this.speech.speak(utterance);
    });
    this.changed();
  }

  /** @param {SpeechSynthesisUtterance} utterance */
  ended(utterance) {
    if (utterance === this.last) this.stop();
  }

  stop() {
    this.last = undefined;
    if (this.reading) this.speech.cancel();
    this.reading = false;
    this.changed();
  }

  close() {
    this.stop();
    this.speech?.removeEventListener?.("voiceschanged", this.changed);
  }
}

// ---------------------------------------------------------------- the screens

/** One quiz on a screen. `tell` gets every change of what was answered. */
class QuizView {
  /** @param {Quiz} quiz @param {(progress: Progress) => void} tell */
  constructor(quiz, tell) {
    views += 1;
    this.id = `takeabreath-${views}`;
    this.quiz = quiz;
    this.words = quiz.words;
    this.tell = tell;
    this.progress = begin(quiz);
    /** @type {() => string[]} */
    this.spoken = () => [];
    this.reader = new Reader(quiz.language, () => this.showReader());
    this.stage = make("div", { class: "q-stage" });
    this.status = make("p", { class: "q-status", role: "status" });
    this.place = make("div", { class: "q-place" });
    this.readButton = button(this.words.read_aloud, () => this.toggleReading(), { icon: "sound", look: "q-read" });
    this.noVoice = make("p", { class: "q-small", text: say(this.words.no_voice, { language: this.words.language_name }) });
    this.help = this.makeHelp();
    this.root = this.makeRoot();
    this.show(this.progress, false);
  }

  makeRoot() {
    const help = button(this.words.get_help, () => this.openHelp(), { icon: "help", look: "q-help-button" });
    const bar = make("div", { class: "q-bar" }, this.place, make("div", { class: "q-tools" }, this.readButton, help));
    const body = make("div", { class: "q-body" }, bar, this.stage, this.status, this.help);
    const root = make("section", {
      class: "takeabreath-quiz", lang: this.quiz.language, "aria-label": this.quiz.title,
      "data-read-aloud": String(this.quiz.read_aloud),
      focusin: keepKeys,
    }, body);
    for (const [name, value] of Object.entries(this.quiz.look)) root.style.setProperty(`--q-${name}`, value);
    return root;
  }

  /** @param {string} text */
  announce(text) {
    this.status.textContent = text;
  }

  /** @param {string | null} id @param {string} name @returns {HTMLElement | null} */
  picture(id, name) {
    const picture = id === null ? undefined : this.quiz.pictures[id];
    return picture ? make("img", { src: picture.src, alt: picture.alt, class: name }) : null;
  }

  /** @param {Progress} progress @param {boolean} [moveFocus] */
  show(progress, moveFocus = true) {
    this.progress = progress;
    this.reader.stop();
    this.announce("");
    const screens = { welcome: this.welcome, question: this.question, end: this.end };
    this.stage.replaceChildren(screens[progress.screen].call(this));
    this.showPlace();
    if (!moveFocus) return;
    const heading = /** @type {HTMLElement} */ (this.stage.querySelector("h2"));
    heading.focus({ preventScroll: true });
    this.root.scrollIntoView({ block: "start" });
  }

  showPlace() {
    const { screen, queue, at, again } = this.progress;
    this.place.replaceChildren();
    if (screen !== "question") return;
    const label = again ? this.words.progress_again : this.words.progress;
    const stones = queue.map((_, index) => make("span", { class: index < at ? "q-stone q-past" : index === at ? "q-stone q-now" : "q-stone" }));
    this.place.append(
      make("p", { text: say(label, { number: at + 1, count: queue.length }) }),
      make("div", { class: "q-stones", "aria-hidden": "true" }, ...stones));
  }

  showReader() {
    const { reading, voice } = this.reader;
    this.readButton.hidden = voice === null;
    this.noVoice.hidden = voice !== null;
    this.readButton.setAttribute("aria-pressed", String(reading));
    const text = /** @type {HTMLElement} */ (this.readButton.lastChild);
    text.textContent = reading ? this.words.stop_reading : this.words.read_aloud;
  }

  toggleReading() {
    if (this.reader.reading) this.reader.stop();
    else this.reader.read(this.spoken());
  }

  /** @returns {HTMLElement} */
  welcome() {
    const { quiz, words } = this;
    this.spoken = () => [words.welcome, quiz.intro, words.no_hurry];
    return make("div", { class: "q-screen q-welcome" },
      this.picture(quiz.cover, "q-picture"),
      make("div", { class: "q-work" },
        make("h2", { text: words.welcome, tabindex: -1 }),
        make("p", { text: quiz.intro, class: "q-lead" }),
        make("p", { text: words.no_hurry }),
        make("div", { class: "q-actions" }, button(words.start, () => this.show(opened(this.progress)), { look: "q-primary q-large" })),
        make("p", { text: words.nothing_kept, class: "q-small" }),
        this.noVoice));
  }

  /** @returns {HTMLElement} */
  question() {
    const { words, quiz, progress } = this;
    const question = /** @type {Question} */ (quiz.questions.find(({ id }) => id === progress.queue[progress.at]));
    const kind = KINDS[question.kind];
    const after = make("div", { class: "q-after" });
    const drawn = kind.draw(this, question, () => after.replaceChildren());
    const instruction = make("p", { text: words[kind.instruction], class: "q-instruction", id: `${this.id}-instruction` });
    const asked = make("fieldset", { "aria-describedby": instruction.id },
      make("legend", {}, make("h2", { text: question.stem, tabindex: -1 })), instruction, drawn.node);
    const hint = card("hint", "hint", words.hint, make("p", { text: question.hint }));
    const hintButton = button(words.hint, () => this.toggleHint(hint, hintButton, question), { icon: "hint" });
    hint.hidden = true;
    hintButton.setAttribute("aria-expanded", "false");
    const actions = make("div", { class: "q-actions" },
      button(words.check, () => this.check(question, drawn, after), { look: "q-primary" }), hintButton,
      button(words.skip, () => this.next(), { look: "q-quiet" }));
    this.spoken = () => [question.stem, words[kind.instruction], ...drawn.spoken()];
    return make("div", { class: `q-screen q-${question.kind}` }, this.picture(question.picture, "q-picture"),
      make("div", { class: "q-work" }, asked, actions, hint, after));
  }

  /** @param {HTMLElement} hint @param {HTMLElement} pressed @param {Question} question */
  toggleHint(hint, pressed, question) {
    hint.hidden = !hint.hidden;
    pressed.setAttribute("aria-expanded", String(!hint.hidden));
    if (!hint.hidden) this.announce(question.hint);
  }

  /** @param {Question} question @param {Drawn} drawn @param {HTMLElement} after */
  check(question, drawn, after) {
    const { words } = this;
    if (!drawn.complete()) {
      this.announce(words.choose_first);
      after.replaceChildren(make("p", { text: words.choose_first, class: "q-card q-choose-first" }));
      return;
    }
    const given = drawn.given();
    const outcome = grade(question, given);
    this.progress = answered(this.progress, question, given);
    this.tell(this.progress);
    after.replaceChildren(this.feedback(outcome), this.talk(question), this.nextActions());
    this.announce(`${this.levelWords(outcome.level)}. ${outcome.text}`);
    this.spoken = () => [this.levelWords(outcome.level), outcome.text, ...outcome.notes.flatMap((note) => [note.about, note.text]), question.talk_about];
    after.scrollIntoView({ block: "nearest" });
  }

  /** @param {Level} level */
  levelWords(level) {
    return this.words[{ "got-it": "got_it", nearly: "nearly", "look-again": "look_again", heard: "heard" }[level]];
  }

  /** @param {Outcome} outcome */
  feedback({ level, text, notes }) {
    const lines = notes.map((note) => make("li", {},
      make("strong", { text: note.about }), make("span", { text: this.words[note.mark], class: "q-mark" }),
      make("span", { text: note.text })));
    return card(level, level, this.levelWords(level), make("p", { text }), lines.length > 0 ? make("ul", {}, ...lines) : null);
  }

  /** @param {Question} question */
  talk(question) {
    return card("talk", "talk", this.words.talk_about, make("p", { text: question.talk_about }));
  }

  nextActions() {
    const last = this.progress.at + 1 === this.progress.queue.length;
    const text = last ? this.words.to_the_end : this.words.next;
    return make("div", { class: "q-actions" }, button(text, () => this.next(), { look: "q-primary" }));
  }

  next() {
    this.show(advanced(this.progress));
    if (this.progress.screen === "end") this.tell(this.progress);
  }

  /** @returns {HTMLElement} */
  end() {
    const { quiz, words } = this;
    this.spoken = () => [words.finished, quiz.finish, quiz.closing.not_your_fault, quiz.closing.tell,
      words.what_happens_next, ...quiz.closing.what_happens_next, quiz.closing.calm];
    return make("div", { class: "q-end" },
      make("h2", { text: words.finished, tabindex: -1 }),
      make("p", { text: quiz.finish, class: "q-lead" }),
      missed(quiz, this.progress).length > 0 ? this.another() : null,
      this.fault(),
      make("div", { class: "q-columns" }, make("div", {}, ...this.services()), make("div", {}, this.nextSteps(), this.calm())),
      make("div", { class: "q-actions" }, button(words.start_again, () => this.restart(), { look: "q-quiet" })));
  }

  another() {
    const { words } = this;
    return make("div", { class: "q-card q-another" },
      make("h3", { text: words.look_again_title }), make("p", { text: words.look_again_text }),
      button(words.look_again_start, () => this.show(lookingAgain(this.quiz, this.progress)), { look: "q-primary" }));
  }

  restart() {
    this.show(begin(this.quiz));
    this.tell(this.progress);
  }

  fault() {
    const { closing } = this.quiz;
    return card("fault", "help", this.words.not_your_fault,
      make("p", { text: closing.not_your_fault }), make("p", { text: closing.tell }));
  }

  /** @returns {HTMLElement[]} */
  services() {
    const notices = this.quiz.notices.map((text) => make("p", { text, class: "q-small" }));
    return [make("h3", { text: this.words.help_now, class: "q-title" }),
      make("ul", { class: "q-services" }, ...this.quiz.closing.services.map((service) => this.service(service))), ...notices];
  }

  /** @param {Service} service */
  service(service) {
    const line = (/** @type {Way} */ { label, text, href }) => {
      const shown = href?.startsWith("http") ? siteOf(text) : text;
      const words = [make("span", { text: label }), document.createTextNode(" "), make("strong", { text: shown })];
      return make("p", {}, href === null ? make("span", { class: "q-way" }, ...words)
        : make("a", { class: "q-way", href, rel: "noopener noreferrer", target: href.startsWith("http") ? "_blank" : null }, ...words));
    };
    return make("li", { class: "q-service" },
      make("h4", { text: service.name }), make("p", { text: service.does }), ...service.ways.map(line),
      ...service.facts.map(({ label, text }) => make("p", { class: "q-small", text: `${label}: ${text}` })),
      make("p", { class: "q-small", text: service.checked.join(". ") }));
  }

  nextSteps() {
    const steps = this.quiz.closing.what_happens_next.map((text) => make("li", { text }));
    return make("div", { class: "q-card q-then" }, make("h3", { text: this.words.what_happens_next }), make("ol", {}, ...steps));
  }

  calm() {
    const { words, quiz } = this;
    const picture = this.picture(quiz.closing.calm_picture, "q-breath-picture");
    const breath = make("div", { class: "q-breath", animationend: () => move(false) }, make("div", { class: "q-ring" }, picture));
    const toggle = button(words.breathe, () => move(!breath.hasAttribute("data-moving")), { look: "q-breathe" });
    const move = (/** @type {boolean} */ on) => {
      breath.toggleAttribute("data-moving", on);
      toggle.setAttribute("aria-pressed", String(on));
      const text = /** @type {HTMLElement} */ (toggle.lastChild);
      text.textContent = on ? words.breathe_stop : words.breathe;
    };
    move(false);
    return make("div", { class: "q-card q-calm" }, make("h3", { text: words.calm_close }), breath,
      make("p", { text: quiz.closing.calm, class: "q-lead" }), toggle);
  }

  makeHelp() {
    const title = make("h2", { text: this.words.help_now, id: `${this.id}-help`, tabindex: -1 });
    const close = button(this.words.close_help, () => dialog.close(), { look: "q-primary" });
    const [, ...services] = this.services();
    const dialog = /** @type {HTMLDialogElement} */ (make("dialog", { class: "q-help", "aria-labelledby": title.id },
      title, this.fault(), ...services, make("div", { class: "q-actions" }, close)));
    return dialog;
  }

  openHelp() {
    this.reader.stop();
    this.help.showModal();
    /** @type {HTMLElement} */ (this.help.querySelector("h2")).focus();
    this.help.scrollTop = 0;
  }

  close() {
    this.reader.close();
    this.root.remove();
  }
}

/** Draws the model's quiz into an element, as notebooks ask for it. Answers are sent as messages and never
 * become part of the widget's state, because that is written into a notebook when it is saved.
 * @param {{model: Model, el: HTMLElement}} home @returns {() => void} */
function render({ model, el }) {
  const tell = (/** @type {Progress} */ { answers, screen }) => model.send({ answers, finished: screen === "end" });
  let view = new QuizView(model.get("quiz"), tell);
  const changed = () => {
    view.close();
    view = new QuizView(model.get("quiz"), tell);
    el.append(view.root);
  };
  el.append(view.root);
  model.on("change:quiz", changed);
  return () => {
    model.off("change:quiz", changed);
    view.close();
  };
}

/** Draws a quiz where there is no notebook. @param {HTMLElement} el @param {Quiz} quiz @returns {() => void} */
export function start(el, quiz) {
  const model = { get: () => quiz, on: () => undefined, off: () => undefined, send: () => undefined };
  return render({ model, el });
}

export default { render };
