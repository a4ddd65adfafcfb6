import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/people/actor';
import type { RawForm } from '../platform/web/form';
import { OtherPage } from '../platform/web/page';
import type { Compound } from './compound.entity';
import { PublishedPhones } from './published-phones';
import { PreviewPage, toPreviewAnswer, toRedactionPreview } from './redaction-preview';
import { Workspace } from './workspace';

/** What is looked at, and what comes of it. */
interface LookedAt extends Pick<PreviewPage, 'note' | 'action' | 'confirmLabel'> {
  /** Key of the room's tab. */
  tab: string;
  /** '公布纪要'. */
  task: string;
  texts: readonly { label: string; text: string }[];
}

/** 「居民将看到」: the last look at words before they are posted or kept, the same in every room. */
@Injectable()
export class Previews {
  constructor(
    private readonly phones: PublishedPhones,
    private readonly workspace: Workspace,
  ) {}

  /** The answer to the first post of a form that is looked at before it counts. */
  async answer(
    actor: Actor,
    compound: Compound,
    { tab, task, texts, ...parts }: LookedAt,
    raw: RawForm,
  ): Promise<OtherPage<PreviewPage>> {
    const preview = toRedactionPreview(texts, await this.phones.of(compound.id));
    const frame = await this.workspace.frame(actor, compound, tab, '居民将看到');
    return toPreviewAnswer({ ...parts, title: `${task} · ${compound.name}`, preview }, raw, frame);
  }
}
