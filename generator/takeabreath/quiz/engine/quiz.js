/**
 * The quiz on a screen: welcome, one question after another, the end, and help on every screen.
 *
 * It gets a quiz as plain values and keeps what was pressed in memory only.
 */

import { KINDS, grade } from "./kinds.js";
import { button, card, icon, make, rename, say, siteOf } from "./elements.js";
import { advanced, answered, begin, lookingAgain, missed, opened, resultOf, wentBack } from "./progress.js";
import { Reader } from "./reading.js";
/** @import { Drawn, Model, Outcome, Progress, Question, Quiz, Service, Spoken, Way } from "./types.d.ts" */

const LEVEL_WORDS = { "got-it": "got_it", nearly: "nearly", "look-again": "look_again", heard: "heard" };
let views = 0;

/** JupyterLab takes arrow keys and letters for commands on its cells, unless the very element in focus says no.
 * @param {FocusEvent} event */
function keepKeys(event) {
  /** @type {Element} */ (event.target).setAttribute("data-lm-suppress-shortcuts", "true");
}

/** The elements in their order, to read aloud. @param {Element} within @returns {Spoken[]} */
function everyTextOf(within) {
  const all = "h2, h3, h4, p, li:not(:has(*)), li > strong, li > span";
  const texts = /** @type {NodeListOf<HTMLElement>} */ (within.querySelectorAll(all));
  return [...texts].filter((node) => !node.closest(".q-mute")).map((node) => ({ node }));
}

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
    /** @type {() => Spoken[]} */
    this.spoken = () => [];
    /** @type {(() => void) | undefined} */
    this.leave = undefined;
    /** @type {Set<HTMLElement>} */
    this.readers = new Set();
    this.reader = new Reader(quiz.language, () => this.showReader());
    this.stage = make("div", { class: "q-stage" });
    this.status = make("p", { class: "q-status", role: "status" });
    this.place = make("div", { class: "q-place" });
    this.noVoice = make("p", { class: "q-small", text: say(this.words.no_voice, { language: this.words.language_name }) });
    this.help = this.makeHelp();
    this.root = this.makeRoot();
    this.show(this.progress, false);
  }

  makeRoot() {
    const help = button(this.words.get_help, () => this.openHelp(), { icon: "help", look: "q-help-button" });
    const tools = make("div", { class: "q-tools" }, this.readButton(() => this.spoken()), help);
    const bar = make("div", { class: "q-bar" }, this.place, tools);
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

  // -------------------------------------------------------------- reading aloud

  /** A button that reads, and stops what it began. @param {() => Spoken[]} spoken @returns {HTMLElement} */
  readButton(spoken) {
    const pressed = button(this.words.read_aloud, () => this.toggleReading(pressed, spoken()), { icon: "sound", look: "q-read" });
    this.readers.add(pressed);
    this.showReader();
    return pressed;
  }

  /** @param {HTMLElement} pressed @param {Spoken[]} spoken */
  toggleReading(pressed, spoken) {
    if (this.reader.owner === pressed) this.reader.stop();
    else this.reader.read(spoken, pressed);
  }

  showReader() {
    if (!this.reader) return;
    const { owner, voice } = this.reader;
    this.noVoice.hidden = voice !== null;
    for (const pressed of this.readers) {
      pressed.hidden = voice === null;
      pressed.setAttribute("aria-pressed", String(owner === pressed));
      rename(pressed, owner === pressed ? this.words.stop_reading : this.words.read_aloud);
    }
  }

  // -------------------------------------------------------------- from screen to screen

  /** @param {Progress} progress @param {boolean} [moveFocus] */
  show(progress, moveFocus = true) {
    this.leave?.();
    this.leave = undefined;
    this.progress = progress;
    this.reader.stop();
    this.announce("");
    const screens = { welcome: this.welcome, question: this.question, end: this.end };
    this.stage.replaceChildren(screens[progress.screen].call(this));
    this.readers.forEach((reader) => (this.root.contains(reader) ? undefined : this.readers.delete(reader)));
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
    const stone = (/** @type {number} */ index) => (index < at ? "q-stone q-past" : index === at ? "q-stone q-now" : "q-stone");
    const stones = queue.map((_, index) => make("span", { class: stone(index) }));
    this.place.append(
      make("p", { text: say(label, { number: at + 1, count: queue.length }) }),
      make("div", { class: "q-stones", "aria-hidden": "true" }, ...stones));
  }

  /** @returns {HTMLElement} */
  welcome() {
    const { quiz, words } = this;
    const heading = make("h2", { text: words.welcome, tabindex: -1 });
    const intro = make("p", { text: quiz.intro, class: "q-lead" });
    const noHurry = make("p", { text: words.no_hurry });
    this.spoken = () => [heading, intro, noHurry].map((node) => ({ node }));
    return make("div", { class: "q-screen q-welcome" },
      this.picture(quiz.cover, "q-picture"),
      make("div", { class: "q-work" }, heading, intro, noHurry,
        make("div", { class: "q-actions" }, button(words.start, () => this.show(opened(this.progress)), { look: "q-primary q-large" })),
        make("p", { text: words.nothing_kept, class: "q-small" }),
        this.noVoice));
  }

  // -------------------------------------------------------------- a question

  /** @returns {HTMLElement} */
  question() {
    const { words, quiz, progress } = this;
    const question = /** @type {Question} */ (quiz.questions.find(({ id }) => id === progress.queue[progress.at]));
    const kind = KINDS[question.kind];
    const after = make("div", { class: "q-after" });
    const check = () => this.check(question, drawn, after);
    const drawn = kind.draw(this, question, { changed: () => this.takeBack(after), done: check });
    this.leave = drawn.leave;
    const stem = make("h2", { text: question.stem, tabindex: -1 });
    const instruction = make("p", { text: words[kind.instruction], class: "q-instruction", id: `${this.id}-instruction` });
    const asked = make("fieldset", { class: "q-asked", "aria-describedby": instruction.id },
      make("legend", {}, stem), instruction, drawn.node);
    const hints = make("ol", { class: "q-hints" });
    const actions = make("div", { class: "q-actions" },
      kind.check === null ? null : button(words[kind.check], check, { look: "q-primary q-check" }),
      this.hintButton(question, hints),
      progress.at > 0 ? button(words.back, () => this.show(wentBack(this.progress)), { look: "q-quiet q-back" }) : null,
      button(words.skip, () => this.next(), { look: "q-quiet q-skip" }));
    this.spoken = () => [{ node: stem }, { node: instruction }, ...drawn.spoken(), ...everyTextOf(hints)];
    return make("div", { class: `q-screen q-${question.kind}` }, this.picture(question.picture, "q-picture"),
      make("div", { class: "q-work" }, asked, actions, hints, after));
  }

  /** Gives one more hint each time, until there is none. @param {Question} question @param {HTMLElement} hints
   * @returns {HTMLElement} */
  hintButton(question, hints) {
    const { words } = this;
    const pressed = button(words.hint, () => {
      const number = hints.childElementCount;
      if (number === question.hints.length) return;
      const text = question.hints[number];
      hints.append(make("li", { class: "q-card q-hint" }, icon("hint"), make("span", { text })));
      this.announce(text);
      const isLast = number + 1 === question.hints.length;
      pressed.setAttribute("aria-disabled", String(isLast));
      rename(pressed, isLast ? words.no_more_hints : words.next_hint);
    }, { icon: "hint", look: "q-hint-button" });
    return pressed;
  }

  /** Feedback on an answer that has changed. @param {HTMLElement} after */
  takeBack(after) {
    this.reader.stop();
    after.replaceChildren();
  }

  /** @param {Question} question @param {Drawn} drawn @param {HTMLElement} after */
  check(question, drawn, after) {
    const { words } = this;
    this.reader.stop();
    if (!drawn.complete()) {
      const text = words[KINDS[question.kind].missing];
      this.announce(text);
      after.replaceChildren(make("p", { text, class: "q-card q-choose-first" }));
      return;
    }
    const given = drawn.given();
    const outcome = grade(question, given);
    this.progress = answered(this.progress, question, given);
    this.tell(this.progress);
    const talk = card("talk", "talk", words.talk_about, make("p", { text: question.talk_about }));
    const cards = [this.feedback(outcome), talk];
    const read = this.readButton(() => cards.flatMap(everyTextOf));
    after.replaceChildren(...cards, this.nextActions(read));
    this.announce(`${this.titleOf(outcome)}. ${outcome.text}`);
    const isLong = after.getBoundingClientRect().height > globalThis.innerHeight / 2;
    after.scrollIntoView({ block: isLong ? "start" : "nearest" });
  }

  /** @param {Outcome} outcome @returns {string} */
  titleOf({ title, level }) {
    return this.words[title ?? LEVEL_WORDS[level]];
  }

  /** @param {Outcome} outcome @returns {HTMLElement} */
  feedback(outcome) {
    const { text, notes } = outcome;
    const look = outcome.title ? "heard" : outcome.level;
    const lines = notes.map(({ about, mark, place, text: why }) => make("li", {}, about ? make("strong", { text: about }) : null,
      mark ? make("p", { text: say(this.words[mark], { place }), class: "q-mark" }) : null, why ? make("p", { text: why }) : null));
    return card(look, look, this.titleOf(outcome), make("p", { text }), lines.length > 0 ? make("ul", {}, ...lines) : null);
  }

  /** @param {HTMLElement} read */
  nextActions(read) {
    const last = this.progress.at + 1 === this.progress.queue.length;
    const text = last ? this.words.to_the_end : this.words.next;
    return make("div", { class: "q-actions" }, button(text, () => this.next(), { look: "q-primary q-next" }), read);
  }

  next() {
    this.show(advanced(this.progress));
    if (this.progress.screen === "end") this.tell(this.progress);
  }

  // -------------------------------------------------------------- the end, and help

  /** @returns {HTMLElement} */
  end() {
    const { quiz, words } = this;
    const screen = make("div", { class: "q-end" },
      make("h2", { text: words.finished, tabindex: -1 }),
      make("p", { text: quiz.finish, class: "q-lead" }),
      missed(quiz, this.progress).length > 0 ? this.another() : null,
      this.fault(),
      make("div", { class: "q-columns" }, make("div", {}, ...this.services()), make("div", {}, this.nextSteps(), this.calm())),
      make("div", { class: "q-actions" }, button(words.start_again, () => this.restart(), { look: "q-quiet" })));
    this.spoken = () => everyTextOf(screen);
    return screen;
  }

  another() {
    const { words } = this;
    return make("div", { class: "q-card q-another q-mute" },
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
    const notices = this.quiz.notices.map((text) => make("p", { text, class: "q-small q-mute" }));
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
      make("p", { class: "q-small q-mute", text: service.checked.join(". ") }));
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
      rename(toggle, on ? words.breathe_stop : words.breathe);
    };
    move(false);
    return make("div", { class: "q-card q-calm" }, make("h3", { text: words.calm_close }), breath,
      make("p", { text: quiz.closing.calm, class: "q-lead" }), toggle);
  }

  makeHelp() {
    const title = make("h2", { text: this.words.help_now, id: `${this.id}-help`, tabindex: -1 });
    const close = button(this.words.close_help, () => dialog.close(), { look: "q-primary" });
    const read = this.readButton(() => everyTextOf(dialog));
    const [, ...services] = this.services();
    const dialog = /** @type {HTMLDialogElement} */ (make("dialog",
      { class: "q-help", "aria-labelledby": title.id, close: () => this.reader.stop() },
      title, this.fault(), ...services, make("div", { class: "q-actions" }, close, read)));
    return dialog;
  }

  openHelp() {
    this.reader.stop();
    this.help.showModal();
    /** @type {HTMLElement} */ (this.help.querySelector("h2")).focus();
    this.help.scrollTop = 0;
  }

  close() {
    this.leave?.();
    this.reader.close();
    this.root.remove();
  }
}

/** Draws the model's quiz into an element, as notebooks ask for it. Answers are sent as messages and never
 * become part of the widget's state, because that is written into a notebook when it is saved.
 * @param {{model: Model, el: HTMLElement}} home @returns {() => void} */
function render({ model, el }) {
  const open = () => {
    const quiz = /** @type {Quiz} */ (model.get("quiz"));
    const tell = (/** @type {Progress} */ progress) =>
      model.send({ answers: progress.answers, finished: progress.screen === "end", result: resultOf(quiz, progress) });
    const view = new QuizView(quiz, tell);
    el.append(view.root);
    return view;
  };
  let view = open();
  const changed = () => {
    view.close();
    view = open();
  };
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
