// Money is an integer count of fen, never a float; pages say it in yuan or in 万元.
import { plainFigure } from './typed-number';

/** How much? Integer of fen (0.01 元). */
export type Fen = number;

/** The largest amount accepted: 100 亿元, far above any renovation and exact in an integer. */
export const largestFen: Fen = 10_000_000_000_00;

/** Whole yuan as fen. */
export const yuan = (amount: number): Fen => Math.round(amount * 100);

/** Whole 万元 as fen. */
export const tenThousandYuan = (amount: number): Fen => Math.round(amount * 1_000_000);

/** Reads '800', '1,980.50元', '20万', '20.5 万元', '￥5'; undefined when it is not an amount down to one fen. */
export function parseFen(text: string): Fen | undefined {
  const clean = plainFigure(text).replace(/^[¥]/, '').replace(/元$/, '');
  const match = /^(\d{1,12})(?:\.(\d{1,6}))?(万)?$/.exec(clean);
  if (!match) return undefined;
  const decimals = match[3] ? 6 : 2;
  const fraction = match[2] ?? '';
  if (fraction.length > decimals) return undefined;
  const fen = Number(match[1]) * 10 ** decimals + Number(fraction.padEnd(decimals, '0'));
  return fen <= largestFen ? fen : undefined;
}

/** How is this amount typed back into a field? '198000' or '1980.50', in yuan. */
export function fenInput(fen: Fen): string {
  const sign = fen < 0 ? '-' : '';
  const rest = Math.abs(fen) % 100;
  const whole = Math.floor(Math.abs(fen) / 100);
  return rest ? `${sign}${whole}.${String(rest).padStart(2, '0')}` : `${sign}${whole}`;
}

/** How is this amount said? Below 1 万元 in 元 ('800 元'), else in 万元 with two decimals, half up ('19.80 万元'). */
export function fenInWords(fen: Fen): string {
  return Math.abs(fen) < 1_000_000 ? `${group(fenInput(fen))} 元` : `${fenInTenThousands(fen)} 万元`;
}

/** The figure of a 万元 column: '19.80', '1,234.00', two decimals, half away from zero; '0' for nothing. */
export function fenInTenThousands(fen: Fen): string {
  if (fen === 0) return '0';
  const hundredths = Math.floor((Math.abs(fen) + 5_000) / 10_000);
  const figure = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
  return `${fen < 0 ? '-' : ''}${group(figure)}`;
}

function group(figure: string): string {
  const [whole, fraction] = figure.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
