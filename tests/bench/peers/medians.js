// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

/** How often a second `work`, which does `count` things, does one: the median of five runs after one to warm up. */
export function medianPerSecond(count, work) {
  work();
  const rates = [];
  for (let run = 0; run < 5; ++run) {
    const before = process.hrtime.bigint();
    work();
    rates.push((count * 1e9) / Number(process.hrtime.bigint() - before));
  }
  return rates.sort((a, b) => a - b)[2];
}
