import { INestApplicationContext } from '@nestjs/common';
import { WorkQueue } from '../../files/work-queue';
import { PreparedFile } from '../../files/uploads.service';
import type { DemoStep } from './demo-story';
import { photoOf } from './drawings';
import { pictureOf, takeIn } from './telling';

/** Photos come in bursts; so many are made ahead, two at once, while steps without photos are written. */
const ahead = 24;
const atOnce = 2;

/** Makes the photos of the coming steps while the present one is written, in the order in which they are needed. */
export class PhotosAhead {
  private readonly waiting: { step: DemoStep; picture: string; instant: Date }[];
  private readonly queue = new WorkQueue(atOnce);
  private readonly made = new Map<DemoStep, Promise<PreparedFile>>();

  constructor(
    private readonly app: INestApplicationContext,
    steps: readonly { step: DemoStep; instant: Date }[],
  ) {
    this.waiting = steps.flatMap(({ step, instant }) => {
      const picture = pictureOf(step);
      return picture ? { step, picture, instant } : [];
    });
  }

  /** The photo of this step, or nothing; the next ones are begun. */
  of(step: DemoStep): Promise<PreparedFile> | undefined {
    const photo = this.made.get(step) ?? (pictureOf(step) ? this.begin() : undefined);
    this.made.delete(step);
    while (this.made.size < ahead && this.waiting.length) {
      const next = this.waiting[0].step;
      this.made.set(next, this.begin());
    }
    return photo;
  }

  private begin(): Promise<PreparedFile> {
    const { step, picture, instant } = this.waiting.shift()!;
    const title = step.do === 'milestone' ? { name: `${step.paper}.jpg` } : {};
    const photo = this.queue.run(async () => {
      const file = await photoOf(picture, instant);
      return takeIn(this.app, { ...file, ...title });
    });
    // A failure is heard where the photo is asked for, not before.
    photo.catch(() => undefined);
    return photo;
  }
}
