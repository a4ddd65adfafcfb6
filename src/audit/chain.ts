import { createHash } from 'node:crypto';
import { AuditEntry } from './audit-entry.entity';

/** What the first entry of the chain points at. */
export const genesisHash = '0'.repeat(64);

/** The hash of an entry: over all its fields and the hash of the entry before, in this fixed order. */
export function hashOf(entry: Omit<AuditEntry, 'hash'>): string {
  const fields = [
    entry.id,
    entry.at,
    entry.userId,
    entry.role,
    entry.organisationId,
    entry.action,
    entry.subjectKind,
    entry.subjectId,
    entry.compoundId,
    entry.fromValue,
    entry.toValue,
    entry.reason,
    entry.previousHash,
  ];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

/** The first entry that does not follow from the one before, and why; undefined when the chain holds. */
export function firstBroken(entries: Iterable<AuditEntry>, start = { id: 0, hash: genesisHash }) {
  let before = start;
  for (const entry of entries) {
    const reason =
      entry.id !== before.id + 1
        ? `expected entry ${before.id + 1}, found ${entry.id}`
        : entry.previousHash !== before.hash
          ? 'it does not point at the entry before'
          : entry.hash !== hashOf(entry)
            ? 'its content does not match its hash'
            : undefined;
    if (reason) return { broken: { id: entry.id, reason }, last: before };
    before = { id: entry.id, hash: entry.hash };
  }
  return { broken: undefined, last: before };
}
