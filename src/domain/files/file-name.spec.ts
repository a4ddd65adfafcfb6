import * as fc from 'fast-check';
import { cleanFileName, extensionOf, nameInWords } from './file-name';
import { uploadLimits } from './upload-limits';

describe('the name a file came with', () => {
  it.each([
    ['会议纪要.pdf', 'pdf', '会议纪要.pdf'],
    ['C:\\Users\\王\\桌面\\现场.JPG', 'jpg', '现场.jpg'],
    ['../../etc/passwd', 'jpg', 'passwd.jpg'],
    ['/var/www/x.png', 'png', 'x.png'],
    ['a\r\nSet-Cookie: x=1.pdf', 'pdf', 'aSet-Cookie_ x=1.pdf'],
    ['合同\u202Efdp.exe.pdf', 'pdf', '合同fdp.exe.pdf'],
    ['a\u0000b.jpg', 'jpg', 'ab.jpg'],
    ['<b>"x"|?*.png', 'png', '_b__x____.png'],
    ['   ...   .pdf', 'pdf', '未命名.pdf'],
    ['', 'jpg', '未命名.jpg'],
    ['..', 'jpg', '未命名.jpg'],
    ['blob', 'webp', 'blob.webp'],
    ['CON.pdf', 'pdf', '_CON.pdf'],
    ['nul.txt.pdf', 'pdf', '_nul.txt.pdf'],
    ['report.', 'pdf', 'report.pdf'],
    ['报告 . pdf', 'pdf', '报告 . pdf.pdf'],
    ['照片\u200B\uFEFF.jpg', 'jpg', '照片.jpg'],
    ['e\u0301.png', 'png', '\u00e9.png'],
  ])('%j of a %s is kept as %j', (given, extension, kept) => {
    expect(cleanFileName(given, extension)).toBe(kept);
  });

  it('keeps the extension the person used when it agrees', () => {
    expect(cleanFileName('现场.JPEG', 'jpg', ['jpg', 'jpeg'])).toBe('现场.jpeg');
  });

  it('is cut to 60 characters with its extension', () => {
    const name = cleanFileName(`${'院'.repeat(300)}.pdf`, 'pdf');
    expect([...name]).toHaveLength(uploadLimits.nameLength);
    expect(name.endsWith('院.pdf')).toBe(true);
  });

  it('of 80,000 dots is read at once', () => {
    const started = performance.now();
    expect(cleanFileName(`${'.'.repeat(80_000)}x`, 'jpg')).toBe('x.jpg');
    expect(performance.now() - started).toBeLessThan(100);
  });

  it('is shown in a sentence without what cannot be seen, and cut', () => {
    expect(nameInWords('C:\\DCIM\\IMG\u202E\r\n_1.HEIC ')).toBe('IMG_1.HEIC');
    expect([...nameInWords('院'.repeat(500))]).toHaveLength(uploadLimits.nameLength);
    expect(nameInWords('\u200B')).toBe('未命名');
  });

  it('never holds a path, a control character or a direction mark, whatever came', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (given) => {
        const name = cleanFileName(given, 'jpg');
        expect(name).not.toMatch(/[/\\<>:"|?*\p{Cc}\p{Cf}\p{Cs}]/u);
        expect(name).toMatch(/^[^. ].*\.jpg$/u);
        expect([...name].length).toBeLessThanOrEqual(uploadLimits.nameLength);
      }),
    );
  });

  it.each([
    ['现场.JPG', 'jpg'],
    ['x.tar.gz', 'gz'],
    ['.htaccess', ''],
    ['无扩展名', ''],
    ['a.pdf\u202E', 'pdf'],
    ['a.pdf/', ''],
    ['6.8 会议', ''],
  ])('the extension of %j is %j', (name, extension) => {
    expect(extensionOf(name)).toBe(extension);
  });
});
