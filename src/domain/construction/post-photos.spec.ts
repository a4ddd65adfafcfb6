import { codesOf } from './given-construction';
import { PhotoChoice, photoChoiceBlockers, postPhotoCaption, postPhotoHeldBlockers } from './post-photos';

const choice = (change: Partial<PhotoChoice> = {}): PhotoChoice => ({
  ...{ role: 'street-manager', state: 'confirmed', isChosen: false },
  ...{ photos: [1, 2, 3], chosen: [2], unrecognisable: true, ...change },
});

describe('which photos everybody may see', () => {
  it.each<[string, Partial<PhotoChoice>, string[]]>([
    ['one of a confirmed post', {}, []],
    ['all of them', { chosen: [1, 2, 3] }, []],
    ['none of them, without a word', { chosen: [], unrecognisable: false }, []],
    ['one nobody looked at', { unrecognisable: false }, ['photos-unchecked']],
    ['one of another post', { chosen: [4] }, ['photos-foreign']],
    ['of a post that waits', { state: 'sent' }, ['photos-unconfirmed']],
    ['of a post that was sent back', { state: 'returned' }, ['photos-unconfirmed']],
    ['of a post that was replaced', { state: 'corrected' }, ['photos-unconfirmed']],
    ['a second time', { isChosen: true }, ['photos-chosen']],
    ['by the supervisor', { role: 'supervisor' }, ['photos-role']],
    ['by the firm', { role: 'contractor' }, ['photos-role']],
    ['by the community', { role: 'community-worker' }, ['photos-role']],
  ])('%s', (_, change, expected) => {
    expect(codesOf(photoChoiceBlockers(choice(change)))).toEqual(expected);
  });

  it.each([
    ['no post that came', [], false],
    ['one that waits', ['sent'], false],
    ['one that was sent back, and one it replaced', ['returned', 'corrected'], false],
    ['a confirmed one', ['confirmed'], true],
    ['one that was replaced, and the confirmed one after it', ['corrected', 'confirmed'], true],
  ] as const)('from whichever page, of %s: %s', (_, states, isFree) => {
    const blockers = postPhotoHeldBlockers(states.map((state) => ({ state })));
    expect(codesOf(blockers)).toEqual(isFree ? [] : ['photos-unconfirmed']);
  });

  it('carry words the system makes', () => {
    expect(postPhotoCaption('充电桩', '2026-06-08')).toBe('充电桩，2026年6月8日');
    expect(postPhotoCaption(null, '2026-06-08')).toBe('施工现场，2026年6月8日');
  });
});
