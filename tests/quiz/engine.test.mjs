import assert from "node:assert/strict";
import { test } from "node:test";
import { say, siteOf } from "../../generator/takeabreath/quiz/engine/elements.js";
import { mixed } from "../../generator/takeabreath/quiz/engine/grading.js";
import { KINDS, grade } from "../../generator/takeabreath/quiz/engine/kinds.js";
import { advanced, answered, begin, lookingAgain, missed, opened, resultOf, wentBack } from "../../generator/takeabreath/quiz/engine/progress.js";
import { localVoice, wordEnd } from "../../generator/takeabreath/quiz/engine/reading.js";

const option = (text, level = "", feedback = "", place = null) => ({ text, level, feedback, picture: null, place });
const whole = { got_it: "yes", nearly: "almost", look_again: "once more" };
const question = (id, kind, options, more = {}) => ({ id, kind, options, feedback: null, stem: "", hints: ["hint"],
  talk_about: "", picture: null, places: [], scenes: [], lead: "", reply: "", ...more });
const one = question("one", "choose-one", [option("a", "look-again", "no"), option("b", "got-it", "well"), option("c", "nearly", "so so")]);
const feelings = question("feel", "feelings", [option("sad", "heard", "yes, sad"), option("cross", "heard", "yes, cross")]);
const many = question("many", "choose-many", [option("a", "got-it"), option("b", "look-again"), option("c", "got-it")], { feedback: whole });
const order = question("order", "put-in-order", ["a", "b", "c", "d"].map((text) => option(text)), { feedback: whole });
const sort = question("sort", "sort", [option("hug", "", "kind", 0), option("or else", "", "bossy", 1), option("song", "", "warm", 0)],
  { feedback: whole, places: ["Kind", "Bossy"] });
const quiz = { habit: "stop-and-keep", questions: [one, feelings, many, order] };

test("an option brings its own level and feedback", () => {
  assert.deepEqual(grade(one, [2]), { level: "nearly", text: "so so", notes: [] });
  assert.deepEqual(grade(feelings, [1]), { level: "heard", text: "yes, cross", notes: [] });
});

test("a true saying, a feeling and a place on a line are graded as one option", () => {
  for (const kind of ["true-false", "confidence"]) {
    assert.deepEqual(grade({ ...one, kind }, [1]), { level: "got-it", text: "well", notes: [] });
  }
});

for (const [given, level] of [[[0, 2], "got-it"], [[0], "nearly"], [[0, 1, 2], "nearly"], [[1], "look-again"]]) {
  test(`ticks ${given} are ${level}`, () => assert.equal(grade(many, given).level, level));
}

for (const [kind, marks] of [["choose-many", ["fits", "does_not_fit", "also_fits"]], ["spot-the-trick", ["is_trick", "no_trick", "also_trick"]]]) {
  test(`feedback on ${kind} names what was ticked and what fits too`, () => {
    const notes = grade({ ...many, kind }, [0, 1]).notes;
    assert.deepEqual(notes.map(({ about, mark }) => [about, mark]), [["a", marks[0]], ["b", marks[1]], ["c", marks[2]]]);
  });
}

for (const [given, level] of [[[0, 1, 2, 3], "got-it"], [[3, 0, 1, 2], "nearly"], [[1, 0, 2, 3], "nearly"], [[3, 2, 1, 0], "look-again"]]) {
  test(`steps ${given} are ${level}`, () => assert.equal(grade(order, given).level, level));
}

test("steps with the same words may change places", () => {
  const same = question("same", "put-in-order", ["breathe", "stop", "breathe"].map((text) => option(text)), { feedback: whole });
  assert.equal(grade(same, [2, 1, 0]).level, "got-it");
});

for (const kind of ["sort", "match", "triage"]) {
  for (const [given, level] of [[[0, 1, 0], "got-it"], [[0, 0, 0], "nearly"], [[1, 0, 1], "look-again"]]) {
    test(`${kind} of ${given} is ${level}`, () => assert.equal(grade({ ...sort, kind }, given).level, level));
  }
}

test("feedback on cards says where each belongs", () => {
  assert.deepEqual(grade(sort, [0, 0, 1]), { level: "nearly", text: "almost", notes: [
    { about: "hug", mark: "fits", place: "Kind", text: "kind" },
    { about: "or else", mark: "goes_to", place: "Bossy", text: "bossy" },
    { about: "song", mark: "goes_to", place: "Kind", text: "warm" },
  ] });
});

const scene = (text, choices, help = "") => ({ text, picture: null, choices, help });
const choice = (level, to) => ({ text: level, level, feedback: level, to });
const story = question("story", "story", [], { scenes: [
  scene("it begins", [choice("look-again", 1), choice("got-it", 2)]),
  scene("more of it", [choice("got-it", 2), choice("look-again", 3)]),
  scene("an aunt", [], "she helps"),
  scene("a teacher", [], "he helps"),
] });

