import { createHash } from 'node:crypto';
import { compoundFile, lyingZip, officeFile, pdf, zipBomb } from '../../test/fixtures/files/documents';
import { gif, isoMedia, photo, pngBomb, svg } from '../../test/fixtures/files/photos';
import { zipOf } from '../../test/fixtures/files/zip-writer';
import type { WantedKind } from '../domain/files/acceptance';
import { examineFile } from './file-examiner';

async function verdict(bytes: Buffer, name: string, declaredType = '', wants: WantedKind = 'any') {
  const outcome = await examineFile({ name, declaredType, bytes }, wants);
  return outcome.ok ? 'taken' : outcome.blockers.map((blocker) => blocker.code).join(' ');
}

describe('an upload', () => {
  it('of a phone photo is taken with everything a row keeps', async () => {
    const bytes = await photo('jpeg', { takenAt: '2026:05:18 08:00:00', gps: true });
    const outcome = await examineFile(
      { name: 'C:\\DCIM\\IMG 1.JPEG', declaredType: 'image/jpeg', bytes },
      'photo',
    );
    if (!outcome.ok) throw new Error('refused');
    expect(outcome.value.facts).toEqual({
      kind: 'photo',
      originalName: 'IMG 1.jpeg',
      mediaType: 'image/jpeg',
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      dHash: expect.stringMatching(/^[0-9a-f]{16}$/),
      width: 640,
      height: 480,
      takenAt: '2026-05-18T00:00:00.000Z',
    });
    expect([...outcome.value.copies.keys()]).toEqual(['480.webp', '480.jpg', '1600.webp', '1600.jpg']);
  });

  it('of a document is taken as it is, without copies', async () => {
    const outcome = await examineFile(
      { name: '纪要.pdf', declaredType: 'application/pdf', bytes: pdf() },
      'document',
    );
    if (!outcome.ok) throw new Error('refused');
    expect(outcome.value.facts).toMatchObject({
      kind: 'document',
      originalName: '纪要.pdf',
      width: null,
      dHash: null,
    });
    expect(outcome.value.copies.size).toBe(0);
  });

  it.each([
    ['a Word file', officeFile('docx'), '方案.docx', 'taken'],
    ['an Excel file', officeFile('xlsx'), '台账.xlsx', 'taken'],
    ['an Excel file named .docx', officeFile('xlsx'), '台账.docx', 'file.extension-differs'],
    ['a PDF named .jpg', pdf(), '现场.jpg', 'file.extension-differs'],
    ['a PDF without its end', pdf().subarray(0, 150), '纪要.pdf', 'file.pdf-cut-off'],
    ['a locked PDF', pdf('/Encrypt 5 0 R'), '纪要.pdf', 'file.pdf-locked'],
    ['a PDF that only keeps its metadata readable', pdf('/EncryptMetadata true'), '纪要.pdf', 'taken'],
    ['a GIF named .jpg', gif, '现场.jpg', 'file.gif'],
    ['an SVG named .png', svg, '现场.png', 'file.svg'],
    ['an HEIC photo named .jpg', isoMedia('heic'), '现场.jpg', 'file.heic'],
    ['an old Word file', compoundFile(), '方案.doc', 'file.old-office'],
    ['a Word file with a password', compoundFile('EncryptedPackage'), '方案.docx', 'file.locked-office'],
    [
      'a Word file with macros',
      officeFile('docx', [{ name: 'word/vbaProject.bin', content: 'x' }]),
      'a.docx',
      'file.macro-office',
    ],
    ['a Word file that unpacks to 101 MB', zipBomb(101 * 1024 * 1024), 'a.docx', 'file.package-too-large'],
    ['a Word file that lies about its size', lyingZip(), 'a.docx', 'file.broken-zip'],
    ['a zip file', zipOf([{ name: 'a.jpg', content: 'x' }]), 'a.zip', 'file.archive'],
    ['a cut zip file', officeFile('docx').subarray(0, 300), 'a.docx', 'file.broken-zip'],
    ['a picture that unpacks to 400 megapixels', pngBomb(20_000, 20_000), 'a.png', 'file.too-many-pixels'],
    ['nothing', Buffer.alloc(0), 'a.jpg', 'file.empty'],
    ['text', Buffer.from('hello'), 'a.txt', 'file.unknown'],
  ])('%s', async (_, bytes, name, expected) => {
    expect(await verdict(bytes, name)).toBe(expected);
  });

  it('a photo that says it is a web page is refused', async () => {
    expect(await verdict(await photo('jpeg'), 'a.jpg', 'text/html')).toBe('file.type-differs');
  });

  it('a document in a photo field is refused before it is unpacked', async () => {
    expect(await verdict(lyingZip(), 'a.docx', '', 'photo')).toBe('file.not-a-photo');
  });

  it('no sequence of bytes makes it throw', async () => {
    const heads = [
      'ffd8ffe0',
      '89504e470d0a1a0a',
      '255044462d',
      '504b0304',
      '504b0506',
      '00000018667479706d696631',
      '52494646',
      'd0cf11e0a1b11ae1',
      '424d',
    ];
    for (const head of heads) {
      for (const length of [0, 1, 3, 12, 30, 200]) {
        const bytes = Buffer.concat([Buffer.from(head, 'hex'), Buffer.alloc(length, 0x5a)]);
        expect(await verdict(bytes, 'a')).toMatch(/^file\./);
      }
    }
  });
});
