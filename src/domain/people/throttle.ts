// How guessing at sign-in is slowed down without ever locking the owner out for good (ASVS 5.0 §6.3.1, 等保二级 身份鉴别 b).

/** Local settings: after `free` wrong tries each further one costs a wait that doubles from `firstWait` to `longestWait` seconds. */
export const throttleSettings = {
  account: { free: 5, firstWait: 30, longestWait: 900 },
  address: { free: 30, firstWait: 30, longestWait: 900 },
  windowSeconds: 24 * 3600,
};

/** How many seconds after the last wrong try the next one is heard; 0 = at once. */
export function waitAfter(failures: number, kind: 'account' | 'address'): number {
  const { free, firstWait, longestWait } = throttleSettings[kind];
  if (failures < free) return 0;
  return Math.min(longestWait, firstWait * 2 ** Math.min(10, failures - free));
}
