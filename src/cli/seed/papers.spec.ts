import { examineFile } from '../../files/file-examiner';
import { photoOf } from './drawings';
import { paperOf } from './papers';

describe('what the demo attaches', () => {
  it('a paper is a Word file the pipeline takes', async () => {
    const outcome = await examineFile(
      paperOf('居民代表大会纪要', ['多数住户同意 <拆除> & 建车棚']),
      'document',
    );
    expect(outcome).toMatchObject({
      ok: true,
      value: { facts: { kind: 'document', originalName: '居民代表大会纪要.docx' } },
    });
  });

  it('a drawing is a photo with the time it was taken', async () => {
    const photo = await photoOf('fl106-yard-before', new Date('2026-03-12T03:20:00Z'));
    const outcome = await examineFile(photo, 'photo');
    expect(outcome).toMatchObject({
      ok: true,
      value: { facts: { kind: 'photo', width: 864, height: 1080, takenAt: '2026-03-12T03:20:00.000Z' } },
    });
  });
});
