import { structureNumber } from '../domain/removal/structure-kinds';
import { toAnnouncement, toUrge } from './draft-sheets';
import { printFormNames, PrintForm } from './print-offers';
import type { PrintSheet, PrintView } from './print-words';
import { toNotice, toPromise, toRequest, toServiceReceipt } from './street-sheets';

const numerals = ['一', '二', '三', '四', '五', '六'];

/** One sheet of one structure. */
export function toPrintSheet(form: PrintForm, view: PrintView): PrintSheet {
  const sheet = { ...plain, ...builders[form](view) };
  return {
    ...sheet,
    title: `${printFormNames[form]}，${view.compound}${structureNumber(view.structure.number)}`,
    points: sheet.points.map((text, at) => `${numerals[at]}、${text}`),
  };
}

const plain: PrintSheet = {
  ...{ title: '', heading: '', note: '', number: '', addressee: '', paragraphs: [], points: [] },
  ...{ closing: '', rows: [], signatures: [] },
};

const builders: Record<PrintForm, (view: PrintView) => Partial<PrintSheet>> = {
  notice: toNotice,
  promise: toPromise,
  request: toRequest,
  service: toServiceReceipt,
  urge: toUrge,
  announcement: toAnnouncement,
};
