import { operationNoticeBlockers, operationNoticeBody, operationNoticeTitle } from './operation-notice';
import { publicationBlockers } from './removal-publication';

const facts = {
  compoundName: '丰乐路106号院',
  hours: { on: '2026-05-18', from: '08:00', to: '11:30' },
  part: '院门东侧车库一带',
  meetingPoint: '院门口',
  phone: '0371-63620001',
};

describe('the notice of a removal day', () => {
  it('says when, where, what to move and whom to call', () => {
    expect(operationNoticeTitle(facts)).toBe('集中拆除告知（2026年5月18日）');
    const body = operationNoticeBody(facts);
    for (const said of ['2026年5月18日 08:00 至 11:30', '院门东侧车库一带', '车辆', '院门口', facts.phone])
      expect(body).toContain(said);
    expect(operationNoticeBody({ ...facts, phone: null })).not.toContain('联系电话');
  });

  it('is posted once, and only for a day that is still to come about', () => {
    const codes = (...asked: Parameters<typeof operationNoticeBlockers>) =>
      operationNoticeBlockers(...asked).map(({ code }) => code);
    expect(codes('planned', false)).toEqual([]);
    expect(codes('planned', true)).toEqual(['removal.operation-notice-hangs']);
    expect(codes('cancelled', false)).toEqual(['removal.operation-notice-late']);
    expect(operationNoticeBlockers('carried-out', false)[0].text).toBe('行动已实施，不用再张贴告知');
  });

  it('may be published as it is made, with a phone everybody may read and without any other', () => {
    const body = operationNoticeBody(facts);
    expect(publicationBlockers(body, [facts.phone])).toEqual([]);
    expect(publicationBlockers(body).map(({ code }) => code)).toEqual(['removal.D17']);
    const pointed = operationNoticeBody({ ...facts, part: '3号楼2单元301室门前' });
    expect(publicationBlockers(pointed, [facts.phone]).map(({ code }) => code)).toEqual(['removal.D17']);
  });
});
