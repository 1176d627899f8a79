/** Reading aloud: with the device's own voices only, and only when asked. Shows what is being read. */

/** @import { Spoken } from "./types.d.ts" */

const WORD = "takeabreath-word";

/** A voice of the device itself: other voices would send the text to a server.
 * @template {{lang: string, localService: boolean}} V
 * @param {V[]} voices @param {string} language @returns {V | null} */
export function localVoice(voices, language) {
  const wanted = language.toLowerCase();
  const tag = (/** @type {V} */ voice) => voice.lang.toLowerCase().replace("_", "-");
  const own = voices.filter((voice) => voice.localService === true && tag(voice).split("-")[0] === wanted.split("-")[0]);
  return own.find((voice) => tag(voice) === wanted) ?? own[0] ?? null;
}

/** Where the word at a place ends; voices do not always say how long it is.
 * @param {string} text @param {number} start @param {number} [length] @returns {number} */
export function wordEnd(text, start, length) {
  return start + (length || (/^\S+/.exec(text.slice(start))?.[0].length ?? 0));
}

/** Reads elements one after the other, for whoever asked last. */
export class Reader {
  /** @param {string} language @param {() => void} changed */
  constructor(language, changed) {
    this.language = language;
    this.changed = changed;
    /** @type {unknown} */
    this.owner = null;
    /** @type {HTMLElement | null} */
    this.shown = null;
    /** @type {SpeechSynthesisUtterance[]} */
    this.queue = [];
    this.speech = globalThis.speechSynthesis;
    this.speech?.addEventListener?.("voiceschanged", changed);
  }

  get voice() {
    return this.speech ? localVoice(this.speech.getVoices(), this.language) : null;
  }

  /** @param {Spoken[]} texts @param {unknown} owner */
  read(texts, owner) {
    const { voice } = this;
    this.stop();
    if (!voice || texts.length === 0) return;
    this.owner = owner;
    this.queue = texts.map((spoken) => this.utterance(spoken, voice));
    this.queue.forEach((utterance) => this.speech.speak(utterance));
    this.changed();
  }

  /** @param {Spoken} spoken @param {SpeechSynthesisVoice} voice */
  utterance({ node, before = "" }, voice) {
    const text = node.textContent ?? "";
    const utterance = new SpeechSynthesisUtterance(before + text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = 0.9;
    utterance.onstart = () => this.show(utterance, node);
    utterance.onboundary = ({ name, charIndex, charLength }) => {
      const start = charIndex - before.length;
      if (name === "word" && start >= 0 && this.shown === node) showWord(node, start, wordEnd(text, start, charLength));
    };
    utterance.onerror = () => this.ended(utterance);
    utterance.onend = () => this.ended(utterance);
    return utterance;
  }

  /** @param {SpeechSynthesisUtterance} utterance @param {HTMLElement} node */
  show(utterance, node) {
    if (!this.queue.includes(utterance)) return;
    this.hide();
    this.shown = node;
    node.classList.add("q-reading");
    node.scrollIntoView({ block: "nearest" });
  }

  hide() {
    this.shown?.classList.remove("q-reading");
    this.shown = null;
    globalThis.CSS?.highlights?.delete(WORD);
  }

  /** @param {SpeechSynthesisUtterance} utterance */
  ended(utterance) {
    if (utterance === this.queue.at(-1)) this.stop();
  }

  stop() {
    this.queue = [];
    if (this.owner !== null) this.speech.cancel();
    this.owner = null;
    this.hide();
    this.changed();
  }

  close() {
    this.stop();
    this.speech?.removeEventListener?.("voiceschanged", this.changed);
  }
}

/** Marks letters of an element without changing it, where the browser can. @param {HTMLElement} node
 * @param {number} start @param {number} end */
function showWord(node, start, end) {
  if (!globalThis.CSS?.highlights) return;
  const range = document.createRange();
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  let before = 0;
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const { length } = /** @type {Text} */ (text);
    if (start >= before && start < before + length) range.setStart(text, start - before);
    if (end > before && end <= before + length) range.setEnd(text, end - before);
    before += length;
  }
  CSS.highlights.set(WORD, new Highlight(range));
}
