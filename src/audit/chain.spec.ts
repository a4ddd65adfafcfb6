import { AuditEntry } from './audit-entry.entity';
import { firstBroken, genesisHash, hashOf } from './chain';

function chainOf(count: number): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let id = 1; id <= count; id += 1) {
    const entry = {
      id,
      at: `2026-06-08T01:00:0${id}.000Z`,
      userId: 1,
      role: 'street-manager',
      organisationId: 2,
      action: 'compound.changed',
      subjectKind: 'compound',
      subjectId: '7',
      compoundId: 7,
      fromValue: null,
      toValue: `第 ${id} 步`,
      reason: null,
      previousHash: entries.at(-1)?.hash ?? genesisHash,
    };
    entries.push({ ...entry, hash: hashOf(entry) });
  }
  return entries;
}

/** A forger who also makes the entry's own hash right again. */
const rehashed = (entry: AuditEntry, change: Partial<AuditEntry>): AuditEntry => {
  const { hash: _, ...rest } = { ...entry, ...change };
  return { ...rest, hash: hashOf(rest) };
};

describe('the audit chain', () => {
  it('holds when nobody touched it, also when read in parts', () => {
    const entries = chainOf(5);
    expect(firstBroken(entries).broken).toBeUndefined();
    const { last } = firstBroken(entries.slice(0, 2));
    expect(firstBroken(entries.slice(2), last).broken).toBeUndefined();
  });

  it.each([
    'at',
    'userId',
    'role',
    'organisationId',
    'action',
    'subjectKind',
    'subjectId',
    'compoundId',
    'fromValue',
    'toValue',
    'reason',
  ] as const)('names the entry whose %s was changed', (field) => {
    const entries = chainOf(4);
    entries[2] = { ...entries[2], [field]: 'x' as never };
    expect(firstBroken(entries).broken).toEqual({ id: 3, reason: 'its content does not match its hash' });
  });

  it('names the entry after one that was rewritten with its hash', () => {
    const entries = chainOf(4);
    entries[1] = rehashed(entries[1], { toValue: '别的' });
    expect(firstBroken(entries).broken).toEqual({ id: 3, reason: 'it does not point at the entry before' });
  });

  it('names the place where one was taken out', () => {
    const entries = chainOf(4);
    entries.splice(1, 1);
    expect(firstBroken(entries).broken).toEqual({ id: 3, reason: 'expected entry 2, found 3' });
  });

  it('does not confuse neighbouring fields', () => {
    const [entry] = chainOf(1);
    expect(rehashed(entry, { fromValue: 'ab', toValue: 'c' }).hash).not.toBe(
      rehashed(entry, { fromValue: 'a', toValue: 'bc' }).hash,
    );
  });
});
