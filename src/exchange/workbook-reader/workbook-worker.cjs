// Runs in a worker thread with bounded memory: turns the bytes of an XLSX or CSV into sheets of plain cells and sends
// them in small portions, so that the main thread never stands still for a large list. Plain JavaScript because a
// worker is loaded by its file, from the sources under test as from the built program.
'use strict';
const { parentPort, workerData } = require('node:worker_threads');
const readXlsxFile = require('read-excel-file/node');
const { FileRefused } = require('./file-refused.cjs');
const { repack, unpackWorkbook } = require('./xlsx-package.cjs');
const { shapeOf } = require('./sheet-shape.cjs');
const { rowsOfCsv } = require('./csv-text.cjs');

const rowsPerMessage = 250;
const mostSheets = 30;

async function sheetsOfXlsx(bytes) {
  const parts = await unpackWorkbook(bytes);
  const shapes = new Map();
  for (const [name, part] of parts) {
    if (/^xl\/worksheets\//i.test(name)) shapes.set(name, shapeOf(part.toString('utf8')));
  }
  const order = sheetParts(parts);
  const package_ = repack(parts);
  parts.clear();
  const sheets = [];
  for (const { sheet, data } of await read(package_)) {
    if (sheets.length >= mostSheets) break;
    const shape = shapes.get(order.get(sheet)) ?? { rows: 0, columns: 0, merges: [], texts: [] };
    sheets.push({ name: sheet, rows: cellsOf(data, shape), merges: shape.merges });
  }
  return sheets;
}

async function read(package_) {
  try {
    return await readXlsxFile(package_, { trim: false });
  } catch {
    throw new FileRefused('damaged');
  }
}

/** Which part holds the sheet of that name? */
function sheetParts(parts) {
  const targets = new Map();
  const relations = parts.get('xl/_rels/workbook.xml.rels')?.toString('utf8') ?? '';
  for (const [tag] of relations.matchAll(/<[^<>]*Relationship\s[^<>]*>/g)) {
    const target = /\sTarget="([^"]*)"/.exec(tag)?.[1] ?? '';
    targets.set(/\sId="([^"]*)"/.exec(tag)?.[1], target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  const order = new Map();
  const workbook = parts.get('xl/workbook.xml').toString('utf8');
  for (const [tag] of workbook.matchAll(/<(?:\w+:)?sheet\s[^<>]*>/g)) {
    const name = decodeEntities(/\sname="([^"]*)"/.exec(tag)?.[1] ?? '');
    order.set(name, targets.get(/\s\w+:id="([^"]*)"/.exec(tag)?.[1]));
  }
  return order;
}

function decodeEntities(text) {
  const named = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return named[name] ?? whole;
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function cellsOf(data, shape) {
  const rows = data.map((row) => row.map(plainCell));
  for (const { row, column, text } of shape.texts) {
    while (rows.length <= row) rows.push([]);
    while (rows[row].length <= column) rows[row].push(null);
    rows[row][column] = text;
  }
  return rows;
}

// Days come as instants that may be a millisecond short of midnight UTC.
function plainCell(cell) {
  if (cell instanceof Date) return new Date(cell.getTime() + 1_000).toISOString().slice(0, 10);
  if (typeof cell === 'string') return cell.trim() === '' ? null : cell.slice(0, 5_000);
  return cell;
}

async function main() {
  const bytes = Buffer.from(workerData.bytes);
  const sheets =
    workerData.kind === 'csv'
      ? [{ name: 'CSV', rows: rowsOfCsv(bytes), merges: [] }]
      : await sheetsOfXlsx(bytes);
  for (const { name, rows, merges } of sheets) {
    parentPort.postMessage({ type: 'sheet', name, merges });
    for (let from = 0; from < rows.length; from += rowsPerMessage) {
      parentPort.postMessage({ type: 'rows', rows: rows.slice(from, from + rowsPerMessage) });
    }
  }
  parentPort.postMessage({ type: 'end' });
}

main().catch((error) => {
  if (!(error instanceof FileRefused)) throw error;
  parentPort.postMessage({ type: 'refused', code: error.code });
});
