// Opens an XLSX package (a zip) without trusting it: counts and sizes are checked in its directory and again while
// unpacking, document types and entities are refused, and only the parts that hold cells are unpacked.
'use strict';
const zlib = require('node:zlib');
const yauzl = require('yauzl');
const { FileRefused } = require('./file-refused.cjs');

/** Bytes and parts a package may have; a full list of 10,000 rows and 30 columns has about 25 MB. */
const limits = { parts: 2_000, partBytes: 40 * 1024 * 1024, packageBytes: 60 * 1024 * 1024 };

/** The parts that hold cells, their order and their strings. */
const wanted =
  /^xl\/(?:workbook|sharedStrings|styles|worksheets\/[^/]+)\.xml$|^xl\/_rels\/workbook\.xml\.rels$/i;

/** Unpacks the wanted parts: name to bytes. Throws FileRefused for everything that is not a plain workbook. */
async function unpackWorkbook(bytes) {
  const zip = await open(bytes);
  if (zip.entryCount > limits.parts) throw new FileRefused('too-many-parts');
  const entries = await directoryOf(zip);
  const parts = new Map();
  let total = 0;
  for (const entry of entries) {
    if (!wanted.test(entry.fileName)) continue;
    if (parts.has(entry.fileName)) throw new FileRefused('damaged');
    const part = await unpack(zip, entry, limits.packageBytes - total);
    total += part.length;
    refuseDeclarations(part);
    parts.set(entry.fileName, part);
  }
  if (!parts.has('xl/workbook.xml')) throw new FileRefused(kindOfPackage(entries));
  return parts;
}

/** The same parts as a zip without compression, so that the next reader sees exactly what was checked here. */
function repack(parts) {
  const files = [];
  const directory = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const nameBytes = Buffer.from(name, 'utf8');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0); // version needed
    common.writeUInt16LE(0x0800, 2); // names are UTF-8
    common.writeUInt16LE(0x21, 8); // 1980-01-01
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    files.push(signature(0x04034b50), common, nameBytes, content);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(signature(0x02014b50), Buffer.from([20, 0]), common, tail, nameBytes);
    offset += 30 + nameBytes.length + content.length;
  }
  const directoryBytes = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.size, 4);
  end.writeUInt16LE(parts.size, 6);
  end.writeUInt32LE(directoryBytes.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, directoryBytes, signature(0x06054b50), end]);
}

async function open(bytes) {
  try {
    return await yauzl.fromBufferPromise(bytes);
  } catch {
    throw new FileRefused('damaged');
  }
}

async function directoryOf(zip) {
  const entries = [];
  let total = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new FileRefused('locked');
      total += entry.uncompressedSize;
      if (entry.uncompressedSize > limits.partBytes || total > limits.packageBytes)
        throw new FileRefused('unpacks-too-large');
      entries.push(entry);
      if (entries.length > limits.parts) throw new FileRefused('too-many-parts');
    }
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused('damaged');
  }
  return entries;
}

async function unpack(zip, entry, room) {
  const most = Math.min(room, limits.partBytes);
  const chunks = [];
  let size = 0;
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      size += chunk.length;
      if (size > most) throw new FileRefused('unpacks-too-large');
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused('damaged');
  }
  return Buffer.concat(chunks);
}

// A sheet needs no document type; one could only name entities that grow or that point at other files.
// Parts in UTF-16 would hide it from this search, and no spreadsheet program writes them.
function refuseDeclarations(part) {
  if (part.subarray(0, 4).includes(0)) throw new FileRefused('damaged');
  if (part.includes('<!DOCTYPE') || part.includes('<!ENTITY')) throw new FileRefused('declares-entities');
}

function kindOfPackage(entries) {
  const names = new Set(entries.map((entry) => entry.fileName));
  if (names.has('xl/workbook.bin')) return 'binary-workbook';
  if (names.has('content.xml')) return 'open-document';
  if (names.has('word/document.xml')) return 'word';
  return 'no-workbook';
}

function crc32(bytes) {
  return zlib.crc32 ? zlib.crc32(bytes) : crc32ByTable(bytes);
}

let table;
function crc32ByTable(bytes) {
  table ??= Uint32Array.from({ length: 256 }, (_, n) => {
    for (let bit = 0; bit < 8; bit++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
    return n >>> 0;
  });
  let crc = 0xffffffff;
  for (const byte of bytes) crc = table[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function signature(number) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}

module.exports = { unpackWorkbook, repack };
