import { formState } from '../platform/web/form';
import { filesPerPage } from './files.desk';
import { FilesSource, listQuery, toFiles } from './files.presenter';
import { toPublish, toWithdraw } from './publication.presenter';
import { toStaffPhoto } from './photo-on-page';
import { StoredFile } from './stored-file.entity';

const place = { id: 1, code: 'fl106', name: '丰乐路106号院' };
const frame = { crumbs: [{ label: '楼院', link: '/compounds' }], head: { plate: '丰乐路106号院' } };
const photo: StoredFile = {
  id: 7,
  publicId: 'abcdefghijklmnopqrstuv',
  storedName: 'ab'.repeat(16),
  kind: 'photo',
  originalName: '现场.jpg',
  mediaType: 'image/jpeg',
  bytes: 4_200_000,
  sha256: 'cd'.repeat(32),
  dHash: 'ef'.repeat(8),
  ...{ band0: 0xefef, band1: 0xefef, band2: 0xefef, band3: 0xefef },
  width: 3000,
  height: 4000,
  takenAt: '2026-05-18T00:00:00.000Z',
  compoundId: 1,
  purpose: 'view',
  caption: '',
  publishedAt: null,
  reviewedBy: null,
  uploadedBy: 3,
  createdAt: '2026-05-18T09:42:00.000Z',
  version: 1,
};
const paper: StoredFile = {
  ...photo,
  id: 8,
  kind: 'document',
  originalName: '纪要.pdf',
  purpose: 'document',
  dHash: null,
  width: null,
  height: null,
  takenAt: null,
};
const source = (more: Partial<FilesSource> = {}): FilesSource => ({
  place,
  frame,
  list: { files: [photo, paper], total: 2, people: new Map([[3, '粮运社区工作人员']]) },
  role: 'street-manager',
  page: 1,
  form: formState({}),
  ...more,
});

describe('the documents page', () => {
  it('shows a photo with both dates, its state, and what the street manager may do', () => {
    expect(toFiles(source()).photos).toEqual([
      {
        photo: {
          webp: '/files/7/480.webp',
          jpeg: '/files/7/480.jpg',
          width: 360,
          height: 480,
          alt: '现场.jpg',
          link: '/files/7/1600.jpg',
        },
        name: '现场.jpg',
        caption: '',
        purpose: '楼院照片',
        taken: '拍摄 2026年5月18日 08:00（相机记录）',
        uploaded: '上传 2026年5月18日 17:42\u3000粮运社区工作人员',
        status: { state: 'idle', word: '内部' },
        publishLink: '/files/7/publish',
        withdrawLink: '',
        originalAction: '/files/7/originals',
      },
    ]);
  });

  it('shows a document as a download', () => {
    expect(toFiles(source()).documents).toEqual([
      {
        name: '纪要.pdf',
        link: '/files/8/original',
        caption: '',
        purpose: '其他资料',
        size: '4.1 MB',
        uploaded: '上传 2026年5月18日 17:42\u3000粮运社区工作人员',
      },
    ]);
  });

  it('a published photo can be taken back, not published again', () => {
    const published = { ...photo, publishedAt: '2026-05-19T00:00:00.000Z', reviewedBy: 2 };
    const [row] = toFiles(source({ list: { ...source().list, files: [published] } })).photos;
    expect(row).toMatchObject({
      status: { state: 'done', word: '已公开' },
      publishLink: '',
      withdrawLink: '/files/7/withdraw',
    });
  });

  it('a community worker uploads but neither publishes nor asks for originals; a contractor only reads', () => {
    const worker = toFiles(source({ role: 'community-worker' }));
    expect(worker.photos[0]).toMatchObject({ publishLink: '', withdrawLink: '', originalAction: '' });
    expect(worker.upload).toBeDefined();
    expect(toFiles(source({ role: 'contractor' })).upload).toBeUndefined();
  });

  it('a photo whose camera kept no time says so', () => {
    const [row] = toFiles(
      source({ list: { ...source().list, files: [{ ...photo, takenAt: null }] } }),
    ).photos;
    expect(row.taken).toBe('相机没有记录拍摄时间');
  });

  it('says why it is empty', () => {
    const list = { files: [], total: 0, people: new Map() };
    expect(toFiles(source({ list })).empty).toEqual({
      text: '还没有资料。会议纪要、摸底表、照片都可以放在这里',
    });
    expect(toFiles(source({ list, kind: 'photo' })).empty).toEqual({ text: '还没有照片' });
    expect(toFiles(source()).empty).toBeUndefined();
  });

  it('leads to the pages before and after, and keeps the kind', () => {
    const list = { ...source().list, total: filesPerPage * 2 + 1 };
    expect(toFiles(source({ list, page: 2, kind: 'photo' })).pager).toEqual({
      text: '共 49 个，第 2 页，共 3 页',
      previous: '/compounds/fl106/files?kind=photo',
      next: '/compounds/fl106/files?kind=photo&page=3',
    });
    expect(toFiles(source({ list: { ...list, total: filesPerPage } })).pager).toEqual({
      text: '共 24 个，第 1 页，共 1 页',
    });
  });

  it.each([
    [{}, { kind: undefined, page: 1 }],
    [
      { kind: 'document', page: '3' },
      { kind: 'document', page: 3 },
    ],
    [
      { kind: 'video', page: '0' },
      { kind: undefined, page: 1 },
    ],
    [
      { kind: ['photo'], page: '-1' },
      { kind: undefined, page: 1 },
    ],
    [{ page: '99999999' }, { kind: undefined, page: 1 }],
  ])('the address %j asks for %j', (query, expected) => {
    expect(listQuery(query)).toEqual(expected);
  });
});

describe('a photo on a page', () => {
  it('is shown to staff from an address that asks who they are', () => {
    expect(toStaffPhoto(photo, 1600)).toMatchObject({
      webp: '/files/7/1600.webp',
      width: 1200,
      height: 1600,
    });
  });
});

describe('the publication page', () => {
  it('says what publishing changes, and posts a publication', () => {
    const page = toPublish({ file: photo, place }, frame, formState({ version: 1 }));
    expect(page).toMatchObject({
      ...frame,
      title: '公开照片',
      action: '/files/7/publications',
      backLink: '/compounds/fl106/files',
    });
    expect(page.consequences[0]).toEqual({
      what: '谁能看到',
      now: '本院的工作人员',
      after: '所有人，包括没有登录的居民',
    });
  });

  it('says that a copy on a phone cannot be called back, and posts a withdrawal', () => {
    const page = toWithdraw({ file: photo, place }, frame, formState({ version: 1 }));
    expect(page.action).toBe('/files/7/withdrawals');
    expect(page.consequences[1].after).toContain('收不回来');
  });
});
