import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { People } from '../access/people.service';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { DoorHistoryLine, DoorLayer, DoorLayers } from '../compounds/door-layers';
import { Doors } from '../compounds/doors.service';
import { Renovation } from '../compounds/renovation.entities';
import { Workspace } from '../compounds/workspace';
import { doorInWords } from '../domain/compound/doors';
import { householdBlockers } from '../domain/meeting/household-call';
import { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { Clock } from '../platform/clock/clock';
import { StateOf } from '../platform/web/answer-to';
import { FormState, formState } from '../platform/web/form';
import { doorAfter, doorBefore } from '../surveys/visits.service';
import { toCallHistory } from './call-history.presenter';
import { CallWithdrawalPage, HistoryPage, toCallWithdrawal, toHistory } from './history.presenter';
import { HouseholdDesk, walkPast } from './households.desk';

/** Gathers what the pages of one door show. */
@Injectable()
export class CallPages {
  constructor(
    private readonly desk: HouseholdDesk,
    private readonly compounds: CompoundDesk,
    private readonly doors: Doors,
    private readonly layers: DoorLayers,
    private readonly people: People,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  /** One door with everything known of it; without a form as typed, one that begins as the last call was. */
  async door(actor: Actor, id: number, form?: FormState): Promise<HistoryPage> {
    const { door, compound } = await this.doors.find(actor, id);
    const renovation = await this.compounds.currentRenovation(compound.id);
    const walk = walkPast(await this.doors.doorsOf(compound.id), door);
    const layers = this.layers.all().filter(({ action }) => mayDo(actor.role, action));
    const view = {
      compound,
      door,
      standings: await this.standings(layers, compound, renovation, id),
      lines: await this.lines(actor, id),
      neighbours: { previous: doorBefore(walk, id), next: doorAfter(walk, id) },
      closed: closedReason(actor, renovation),
      mayEdit: mayDo(actor.role, 'household.edit'),
      today: this.clock.today(),
    };
    const frame = await this.workspace.frame(actor, compound, 'households', doorInWords(door));
    return toHistory(view, form ?? (await this.newForm(actor, renovation)), frame);
  }

  async withdrawal(actor: Actor, id: number, stateOf: StateOf): Promise<CallWithdrawalPage> {
    const { call, renovation, compound } = await this.desk.call(actor, id);
    const { door } = await this.doors.find(actor, call.dwellingId);
    const [told] = toCallHistory([{ ...call, renovation }], await this.people.names([call.recordedBy]));
    const frame = await this.workspace.frame(actor, compound, 'households', '作废走访记录');
    const view = { compound, call, door, closed: closedReason(actor, renovation) };
    return toCallWithdrawal(view, told, stateOf(call), frame);
  }

  /** '1号楼 1单元 101 已保存': which door, because the page after it may be another one. */
  async saved(actor: Actor, id: number): Promise<string> {
    const { door } = await this.doors.find(actor, id);
    return `${doorInWords(door)} 已保存`;
  }

  private standings(
    layers: readonly DoorLayer[],
    { id: compoundId }: Compound,
    renovation: Renovation | null,
    doorId: number,
  ) {
    const marks = layers.map(async (layer) => {
      const mark = (await layer.marks(compoundId, renovation?.id ?? null)).get(doorId);
      return { layer, mark };
    });
    return Promise.all(marks);
  }

  private async lines(actor: Actor, doorId: number): Promise<DoorHistoryLine[]> {
    const open = this.layers.histories().filter(({ action }) => mayDo(actor.role, action));
    return (await Promise.all(open.map((one) => one.history(doorId)))).flat();
  }

  private async newForm(actor: Actor, renovation: Renovation | null): Promise<FormState> {
    const callers = renovation ? await this.desk.lastCallers(renovation.id, actor.userId) : [];
    const answers = { renovation: '', removal: '', fee: '', satisfaction: '', gateCard: '' };
    return formState({ ...answers, calledOn: this.clock.today(), callers, onceKey: randomUUID() });
  }
}

/** Why nothing can be recorded now; empty where it can. */
export function closedReason(
  actor: Actor,
  renovation: Renovation | null,
  whose = '走访记录由社区工作人员、街道项目负责人填写',
): string {
  if (!mayDo(actor.role, 'household.edit')) return whose;
  return householdBlockers(renovation?.state ?? null)[0]?.text ?? '';
}
