import { redact } from '../domain/disclosure/redaction';
import { toPublicVote } from '../domain/meeting/vote-publication';
import type { PublicVote } from '../domain/meeting/public-vote';
import { VoteRecords, countedOwners, ruleFor, scopeOf } from './vote-records';
import { partInWords } from './vote-scopes';

/** The vote as everybody may read it: totals only, its title masked. */
export function publicVoteOf(records: VoteRecords, doors: Parameters<typeof partInWords>[1]): PublicVote {
  const { vote } = records;
  return toPublicVote({
    title: redact(vote.title).text,
    matter: vote.matter,
    part: partInWords(scopeOf(vote), doors),
    opensOn: vote.opensOn,
    closesOn: vote.closesOn,
    closedOn: vote.closedOn,
    rule: ruleFor(records),
    owners: countedOwners(records),
  });
}
