// Which kinds of file are taken, as what, and what is said of every other kind we can tell apart.
// Source: local; the kinds every office computer and phone opens, and that cannot carry a program.
// WPS and 麒麟 (Kylin) browsers declare types of their own for Office files; those are listed too.

/** The kinds that are taken, told by content. */
export type AcceptedKind = 'jpeg' | 'png' | 'webp' | 'pdf' | 'docx' | 'xlsx';

/** The kinds that are recognised only to say clearly why they are not taken. */
export type RefusedKind =
  | 'empty'
  | 'heic'
  | 'avif'
  | 'gif'
  | 'svg'
  | 'tiff'
  | 'bmp'
  | 'video'
  | 'old-office'
  | 'locked-office'
  | 'macro-office'
  | 'other-office'
  | 'ofd'
  | 'archive'
  | 'broken-zip'
  | 'unknown';

/** What the bytes say a file is. */
export type ContentKind = AcceptedKind | RefusedKind;

/** A photo is re-encoded and may become public; a document is kept as it is and only downloaded. */
export type FileKind = 'photo' | 'document';

/** How one accepted kind is named, sent and recognised by name. */
export interface AcceptedFormat {
  kind: FileKind;
  /** The word people use for it. */
  word: string;
  mediaType: string;
  /** The extension a kept name ends in. */
  extension: string;
  /** Every extension that agrees with it, lower case without dot. */
  extensions: readonly string[];
  /** Every declared media type that agrees with it. */
  declaredTypes: readonly string[];
}

const office = 'application/vnd.openxmlformats-officedocument.';

/** The formats that are taken. */
export const acceptedFormats: Record<AcceptedKind, AcceptedFormat> = {
  jpeg: {
    kind: 'photo',
    word: 'JPG',
    mediaType: 'image/jpeg',
    extension: 'jpg',
    extensions: ['jpg', 'jpeg', 'jpe', 'jfif'],
    declaredTypes: ['image/jpeg', 'image/jpg', 'image/pjpeg'],
  },
  png: {
    kind: 'photo',
    word: 'PNG',
    mediaType: 'image/png',
    extension: 'png',
    extensions: ['png'],
    declaredTypes: ['image/png', 'image/x-png'],
  },
  webp: {
    kind: 'photo',
    word: 'WebP',
    mediaType: 'image/webp',
    extension: 'webp',
    extensions: ['webp'],
    declaredTypes: ['image/webp'],
  },
  pdf: {
    kind: 'document',
    word: 'PDF',
    mediaType: 'application/pdf',
    extension: 'pdf',
    extensions: ['pdf'],
    declaredTypes: ['application/pdf', 'application/x-pdf', 'application/wps-office.pdf'],
  },
  docx: {
    kind: 'document',
    word: 'Word（DOCX）',
    mediaType: `${office}wordprocessingml.document`,
    extension: 'docx',
    extensions: ['docx'],
    declaredTypes: [`${office}wordprocessingml.document`, 'application/kswps', 'application/wps-office.docx'],
  },
  xlsx: {
    kind: 'document',
    word: 'Excel（XLSX）',
    mediaType: `${office}spreadsheetml.sheet`,
    extension: 'xlsx',
    extensions: ['xlsx'],
    declaredTypes: [`${office}spreadsheetml.sheet`, 'application/kset', 'application/wps-office.xlsx'],
  },
};

/** Declared types that say nothing: browsers send them when the system does not know the extension. */
export const silentTypes: readonly string[] = ['', 'application/octet-stream'];

/** Declared types that only say "some Office file"; no contradiction for DOCX and XLSX. */
export const silentOfficeTypes: readonly string[] = [
  'application/vnd.ms-office',
  'application/zip',
  'application/x-zip-compressed',
];

/** What is said of a kind that is not taken: what it is, and how to mend it. */
export const refusalTexts: Record<RefusedKind, string> = {
  empty: '这个文件是空的（0 字节），请重新选择',
  heic: '这张照片是 HEIC 格式，很多电脑打不开。请把手机改成 JPG 再拍：iPhone 在「设置 → 相机 → 格式」选「兼容性最佳」，安卓手机在相机设置里关闭「高效图片（HEIF）」；已拍好的照片可先在相册里另存为 JPG',
  avif: '这张图片是 AVIF 格式，很多电脑打不开。请另存为 JPG 或 PNG 再上传',
  gif: '动图（GIF）不能作为现场照片，请选 JPG、PNG 或 WebP 照片',
  svg: 'SVG 是绘图文件，不能作为照片。请导出为 PNG 或 PDF 再上传',
  tiff: '这张图片是 TIFF 格式，网页打不开。请另存为 JPG，扫描件请存为 PDF 再上传',
  bmp: '这张图片是 BMP 格式，体积大、网页不常用。请另存为 JPG 或 PNG 再上传',
  video: '这是一段视频，目前只能上传照片和文件。请截取照片再上传',
  'old-office': '这是旧版 Office 或 WPS 格式。请另存为 DOCX 或 XLSX，或导出为 PDF 再上传',
  'locked-office': '这个文件加了打开密码，别人打不开。请去掉密码后再上传',
  'macro-office': '这个文件里带有宏（程序），不能上传。请另存为不带宏的 DOCX 或 XLSX，或导出为 PDF',
  'other-office': '这种 Office 文件不能上传。请另存为 DOCX 或 XLSX，演示文稿请导出为 PDF',
  ofd: '这是 OFD 版式文件，很多电脑打不开。请导出为 PDF 再上传',
  archive: '压缩包不能上传，请解压后把里面的文件逐个上传',
  'broken-zip': '这个文件已损坏，打不开。请在电脑上打开检查，另存一份再上传',
  unknown: '认不出这个文件是什么。照片请选 JPG、PNG 或 WebP，文件请选 PDF、DOCX 或 XLSX',
};

/** Is this kind one that is taken? */
export function isAccepted(content: ContentKind): content is AcceptedKind {
  return content in acceptedFormats;
}

/**
 * What a file field asks the browser to offer, as its `accept` attribute. Photos are named by type and HEIC is left out:
 * iPhones then hand over a JPG by themselves. Documents also by extension, since many systems do not know their types.
 */
export function acceptAttribute(wants: FileKind | 'any'): string {
  return Object.values(acceptedFormats)
    .filter((format) => wants === 'any' || format.kind === wants)
    .flatMap((format) =>
      format.kind === 'photo' ? [format.mediaType] : [format.mediaType, `.${format.extension}`],
    )
    .join(',');
}
