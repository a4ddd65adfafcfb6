import { agreementBlockers, pdfBlockers, uploadBlockers } from './acceptance';
import { acceptAttribute, acceptedFormats, AcceptedKind, ContentKind, refusalTexts } from './content-kinds';

const codes = (blockers: { code: string }[]) => blockers.map((blocker) => blocker.code);
const accepted = Object.keys(acceptedFormats) as AcceptedKind[];
const refused = Object.keys(refusalTexts) as ContentKind[];
const upload = (content: ContentKind, name: string, declaredType = '', bytes = 1000) => ({
  name,
  declaredType,
  bytes,
  content,
});

describe('an upload', () => {
  it.each(accepted)('%s is taken under its own name and type', (kind) => {
    const format = acceptedFormats[kind];
    expect(uploadBlockers(upload(kind, `a.${format.extension}`, format.mediaType), 'any')).toEqual([]);
    expect(uploadBlockers(upload(kind, `a.${format.extension}`, format.mediaType), format.kind)).toEqual([]);
  });

  it.each(refused)('%s is refused with its own sentence', (kind) => {
    expect(uploadBlockers(upload(kind, 'a.jpg', 'image/jpeg'), 'any')).toEqual([
      { code: `file.${kind}`, level: 'policy', text: refusalTexts[kind as keyof typeof refusalTexts] },
    ]);
  });

  it('HEIC is told how the phone is switched to JPG, not that it is too big', () => {
    const [blocker] = uploadBlockers(upload('heic', 'IMG_0001.HEIC', 'image/heic', 99_000_000), 'photo');
    expect(blocker.text).toContain('兼容性最佳');
    expect(blocker.text).not.toContain('MB');
  });

  it('every pair of name and content that differ is refused', () => {
    for (const content of accepted) {
      for (const other of accepted.filter((kind) => kind !== content)) {
        const name = `a.${acceptedFormats[other].extension}`;
        expect(codes(uploadBlockers(upload(content, name), 'any'))).toEqual(['file.extension-differs']);
        expect(
          codes(agreementBlockers({ name: 'a', declaredType: acceptedFormats[other].mediaType }, content)),
        ).toEqual(['file.type-differs']);
      }
    }
  });

  it('a PDF named .jpg is told what it is and how to name it', () => {
    expect(uploadBlockers(upload('pdf', '纪要.jpg'), 'any')[0].text).toBe(
      '文件名以 .jpg 结尾，内容却是 PDF。请把文件名改成以 .pdf 结尾，或重新导出后再上传',
    );
  });

  it('a program named as a second extension does not help', () => {
    expect(codes(uploadBlockers(upload('jpeg', 'a.jpg.exe'), 'any'))).toEqual(['file.extension-differs']);
  });

  it.each([
    ['jpeg', ''],
    ['jpeg', 'application/octet-stream'],
    ['jpeg', 'IMAGE/JPEG; charset=binary'],
    ['docx', 'application/vnd.ms-office'],
    ['xlsx', 'application/kset'],
    ['xlsx', 'application/zip'],
  ] as const)('%s declared as %j is no contradiction', (kind, declaredType) => {
    expect(agreementBlockers({ name: 'image', declaredType }, kind)).toEqual([]);
  });

  it('a zip type says nothing about a photo', () => {
    expect(codes(agreementBlockers({ name: 'a.jpg', declaredType: 'application/zip' }, 'jpeg'))).toEqual([
      'file.type-differs',
    ]);
  });

  it('a photo field takes no document, a document field takes no photo', () => {
    expect(codes(uploadBlockers(upload('pdf', 'a.pdf'), 'photo'))).toEqual(['file.not-a-photo']);
    expect(codes(uploadBlockers(upload('png', 'a.png'), 'document'))).toEqual(['file.not-a-document']);
  });

  it('too large and wrongly named are said at once', () => {
    expect(codes(uploadBlockers(upload('png', 'a.jpg', '', 21 * 1024 * 1024), 'photo'))).toEqual([
      'file.photo-too-large',
      'file.extension-differs',
    ]);
  });

  it('no sentence blames, shouts or shows a code', () => {
    for (const text of Object.values(refusalTexts)) expect(text).not.toMatch(/非法|错误代码|失败|！|!/);
  });
});

describe('a PDF', () => {
  it('with its end and without a lock is taken', () => {
    expect(pdfBlockers({ hasEndMark: true, locked: false })).toEqual([]);
  });

  it('without its end, or locked, is refused', () => {
    expect(codes(pdfBlockers({ hasEndMark: false, locked: true }))).toEqual(['file.pdf-cut-off']);
    expect(codes(pdfBlockers({ hasEndMark: true, locked: true }))).toEqual(['file.pdf-locked']);
  });
});

describe('the file field', () => {
  it('offers the photo types without HEIC, so that an iPhone hands over a JPG', () => {
    expect(acceptAttribute('photo')).toBe('image/jpeg,image/png,image/webp');
  });

  it('offers documents by type and by extension', () => {
    expect(acceptAttribute('document')).toContain('application/pdf,.pdf,');
    expect(acceptAttribute('any').split(',')).toHaveLength(9);
  });
});
