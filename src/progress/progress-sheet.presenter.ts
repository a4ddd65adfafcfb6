import { CalendarDate, dayInWords } from '../domain/kernel/calendar-date';
import { ProgressBody, ProgressView, toProgressBody } from './progress.presenter';

/** The progress on an A3 sheet across (views/progress/print): bars above, curve and weights below. */
export interface ProgressSheet {
  title: string;
  heading: string;
  about: string;
  isA3: true;
  progress: ProgressBody;
}

/** The sheet. */
export const toProgressSheet = (
  view: ProgressView,
  { name, renovationName, today }: { name: string; renovationName: string; today: CalendarDate },
): ProgressSheet => ({
  title: `进度图 · ${name}`,
  heading: '施工进度图',
  about: [name, renovationName, `截至 ${dayInWords(view.standing?.progress.on ?? today)}`]
    .filter(Boolean)
    .join('　'),
  isA3: true,
  progress: toProgressBody({ ...view, isShort: true }),
});
