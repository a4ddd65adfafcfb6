import { Injectable, OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, SelectQueryBuilder } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import { WaitingItem, WaitingSource, WaitingWork } from '../compounds/waiting-work';
import { dayInWords } from '../domain/kernel/calendar-date';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { structureNumber } from '../domain/removal/structure-kinds';
import { goingOnStates } from '../domain/renovation/going-on';
import { Clock } from '../platform/clock/clock';
import { rawColumns } from '../platform/database/raw-columns';
import { StructureRecord } from '../structures/structure.entities';
import { structurePaths } from '../structures/structures.paths';
import { removalsPaths } from './removals.paths';

type Waiting = Pick<
  StructureRecord,
  'id' | 'compoundId' | 'number' | 'state' | 'removedOn' | 'removeByOn' | 'removedBy'
> & {
  name: string;
};

const mostRows = 100;

/** Removals that somebody else has to verify, promised days that passed, and care that has to be signed for. */
@Injectable()
export class RemovalsWaiting implements WaitingSource, OnModuleInit {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly work: WaitingWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.work.register(this);
  }

  /** Three queries however many there are. */
  async waitingFor(actor: Actor, compoundId?: number): Promise<WaitingItem[]> {
    if (!mayDo(actor.role, 'removal.edit')) return [];
    const { userId } = actor;
    const toVerify = this.open().andWhere(`structure.state = 'removed' AND structure.removedBy <> :userId`, {
      userId,
    });
    const passed = this.open().andWhere(`structure.state = 'agreed' AND structure.removeByOn < :today`, {
      today: this.clock.today(),
    });
    return [
      ...(await this.rows(passed, actor, compoundId)).map(toPassed),
      ...(await this.rows(toVerify, actor, compoundId)).map(toVerification),
      ...(mayDo(actor.role, 'removal.decide')
        ? (await this.rows(this.uncared(), actor, compoundId)).map(toCare)
        : []),
    ];
  }

  /** Still to be removed, and nobody has signed for the people there yet. */
  private uncared(): SelectQueryBuilder<StructureRecord> {
    return this.open()
      .andWhere(`structure.state IN ('standing', 'agreed')`)
      .andWhere('(structure.isSoleHome = :yes OR structure.hasHardship = :yes)', { yes: true })
      .andWhere('structure.careSignedOn IS NULL');
  }

  private open(): SelectQueryBuilder<StructureRecord> {
    return this.reader
      .createQueryBuilder(StructureRecord, 'structure')
      .innerJoin(Compound, 'compound', 'compound.id = structure.compoundId')
      .innerJoin(Renovation, 'renovation', 'renovation.id = structure.renovationId')
      .select(
        rawColumns('structure', [
          'id',
          'compoundId',
          'number',
          'state',
          'removedOn',
          'removeByOn',
          'removedBy',
        ]),
      )
      .addSelect('compound.name', 'name')
      .where('renovation.state IN (:...goingOnStates)', { goingOnStates })
      .orderBy('structure.id', 'ASC')
      .limit(mostRows);
  }

  private rows(
    query: SelectQueryBuilder<StructureRecord>,
    actor: Actor,
    compoundId?: number,
  ): Promise<Waiting[]> {
    return this.compounds.within(query, actor, compoundId).getRawMany();
  }
}

const about = ({ compoundId, name }: Waiting) => ({ kind: '拆违清障', compoundId, where: name });
const open = (label: string, link: string) => ({ action: { label, link } });

const toPassed = (one: Waiting): WaitingItem => ({
  ...about(one),
  what: `${structureNumber(one.number)}约定 ${dayInWords(one.removeByOn!)}前拆除，还没有拆`,
  why: '约定的日期过了，要去看一看，拆了的登记，没拆的再劝',
  dueOn: one.removeByOn,
  ...open('打开', structurePaths.show(one.id)),
});

const toVerification = (one: Waiting): WaitingItem => ({
  ...about(one),
  what: `${structureNumber(one.number)} ${dayInWords(one.removedOn!)}拆除，等人复核`,
  why: '登记拆除的人不能复核同一处，复核以后才能开工',
  dueOn: null,
  ...open('去复核', removalsPaths.step(one.id, 'verify')),
});

const toCare = (one: Waiting): WaitingItem => ({
  ...about(one),
  what: `${structureNumber(one.number)}是唯一住处或家里有困难，照顾措施还没有签字`,
  why: '助拆和强制拆除前要由街道项目负责人签字',
  dueOn: null,
  ...open('去签字', removalsPaths.care(one.id)),
});
