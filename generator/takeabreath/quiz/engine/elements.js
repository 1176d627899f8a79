/** Elements of a page. Every text is set as text, never as markup. */

const SVG = "http://www.w3.org/2000/svg";
const STAR = "M12 2.5l2.9 6 6.6.9-4.8 4.6 1.2 6.5-5.9-3.2-5.9 3.2 1.2-6.5L2.5 9.4l6.6-.9z";
const HEART = "M12 20.5s-8.5-5-8.5-11A4.8 4.8 0 0 1 12 6.7a4.8 4.8 0 0 1 8.5 2.8c0 6-8.5 11-8.5 11z";
const ICONS = {
  "got-it": STAR,
  nearly: STAR,
  "look-again": "M10 3.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15 15l6 6",
  heard: HEART,
  help: HEART,
  talk: "M4 4h16v11H11l-5 5v-5H4z",
  hint: "M9 18h6M10 21h4M12 3a6 6 0 0 0-3.5 10.9V16h7v-2.1A6 6 0 0 0 12 3z",
  sound: "M4 9v6h4l5 4V5L8 9zM16.5 8.5a5 5 0 0 1 0 7M19 6a8.5 8.5 0 0 1 0 12",
  up: "M12 19V5M5.5 11.5L12 5l6.5 6.5",
  down: "M12 5v14M5.5 12.5L12 19l6.5-6.5",
};

/** An element; `text` is its text, functions are listeners, `null` and `false` are left out.
 * @param {string} tag @param {Record<string, unknown>} [attributes] @param {...(Node | null)} children
 * @returns {HTMLElement} */
export function make(tag, attributes = {}, ...children) {
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
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "q-icon");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** @param {string} text @param {() => void} press @param {{look?: string, icon?: keyof typeof ICONS}} [options]
 * @returns {HTMLElement} */
export function button(text, press, options = {}) {
  const parts = [options.icon ? icon(options.icon) : null, make("span", { text })];
  return make("button", { type: "button", class: `q-button ${options.look ?? ""}`.trim(), click: press }, ...parts);
}

/** @param {HTMLElement} pressed @param {string} text */
export function rename(pressed, text) {
  const label = /** @type {HTMLElement} */ (pressed.lastChild);
  label.textContent = text;
}

/** @param {string} name @param {keyof typeof ICONS} picture @param {string} title @param {...(Node | null)} children
 * @returns {HTMLElement} */
export function card(name, picture, title, ...children) {
  const heading = make("h3", {}, icon(picture), make("span", { text: title }));
  return make("div", { class: `q-card q-${name}` }, heading, ...children);
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
