import {
  documentBytesBlockers,
  fileCountBlockers,
  packageSizeBlockers,
  photoBytesBlockers,
  photoPixelBlockers,
  sizeInWords,
  uploadLimits,
} from './upload-limits';

const MB = 1024 * 1024;
const texts = (blockers: { text: string }[]) => blockers.map((blocker) => blocker.text);

describe('the size of an upload', () => {
  it('a photo of exactly 20 MB is taken', () => {
    expect(photoBytesBlockers(20 * MB)).toEqual([]);
  });

  it('a photo one byte larger is refused and never reads as 20 MB', () => {
    expect(texts(photoBytesBlockers(20 * MB + 1))).toEqual(['照片 20.1 MB，超过 20 MB，请重新拍一张']);
  });

  it('a photo of 32 MB is refused in the words of the style book', () => {
    expect(texts(photoBytesBlockers(32 * MB))).toEqual(['照片 32 MB，超过 20 MB，请重新拍一张']);
  });

  it('a document of exactly 20 MB is taken, one byte more is refused', () => {
    expect(documentBytesBlockers(20 * MB)).toEqual([]);
    expect(documentBytesBlockers(20 * MB + 1)).toHaveLength(1);
  });

  it('ten files in one form are taken, eleven are refused', () => {
    expect(fileCountBlockers(10)).toEqual([]);
    expect(texts(fileCountBlockers(11))).toEqual(['一次最多上传 10 个文件，现在选了 11 个。请分几次上传']);
  });

  it('40 megapixels are taken, one row of pixels more is refused', () => {
    expect(photoPixelBlockers(8000, 5000)).toEqual([]);
    expect(texts(photoPixelBlockers(8000, 5001))).toEqual([
      '照片 8000×5001，超过 4000 万像素。请在相机设置里关闭「高像素」后重新拍一张',
    ]);
  });

  it('a side of 16 pixels is taken, 15 is too little to see anything', () => {
    expect(photoPixelBlockers(16, 400)).toEqual([]);
    expect(photoPixelBlockers(400, 15)).toHaveLength(1);
  });

  it('an Office file may have 2,000 parts and unpack to 100 MB, and nothing above', () => {
    expect(packageSizeBlockers(uploadLimits.packageEntries, uploadLimits.packageBytes)).toEqual([]);
    expect(packageSizeBlockers(uploadLimits.packageEntries + 1, 1)).toHaveLength(1);
    expect(packageSizeBlockers(1, uploadLimits.packageBytes + 1)).toHaveLength(1);
  });

  it.each([
    [0, '0 KB'],
    [1, '1 KB'],
    [MB - 1, '1024 KB'],
    [MB, '1 MB'],
    [4.05 * MB, '4.1 MB'],
  ])('%d bytes read as %s', (bytes, words) => {
    expect(sizeInWords(bytes)).toBe(words);
  });
});
