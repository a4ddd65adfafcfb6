import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { People } from '../access/people.service';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { PublicAddress } from '../compounds/public-address';
import { Workspace } from '../compounds/workspace';
import { worksOpenBlockers, worksOverBlockers } from '../domain/construction/blocked';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { FileTotals } from '../files/files.totals';
import type { KeptFile } from '../files/kept-files';
import { Clock } from '../platform/clock/clock';
import type { StateOf } from '../platform/web/answer-to';
import { FormState, formState } from '../platform/web/form';
import { SeeOther, seeOther } from '../platform/web/page';
import { pinValues, SketchFile } from '../zones/pin-picker';
import { ZoneDesk } from '../zones/zones.desk';
import { HintAnswers } from './hint-answers.service';
import { PhotoHints } from './photo-hints';
import { PhotoPointDesk, PointAtPlace } from './photo-points.desk';
import { PointFormPage, PointPinPage, toEditPoint, toNewPoint, toPointPin } from './point-form.presenter';
import { PointLabelsPage, toPointLabels } from './point-labels.presenter';
import { PointSeriesOf } from './point-series';
import { PointPage, toPoint } from './point.presenter';
import { pointName, PointsPage, toPoints } from './points.presenter';
import { sitePhotoPaths } from './site-photos.paths';

/** Gathers what the pages of photo points show. */
@Injectable()
export class PointPages {
  constructor(
    private readonly compounds: CompoundDesk,
    private readonly desk: PhotoPointDesk,
    private readonly series: PointSeriesOf,
    private readonly hints: PhotoHints,
    private readonly answers: HintAnswers,
    private readonly files: FileTotals,
    private readonly people: People,
    private readonly zones: ZoneDesk,
    private readonly addresses: PublicAddress,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  /** The compound, if it lies in the person's scope. */
  compound(actor: Actor, code: string): Promise<Compound> {
    return this.compounds.find(actor, code);
  }

  find(actor: Actor, id: number): Promise<PointAtPlace> {
    return this.desk.find(actor, id);
  }

  async index(actor: Actor, code: string, sequence?: number): Promise<PointsPage> {
    const choice = await this.compounds.choose(actor, code, sequence);
    const { compound, renovation } = choice;
    const points = renovation ? await this.desk.ofRenovation(renovation.id) : [];
    const photos = await this.desk.photos(points.map(({ id }) => id));
    const rows = [...photos.values()].flat();
    const series = renovation ? await this.series.of(renovation.id, points, rows) : [];
    const shown = series.flatMap(({ before, during, after }) => [before, during.at(-1), after]);
    const fileIds = shown.flatMap((one) => rows.find(({ id }) => id === one?.id)?.fileId ?? []);
    const view = {
      ...{ choice, points, series, photos, role: actor.role, today: this.clock.today() },
      files: await this.files.byId(fileIds),
      hints: mayDo(actor.role, 'hint.read') ? await this.answers.waiting(compound.id) : null,
    };
    return toPoints(view, await this.frame(actor, compound));
  }

  async show(
    actor: Actor,
    id: number,
    again: { add?: FormState; kept?: KeptFile[]; use?: StateOf } = {},
  ): Promise<PointPage> {
    const { point, compound, renovation } = await this.desk.find(actor, id);
    const photos = (await this.desk.photos([id])).get(id) ?? [];
    const fileIds = photos.map(({ fileId }) => fileId);
    const today = this.clock.today();
    const view = {
      ...{ point, compound, renovation, photos, role: actor.role, today },
      files: await this.files.byId([...fileIds, ...(point.referenceId ? [point.referenceId] : [])]),
      hints: await this.hints.of(fileIds),
      days: await this.series.worksDays(renovation.id),
      recordedBy: (await this.people.names([point.recordedBy])).get(point.recordedBy) ?? '',
      add: again.add ?? formState({ shownOn: today, onceKey: randomUUID() }),
      kept: again.kept ?? [],
      use: again.use?.(point) ?? formState({ version: point.version }),
    };
    return toPoint(view, await this.frame(actor, compound, pointName(point)));
  }

  /** The empty form; without a renovation that goes on it leads back and says why. */
  async new(actor: Actor, code: string): Promise<PointFormPage | SeeOther> {
    const { renovation } = await this.compounds.current(actor, code);
    const [blocker] = worksOpenBlockers(renovation, '登记拍照点');
    if (blocker) return seeOther(sitePhotoPaths.index(code), blocker.text);
    return this.newAgain(actor, code, formState({ onceKey: randomUUID() }), []);
  }

  async newAgain(actor: Actor, code: string, form: FormState, kept: KeptFile[]): Promise<PointFormPage> {
    const compound = await this.compounds.find(actor, code);
    return toNewPoint({ compound, form, kept }, await this.frame(actor, compound, '登记拍照点'));
  }

  async edit(actor: Actor, id: number): Promise<PointFormPage | SeeOther> {
    const { point, renovation } = await this.desk.find(actor, id);
    const [blocker] = worksOverBlockers(renovation.state);
    if (blocker) return seeOther(sitePhotoPaths.show(id), blocker.text);
    const { name, place, version } = point;
    return this.editAgain(actor, id, () => formState({ name, place, version, onceKey: randomUUID() }));
  }

  async editAgain(
    actor: Actor,
    id: number,
    stateOf: StateOf,
    { kept = [] as KeptFile[], wasStale = false } = {},
  ): Promise<PointFormPage> {
    const { point, compound } = await this.desk.find(actor, id);
    const files = await this.files.byId(point.referenceId ? [point.referenceId] : []);
    const reference = files.get(point.referenceId ?? 0);
    const view = { compound, point, reference, form: stateOf(point), kept, wasStale };
    return toEditPoint(view, await this.frame(actor, compound, pointName(point)));
  }

  /** Where it is on the sketch. */
  async pin(actor: Actor, id: number, stateOf?: StateOf): Promise<PointPinPage> {
    const { point, compound } = await this.desk.find(actor, id);
    const { version } = point;
    const form = stateOf?.({ version }) ?? formState({ version, ...pinValues(point) });
    const sketch = await this.sketch(point);
    return toPointPin({ compound, point, sketch, form }, await this.frame(actor, compound, pointName(point)));
  }

  /** The sketch points are marked on; null before the first. */
  sketch({ compoundId }: { compoundId: number }): Promise<SketchFile | null> {
    return this.zones.sketchFile(compoundId);
  }

  /** The labels of every point in use, four on a sheet. */
  async labels(actor: Actor, code: string): Promise<PointLabelsPage> {
    const { compound, renovation } = await this.compounds.current(actor, code);
    const points = renovation ? await this.desk.ofRenovation(renovation.id) : [];
    const inUse = points.filter(({ retiredOn }) => retiredOn === null);
    return toPointLabels(compound, inUse, this.addresses);
  }

  /** The label of one point. */
  async label(actor: Actor, id: number): Promise<PointLabelsPage> {
    const { point, compound } = await this.desk.find(actor, id);
    return toPointLabels(compound, [point], this.addresses);
  }

  private frame(actor: Actor, compound: Compound, last?: string) {
    return this.workspace.frame(actor, compound, 'points', last);
  }
}
