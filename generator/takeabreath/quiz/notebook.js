// @ts-check
/**
 * The quiz in a notebook: starts the engine that the notebook carries.
 *
 * The engine and its styles are values of the widget, line by line, so that a committed notebook shows a change of
 * the engine as a change of those lines. Nothing is fetched: the engine is read from memory.
 */

/** @typedef {{get(name: string): any}} Model */
/** @typedef {{model: Model, el: HTMLElement}} Home */

/** @type {Promise<{default: {render: (home: Home) => () => void}}> | undefined} */
let engine;

/** A quiz needs no kernel, so JupyterLab's sign of a lost one would only worry people. */
const CALM = ".q-notebook.jupyter-widgets-disconnected::before { display: none; }";

/** @param {string[]} lines */
function load(lines) {
  const address = URL.createObjectURL(new Blob([lines.join("\n")], { type: "text/javascript" }));
  return import(address).finally(() => URL.revokeObjectURL(address));
}

/** @param {Home} home @returns {Promise<() => void>} */
async function render(home) {
  engine ??= load(home.model.get("engine"));
  const style = document.createElement("style");
  style.textContent = [CALM, ...home.model.get("styles")].join("\n");
  home.el.classList.add("q-notebook");
  home.el.append(style);
  const close = (await engine).default.render(home);
  return () => {
    close();
    style.remove();
  };
}

export default { render };
