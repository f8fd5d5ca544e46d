// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the 90 characters of `heliograph bench sms` (app/cli/bench_sms.cpp).
import calculator from 'sms-segments-calculator';
import { medianPerSecond } from './medians.js';

const text = 'Hi Emma, you have 1240 points. Show this text for 10% off in New York. Reply STOP to leave';
let counted = 0;
const rate = medianPerSecond(20000, () => {
  for (let i = 0; i < 20000; ++i) counted += new calculator.SegmentedMessage(text).segmentsCount;
});
console.log(JSON.stringify({ ninety_characters_nanoseconds: 1e9 / rate, counted }));
