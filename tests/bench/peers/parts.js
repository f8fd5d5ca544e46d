// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Counts the parts of random texts with Heliograph and with sms-segments-calculator, and lists where they differ.
//   node parts.js PATH_TO_HELIOGRAPH [SEED] [TEXTS]
import { execFileSync } from 'node:child_process';
import calculator from 'sms-segments-calculator';

const [program, seedText, countText] = process.argv.slice(2);
const seed = Number(seedText ?? Date.now() % 100000);
let state = seed;

/** A number from 0 up to limit, from a generator that gives the same ones for the same seed. */
function random(limit) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
}

const pools = ['abcdefghij KLMNOP 0123456789.,!?', '@£$¥èéùìòÇØøÅåΔΦΓΛ¡ÄÖÑÜ§¿äöñüà', '^{}\\[~]|€', 'яшж', 'अमت', '😀🎁', '\n', 'ç’–'];
/** What a person sees as one character, though it is several. */
const clusters = ['\r\n', 'e\u0301', '👩‍👩‍👧‍👦', '🇮🇳', '👍🏽', 'क्षि'];
const edges = [67, 70, 71, 134, 153, 154, 160, 161, 306, 307];

function randomText() {
  const length = random(2) ? edges[random(edges.length)] : random(400);
  const most = 1 + random(pools.length);
  let text = '';
  while (text.length < length) {
    const pool = random(60) ? [...pools[random(10) ? 0 : random(most)]] : clusters;
    text += pool[random(pool.length)];
  }
  return text;
}

const total = Number(countText ?? 300);
const differences = [];
for (let i = 0; i < total; ++i) {
  const text = randomText() || 'x';
  const ours = JSON.parse(execFileSync(program, ['--json', 'sms', '-'], { input: text, env: { ...process.env, QT_QPA_PLATFORM: 'offscreen' } }));
  const theirs = new calculator.SegmentedMessage(text);
  if (ours.parts !== theirs.segmentsCount || (ours.encoding === 'GSM-7') !== (theirs.encodingName === 'GSM-7')) {
    differences.push({ text, ours: ours.parts, theirs: theirs.segmentsCount, encoding: [ours.encoding, theirs.encodingName] });
  }
}
console.log(JSON.stringify({ seed, texts: total, differences: differences.length, examples: differences.slice(0, 3) }));
