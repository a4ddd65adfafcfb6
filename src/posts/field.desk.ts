import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import type { SignedIn } from '../access/allow';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import type { Poster } from '../domain/construction/post-rules';
import { goingOnStates } from '../domain/renovation/going-on';
import { StoredFile } from '../files/stored-file.entity';
import { ContractRecord } from '../works/work.entities';
import { ContractAtPlace, firmOf, WorksDesk } from '../works/works.desk';
import { KeptPosts } from './kept-posts';
import { PostPhoto, PostRecord } from './post.entities';
import { PostAtPlace } from './posts.desk';

/** Who writes on a phone: an account, or a phone that came by invitation to one contract. */
export type OnSitePerson = Pick<SignedIn, 'actor' | 'onSite'>;

/** The one way from a phone to contracts, posts and photos: one that came by invitation meets those of its contract alone. */
@Injectable()
export class FieldDesk {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly works: WorksDesk,
    private readonly compounds: CompoundDesk,
    private readonly kept: KeptPosts,
  ) {}

  /** The contracts this person posts on, with the names of their compounds; those of a renovation that is over are left out. */
  async contracts({
    actor,
    onSite,
  }: OnSitePerson): Promise<{ contract: ContractRecord; compound: Compound }[]> {
    const query = this.reader.manager
      .createQueryBuilder(ContractRecord, 'contract')
      .innerJoinAndMapOne('contract.compound', Compound, 'compound', 'compound.id = contract.compoundId')
      .innerJoin(Renovation, 'renovation', 'renovation.id = contract.renovationId')
      .where('contract.role = :role AND contract.state = :state', { role: 'contractor', state: 'running' })
      .andWhere('renovation.state IN (:...going)', { going: goingOnStates })
      .orderBy('compound.code')
      .addOrderBy('contract.id');
    const firmId = firmOf(actor);
    if (firmId !== null) query.andWhere('contract.organisationId = :firmId', { firmId });
    if (onSite) query.andWhere('contract.id = :contractId', { contractId: onSite.contractId });
    const rows = await this.compounds.inScope(query, actor).getMany();
    return rows.map((contract) => ({
      contract,
      compound: (contract as ContractRecord & { compound: Compound }).compound,
    }));
  }

  /** The contract with this id. */
  async contract(
    { actor, onSite }: OnSitePerson,
    id: number,
    from: EntityManager = this.reader.manager,
  ): Promise<ContractAtPlace> {
    if (onSite && onSite.contractId !== id) throw new NotFoundException();
    return this.works.contract(actor, id, from);
  }

  /** The post with this id, of a contract this person posts on. */
  async post(
    person: OnSitePerson,
    id: number,
    from: EntityManager = this.reader.manager,
  ): Promise<PostAtPlace> {
    const row = await from.findOneBy(PostRecord, { id });
    if (!row) throw new NotFoundException();
    const place = await this.contract(person, row.contractId, from);
    const [post] = await this.kept.told([row], from);
    return { post, ...place };
  }

  /** The file of a photo that was sent for one of these contracts. */
  async photo(person: OnSitePerson, id: number): Promise<StoredFile> {
    const { manager } = this.reader;
    const photo = await manager.findOneBy(PostPhoto, { id });
    if (!photo) throw new NotFoundException();
    await this.contract(person, photo.contractId);
    return manager.findOneByOrFail(StoredFile, { id: photo.fileId });
  }
}

/** Who posts, as the law sees it. */
export const posterOf = ({ actor, onSite }: OnSitePerson): Poster =>
  onSite
    ? { by: 'invitation', ...onSite }
    : { by: 'account', userId: actor.userId, role: actor.role, firmId: firmOf(actor) };
