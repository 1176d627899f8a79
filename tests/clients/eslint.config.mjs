// Rules for the quiz engine: plain modules without dependencies, checked for types by the TypeScript checker.
import js from "@eslint/js";

const BROWSER = ["document", "globalThis", "CSS", "Highlight", "NodeFilter", "SpeechSynthesisUtterance", "Blob", "URL"];

export default [
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: Object.fromEntries(BROWSER.map((name) => [name, "readonly"])) },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      complexity: ["error", 12],
      eqeqeq: "error",
      "max-depth": ["error", 3],
      "max-len": ["error", { code: 140, ignoreUrls: true }],
      "max-lines-per-function": ["error", 60],
      "max-params": ["error", 4],
      "no-eval": "error",
      "no-implicit-coercion": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-param-reassign": "error",
      "no-restricted-globals": ["error", "fetch", "localStorage", "sessionStorage", "indexedDB", "XMLHttpRequest", "WebSocket"],
      "no-restricted-properties": ["error", ...["innerHTML", "outerHTML", "insertAdjacentHTML", "cookie"].map((property) => ({ property }))],
      "no-shadow": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
    },
  },
];
