import { Injectable, OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, SelectQueryBuilder } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import { WaitingItem, WaitingSource, WaitingWork } from '../compounds/waiting-work';
import { groupBy } from '../domain/kernel/group';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { isFirm } from '../domain/people/roles';
import { goingOnStates } from '../domain/renovation/going-on';
import { StoredFile } from '../files/stored-file.entity';
import { Clock } from '../platform/clock/clock';
import { WorkDays } from '../platform/clock/work-days';
import { rawColumns } from '../platform/database/raw-columns';
import { ContractRecord } from '../works/work.entities';
import { WorksDesk } from '../works/works.desk';
import { MissingDays } from './missing-days';
import { mayDecideOn } from './post-judging';
import { PostPhoto, PostRecord } from './post.entities';
import { FoundPost, toConfirm, toMakeUp, toMend, toPickPhotos, WaitingContract } from './waiting-items';

const mostRows = 500;

/** Posts that wait to be confirmed, were sent back, lack, or have photos nobody chose from. */
@Injectable()
export class PostsWaiting implements WaitingSource, OnModuleInit {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly works: WorksDesk,
    private readonly missing: MissingDays,
    private readonly work: WaitingWork,
    private readonly workDays: WorkDays,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.work.register(this);
  }

  /** In a few statements however many there are. */
  async waitingFor(actor: Actor, compoundId?: number): Promise<WaitingItem[]> {
    return [
      ...(mayDo(actor.role, 'post.confirm') ? await this.toConfirm(actor, compoundId) : []),
      ...(mayDo(actor.role, 'file.publish') ? await this.toPickPhotos(actor, compoundId) : []),
      ...(mayDo(actor.role, 'post.write') ? await this.returned(actor, compoundId) : []),
      ...(mayDo(actor.role, 'post.write') ? await this.lacking(actor, compoundId) : []),
    ];
  }

  private async toConfirm(actor: Actor, compoundId?: number): Promise<WaitingItem[]> {
    const found = await this.found(actor, compoundId, (query) => query.andWhere(`post.state = 'sent'`));
    const renovations = new Map(found.map(({ renovationId: id, track }) => [id, { id, track }]));
    const supervisions = await this.works.supervisions([...renovations.values()]);
    const mine = found.filter((post) =>
      mayDecideOn(actor, supervisions.get(post.renovationId)!)({ state: post.state, row: post }),
    );
    return [...groupBy(mine, ({ renovationId }) => renovationId).values()].map((posts) =>
      toConfirm(posts, this.clock.today(), this.workDays.calendar),
    );
  }

  private async toPickPhotos(actor: Actor, compoundId?: number): Promise<WaitingItem[]> {
    const found = await this.found(actor, compoundId, (query) => {
      const photos = query
        .subQuery()
        .select('1')
        .from(PostPhoto, 'photo')
        .innerJoin(StoredFile, 'file', 'file.id = photo.fileId')
        .where('photo.postId = post.id')
        .andWhere('file.publishedAt IS NULL');
      return query
        .andWhere(`post.state = 'confirmed'`)
        .andWhere('post.photosChosenBy IS NULL')
        .andWhere(`EXISTS ${photos.getQuery()}`);
    });
    return [...groupBy(found, ({ renovationId }) => renovationId).values()].map(toPickPhotos);
  }

  private async returned(actor: Actor, compoundId?: number): Promise<WaitingItem[]> {
    const found = await this.found(actor, compoundId, (query) =>
      isFirm(actor.role)
        ? query.andWhere(`post.state = 'returned'`).andWhere('contract.organisationId = :firmId', {
            firmId: actor.organisationId,
          })
        : query.andWhere(`post.state = 'returned'`).andWhere('post.postedBy = :me', { me: actor.userId }),
    );
    return found.map((post) => toMend(post, this.clock.today(), this.workDays.calendar));
  }

  private async lacking(actor: Actor, compoundId?: number): Promise<WaitingItem[]> {
    const contracts = await this.contracts(actor, compoundId);
    const missing = await this.missing.of(contracts);
    const today = this.clock.today();
    return contracts.flatMap((contract) =>
      toMakeUp(contract, missing.get(contract.id) ?? [], { role: actor.role, today }),
    );
  }

  private async contracts(actor: Actor, compoundId?: number): Promise<WaitingContract[]> {
    const query = this.reader
      .createQueryBuilder(ContractRecord, 'contract')
      .innerJoin(Compound, 'compound', 'compound.id = contract.compoundId')
      .innerJoin(Renovation, 'renovation', 'renovation.id = contract.renovationId')
      .select(
        rawColumns('contract', ['id', 'compoundId', 'renovationId', 'name', 'role', 'state', 'startsOn']),
      )
      .addSelect(['compound.name AS "where"', 'compound.code AS "code"'])
      .where(`contract.state = 'running'`)
      .andWhere('renovation.state IN (:...goingOnStates)', { goingOnStates })
      .orderBy('contract.id', 'ASC')
      .limit(mostRows);
    if (isFirm(actor.role)) {
      query.andWhere('contract.organisationId = :firmId', { firmId: actor.organisationId });
    }
    return this.compounds.within(query, actor, compoundId).getRawMany<WaitingContract>();
  }

  private found(
    actor: Actor,
    compoundId: number | undefined,
    narrow: (query: SelectQueryBuilder<PostRecord>) => SelectQueryBuilder<PostRecord>,
  ): Promise<FoundPost[]> {
    const query = this.reader
      .createQueryBuilder(PostRecord, 'post')
      .innerJoin(Compound, 'compound', 'compound.id = post.compoundId')
      .innerJoin(Renovation, 'renovation', 'renovation.id = post.renovationId')
      .innerJoin(ContractRecord, 'contract', 'contract.id = post.contractId')
      .select(
        rawColumns('post', [
          ...(['id', 'compoundId', 'renovationId', 'contractId', 'workedOn', 'state', 'sentAt'] as const),
          ...(['postedBy', 'postedFirmId', 'invitationId', 'decidedAt', 'returnReason'] as const),
        ]),
      )
      .addSelect(['renovation.track AS "track"', 'contract.name AS "contract"'])
      .addSelect(['compound.name AS "where"', 'compound.code AS "code"'])
      .where('renovation.state IN (:...goingOnStates)', { goingOnStates })
      .orderBy('post.workedOn', 'ASC')
      .addOrderBy('post.id', 'ASC')
      .limit(mostRows);
    return this.compounds.within(narrow(query), actor, compoundId).getRawMany<FoundPost>();
  }
}
