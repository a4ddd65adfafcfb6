import { consentBlockers } from './consent';

const today = '2026-05-18';

describe('the consent of a contact', () => {
  it.each([
    ['not published, no day', { mayPublish: false }, []],
    ['not published, agreed before', { mayPublish: false, consentOn: '2026-05-17' }, []],
    ['published without a day', { mayPublish: true }, ['公开称呼和电话前，请填写本人同意的日期']],
    ['published, agreed today', { mayPublish: true, consentOn: today }, []],
    [
      'agreed tomorrow',
      { mayPublish: true, consentOn: '2026-05-19' },
      ['「本人同意公开的日期」不能晚于今天'],
    ],
  ])('%s', (_, contact, expected) => {
    expect(consentBlockers(contact, today).map(({ text }) => text)).toEqual(expected);
  });
});
