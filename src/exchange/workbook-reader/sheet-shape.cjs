// Reads from a sheet's XML what the cell reader does not tell: merged ranges, cells that hold a formula's error or a
// formula without a result, and how far the cells with content reach. Plain searching, no markup parser needed:
// tag names and cell references cannot contain the characters searched for.
'use strict';
const { FileRefused } = require('./file-refused.cjs');

/** 10,000 rows and what stands above, between and below them; columns no list has. */
const limits = { rows: 12_000, columns: 256, merges: 20_000 };

const formulaWithoutResult = '（公式没有结果）';

/** The shape of one sheet; `texts` are cells to be shown as text because they have no value of their own. */
function shapeOf(xml) {
  const prefix = /<(\w+:)?worksheet[\s>]/.exec(xml.slice(0, 4_096))?.[1] ?? '';
  const shape = { rows: 0, columns: 0, merges: [], texts: [] };
  for (const { tag, body } of elements(xml, `${prefix}c`)) readCell(shape, prefix, tag, body);
  for (const { tag } of elements(xml, `${prefix}mergeCell`)) readMerge(shape, tag);
  refuseOverlaps(shape);
  return shape;
}

function readCell(shape, prefix, tag, body) {
  if (body === '') return;
  const at = cellReference(attribute(tag, 'r'));
  if (!at) return;
  const value = between(body, `<${prefix}v>`, `</${prefix}v>`);
  const hasFormula = body.includes(`<${prefix}f`);
  if (value === '' && !body.includes(`<${prefix}is`) && !hasFormula) return;
  shape.rows = Math.max(shape.rows, at.row + 1);
  shape.columns = Math.max(shape.columns, at.column + 1);
  if (shape.rows > limits.rows) throw new FileRefused('too-many-rows');
  if (shape.columns > limits.columns) throw new FileRefused('too-many-columns');
  if (attribute(tag, 't') === 'e') shape.texts.push({ ...at, text: value });
  else if (hasFormula && value === '') shape.texts.push({ ...at, text: formulaWithoutResult });
}

function readMerge(shape, tag) {
  const [first, last] = attribute(tag, 'ref').split(':').map(cellReference);
  if (!first || !last) return;
  if (shape.merges.length >= limits.merges) throw new FileRefused('damaged');
  const top = Math.min(first.row, last.row);
  const left = Math.min(first.column, last.column);
  if (top >= shape.rows || left >= shape.columns) return;
  const bottom = Math.min(Math.max(first.row, last.row), shape.rows - 1);
  const right = Math.min(Math.max(first.column, last.column), shape.columns - 1);
  if (bottom > top || right > left) shape.merges.push({ top, left, bottom, right });
}

// Merges of a real sheet never overlap, so together they cover no more than the sheet has cells.
function refuseOverlaps(shape) {
  const covered = shape.merges.reduce(
    (cells, { top, left, bottom, right }) => cells + (bottom - top + 1) * (right - left + 1),
    0,
  );
  if (covered > shape.rows * shape.columns) throw new FileRefused('damaged');
}

function* elements(xml, name) {
  const start = `<${name}`;
  const close = `</${name}>`;
  for (let at = xml.indexOf(start); at >= 0; at = xml.indexOf(start, at + 1)) {
    const after = xml[at + start.length];
    if (after !== ' ' && after !== '>' && after !== '/' && after !== '\n' && after !== '\r' && after !== '\t')
      continue;
    const end = xml.indexOf('>', at);
    if (end < 0) return;
    const tag = xml.slice(at, end);
    if (tag.endsWith('/')) {
      yield { tag, body: '' };
      continue;
    }
    const closing = xml.indexOf(close, end);
    if (closing < 0) return;
    yield { tag, body: xml.slice(end + 1, closing) };
    at = closing;
  }
}

function attribute(tag, name) {
  for (const quote of ['"', "'"]) {
    const start = tag.indexOf(` ${name}=${quote}`);
    if (start < 0) continue;
    const from = start + name.length + 3;
    const to = tag.indexOf(quote, from);
    if (to >= 0) return tag.slice(from, to);
  }
  return '';
}

function cellReference(text) {
  const match = /^\$?([A-Z]{1,3})\$?([0-9]{1,7})$/.exec(text ?? '');
  if (!match) return undefined;
  let column = 0;
  for (const letter of match[1]) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}

function between(text, start, end) {
  const from = text.indexOf(start);
  const to = from < 0 ? -1 : text.indexOf(end, from);
  return to < 0 ? '' : text.slice(from + start.length, to);
}

module.exports = { shapeOf, limits };
