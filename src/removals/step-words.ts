import type { StructureStep } from '../domain/removal/structure-lifecycle';

/** Under which name does each step stand in the audit record? */
export const stepActions: Record<StructureStep, string> = {
  'check-ownership': 'structure.ownership-questioned',
  'settle-ownership': 'structure.ownership-settled',
  agree: 'structure.agreed',
  'withdraw-agreement': 'structure.agreement-withdrawn',
  remove: 'structure.removed',
  'remove-by-force': 'structure.removed-by-force',
  verify: 'structure.verified',
  'send-back': 'structure.sent-back',
  'retain-legal': 'structure.retained-as-lawful',
  'retain-rectified': 'structure.retained-rectified',
  'scope-out': 'structure.scoped-out',
  reopen: 'structure.reopened',
  'strike-out': 'structure.struck-out',
};

/** Was there an alert for heavy pollution? */
export const alertNames = { none: '没有重污染预警', alert: '有重污染预警' } as const;

/** Was a supply cut to make somebody leave? */
export const utilitiesNames = {
  none: '没有停水、停电、停热、停燃气',
  cut: '停了水、电、热或燃气',
} as const;
