// Whether an upload is taken: extension, declared type and content must tell the same story.
// Source: OWASP ASVS 5.0 5.2.2; which kinds and how large is local (content-kinds, upload-limits).
import { Blocker, houseRule } from '../kernel/blocker';
import {
  acceptedFormats,
  AcceptedKind,
  ContentKind,
  FileKind,
  isAccepted,
  refusalTexts,
  silentOfficeTypes,
  silentTypes,
} from './content-kinds';
import { extensionOf } from './file-name';
import { documentBytesBlockers, photoBytesBlockers } from './upload-limits';

/** What a form field asks for. */
export type WantedKind = FileKind | 'any';

/** What is known of an upload before it is opened. `declaredType` and `name` are what the browser said. */
export interface UploadFacts {
  name: string;
  declaredType: string;
  bytes: number;
  content: ContentKind;
}

/** May this upload be taken for a field that asks for `wants`? Every reason at once. */
export function uploadBlockers(upload: UploadFacts, wants: WantedKind): Blocker[] {
  if (!isAccepted(upload.content)) {
    return [houseRule(`file.${upload.content}`, refusalTexts[upload.content])];
  }
  const format = acceptedFormats[upload.content];
  if (wants === 'photo' && format.kind !== 'photo') {
    return [houseRule('file.not-a-photo', '这个文件不是照片，请选 JPG、PNG 或 WebP')];
  }
  if (wants === 'document' && format.kind !== 'document') {
    return [houseRule('file.not-a-document', '这里要上传文件，请选 PDF、DOCX 或 XLSX；照片请传到照片栏')];
  }
  return [
    ...(format.kind === 'photo' ? photoBytesBlockers(upload.bytes) : documentBytesBlockers(upload.bytes)),
    ...agreementBlockers(upload, upload.content),
  ];
}

/** Does what the name and the browser say agree with the content? Saying nothing is no contradiction. */
export function agreementBlockers(
  upload: Pick<UploadFacts, 'name' | 'declaredType'>,
  content: AcceptedKind,
): Blocker[] {
  const format = acceptedFormats[content];
  const extension = extensionOf(upload.name);
  if (extension !== '' && !format.extensions.includes(extension)) {
    return [
      houseRule(
        'file.extension-differs',
        `文件名以 .${extension} 结尾，内容却是 ${format.word}。请把文件名改成以 .${format.extension} 结尾，或重新导出后再上传`,
      ),
    ];
  }
  if (!declaredAgrees(upload.declaredType, content)) {
    return [
      houseRule(
        'file.type-differs',
        `浏览器说的文件类型与内容不一致，内容是 ${format.word}。请重新导出或另存后再上传`,
      ),
    ];
  }
  return [];
}

function declaredAgrees(declaredType: string, content: AcceptedKind): boolean {
  const declared = declaredType.split(';')[0].trim().toLowerCase();
  if (silentTypes.includes(declared)) return true;
  if ((content === 'docx' || content === 'xlsx') && silentOfficeTypes.includes(declared)) return true;
  return acceptedFormats[content].declaredTypes.includes(declared);
}

/** What a careful look into a PDF found. */
export interface PdfFacts {
  hasEndMark: boolean;
  locked: boolean;
}

/** May this PDF be kept as evidence that others can open later? */
export function pdfBlockers(pdf: PdfFacts): Blocker[] {
  if (!pdf.hasEndMark) {
    return [houseRule('file.pdf-cut-off', '这个 PDF 不完整，可能没有传完。请重新导出或扫描后再上传')];
  }
  if (pdf.locked) {
    return [
      houseRule(
        'file.pdf-locked',
        '这个 PDF 加了密码或权限限制，别人可能打不开。请另存为不加密的 PDF 再上传',
      ),
    ];
  }
  return [];
}

/** The photo cannot be shown to its last line. */
export const damagedPhoto: Blocker = houseRule(
  'file.photo-damaged',
  '这张照片不完整，打不开。可能没有传完，请重新选择或重新拍一张',
);

/** The Office file cannot be unpacked to its last part, or one part is not what its list of parts says. */
export const damagedPackage: Blocker = houseRule('file.broken-zip', refusalTexts['broken-zip']);
