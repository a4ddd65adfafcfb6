import { Role, roles } from '../people/roles';
import type { MissingPart } from './completeness';
import {
  allowedSignSteps,
  resurveyBlockers,
  signBlockers,
  signedStateAfter,
  SignFacts,
  SignStep,
  surveyEditBlockers,
  SurveyState,
} from './sign-off';

const facts: SignFacts = { missing: [], signerId: 2, communitySignerId: 1, reason: '补拍照片' };
const states: SurveyState[] = ['draft', 'community-signed', 'signed'];
const steps: SignStep[] = ['sign-for-community', 'sign-for-street', 'withdraw', 'return'];
const photo: MissingPart = { code: 'photos.building', part: 'photos', text: '还没有楼栋照片：1号楼' };
const codes = (found: { code: string }[]) => found.map(({ code }) => code);

describe('signing a survey', () => {
  const table: Record<SurveyState, Partial<Record<Role, SignStep[]>>> = {
    draft: { 'community-worker': ['sign-for-community'] },
    'community-signed': { 'community-worker': ['withdraw'], 'street-manager': ['sign-for-street', 'return'] },
    signed: {},
  };
  it.each(states.flatMap((state) => roles.map((role) => [state, role] as const)))('%s, %s', (state, role) => {
    const expected = table[state][role] ?? [];
    expect(allowedSignSteps(state, role, facts).map(({ step }) => step)).toEqual(expected);
    expect(steps.filter((step) => signBlockers(step, state, role, facts).length === 0)).toEqual(expected);
  });

  it.each<[SignStep, SurveyState]>([
    ['sign-for-community', 'community-signed'],
    ['sign-for-street', 'signed'],
    ['withdraw', 'draft'],
    ['return', 'draft'],
  ])('%s leads to %s', (step, state) => {
    expect(signedStateAfter(step)).toBe(state);
  });

  it('is refused to both while anything is missing, with every reason', () => {
    const missing = [
      photo,
      { code: 'register.siteArea', part: 'register', text: '「占地面积」未填' } as const,
    ];
    const community = signBlockers('sign-for-community', 'draft', 'community-worker', { ...facts, missing });
    const street = signBlockers('sign-for-street', 'community-signed', 'street-manager', {
      ...facts,
      missing,
    });
    expect(community.map(({ text }) => text)).toEqual([
      '现场照片：还没有楼栋照片：1号楼',
      '楼院信息：「占地面积」未填',
    ]);
    expect(street).toEqual(community);
  });

  it('takes two persons', () => {
    const same = { ...facts, signerId: 1 };
    expect(codes(signBlockers('sign-for-street', 'community-signed', 'street-manager', same))).toEqual([
      'sign.same-person',
    ]);
  });

  it('is returned with a reason only, which is typed on the page', () => {
    const silent = { ...facts, reason: ' ' };
    expect(codes(signBlockers('return', 'community-signed', 'street-manager', silent))).toEqual([
      'sign.reason',
    ]);
    const [, offered] = allowedSignSteps('community-signed', 'street-manager', silent);
    expect(offered.blockers).toEqual([]);
  });
});

describe('a survey', () => {
  it.each<[SurveyState, number]>([
    ['draft', 0],
    ['community-signed', 1],
    ['signed', 1],
  ])('that is %s is changed with %i reasons against it', (state, count) => {
    expect(codes(surveyEditBlockers(state))).toEqual(Array(count).fill('survey.frozen'));
  });

  it('says how it may be changed after all', () => {
    expect(surveyEditBlockers('community-signed')[0].text).toBe(
      '社区已签字，内容不再改动。需要补充请先撤回签字',
    );
    expect(surveyEditBlockers('signed')[0].text).toBe('这次摸底已签字，内容不再改动。情况有变化请开始复查');
  });

  it.each<[SurveyState, string[]]>([
    ['draft', ['survey.unfinished']],
    ['community-signed', ['survey.unfinished']],
    ['signed', []],
  ])('that is %s may be followed by a new version: %s', (state, expected) => {
    expect(codes(resurveyBlockers({ version: 1, state }))).toEqual(expected);
  });
});
