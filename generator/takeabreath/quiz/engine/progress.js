/** The way through a quiz, as values: every step gives a new one and leaves the old as it was. */

import { KINDS, grade } from "./kinds.js";
/** @import { Counts, Given, Progress, Question, Quiz } from "./types.d.ts" */

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

/** @param {Progress} progress @returns {Progress} */
export function wentBack(progress) {
  return { ...progress, at: Math.max(0, progress.at - 1) };
}

/** Questions that were skipped or not yet got; a feeling is never missed.
 * @param {Quiz} quiz @param {Progress} progress @returns {string[]} */
export function missed(quiz, progress) {
  return quiz.questions
    .filter((question) => KINDS[question.kind].missed && progress.answers[question.id]?.level !== "got-it")
    .map((question) => question.id);
}

/** @param {Quiz} quiz @param {Progress} progress @returns {Progress} */
export function lookingAgain(quiz, progress) {
  return opened({ ...progress, queue: missed(quiz, progress), at: 0, again: true });
}

/** Counts only, by the habit that the quiz is about. Skipped are those gone by without an answer.
 * @param {Quiz} quiz @param {Progress} progress @returns {Record<string, Counts>} */
export function resultOf(quiz, { queue, at, again, answers }) {
  const counts = { got_it: 0, nearly: 0, look_again: 0, heard: 0, skipped: 0 };
  const names = /** @type {const} */ ({ "got-it": "got_it", nearly: "nearly", "look-again": "look_again", heard: "heard" });
  for (const { id } of quiz.questions) {
    if (id in answers) counts[names[answers[id].level]] += 1;
    else if (again || queue.slice(0, at).includes(id)) counts.skipped += 1;
  }
  return { [quiz.habit]: counts };
}
