// How long a sign-in lasts (等保二级 身份鉴别 b: 超时自动退出; ASVS 5.0 §7.1.1). Local settings.

export const sessionLimits = {
  /** Without any page opened. */
  idleMinutes: 30,
  /** However busy. */
  absoluteHours: 8,
  /** Browsers signed in at once with one account; a further one ends the oldest. */
  perAccount: 3,
};

/**
 * Is this session over at this instant? Instants in ISO-8601. One that a wrong clock put far into the future is over
 * too: it would otherwise last until then.
 */
export function sessionIsOver(
  session: { createdAt: string; seenAt: string },
  nowMs: number,
  parse: (at: string) => number,
) {
  return (
    Math.abs(nowMs - parse(session.seenAt)) > sessionLimits.idleMinutes * 60_000 ||
    Math.abs(nowMs - parse(session.createdAt)) > sessionLimits.absoluteHours * 3_600_000
  );
}
