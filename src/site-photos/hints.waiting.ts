import { Injectable, OnModuleInit } from '@nestjs/common';
import { WaitingItem, WaitingSource, WaitingWork } from '../compounds/waiting-work';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { HintAnswers } from './hint-answers.service';
import { sitePhotoPaths } from './site-photos.paths';

/** Hints about photos that nobody has looked at: one line for each compound. */
@Injectable()
export class HintsWaiting implements WaitingSource, OnModuleInit {
  constructor(
    private readonly answers: HintAnswers,
    private readonly work: WaitingWork,
  ) {}

  onModuleInit(): void {
    this.work.register(this);
  }

  async waitingFor(actor: Actor, compoundId?: number): Promise<WaitingItem[]> {
    if (!mayDo(actor.role, 'hint.answer')) return [];
    const waiting = await this.answers.waitingIn(actor, compoundId);
    return waiting.map(({ compoundId: id, code, name, count }) => ({
      ...{ kind: '照片', compoundId: id, where: name, dueOn: null },
      what: `${count} 张照片待核对`,
      why: '可能用过，或拍摄时间和填报日期对不上',
      action: { label: '核对照片', link: sitePhotoPaths.hints(code) },
    }));
  }
}
