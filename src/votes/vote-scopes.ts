import type { DoorLine } from '../compounds/doors.service';
import { unitInWords } from '../domain/compound/doors';
import { VoteScope, wholeCompound } from '../domain/meeting/vote-roster';
import { Option } from '../platform/web/figures';

type Place = Pick<DoorLine, 'buildingId' | 'buildingNo' | 'unitNo'>;

/** A scope as the form posts it: 'compound', 'building:3', 'unit:3:1'. */
export const scopeKey = ({ kind, buildingId, unitNo }: VoteScope): string =>
  [kind, buildingId, unitNo].filter((part) => part !== null).join(':');

/** Who may decide in this compound: everybody, each building, each unit, in walking order. */
export function scopesOf(doors: readonly Place[]): { scope: VoteScope; label: string }[] {
  const found = new Map([[scopeKey(wholeCompound), { scope: wholeCompound, label: '全院' }]]);
  for (const { buildingId, buildingNo } of doors) {
    const scope: VoteScope = { kind: 'building', buildingId, unitNo: null };
    found.set(scopeKey(scope), { scope, label: buildingNo });
  }
  for (const door of doors) {
    const scope: VoteScope = { kind: 'unit', buildingId: door.buildingId, unitNo: door.unitNo };
    found.set(scopeKey(scope), { scope, label: unitInWords(door) });
  }
  return [...found.values()];
}

/** The scope a form posted; undefined where the compound has no such building or unit. */
export const readScope = (text: string, doors: readonly Place[]): VoteScope | undefined =>
  scopesOf(doors).find(({ scope }) => scopeKey(scope) === text)?.scope;

/**
 * The building or unit that decides, in words; null for everybody. A unit whose doors were numbered anew afterwards is
 * called as it was: it never reads as the whole compound.
 */
export function partInWords(scope: VoteScope, doors: readonly Place[]): string | null {
  if (scope.kind === 'compound') return null;
  const buildingNo =
    doors.find(({ buildingId }) => buildingId === scope.buildingId)?.buildingNo ?? '部分楼栋';
  return scope.unitNo === null ? buildingNo : unitInWords({ buildingNo, unitNo: scope.unitNo });
}

/** The scopes of a compound as a choice. */
export const scopeOptions = (doors: readonly Place[]): Option[] =>
  scopesOf(doors).map(({ scope, label }) => ({ value: scopeKey(scope), label }));
