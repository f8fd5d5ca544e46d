// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Asks DuckDB what `heliograph bench segments --keep FOLDER` asked its columns, on the same people and events, and compares.
//   node segments.js FOLDER ANSWERS.json SEGMENTS.json
import { DuckDBInstance } from '@duckdb/node-api';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { median } from './medians.js';

const [folder, answersFile, segmentsFile] = process.argv.slice(2);
const answers = new Map(JSON.parse(readFileSync(answersFile, 'utf8')).segments.map((each) => [each.name, each]));
const segments = JSON.parse(readFileSync(segmentsFile, 'utf8'));
const turns = 5;

const file = join(folder, 'duck.db');
const isThere = existsSync(file);
const instance = await DuckDBInstance.create(file, { threads: String(availableParallelism()) });
const duck = await instance.connect();

if (!isThere) {
  for (const csv of readdirSync(folder).filter((name) => name.endsWith('.csv'))) {
    const table = basename(csv, '.csv');
    const list = table === 'people' ? `, CAST(interests AS JSON)::VARCHAR[] AS interests_list` : '';
    await duck.run(`CREATE TABLE ${table} AS SELECT *${list} FROM read_csv('${join(folder, csv)}', header = true)`);
  }
}
// Midday of 26 November 2026, and midnight so many days before.
await duck.run(`CREATE OR REPLACE TEMP MACRO now_ms() AS ${Date.UTC(2026, 10, 26, 12)}`);
await duck.run(`CREATE OR REPLACE TEMP MACRO midnight(days) AS ${Date.UTC(2026, 10, 26)} - days * 86400000::BIGINT`);

let different = 0;
const ours = [];
const theirs = [];
for (const { name, duckdb } of segments) {
  if (duckdb === null) continue;
  const times = [];
  let people = 0;
  for (let turn = 0; turn <= turns; ++turn) {
    const begin = process.hrtime.bigint();
    const reader = await duck.runAndReadAll(`SELECT count(*) FROM people WHERE ${duckdb}`);
    people = Number(reader.getRows()[0][0]);
    if (turn > 0) times.push(Number(process.hrtime.bigint() - begin) / 1e6);
  }
  const answer = answers.get(name);
  const same = answer.people === people;
  different += same ? 0 : 1;
  ours.push(answer.cold_ms);
  theirs.push(median(times));
  console.log(
    `${name.padEnd(42)} ${String(people).padStart(9)} people  ${answer.cold_ms.toFixed(2).padStart(8)} ms  ` +
      `DuckDB ${median(times).toFixed(2).padStart(8)} ms${same ? '' : `  NOT THE SAME: ${answer.people}`}`,
  );
}
console.log(`medians: ${median(ours).toFixed(2)} ms, DuckDB ${median(theirs).toFixed(2)} ms; ${different} counts differ`);
process.exitCode = different === 0 ? 0 : 1;
