import { randomUUID } from 'node:crypto';
import { Injectable, NotFoundException } from '@nestjs/common';
import { People } from '../access/people.service';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Workspace } from '../compounds/workspace';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { ownershipNames, removalOverBlockers, structureWarnings } from '../domain/removal/structure';
import { editBlockers, editExtent, pictureWarnings } from '../domain/removal/structure-editing';
import { sizeWarnings } from '../domain/removal/structure-size';
import { isGoingOn } from '../domain/renovation/going-on';
import { FileTotals } from '../files/files.totals';
import type { KeptFile } from '../files/kept-files';
import { filesOf } from '../files/photo-on-page';
import type { StoredFile } from '../files/stored-file.entity';
import { Clock } from '../platform/clock/clock';
import { StateOf } from '../platform/web/answer-to';
import { FormState, formState } from '../platform/web/form';
import { OtherPage, SeeOther, seeOther } from '../platform/web/page';
import { ZoneDesk } from '../zones/zones.desk';
import { pinValues, SketchFile } from '../zones/pin-picker';
import { IdentifiedStructures } from './identified-structures';
import { StructureFormPage, toStructureForm } from './structure-form.presenter';
import { StructureHead, toStructureHead } from './structure-head.presenter';
import { noRenovation } from './structure-refusals';
import { PlacedStructure, StructureAtPlace, StructureDesk } from './structures.desk';
import { structurePaths } from './structures.paths';
import {
  AfterwardsPage,
  StructurePinPage,
  StructureSavedPage,
  structureFacts,
  toAfterwards,
  toStructurePin,
  toStructureSaved,
} from './structures.presenter';
import { likeSheet, typedSheet } from './structure-values';

/** A refused form as it is shown again. */
interface Again {
  form: FormState;
  kept: KeptFile[];
  wasStale?: boolean;
}

