import { KnownContact, publicContacts } from './contacts';

const today = '2026-06-08';
const lead: KnownContact & { personName: string } = {
  kind: 'building-lead',
  title: '楼栋长',
  personName: '张三',
  workPhone: '037100000001',
  hours: null,
  mayPublish: true,
  consentOn: '2026-06-08',
  position: 1,
};

describe('whom residents may ask', () => {
  it('is shown by role, with a number that can be dialled, and without the name', () => {
    expect(publicContacts([lead], today)).toEqual([
      { title: '楼栋长', about: '楼里的事先找楼栋长', phone: '0371-0000 0001', dial: '037100000001' },
    ]);
  });

  it.each([
    ['who did not agree', { mayPublish: false }],
    ['whose consent has no day', { consentOn: null }],
    ['whose consent begins tomorrow', { consentOn: '2026-06-09' }],
  ])('leaves out a contact %s', (_, change) => {
    expect(publicContacts([{ ...lead, ...change }], today)).toEqual([]);
  });

  it('keeps the order of the register and says when somebody can be reached', () => {
    const street = { ...lead, kind: 'street', title: '街道项目负责人', hours: '周一至周五', position: 0 };
    const shown = publicContacts([lead, street], today);
    expect(shown.map(({ title }) => title)).toEqual(['街道项目负责人', '楼栋长']);
    expect(shown[0].about).toBe('改造安排、工期、质量，周一至周五');
  });

  it('may be a contact without a number', () => {
    expect(publicContacts([{ ...lead, workPhone: null }], today)[0]).toMatchObject({
      phone: null,
      dial: null,
    });
  });
});
