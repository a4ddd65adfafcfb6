import { compoundFile, officeFile, pdf } from '../../test/fixtures/files/documents';
import { bmp, gif, isoMedia, photo, svg, tiff } from '../../test/fixtures/files/photos';
import { sniff } from './content-sniffer';

describe('what a file is, told by its first bytes', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('a %s photo', async (format) => {
    expect(sniff(await photo(format, { width: 32, height: 32 }))).toBe(format);
  });

  it.each([
    ['an HEIC photo of an iPhone', isoMedia('heic', ['mif1', 'heic']), 'heic'],
    ['an HEIF photo named by a compatible brand', isoMedia('mif1', ['miaf', 'heix']), 'heic'],
    ['an AVIF picture, which shares a brand with HEIF', isoMedia('avif', ['mif1', 'miaf']), 'avif'],
    ['an AVIF picture that says so second', isoMedia('mif1', ['avif']), 'avif'],
    ['a video of a phone', isoMedia('mp42', ['isom']), 'video'],
    ['a QuickTime video', isoMedia('qt  '), 'video'],
    ['a GIF', gif, 'gif'],
    ['an SVG behind an XML line and a comment', svg, 'svg'],
    ['an SVG in UTF-16', Buffer.from('\ufeff<svg >', 'utf16le'), 'svg'],
    ['an SVG behind a byte order mark', Buffer.from('\ufeff  <SVG\n>'), 'svg'],
    ['a TIFF', tiff, 'tiff'],
    ['a Motorola TIFF', Buffer.from('4d4d002a00000008', 'hex'), 'tiff'],
    ['a BMP', bmp, 'bmp'],
    ['text that begins like a BMP', Buffer.from('BMW 5 series, parked before building 3'), 'unknown'],
    ['a PDF', pdf(), 'pdf'],
    ['a PDF header that is not first', Buffer.concat([Buffer.from('GIF'), pdf()]), 'unknown'],
    ['an old Word file', compoundFile(), 'old-office'],
    ['a Word file with a password', compoundFile('EncryptedPackage'), 'locked-office'],
    ['a RAR file', Buffer.from('526172211a0700cf', 'hex'), 'archive'],
    ['a 7z file', Buffer.from('377abcaf271c0004', 'hex'), 'archive'],
    ['a sound file', Buffer.from('RIFF\0\0\0\0WAVEfmt '), 'unknown'],
    ['an AVI video', Buffer.from('RIFF\0\0\0\0AVI LIST'), 'video'],
    ['a program', Buffer.from('MZ\x90\0\x03\0\0\0'), 'unknown'],
    ['a web page', Buffer.from('<!doctype html><script>1</script>'), 'unknown'],
    ['two bytes', Buffer.from([0xff, 0xd8]), 'unknown'],
    ['nothing', Buffer.alloc(0), 'empty'],
  ])('%s', (_, bytes, kind) => {
    expect(sniff(bytes)).toBe(kind);
  });

  it('a Word file, which has to be opened', () => {
    expect(sniff(officeFile('docx'))).toBe('zip');
  });
});
