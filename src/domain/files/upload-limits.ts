// How large and how many uploads may be. No law sets these figures: they are local, each with its reason.
import { Blocker, houseRule } from '../kernel/blocker';

const MB = 1024 * 1024;

/** The local limits of uploads; bytes, pixels and counts. Every reason stands beside its figure. */
export const uploadLimits = {
  /** A 12-megapixel phone photo has 3 to 12 MB; above 20 MB it is a scan or a raw file. */
  photoBytes: 20 * MB,
  /** 40 megapixels: 6000 × 4000 cameras pass; unpacked it is 120 MB of memory, and two are made at once. */
  photoPixels: 40_000_000,
  /** Below 16 pixels a side nothing can be seen: a tracking pixel or an icon. */
  photoSide: 16,
  /** Signed minutes scanned at 200 dpi have about 0.5 MB a page. */
  documentBytes: 20 * MB,
  /** What one form may carry, so that a request stays within 200 MB and a page can show each. */
  filesPerForm: 10,
  /** Parts inside one DOCX or XLSX; reports with 500 pictures stay below 1,500. */
  packageEntries: 2_000,
  /** A DOCX or XLSX unpacked; ten times what such a file should hold, and a second of work for the server. */
  packageBytes: 100 * MB,
  /** Characters of a kept file name, extension included: fits every file system also as 4-byte characters. */
  nameLength: 60,
} as const;

/** Says a size as people read it: '800 KB', '4.1 MB'; rounded up, so that what is over a limit also reads so. */
export function sizeInWords(bytes: number): string {
  if (bytes < MB) return `${Math.ceil(bytes / 1024)} KB`;
  return `${Math.ceil((bytes * 10) / MB) / 10} MB`;
}

/** May a form carry this many files? */
export function fileCountBlockers(count: number): Blocker[] {
  if (count <= uploadLimits.filesPerForm) return [];
  return [
    houseRule(
      'file.too-many',
      `一次最多上传 ${uploadLimits.filesPerForm} 个文件，现在选了 ${count} 个。请分几次上传`,
    ),
  ];
}

/** May a photo have this many bytes? Asked again after reading; the web door stops reading at the same figure. */
export function photoBytesBlockers(bytes: number): Blocker[] {
  if (bytes <= uploadLimits.photoBytes) return [];
  return [
    houseRule(
      'file.photo-too-large',
      `照片 ${sizeInWords(bytes)}，超过 ${sizeInWords(uploadLimits.photoBytes)}，请重新拍一张`,
    ),
  ];
}

/** May a document have this many bytes? */
export function documentBytesBlockers(bytes: number): Blocker[] {
  if (bytes <= uploadLimits.documentBytes) return [];
  return [
    houseRule(
      'file.document-too-large',
      `文件 ${sizeInWords(bytes)}，超过 ${sizeInWords(uploadLimits.documentBytes)}。请拆成几份，或降低扫描清晰度后再上传`,
    ),
  ];
}

/** May a photo have these sides, in pixels? Asked from the header, before anything is unpacked. */
export function photoPixelBlockers(width: number, height: number): Blocker[] {
  if (width * height > uploadLimits.photoPixels) {
    return [
      houseRule(
        'file.too-many-pixels',
        `照片 ${width}×${height}，超过 ${uploadLimits.photoPixels / 10_000} 万像素。请在相机设置里关闭「高像素」后重新拍一张`,
      ),
    ];
  }
  if (Math.min(width, height) < uploadLimits.photoSide) {
    return [houseRule('file.too-few-pixels', `照片只有 ${width}×${height} 像素，看不清内容，请换一张`)];
  }
  return [];
}

/** May an Office file unpack to this? Counted from its list of parts, and again while unpacking. */
export function packageSizeBlockers(entries: number, unpackedBytes: number): Blocker[] {
  if (entries <= uploadLimits.packageEntries && unpackedBytes <= uploadLimits.packageBytes) return [];
  return [
    houseRule(
      'file.package-too-large',
      `文件解开后过大（最多 ${uploadLimits.packageEntries} 个部分、${sizeInWords(uploadLimits.packageBytes)}）。请压缩其中的图片，或导出为 PDF 再上传`,
    ),
  ];
}
