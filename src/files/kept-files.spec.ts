import { keep, longestSeal, openKept } from './kept-files';
import type { PreparedFile } from './uploads.service';

const file: PreparedFile = {
  storedName: 'ab'.repeat(16),
  kind: 'photo',
  originalName: `${'院'.repeat(56)}.jpg`,
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  bytes: 20971520,
  sha256: 'cd'.repeat(32),
  dHash: 'ef'.repeat(8),
  width: 8000,
  height: 5000,
  takenAt: '2026-05-18T00:00:00.000Z',
};
const noon = new Date('2026-06-08T04:00:00.000Z');
const later = (hours: number) => new Date(noon.getTime() + hours * 3_600_000);
const secret = 'a-secret-of-the-tests-that-nobody-else-uses';

describe('a file kept for the second try of a form', () => {
  it('comes back whole to the person who sent it', () => {
    const kept = keep(file, 7, noon, secret);
    expect(kept.name).toBe(file.originalName);
    expect(kept.id.length).toBeLessThan(longestSeal);
    expect(openKept(kept.id, 7, later(1), secret)).toEqual(file);
  });

  it('does not come back to anybody else', () => {
    expect(openKept(keep(file, 7, noon, secret).id, 8, noon, secret)).toBeNull();
  });

  it('comes back for less than twelve hours', () => {
    const { id } = keep(file, 7, noon, secret);
    expect(openKept(id, 7, later(11.99), secret)).toEqual(file);
    expect(openKept(id, 7, later(12), secret)).toBeNull();
  });

  it('does not come back when one character of it was changed, or sealed with another secret', () => {
    const { id } = keep(file, 7, noon, secret);
    for (const at of [0, 10, id.indexOf('.') + 1, id.length - 2]) {
      const other = id[at] === 'A' ? 'B' : 'A';
      expect(openKept(id.slice(0, at) + other + id.slice(at + 1), 7, noon, secret)).toBeNull();
    }
    expect(openKept(id, 7, noon, `${secret}2`)).toBeNull();
    for (const junk of ['', '.', 'a.b', '{}']) expect(openKept(junk, 7, noon, secret)).toBeNull();
  });
});
