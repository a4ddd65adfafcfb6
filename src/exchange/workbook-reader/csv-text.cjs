// Reads a CSV: its encoding (UTF-8 with or without mark, UTF-16 with mark, GB18030), its separator, its rows.
'use strict';
const { TextDecoder } = require('node:util');
const { parse } = require('csv-parse/sync');
const { FileRefused } = require('./file-refused.cjs');
const { limits } = require('./sheet-shape.cjs');

/** The rows of a CSV, all cells as text; an empty cell is null. */
function rowsOfCsv(bytes) {
  const text = decode(bytes);
  if (text.trim() === '') throw new FileRefused('empty');
  if (/^\s*<(?:!doctype|html|table|\?xml|\?mso|meta|style)/i.test(text.slice(0, 1_000)))
    throw new FileRefused('web-page');
  const rows = records(text);
  if (rows.length > limits.rows) throw new FileRefused('too-many-rows');
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (columns > limits.columns) throw new FileRefused('too-many-columns');
  return rows.map((row) => row.map((cell) => (cell.trim() === '' ? null : cell.trim())));
}

function records(text) {
  try {
    return parse(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 200_000,
      to: limits.rows + 1,
    });
  } catch {
    throw new FileRefused('damaged-csv');
  }
}

function decode(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return strictly('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return strictly('utf-16be', bytes);
  if (bytes.includes(0)) throw new FileRefused('not-a-table');
  try {
    return strictly('utf-8', bytes);
  } catch {
    return strictly('gb18030', bytes);
  }
}

function strictly(encoding, bytes) {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new FileRefused('unknown-encoding');
  }
}

// The separator that stands most often in the first lines; a comma when none does.
function separatorOf(text) {
  const head = text.slice(0, 10_000);
  const counts = [',', '\t', ';', '，'].map((separator) => [separator, head.split(separator).length]);
  const [best, count] = counts.reduce((most, next) => (next[1] > most[1] ? next : most));
  return count > 1 ? best : ',';
}

module.exports = { rowsOfCsv };
