import { givenRenovation, today } from './given-disclosure';
import { beforeAndNow, KnownPhoto, publicPhotos } from './photos';
import { publicRenovation } from './renovation';

const photo = (
  takenOn: string,
  publishedAt: string | null = '2026-06-02T01:00:00.000Z',
  purpose: KnownPhoto['purpose'] = 'view',
): KnownPhoto => ({
  purpose,
  publicId: takenOn,
  width: 1600,
  height: 1200,
  caption: '院子',
  takenOn,
  publishedAt,
});
const under = publicRenovation(givenRenovation(), today);
const over = publicRenovation(
  givenRenovation({ state: 'closed', stage: 'handover' }, { stage: 'construction', endedOn: '2026-06-18' }),
  '2026-07-20',
);
const phases = (renovations: (typeof under)[], ...days: string[]) =>
  publicPhotos(
    days.map((day) => photo(day)),
    renovations,
  ).map(({ phase }) => phase);

describe('the published photos', () => {
  it('leave out what nobody has looked at', () => {
    expect(publicPhotos([photo('2026-06-01', null)], [under])).toEqual([]);
  });

  it.each([
    ['the day before the first works', '2026-04-30', 'before'],
    ['the day the removal begins', '2026-05-01', 'during'],
    ['the day before the works end', '2026-06-17', 'during'],
    ['the day the works end', '2026-06-18', 'after'],
  ])('%s', (_, day, phase) => {
    expect(phases([over], day)).toEqual([phase]);
  });

  it('have no phase while no works have begun', () => {
    const survey = publicRenovation(
      givenRenovation(
        { stage: 'survey', removal: 'waiting' },
        { stage: 'removal', startedOn: null },
        { stage: 'construction', startedOn: null },
      ),
      today,
    );
    expect(phases([survey], '2026-03-12')).toEqual([null]);
  });

  it('stay after the first works when a second renovation is being surveyed', () => {
    expect(phases([over], '2026-09-01')).toEqual(['after']);
  });

  it('are described without a door or a phone, as every text is', () => {
    const [picture] = publicPhotos([{ ...photo('2026-03-12'), caption: '1号楼2单元301 漏水处' }], [under]);
    expect(picture.caption).toBe('某户 漏水处');
  });

  it.each(['plan', 'notice', 'meeting', 'joint-meeting'] as const)(
    'tell a picture of another kind (%s) from a view of the yard',
    (purpose) => {
      const [picture] = publicPhotos([photo('2026-03-12', undefined, purpose)], [under]);
      expect([picture.isView, picture.phase]).toEqual([false, null]);
    },
  );

  it('that came with the report of a day are known as such', () => {
    const told = publicPhotos([photo('2026-06-01', undefined, 'post'), photo('2026-06-02')], [under]);
    expect(told.map(({ isOfDay }) => isOfDay)).toEqual([true, false]);
  });

  it('give the first view before and the latest since', () => {
    const days = ['2026-06-01', '2026-03-12', '2026-06-05', '2026-03-10'];
    const pair = beforeAndNow(
      publicPhotos(
        days.map((day) => photo(day)),
        [under],
      ),
    );
    expect([pair?.before.takenOn, pair?.now.takenOn]).toEqual(['2026-03-10', '2026-06-05']);
    expect(beforeAndNow(publicPhotos([photo('2026-03-12')], [under]))).toBeNull();
  });
});