for (const [given, level, help] of [[[1], "got-it", "she helps"], [[0, 0], "nearly", "she helps"], [[0, 1], "look-again", "he helps"]]) {
  test(`the way ${given} through a story is ${level} and ends with help`, () => {
    assert.deepEqual(grade(story, given), { level, title: "story_end", text: help, notes: [] });
  });
}

test("own words are answered without a look at them", () => {
  const own = question("own", "finish-the-sentence", [option("help.")], { lead: "I need", reply: "thank you" });
  assert.deepEqual(grade(own, []), { level: "heard", text: "thank you", notes: [{ about: "", mark: "", place: "", text: "I need help." }] });
});

test("steps are mixed the same way each time and never stand in the right order", () => {
  for (const count of [3, 4, 5, 6]) {
    for (let seed = 0; seed < 200; seed += 1) {
      const steps = mixed(count, `question-${seed}`);
      assert.deepEqual(steps, mixed(count, `question-${seed}`));
      assert.deepEqual([...steps].sort(), [...Array(count).keys()]);
      assert.notDeepEqual(steps, [...Array(count).keys()]);
    }
  }
});

test("a quiz goes from question to question to the end", () => {
  let progress = opened(begin(quiz));
  const seen = [];
  while (progress.screen === "question") {
    seen.push(progress.queue[progress.at]);
    progress = advanced(progress);
  }
  assert.deepEqual(seen, ["one", "feel", "many", "order"]);
});

test("one can go back to the question before, and no further than the first", () => {
  const second = advanced(opened(begin(quiz)));
  assert.equal(wentBack(second).at, 0);
  assert.equal(wentBack(wentBack(second)).at, 0);
});

test("another look has what was skipped or not yet got, and never a feeling", () => {
  let progress = answered(begin(quiz), one, [1]);
  progress = answered(progress, many, [0]);
  assert.deepEqual(missed(quiz, progress), ["many", "order"]);
  const again = lookingAgain(quiz, progress);
  assert.deepEqual([again.screen, again.queue, again.at], ["question", ["many", "order"], 0]);
  assert.deepEqual(missed(quiz, answered(answered(again, many, [0, 2]), order, [0, 1, 2, 3])), []);
});

test("kinds without a better answer are never offered for another look", () => {
  const never = Object.entries(KINDS).filter(([, kind]) => !kind.missed).map(([name]) => name);
  assert.deepEqual(never, ["feelings", "confidence", "finish-the-sentence"]);
});

test("the result counts by habit and tells no answers", () => {
  let progress = opened(begin(quiz));
  const counts = (more) => ({ "stop-and-keep": { got_it: 0, nearly: 0, look_again: 0, heard: 0, skipped: 0, ...more } });
  assert.deepEqual(resultOf(quiz, progress), counts({}));
  progress = advanced(answered(progress, one, [1]));
  progress = advanced(answered(progress, feelings, [0]));
  progress = advanced(progress);
  assert.deepEqual(resultOf(quiz, progress), counts({ got_it: 1, heard: 1, skipped: 1 }));
  progress = advanced(answered(progress, order, [3, 2, 1, 0]));
  assert.deepEqual(resultOf(quiz, progress), counts({ got_it: 1, heard: 1, skipped: 1, look_again: 1 }));
  progress = answered(lookingAgain(quiz, progress), many, [0]);
  assert.deepEqual(resultOf(quiz, progress), counts({ got_it: 1, heard: 1, nearly: 1, look_again: 1 }));
});

test("answering leaves earlier progress as it was", () => {
  const before = begin(quiz);
  answered(before, one, [0]);
  assert.deepEqual(before.answers, {});
});

test("labels are filled once, and unknown places stay", () => {
  assert.equal(say("{text} is {number} of {else}", { text: "{number}", number: 2 }), "{number} is 2 of {else}");
});

test("only a voice of the device itself reads aloud, the nearest one first", () => {
  const voice = (lang, localService) => ({ lang, localService });
  const local = voice("en_US", true);
  const british = voice("en-GB", true);
  assert.equal(localVoice([voice("en-GB", false), voice("ms-MY", true)], "en"), null);
  assert.equal(localVoice([voice("en-GB", false), local, british], "en"), local);
  assert.equal(localVoice([local, british], "en-GB"), british);
  assert.equal(localVoice([], "en"), null);
});

test("a word ends where the voice says, or at the next space", () => {
  assert.equal(wordEnd("Tell a grown-up.", 7, 8), 15);
  assert.equal(wordEnd("Tell a grown-up.", 7), 16);
  assert.equal(wordEnd("Tell", 4), 4);
});

test("a website is shown by its name", () => {
  assert.equal(siteOf("https://www.example.org/a/long/path?x=1"), "example.org");
  assert.equal(siteOf("takeitdown.example.org"), "takeitdown.example.org");
});
