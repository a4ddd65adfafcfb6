import { diaryPaths } from './diaries.paths';

/** The diary and the bulletins made of it, side by side. */
export const toDiaryTabs = (code: string, renovation: number | undefined, open: 'diary' | 'bulletins') => [
  { label: '每天的日志', link: diaryPaths.index(code, { renovation }), current: open === 'diary' },
  { label: '每周的周报', link: diaryPaths.bulletins(code, renovation), current: open === 'bulletins' },
];
