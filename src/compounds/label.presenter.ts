import { Plate } from '../platform/web/figures';
import { Compound } from './compound.entity';
import { QrFigure } from './public-address';
import { plateFigure } from './workspace.presenter';

/** A sheet to print and put up: scan it, and the compound's page opens. */
export interface LabelPage {
  title: string;
  plate: Plate;
  address: string;
  qr: QrFigure;
  isLocalOnly: boolean;
}

/** The sheet of this compound. */
export function toLabel(compound: Compound, address: { text: string; qr: QrFigure }): LabelPage {
  return {
    title: `${compound.name} 二维码`,
    plate: plateFigure(compound.name),
    address: address.text.replace(/^https?:\/\//, ''),
    qr: address.qr,
    isLocalOnly: /^https?:\/\/(127\.|localhost|\[::1\])/.test(address.text),
  };
}
