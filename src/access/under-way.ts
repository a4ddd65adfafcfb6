/** Counts what is being judged for each subject, so that guesses sent all at once see those before them. */
export class UnderWay {
  private readonly counts = new Map<string, number>();
  /** How many have left so far: what was read before one left may not show what became of it. */
  left = 0;

  of(subject: string): number {
    return this.counts.get(subject) ?? 0;
  }

  enter(subject: string): void {
    this.counts.set(subject, this.of(subject) + 1);
  }

  leave(subject: string): void {
    this.left += 1;
    if (this.of(subject) > 1) this.counts.set(subject, this.of(subject) - 1);
    else this.counts.delete(subject);
  }
}
