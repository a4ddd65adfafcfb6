import { Injectable } from '@nestjs/common';
import { CompoundDesk } from '../compounds/compounds.desk';
import { toRenovationTabs } from '../compounds/renovation-tabs.presenter';
import { Workspace } from '../compounds/workspace';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { StatutoryCases } from '../enforcement/statutory-cases';
import { FileTotals } from '../files/files.totals';
import type { StoredFile } from '../files/stored-file.entity';
import { PersuasionTotals } from '../persuasion/persuasion.totals';
import { Clock } from '../platform/clock/clock';
import { WorkDays } from '../platform/clock/work-days';
import { StructureDesk } from '../structures/structures.desk';
import { ZoneDesk } from '../zones/zones.desk';
import { removalsPaths } from './removals.paths';
import type { RemovalFilter } from './removal-filters.presenter';
import { RemovalsPage, toRemovals } from './removals.presenter';

/** Gathers what the list of structures shows: as many statements for two hundred as for one. */
@Injectable()
export class RemovalPages {
  constructor(
    private readonly compounds: CompoundDesk,
    private readonly desk: StructureDesk,
    private readonly persuasion: PersuasionTotals,
    private readonly statutory: StatutoryCases,
    private readonly zones: ZoneDesk,
    private readonly files: FileTotals,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
    private readonly workDays: WorkDays,
  ) {}

  /** The structures of a renovation, the current one when no sequence is given. */
  async index(
    actor: Actor,
    code: string,
    sequence: number | undefined,
    filter: RemovalFilter,
  ): Promise<RemovalsPage> {
    const choice = await this.compounds.choose(actor, code, sequence);
    const { compound, renovation } = choice;
    const structures = renovation ? await this.desk.ofRenovation(renovation.id) : [];
    const view = {
      ...{ compound, renovation, structures },
      renovations: toRenovationTabs(choice, removalsPaths.index),
      persuasion: await this.persuasion.standings(structures),
      statutory: await this.statutory.of(structures),
      zones: renovation ? await this.zones.ofRenovation(renovation.id) : [],
      before: await this.firstPictures(structures.map(({ id }) => id)),
      ...{ today: this.clock.today(), calendar: this.workDays.calendar },
      mayEdit: mayDo(actor.role, 'removal.edit'),
    };
    return toRemovals(view, filter, await this.workspace.frame(actor, compound, 'removals', '拆除对象'));
  }

  private async firstPictures(ids: readonly number[]): Promise<Map<number, StoredFile>> {
    const first = new Map<number, number>();
    for (const { structureId, fileId, kind } of await this.desk.files(ids))
      if (kind === 'before' && !first.has(structureId)) first.set(structureId, fileId);
    const files = await this.files.byId([...first.values()]);
    const pictures = [...first].flatMap(([id, fileId]): [number, StoredFile][] => {
      const file = files.get(fileId);
      return file?.kind === 'photo' ? [[id, file]] : [];
    });
    return new Map(pictures);
  }
}
