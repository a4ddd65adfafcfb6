import { Inject, Injectable } from '@nestjs/common';
import { create } from 'qrcode';
import { Config } from '../platform/config/config';
import { CONFIG } from '../platform/config/config.module';
import { compoundPaths } from './compounds.paths';

/** A QR code as one SVG path: `size` modules a side, quiet zone not included. */
export interface QrFigure {
  size: number;
  path: string;
  viewBox: string;
}

/** Addresses as phones reach them, each with its QR code. */
@Injectable()
export class PublicAddress {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** The public page of a compound. */
  of(code: string): { text: string; qr: QrFigure } {
    return this.at(compoundPaths.publicPage(code));
  }

  /** Any page of this site. */
  at(path: string): { text: string; qr: QrFigure } {
    const text = this.config.baseUrl + path;
    return { text, qr: qrOf(text) };
  }
}

/** Level Q keeps it readable with a quarter of it dirty or torn; four modules of quiet zone all around. */
function qrOf(text: string): QrFigure {
  const { modules } = create(text, { errorCorrectionLevel: 'Q' });
  const { size } = modules;
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (modules.get(row, column)) path += `M${column} ${row}h1v1h-1z`;
    }
  }
  return { size, path, viewBox: `-4 -4 ${size + 8} ${size + 8}` };
}
