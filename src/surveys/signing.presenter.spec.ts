import { houseRule } from '../domain/kernel/blocker';
import { formState } from '../platform/web/form';
import { givenCompound, givenFrame, givenRecords, givenSurvey } from './given-records';
import { OfferedStep, toSign, toSigning } from './signing.presenter';

const form = formState({ version: 2 });
const community: OfferedStep = {
  step: 'sign-for-community',
  label: '社区签字',
  to: 'community-signed',
  blockers: [],
};
const blocked = { ...community, blockers: [houseRule('sign.x', '楼院信息：「坐落」未填')] };

describe('the signatures', () => {
  it('a step nothing speaks against is the one thing to press', () => {
    expect(toSigning(givenSurvey, [community], new Map())).toEqual({
      signatures: [
        { who: '社区签字', status: { state: 'idle', word: '未签字' }, about: '' },
        { who: '街道签字', status: { state: 'idle', word: '未签字' }, about: '' },
      ],
      steps: [
        {
          label: '社区签字',
          link: '/surveys/3/sign?step=sign-for-community',
          primary: true,
          blocked: false,
          reasons: [],
        },
      ],
      note: '',
      returned: '',
    });
  });

  it('a blocked step says every reason', () => {
    expect(toSigning(givenSurvey, [blocked], new Map()).steps[0]).toMatchObject({
      primary: false,
      blocked: true,
      reasons: [{ text: '楼院信息：「坐落」未填' }],
    });
  });

  it('whoever has nothing to do reads whose turn it is', () => {
    expect(toSigning(givenSurvey, [], new Map()).note).toBe(
      '内容齐全后先由社区工作人员签字，再由街道项目负责人签字。',
    );
    const waiting = { ...givenSurvey, state: 'community-signed' as const };
    expect(toSigning(waiting, [], new Map()).note).toBe('等街道项目负责人签字。');
  });

  it('tells why the street gave it back, until it is signed again', () => {
    const returned = { ...givenSurvey, returnReason: '请补照片' };
    expect(toSigning(returned, [community], new Map()).returned).toBe('请补照片');
    expect(toSigning({ ...returned, state: 'signed' }, [], new Map()).returned).toBe('');
  });

  it('the page of a signature says what will be different', () => {
    const page = toSign(
      { compound: givenCompound, records: givenRecords, offered: community },
      form,
      givenFrame,
    );
    expect(page).toMatchObject({
      heading: '第 1 次摸底：社区签字',
      consequences: [
        { what: '摸底状态', now: '调查中', after: '社区已签字' },
        { what: '入户', now: '4 户，访到 2 户，空置 0 户', after: '不变' },
        { what: '隐患', now: '1 条，其中四级 1 条', after: '不变' },
      ],
      reasons: [],
      wantsReason: false,
      isFinal: false,
      action: '/surveys/3/signatures',
      backLink: '/compounds/fl106/survey',
    });
  });

  it('while something is missing it has no button; only the street ends it for good; only a return asks for a reason', () => {
    const pageOf = (offered: OfferedStep) =>
      toSign({ compound: givenCompound, records: givenRecords, offered }, form, givenFrame);
    expect(pageOf(blocked).reasons).toEqual([{ text: '楼院信息：「坐落」未填' }]);
    expect(pageOf({ ...community, step: 'sign-for-street', to: 'signed' }).isFinal).toBe(true);
    expect(pageOf({ ...community, step: 'return', to: 'draft' }).wantsReason).toBe(true);
  });
});
