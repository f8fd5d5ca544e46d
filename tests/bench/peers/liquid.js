// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The reference message for the same 10,000 people as `heliograph bench liquid` (app/cli/bench_people.cpp).
import { Liquid } from 'liquidjs';
import { medianPerSecond } from './medians.js';

const source =
  "Hi {{ profile.first_name | default: 'there' | capitalize }}, your {{ profile.tier }} offer: " +
  '{% if profile.points > 100 %}{{ profile.points | times: 0.05 | round: 2 }} off{% else %}free delivery{% endif %} ' +
  "until {{ event.date | date: '%d %b' }}";
const names = ['', 'emma', 'noah', 'MIA', 'elodie'];
const tiers = ['gold', 'silver', 'bronze'];
const two = (number) => String(number).padStart(2, '0');
const people = Array.from({ length: 10000 }, (_, i) => ({
  profile: { first_name: names[i % 5] || null, tier: tiers[i % 3], points: (i * 37) % 1000 },
  event: { date: `2026-${two((i % 12) + 1)}-${two((i % 28) + 1)}` },
}));

const engine = new Liquid();
const template = engine.parse(source);
let written = 0;
const renders = medianPerSecond(people.length, () => {
  for (const person of people) written += engine.renderSync(template, person).length;
});
const parses = medianPerSecond(2000, () => {
  for (let i = 0; i < 2000; ++i) written += engine.parse(source).length;
});
console.log(JSON.stringify({ rows_per_second: renders, parse_microseconds: 1e6 / parses, written }));
