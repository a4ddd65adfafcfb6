import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import { Blocker, houseRule, onceEach } from '../domain/kernel/blocker';
import { CalendarDate, dayInWords } from '../domain/kernel/calendar-date';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { MilestoneOutcome, milestoneBlockers, milestoneOutcomeNames } from '../domain/renovation/milestone';
import { overBlockers } from '../domain/renovation/open-passages';
import { Files } from '../files/files.service';
import { PreparedFile } from '../files/uploads.service';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { Milestone } from './evidence.entities';
import { StageDesk } from './stage-desk.service';
import { gateText } from './stage-words';
import { stagesPaths } from './stages.paths';
import { Standing } from './standing';

/** What the street manager wants to record of one or several gates that one document proves. */
export interface MilestoneEntry {
  gates: string[];
  outcome: MilestoneOutcome;
  happenedOn: CalendarDate;
  note?: string;
  /** Id of the newest milestone they had on screen, 0 for none: what came after is not corrected unseen. */
  lastSeen: number;
  onceKey: string;
}

/** A milestone with the renovation and compound it belongs to. */
export interface MilestoneAtPlace {
  milestone: Milestone;
  renovation: Renovation;
  compound: Compound;
}

/** Dated evidence for gates: recorded with a document, corrected by a later record, withdrawn with a reason. */
@Injectable()
export class Milestones {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly work: UnitOfWork,
    private readonly desk: StageDesk,
    private readonly compounds: CompoundDesk,
    private readonly once: OnceKeys,
    private readonly files: Files,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The milestone with this id, if the person may see its compound; otherwise it is not there. */
  async find(actor: Actor, id: number, from: EntityManager = this.reader.manager): Promise<MilestoneAtPlace> {
    const milestone = await from.findOneBy(Milestone, { id });
    if (!milestone) throw new NotFoundException();
    const renovation = await from.findOneByOrFail(Renovation, { id: milestone.renovationId });
    return {
      milestone,
      renovation,
      compound: await this.compounds.findById(actor, renovation.compoundId, from),
    };
  }

  /** Records the evidence for each gate; a former record of the same gate stays, but no longer counts. */
  async record(
    actor: Actor,
    code: string,
    entry: MilestoneEntry,
    document: PreparedFile | undefined,
  ): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, entry.onceKey, async () => {
        const standing = await this.desk.find(actor, code, tx);
        const blockers = [
          ...unseenBlockers(entry, standing.milestones),
          ...this.entryBlockers(actor, entry, standing, document ? 1 : 0),
        ];
        if (blockers.length || !document) return refuse(...blockers);
        const belonging = { compoundId: standing.compound.id, purpose: 'milestone' as const, actor };
        const { id: documentId } = await this.files.attach(tx, document, belonging);
        for (const gate of new Set(entry.gates))
          await this.insert(tx, actor, standing, { ...entry, gate, documentId });
        return done(stagesPaths.index(code));
      }),
    );
  }

  /** Takes a milestone out of force without another in its place; it stays readable. */
  async withdraw(
    actor: Actor,
    id: number,
    asked: { version: number; reason: string },
  ): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const { milestone, renovation, compound } = await this.find(actor, id, tx);
      const blockers = [...overBlockers(renovation.state), ...supersededBlockers(milestone)];
      if (blockers.length) return refuse(...blockers);
      const change = { supersededAt: this.clock.nowAt(), withdrawReason: asked.reason };
      if (!(await updateAt(tx, Milestone, { id, version: asked.version }, change))) return refuse(stale);
      await this.audit.record(tx, {
        actor,
        action: 'stage.milestone-withdrawn',
        subject: { kind: 'milestone', id },
        compoundId: compound.id,
        from: inWords(milestone),
        reason: asked.reason,
      });
      return done(stagesPaths.index(compound.code));
    });
  }

  private entryBlockers(
    actor: Actor,
    entry: MilestoneEntry,
    { renovation }: Standing,
    documents: number,
  ): Blocker[] {
    const { outcome, happenedOn: on, note = '' } = entry;
    const { track, state, openedOn: beganOn } = renovation;
    const found = entry.gates.flatMap((gate) =>
      milestoneBlockers(
        { gate, on, outcome, note, documents },
        { track, state, beganOn },
        actor.role,
        this.clock.today(),
      ),
    );
    if (!entry.gates.length) found.push(houseRule('milestone.none', '请选择这份文件证明的事项'));
    // What is wrong with the day or the document is wrong for every gate, and is said once.
    return onceEach(found);
  }

  private async insert(
    tx: EntityManager,
    actor: Actor,
    { compound, renovation, milestones }: Standing,
    entry: MilestoneEntry & { gate: string; documentId: number },
  ): Promise<void> {
    const { gate, outcome, happenedOn, documentId } = entry;
    const recordedAt = this.clock.nowAt();
    const before = milestones.find((one) => one.gate === gate);
    if (before) await updateAt(tx, Milestone, before, { supersededAt: recordedAt });
    const row = { gate, outcome, happenedOn, documentId, note: entry.note?.trim() ?? '' };
    const inserted = await tx.insert(Milestone, {
      ...row,
      renovationId: renovation.id,
      recordedBy: actor.userId,
      recordedByRole: actor.role,
      recordedAt,
    });
    await this.audit.record(tx, {
      actor,
      action: before ? 'stage.milestone-corrected' : 'stage.milestone-recorded',
      subject: { kind: 'milestone', id: inserted.identifiers[0].id as number },
      compoundId: compound.id,
      from: before ? inWords(before) : null,
      to: inWords(row),
    });
  }
}

/** Somebody recorded the same gate after this form was opened. */
function unseenBlockers({ gates, lastSeen }: MilestoneEntry, inForce: readonly Milestone[]): Blocker[] {
  return inForce.some(({ id, gate }) => gates.includes(gate) && id > lastSeen) ? [stale] : [];
}

const supersededBlockers = ({ supersededAt }: Milestone): Blocker[] =>
  supersededAt ? [houseRule('milestone.superseded', '这条节点已被更正或作废，请刷新页面')] : [];

const inWords = ({ gate, outcome, happenedOn }: Pick<Milestone, 'gate' | 'outcome' | 'happenedOn'>): string =>
  `${gateText(gate, happenedOn)}：${milestoneOutcomeNames[outcome]}，${dayInWords(happenedOn)}`;
