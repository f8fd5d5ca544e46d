// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

/** Seconds that this process computed, whatever else the machine does. */
function computedSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** How often a second `work`, which does `count` things, does one: the median of five runs after one to warm up. */
export function medianPerSecond(count, work) {
  work();
  const rates = [];
  for (let run = 0; run < 5; ++run) {
    const before = computedSeconds();
    work();
    rates.push(count / (computedSeconds() - before));
  }
  return rates.sort((a, b) => a - b)[2];
}

/** The middle of some values. */
export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
