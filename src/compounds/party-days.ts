/** SQL: does this firm (alias `party`) work on its renovation on the day `:partyDay`? */
export const worksOnPartyDay =
  'party.fromOn <= :partyDay AND (party.untilOn IS NULL OR party.untilOn >= :partyDay)';
