import { contentTypesOf, lyingZip, officeFile, zipBomb } from '../../test/fixtures/files/documents';
import { zipOf } from '../../test/fixtures/files/zip-writer';
import { uploadLimits } from '../domain/files/upload-limits';
import { packageKindOf, readPackageIndex, unpacksCleanly } from './office-package';

const kindOf = async (bytes: Buffer) => packageKindOf((await readPackageIndex(bytes))!);

describe('an Office file', () => {
  it.each(['docx', 'xlsx'] as const)('%s is known by its main part and unpacks', async (kind) => {
    expect(await kindOf(officeFile(kind))).toBe(kind);
    expect(await unpacksCleanly(officeFile(kind))).toBe(true);
  });

  it('whose main part is missing, or of another type, is another kind of Office file', async () => {
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
    const types = { name: '[Content_Types].xml', content: contentTypesOf('word/document.xml', type) };
    expect(await kindOf(zipOf([types]))).toBe('other-office');
    const slides = {
      name: '[Content_Types].xml',
      content: contentTypesOf('ppt/presentation.xml', type.replace('document.main', 'x')),
    };
    expect(await kindOf(zipOf([slides, { name: 'ppt/presentation.xml', content: '' }]))).toBe('other-office');
  });

  it.each(['word/vbaProject.bin', 'xl/macrosheets/sheet1.xml', 'word/activeX/activeX1.bin'])(
    'with %s carries a program',
    async (name) => {
      expect(await kindOf(officeFile('docx', [{ name, content: 'x' }]))).toBe('macro-office');
    },
  );

  it('of a macro type carries a program also without one', async () => {
    const types = contentTypesOf(
      'word/document.xml',
      'application/vnd.ms-word.document.macroEnabled.main+xml',
    );
    expect(await kindOf(zipOf([{ name: '[Content_Types].xml', content: types }]))).toBe('macro-office');
  });

  it('with a locked part is locked, an OFD is an OFD, other zip files are archives', async () => {
    expect(await kindOf(zipOf([{ name: 'a.txt', content: 'x', encrypted: true }]))).toBe('locked-office');
    expect(await kindOf(zipOf([{ name: 'OFD.xml', content: '<ofd/>' }]))).toBe('ofd');
    expect(await kindOf(zipOf([{ name: '照片/1.jpg', content: 'x' }]))).toBe('archive');
    expect(await kindOf(zipOf([]))).toBe('archive');
  });

  it('its parts and their size are counted from the list', async () => {
    const index = await readPackageIndex(zipBomb(5_000_000));
    expect(index).toMatchObject({ entries: 4 });
    expect(index!.unpackedBytes).toBeGreaterThan(5_000_000);
  });

  it('counting stops just past the limit of parts', async () => {
    const parts = Array.from({ length: uploadLimits.packageEntries + 50 }, (_, at) => ({
      name: `p${at}`,
      content: '',
    }));
    const index = await readPackageIndex(zipOf(parts));
    expect(index!.names).toHaveLength(uploadLimits.packageEntries + 1);
    expect(index!.entries).toBe(uploadLimits.packageEntries + 50);
  });

  it('a list of types made to keep the search busy does not', () => {
    const contentTypes = '<Override'.repeat(110_000);
    const index = {
      entries: 1,
      unpackedBytes: 1,
      locked: false,
      names: ['[Content_Types].xml'],
      contentTypes,
    };
    expect(packageKindOf(index)).toBe('other-office');
  });

  it('that holds more than its list states does not unpack', async () => {
    expect(await unpacksCleanly(lyingZip())).toBe(false);
  });

  it('that names a part outside itself is broken', async () => {
    expect(await readPackageIndex(zipOf([{ name: '../../etc/cron.d/x', content: 'x' }]))).toBeNull();
    expect(await readPackageIndex(zipOf([{ name: '/etc/passwd', content: 'x' }]))).toBeNull();
  });

  it.each([
    ['utf8', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'],
    ['utf16le', '\ufeff<!doctype x>'],
  ] as const)('with a document type in %s does not pass', async (encoding, xml) => {
    const part = { name: 'docProps/app.xml', content: Buffer.from(xml, encoding) };
    expect(await unpacksCleanly(officeFile('xlsx', [part]))).toBe(false);
  });

  it('cut off, or with a damaged part, is broken', async () => {
    const whole = officeFile('docx');
    expect(await readPackageIndex(whole.subarray(0, whole.length - 30))).toBeNull();
    const damaged = Buffer.from(whole);
    damaged.fill(0xff, 60, 120);
    expect(await unpacksCleanly(damaged)).toBe(false);
  });
});
