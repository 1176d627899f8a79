import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const source = readFileSync(new URL("../../generator/takeabreath/quiz/quiz.js", import.meta.url), "utf-8");
const engine = await import(`data:text/javascript,${encodeURIComponent(source)}`);
const { advanced, answered, begin, grade, localVoice, lookingAgain, missed, mixed, opened, say, siteOf } = engine;

const option = (text, level = "", feedback = "") => ({ text, level, feedback, picture: null });
const whole = { got_it: "yes", nearly: "almost", look_again: "once more" };
const question = (id, kind, options, feedback = null) => ({ id, kind, options, feedback, stem: "", hint: "", talk_about: "", picture: null });
const one = question("one", "choose-one", [option("a", "look-again", "no"), option("b", "got-it", "well"), option("c", "nearly", "so so")]);
const feelings = question("feel", "feelings", [option("sad", "heard", "yes, sad"), option("cross", "heard", "yes, cross")]);
const many = question("many", "choose-many", [option("a", "got-it"), option("b", "look-again"), option("c", "got-it")], whole);
const order = question("order", "put-in-order", ["a", "b", "c", "d"].map((text) => option(text)), whole);
const quiz = { questions: [one, feelings, many, order] };

test("an option brings its own level and feedback", () => {
  assert.deepEqual(grade(one, [2]), { level: "nearly", text: "so so", notes: [] });
  assert.deepEqual(grade(feelings, [1]), { level: "heard", text: "yes, cross", notes: [] });
});

for (const [given, level] of [[[0, 2], "got-it"], [[0], "nearly"], [[0, 1, 2], "nearly"], [[1], "look-again"]]) {
  test(`ticks ${given} are ${level}`, () => assert.equal(grade(many, given).level, level));
}

test("feedback on ticks names what was ticked and what fits too", () => {
  const marks = grade(many, [0, 1]).notes.map(({ about, mark }) => [about, mark]);
  assert.deepEqual(marks, [["a", "fits"], ["b", "does_not_fit"], ["c", "also_fits"]]);
});

for (const [given, level] of [[[0, 1, 2, 3], "got-it"], [[3, 0, 1, 2], "nearly"], [[1, 0, 2, 3], "nearly"], [[3, 2, 1, 0], "look-again"]]) {
  test(`steps ${given} are ${level}`, () => assert.equal(grade(order, given).level, level));
}

test("steps with the same words may change places", () => {
  const same = question("same", "put-in-order", ["breathe", "stop", "breathe"].map((text) => option(text)), whole);
  assert.equal(grade(same, [2, 1, 0]).level, "got-it");
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

test("another look has what was skipped or not yet got, and never a feeling", () => {
  let progress = answered(begin(quiz), one, [1]);
  progress = answered(progress, many, [0]);
  assert.deepEqual(missed(quiz, progress), ["many", "order"]);
  const again = lookingAgain(quiz, progress);
  assert.deepEqual([again.screen, again.queue, again.at], ["question", ["many", "order"], 0]);
  assert.deepEqual(missed(quiz, answered(answered(again, many, [0, 2]), order, [0, 1, 2, 3])), []);
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

test("a website is shown by its name", () => {
  assert.equal(siteOf("https://www.example.org/a/long/path?x=1"), "example.org");
  assert.equal(siteOf("takeitdown.example.org"), "takeitdown.example.org");
});