/** Gathers what the pages of a structure's sheet show. */
@Injectable()
export class StructurePages {
  constructor(
    private readonly desk: StructureDesk,
    private readonly compounds: CompoundDesk,
    private readonly zones: ZoneDesk,
    private readonly identified: IdentifiedStructures,
    private readonly files: FileTotals,
    private readonly people: People,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  /** The compound, if it lies in the person's scope. */
  compound(actor: Actor, code: string): Promise<Compound> {
    return this.compounds.find(actor, code);
  }

  find(actor: Actor, id: number): Promise<StructureAtPlace> {
    return this.desk.find(actor, id);
  }

  /** The empty form, filled from the structure before it where one is named; what is over leads back and says why. */
  async new(actor: Actor, code: string, like: number): Promise<StructureFormPage | SeeOther> {
    const { compound, renovation } = await this.compounds.current(actor, code);
    const [blocker] = renovation ? removalOverBlockers(renovation.state) : [noRenovation];
    if (blocker) return seeOther(structurePaths.index(code), blocker.text);
    const before = like ? (await this.desk.find(actor, like)).structure : null;
    if (before && before.compoundId !== compound.id) throw new NotFoundException();
    const usual = { party: 'unknown', foundOn: this.clock.today(), onceKey: randomUUID() };
    const form = formState({ ...usual, ...(before && likeSheet(before)) });
    return this.newAgain(actor, code, { form, kept: [] });
  }

  async newAgain(actor: Actor, code: string, { form, kept }: Again): Promise<StructureFormPage> {
    const { compound, renovation } = await this.compounds.current(actor, code);
    const zones = renovation ? await this.zones.ofRenovation(renovation.id) : [];
    const parts = {
      title: `登记拆除对象 · ${compound.name}`,
      heading: '登记拆除对象',
      action: structurePaths.create(code),
      isNew: true,
      form,
      kept,
      ownership: '',
      caseLink: '',
      latest: [],
      backLink: structurePaths.index(code),
    };
    return toStructureForm(parts, zones, [], await this.frame(actor, compound, '登记拆除对象'));
  }

  async saved(actor: Actor, id: number): Promise<StructureSavedPage> {
    const { structure, compound, renovation } = await this.desk.find(actor, id);
    const pictures = (await this.picturesBefore(structure)).length;
    const isOpen = isGoingOn(renovation.state);
    const view = {
      compound,
      structure,
      about: await this.head(structure),
      zones: await this.zones.ofRenovation(renovation.id),
      warnings: [
        ...sizeWarnings(structure, structure.foundOn),
        ...structureWarnings(structure),
        ...pictureWarnings(pictures),
      ],
      recordedBy: await this.nameOf(structure.recordedBy),
      mayEdit: isOpen && mayDo(actor.role, 'removal.edit'),
    };
    return toStructureSaved(view, await this.frame(actor, compound, view.about.number));
  }

  /** The form of a structure, as much of it as its state lets be corrected. */
  async edit(actor: Actor, id: number): Promise<StructureFormPage | OtherPage<AfterwardsPage> | SeeOther> {
    const { structure, renovation } = await this.desk.find(actor, id);
    const [blocker] = [...removalOverBlockers(renovation.state), ...editBlockers(structure.state)];
    if (blocker) return seeOther(structurePaths.show(id), blocker.text);
    const onceKey = randomUUID();
    if (editExtent(structure.state) === 'everything')
      return this.editAgain(actor, id, { form: formState({ ...typedSheet(structure), onceKey }), kept: [] });
    const form = formState({ reuse: structure.reuse, version: structure.version, onceKey });
    return new OtherPage('structures/afterwards', await this.afterwardsAgain(actor, id, { form, kept: [] }));
  }

  async editAgain(actor: Actor, id: number, { form, kept, wasStale }: Again): Promise<StructureFormPage> {
    const { structure, compound, renovation } = await this.desk.find(actor, id);
    const zones = await this.zones.ofRenovation(renovation.id);
    const about = await this.head(structure);
    const parts = {
      title: `修改 ${about.number} · ${compound.name}`,
      heading: '修改登记内容',
      action: structurePaths.update(id),
      isNew: false,
      about,
      form,
      kept,
      ownership: ownershipNames[structure.ownership],
      caseLink: structurePaths.show(id),
      latest: wasStale ? structureFacts(structure, zones, await this.nameOf(structure.recordedBy)) : [],
      backLink: structurePaths.show(id),
    };
    const photos = await this.picturesBefore(structure);
    return toStructureForm(parts, zones, photos, await this.frame(actor, compound, about.number));
  }

  async afterwardsAgain(actor: Actor, id: number, { form, kept, wasStale }: Again): Promise<AfterwardsPage> {
    const { structure, compound } = await this.desk.find(actor, id);
    const about = await this.head(structure);
    const latest = wasStale ? [{ term: '腾出的地方', value: structure.reuse ?? '—' }] : [];
    const photos = await this.picturesBefore(structure);
    const frame = await this.frame(actor, compound, about.number);
    return toAfterwards({ compound, structure, about, form, kept, latest, photos }, frame);
  }

  /** Where it stands on the sketch. */
  async pin(actor: Actor, id: number, stateOf?: StateOf): Promise<StructurePinPage> {
    const { structure, compound } = await this.desk.find(actor, id);
    const about = await this.head(structure);
    const { version } = structure;
    const form = stateOf?.({ version }) ?? formState({ version, ...pinValues(structure) });
    const sketch = await this.sketch(structure);
    const frame = await this.frame(actor, compound, about.number);
    return toStructurePin({ compound, structure, about, sketch, form }, frame);
  }

  /** The sketch places are pinned on; null before the first. */
  sketch({ compoundId }: PlacedStructure): Promise<SketchFile | null> {
    return this.zones.sketchFile(compoundId);
  }

  private async head(structure: PlacedStructure): Promise<StructureHead> {
    return toStructureHead(structure, await this.identified.has(structure));
  }

  private async picturesBefore({ id }: PlacedStructure): Promise<StoredFile[]> {
    const rows = (await this.desk.files([id])).filter(({ kind }) => kind === 'before');
    const ids = rows.map(({ fileId }) => fileId);
    return filesOf(ids, await this.files.byId(ids));
  }

  private frame(actor: Actor, compound: Compound, last: string) {
    return this.workspace.frame(actor, compound, 'removals', last);
  }

  private async nameOf(id: number): Promise<string> {
    return (await this.people.names([id])).get(id) ?? '';
  }
}
