import { consentTotals } from '../domain/meeting/household-standing';
import type { ProvedNotice } from '../notices/notices.service';
import { formState } from '../platform/web/form';
import { givenCompound, givenFrame, givenRecords, givenToday } from './given-households';
import { proposedNotice, toPublication, toResultLine } from './publication.presenter';

const totals = consentTotals([101, 102, 201, 202], givenRecords.standings);
const notice = {
  id: 3,
  kind: 'consent-result',
  title: '丰乐路106号院居民意愿征询结果',
  places: 'gate-board',
  postedOn: givenToday,
  endsOn: '2026-05-01',
  withdrawnOn: null,
  photos: [],
} as unknown as ProvedNotice;
const view = { compound: givenCompound, totals, notice: null, closed: '', today: givenToday };

describe('posting what the households say', () => {
  it('proposes the numbers in sentences, on the board in the yard, for the seven days of the rule', () => {
    expect(proposedNotice(givenCompound, totals, givenToday)).toMatchObject({
      title: '丰乐路106号院居民意愿征询结果',
      places: ['gate-board'],
      postedOn: '2026-04-24',
      endsOn: '2026-05-01',
    });
  });

  it('a long name does not make the title longer than a notice may have', () => {
    const { title } = proposedNotice({ name: '长'.repeat(60) }, totals, givenToday);
    expect([...(title as string)].length).toBe(60);
  });

  it('a refused form is looked at with the numbers of now', () => {
    const typed = formState({ body: '改过的话', seen: '4-2-0-0-0-0-0-0-0-0-0' });
    const page = toPublication(view, typed, givenFrame);
    expect(page.form.values).toMatchObject({ body: '改过的话', seen: '4-2-2-0-0-1-1-0-1-0-0' });
    expect(page.rows.map(({ name, share }) => `${name} ${share}`)).toEqual([
      '改造方案 50.00%',
      '拆违清障 25.00%',
      '物业费和管理模式 25.00%',
    ]);
  });

  it('says how the result hangs, and offers to post it to those who may', () => {
    expect(toResultLine(null, 'fl106', { mayPost: true, today: givenToday })).toEqual({
      notice: undefined,
      words: '征询结果还没有公布。',
      link: '/compounds/fl106/households/publication',
    });
    const posted = toResultLine(notice, 'fl106', { mayPost: false, today: givenToday });
    expect([posted.link, posted.notice?.proof?.word, posted.notice?.link]).toEqual([
      '',
      '缺现场照片',
      '/notices/3',
    ]);
  });
});
