/** The values that the engine gets from `plan/quiz.py`, and those that its modules hand to each other. */

export type Level = "got-it" | "nearly" | "look-again" | "heard";
export type Kind = "choose-one" | "true-false" | "feelings" | "confidence" | "choose-many" | "spot-the-trick"
  | "put-in-order" | "sort" | "match" | "triage" | "story" | "finish-the-sentence";

export interface Option { text: string; level: Level | ""; feedback: string; picture: string | null; place: number | null }
export interface Choice { text: string; level: Level; feedback: string; to: number }
export interface Scene { text: string; picture: string | null; choices: Choice[]; help: string }
export interface WholeFeedback { got_it: string; nearly: string; look_again: string }
export interface Question {
  id: string; kind: Kind; stem: string; hints: string[]; talk_about: string; picture: string | null;
  options: Option[]; feedback: WholeFeedback | null; places: string[]; scenes: Scene[]; lead: string; reply: string;
}

export interface Way { label: string; text: string; href: string | null }
export interface Service { id: string; name: string; does: string; ways: Way[]; facts: Way[]; checked: string[] }
export interface Closing {
  not_your_fault: string; tell: string; what_happens_next: string[]; calm: string; calm_picture: string | null;
  services: Service[];
}
export interface Quiz {
  language: string; habit: string; title: string; intro: string; cover: string; finish: string; read_aloud: boolean;
  questions: Question[]; closing: Closing; notices: string[];
  pictures: Record<string, { src: string; alt: string }>; words: Record<string, string>; look: Record<string, string>;
}

/** What was pressed, as numbers: one for a choice, several for ticks, all for an order, a place for every card (-1
 * where it has none), the way taken through a story. What was written is never part of it. */
export type Given = number[];
/** A line of feedback; `mark` names the label that says how it fits, and may have a `place` in it. */
export interface Note { about: string; mark: string; place: string; text: string }
/** What is said to an answer. `title` names a label that stands in place of the level's own words. */
export interface Outcome { level: Level; text: string; notes: Note[]; title?: string }
export interface Answer { given: Given; level: Level }
export interface Progress {
  screen: "welcome" | "question" | "end"; queue: string[]; at: number; again: boolean; answers: Record<string, Answer>;
}
/** How many questions were got, nearly got, to be looked at again, only heard, or skipped. */
export interface Counts { got_it: number; nearly: number; look_again: number; heard: number; skipped: number }

/** An element to read aloud; `before` is said first and is not in the element. */
export interface Spoken { node: HTMLElement; before?: string }
/** A question on the screen. `leave` is called when it goes away. */
export interface Drawn {
  node: HTMLElement; given: () => Given; complete: () => boolean; spoken: () => Spoken[]; leave?: () => void;
}
/** What a kind may ask of the screen around it. */
export interface View {
  id: string; words: Record<string, string>;
  picture(id: string | null, name: string): HTMLElement | null;
  announce(text: string): void;
  feedback(outcome: Outcome): HTMLElement;
}
/** `changed` takes feedback back that no longer fits; `done` checks the answer without a button. */
export interface Hooks { changed: () => void; done: () => void }
export type Draw = (view: View, question: Question, hooks: Hooks) => Drawn;

export interface Model {
  get(name: string): any; on(event: string, listener: () => void): void; off(event: string, listener: () => void): void;
  send(message: unknown): void;
}
