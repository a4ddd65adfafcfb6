import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { dictionary } from '@zxcvbn-ts/language-common';

/** argon2id, 19 MiB, 2 passes (OWASP; ASVS 5.0 §11.4.2). */
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const common = new Set<string>(dictionary['passwords-common'] as readonly string[]);

/** Is this among the most used passwords of known leaks? */
export const isCommonPassword = (lowerCase: string) => common.has(lowerCase);

/** Hashes and checks passwords, at most two at once, because they share threads with the database. */
@Injectable()
export class Passwords {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly decoy = this.make(randomBytes(16).toString('base64url'));

  /** The stored form of a password; carries its algorithm and parameters. */
  async make(password: string): Promise<string> {
    return this.limited(() => hash(password, parameters));
  }

  /** Is it the right password? Takes as long for an account that does not exist. */
  async check(stored: string | undefined, password: string): Promise<boolean> {
    const against = stored ?? (await this.decoy);
    const right = await this.limited(() => verify(against, password));
    return right && stored !== undefined;
  }

  private async limited<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= 2) await new Promise<void>((handedOver) => this.waiting.push(handedOver));
    else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
