import { dayInWords } from '../../domain/kernel/calendar-date';
import { dayOf, wallTimeOf } from '../clock/clock';

/** An instant as staff read it: '2026年6月8日 17:42'. */
export const instantInWords = (at: string): string => `${dayInWords(dayOf(at))} ${wallTimeOf(at)}`;
