import { formState } from '../platform/web/form';
import { givenCalendar, givenDecision, givenFrame, givenPublication, givenRecords } from './given-meeting';
import { noticeText } from './meeting-texts';
import { proposedPublication, textsToLookAt, toPublication } from './publication.presenter';

describe('what is proposed for residents to read', () => {
  it('at first the record as it is, with votes and result, for seven days', () => {
    const decisions = [givenDecision(), givenDecision({ text: '问充电桩价钱', yes: null, no: null })];
    expect(proposedPublication(givenRecords({}, { decisions }), '2026-04-13')).toEqual({
      title: '第一次居民代表会议',
      decisionText: ['先清杂物再修路（同意 18，反对 1，弃权 0，通过）', '问充电桩价钱'],
      minutes: '201室有不同意见',
      places: ['gate-board'],
      ...{ postedOn: '2026-04-13', endsOn: '2026-04-20', version: '4' },
    });
  });

  it('for a correction what is published now; a withdrawn version is not', () => {
    const of = (change: Parameters<typeof givenPublication>[0]) =>
      proposedPublication(givenRecords({}, { publications: [givenPublication(change)] }), '2026-04-13');
    expect(of({})).toMatchObject({ minutes: '某户有不同意见', decisionText: ['先清杂物'] });
    expect(of({ withdrawnOn: '2026-04-09' })).toMatchObject({ minutes: '201室有不同意见' });
  });

  it('the form of a correction asks why', () => {
    const parts = { form: formState({}), calendar: givenCalendar, wasStale: false };
    const page = (records = givenRecords()) => toPublication(records, parts, givenFrame);
    expect(page()).toMatchObject({ isCorrection: false, heading: '公布纪要：第一次居民代表会议' });
    expect(page(givenRecords({}, { publications: [givenPublication()] }))).toMatchObject({
      isCorrection: true,
    });
  });

  it('every text is looked at under its own name', () => {
    const labels = textsToLookAt({ title: '甲', minutes: '乙' }, ['丙', '丁']).map(({ label }) => label);
    expect(labels).toEqual(['标题', '第 1 条议定事项', '第 2 条议定事项', '纪要']);
  });
});

describe('the notice of a meeting', () => {
  it('tells what, when, where and the agenda', () => {
    const { meeting, agenda } = givenRecords();
    expect(noticeText(meeting, agenda)).toBe(
      [
        '会议：居民代表会议「第一次居民代表会议」',
        '时间：2026年4月5日 周日 19:00',
        '地点：院内，单元门前',
        '议程：',
        '1. 商议车棚',
      ].join('\n'),
    );
  });
});
