import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DailyPost } from '../domain/construction/daily-post';
import { charging, contract, post, posted, today, walls } from '../domain/construction/given-construction';
import { sameBlockers } from '../domain/construction/post-prefill';
import { postBlockers } from '../domain/construction/post-rules';
import { projectRoot } from '../platform/web/project-root';

const script = readFileSync(join(projectRoot, 'views', 'assets', 'js', 'field-form.js'), 'utf8');
const items = [posted(), posted({ item: walls(), before: null })];
const place = {
  ...{ renovation: 'active' as const, contract: contract(), items, stops: [], today },
  poster: { by: 'invitation', invitationId: 1, contractId: 1 } as const,
};
const value = (amount: number, itemId: number) => ({ values: [{ itemId, value: amount, reason: '' }] });
const stop = { kind: 'stopped' as const, workers: 0, values: [], photos: 0 };

/** What stays the same in a sentence: names, days and numbers are another time others. */
const constant = (sentence: string): string[] =>
  sentence
    .replaceAll(charging().name, '#')
    .replaceAll(walls().name, '#')
    .replace(/\d{4}年\d+月\d+日报的/g, '#')
    .split(/[#\d.]+|（|）/)
    .map((part) => part.replace(/^[%组\s]+|[%组\s]+$/g, '').trim())
    .filter((part) => part.length > 1);

describe('what the phone says without network is what the server would say', () => {
  it.each<[string, Partial<DailyPost>]>([
    ['nobody counted', { workers: null }],
    ['nobody there', { workers: 0 }],
    ['nothing told', { values: [], photos: 0, sentence: '' }],
    ['ten photos', { photos: 10 }],
    ['a stop without its reason', stop],
    ['a stop with progress', { ...stop, holdups: ['rain'], ...value(18_00, 3) }],
    ['no number', value(Number.NaN, 3)],
    ['a hundred and twenty percent', value(120_00, 1)],
    ['more than there is', value(31_00, 3)],
    ['less than before', value(14_00, 3)],
  ])('%s', (_, change) => {
    const sentences = postBlockers(post(change), place).map(({ text }) => text);
    expect(sentences).toHaveLength(1);
    for (const part of constant(sentences[0])) expect(script).toContain(part);
  });

  it('a day like yesterday with something changed', () => {
    expect(script).toContain(sameBlockers(post().values)[0].text);
  });
});
