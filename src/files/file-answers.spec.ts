import { attachmentNamed } from './file-answers';

describe('the name of a download', () => {
  it('a Chinese name travels percent-encoded, with a plain one for old browsers', () => {
    expect(attachmentNamed('会议纪要 6.8.pdf')).toBe(
      `attachment; filename="____ 6.8.pdf"; filename*=UTF-8''%E4%BC%9A%E8%AE%AE%E7%BA%AA%E8%A6%81%206.8.pdf`,
    );
  });

  it.each([
    'a"b.pdf',
    'a\\b.pdf',
    'a\r\nX-Evil: 1.pdf',
    "a'(b)*.pdf",
    '\u202Efdp.exe',
    'a%20b.pdf',
    'a;b.pdf',
  ])('%j stays inside its header', (name) => {
    expect(attachmentNamed(name)).toMatch(
      /^attachment; filename="[^"\\%\r\n]*"; filename\*=UTF-8''[A-Za-z0-9._~!%-]*$/,
    );
  });
});
