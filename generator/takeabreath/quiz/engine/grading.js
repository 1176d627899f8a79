/** What an answer is worth: never more than three levels, and feedback to every part of it. No screen in here. */

/** @import { Given, Level, Note, Outcome, Question } from "./types.d.ts" */

/** One option, with its own feedback. @param {Question} question @param {Given} given @returns {Outcome} */
export function gradeOne(question, given) {
  const option = question.options[given[0]];
  return { level: option.level || "heard", text: option.feedback, notes: [] };
}

/** Options to tick or to leave. @param {{fits: string, not: string, also: string}} marks */
export function gradeTicks(marks) {
  /** @param {Question} question @param {Given} given @returns {Outcome} */
  return (question, given) => {
    const fits = question.options.map((option) => option.level === "got-it");
    const right = given.filter((index) => fits[index]).length;
    const complete = right === given.length && right === fits.filter(Boolean).length;
    const level = complete ? "got-it" : right > 0 ? "nearly" : "look-again";
    const notes = question.options.flatMap((option, index) => {
      const ticked = given.includes(index);
      if (!ticked && !fits[index]) return [];
      return [note(option.text, !ticked ? marks.also : fits[index] ? marks.fits : marks.not, option.feedback)];
    });
    return { level, text: whole(question, level), notes };
  };
}

/** One step out of place is nearly there. @param {Question} question @param {Given} given @returns {Outcome} */
export function gradeOrder(question, given) {
  const texts = question.options.map((option) => option.text);
  const same = given.every((index, place) => texts[index] === texts[place]);
  const level = same ? "got-it" : longestRise(given) >= given.length - 1 ? "nearly" : "look-again";
  return { level, text: whole(question, level), notes: [] };
}

/** Cards in places. @param {Question} question @param {Given} given @returns {Outcome} */
export function gradePlaces(question, given) {
  const right = question.options.map((option, index) => option.place === given[index]);
  const level = right.every(Boolean) ? "got-it" : right.some(Boolean) ? "nearly" : "look-again";
  const notes = question.options.map((option, index) =>
    note(option.text, right[index] ? "fits" : "goes_to", option.feedback, question.places[option.place ?? 0]));
  return { level, text: whole(question, level), notes };
}

/** A way through a story. @param {Question} question @param {Given} given @returns {Outcome} */
export function gradeStory(question, given) {
  let scene = question.scenes[0];
  const levels = given.map((index) => {
    const choice = scene.choices[index];
    scene = question.scenes[choice.to];
    return choice.level;
  });
  const level = levels.every((each) => each === "got-it") ? "got-it" : levels.includes("got-it") ? "nearly" : "look-again";
  return { level, title: "story_end", text: scene.help, notes: [] };
}

/** Own words are not graded, nor even looked at. @param {Question} question @returns {Outcome} */
export function gradeNothing(question) {
  return { level: "heard", text: question.reply, notes: question.options.map((option) => note("", "", `${question.lead} ${option.text}`)) };
}

/** @param {string} about @param {string} mark @param {string} text @param {string} [place] @returns {Note} */
function note(about, mark, text, place = "") {
  return { about, mark, place, text };
}

/** @param {Question} question @param {Level} level @returns {string} */
function whole(question, level) {
  const { feedback } = question;
  if (feedback === null) return "";
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
