import { crc32, deflateRawSync } from 'node:zlib';
import { IncomingFile } from '../../files/file-examiner';

const office = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const relations = 'http://schemas.openxmlformats.org';

/** A Word file with a title and some paragraphs, marked as demo: the evidence the story attaches. */
export function paperOf(title: string, paragraphs: readonly string[]): IncomingFile {
  const bytes = zipOf({
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="${relations}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${office}.document.main+xml"/></Types>`,
    '_rels/.rels': `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${relations}/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': documentOf(title, [...paragraphs, '演示数据，不是真实文件。']),
  });
  return { name: `${title}.docx`, declaredType: `${office}.document`, bytes };
}

function documentOf(title: string, paragraphs: readonly string[]): string {
  const heading = `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run(title, '<w:rPr><w:b/><w:sz w:val="36"/></w:rPr>')}</w:p>`;
  const body = paragraphs
    .map((text) => `<w:p>${run(text, '<w:rPr><w:sz w:val="28"/></w:rPr>')}</w:p>`)
    .join('');
  return `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${relations}/wordprocessingml/2006/main"><w:body>${heading}${body}</w:body></w:document>`;
}

const run = (text: string, properties: string) =>
  `<w:r>${properties}<w:t xml:space="preserve">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</w:t></w:r>`;

/** A zip package of these parts: for each a local header and its bytes, then the list of all. */
function zipOf(parts: Record<string, string>): Buffer {
  const locals: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const [part, text] of Object.entries(parts)) {
    const [name, content] = [Buffer.from(part), Buffer.from(text)];
    const packed = deflateRawSync(content);
    // Version 2.0, names in UTF-8, deflated, no time; then checksum, both sizes and the length of the name.
    const about = Buffer.alloc(26);
    [20, 0x0800, 8].forEach((value, at) => about.writeUInt16LE(value, at * 2));
    [crc32(content), packed.length, content.length].forEach((value, at) =>
      about.writeUInt32LE(value, 10 + at * 4),
    );
    about.writeUInt16LE(name.length, 22);
    locals.push(Buffer.from('PK\x03\x04', 'latin1'), about, name, packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    list.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), about, place, name);
    offset += 30 + name.length + packed.length;
  }
  const listBytes = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  const count = Object.keys(parts).length;
  [count, count].forEach((value, at) => end.writeUInt16LE(value, 8 + at * 2));
  [listBytes.length, offset].forEach((value, at) => end.writeUInt32LE(value, 12 + at * 4));
  return Buffer.concat([...locals, listBytes, end]);
}
