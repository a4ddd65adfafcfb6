import { pdf } from '../fixtures/files/documents';
import { photo } from '../fixtures/files/photos';

/** A file as a browser sends it. */
export const fileOf = (bytes: Buffer, name: string, type = ''): File =>
  new File([new Uint8Array(bytes)], name, { type });

/** A photo as a phone takes it. */
export const jpeg = async (name = '照片.jpg'): Promise<File> =>
  fileOf(await photo('jpeg'), name, 'image/jpeg');

/** A paper as a scanner leaves it. */
export const paper = (name = '会议纪要.pdf'): File => fileOf(pdf(), name, 'application/pdf');
