import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Workspace } from '../compounds/workspace';
import {
  meetingLifecycle,
  meetingOverBlockers,
  meetingStateNames,
} from '../domain/meeting/meeting-lifecycle';
import { Actor } from '../domain/people/actor';
import { FileTotals } from '../files/files.totals';
import { KeptFile } from '../files/kept-files';
import { FormState, RawForm, formState } from '../platform/web/form';
import { SeeOther, seeOther } from '../platform/web/page';
import { MeetingPhotoKind } from './meeting.entities';
import { MeetingReading } from './meeting-reading';
import { MeetingRecords } from './meeting-records';
import { answersOptions } from './meeting-words';
import { MeetingDesk } from './meetings.desk';
import { meetingPaths } from './meetings.paths';
import { MinutesPress } from './minutes.form';
import { MinutesPage, toMinutes } from './minutes.presenter';
import { toPointRows } from './points.presenter';
import { storedMinutes } from './stored-minutes';
import {
  AgendaSheet,
  MinutesSheet,
  SignInSheet,
  toAgendaSheet,
  toMinutesSheet,
  toSignInSheet,
} from './prints.presenter';

/** What goes with a form that is shown again. */
interface MinutesAgain {
  kept: { signIn: KeptFile[]; photos: KeptFile[] };
  wasStale?: boolean;
  added?: MinutesPress;
}

/** Gathers what the form of the minutes and the printed sheets show. */
@Injectable()
export class MinutesPages {
  constructor(
    private readonly desk: MeetingDesk,
    private readonly files: FileTotals,
    private readonly reading: MeetingReading,
    private readonly workspace: Workspace,
  ) {}

  /** The form as it stands; where nothing can be written down it leads back and says why. */
  async form(actor: Actor, id: number): Promise<MinutesPage | SeeOther> {
    const found = await this.desk.find(actor, id);
    const { meeting, renovation } = found;
    const [over] = meetingOverBlockers(renovation.state);
    if (over) return seeOther(meetingPaths.show(id), over.text);
    if (!meetingLifecycle.record.from.includes(meeting.state)) {
      const state = meetingStateNames[meeting.state];
      return seeOther(meetingPaths.show(id), `会议${state}，记录不能再改`);
    }
    const stored = storedMinutes(await this.desk.records(found));
    const raw = { ...stored, version: String(meeting.version), onceKey: randomUUID() };
    return this.again(actor, id, formState(raw), { kept: { signIn: [], photos: [] } });
  }

  /** The form as it was typed. */
  async again(
    actor: Actor,
    id: number,
    form: FormState,
    { kept, wasStale = false, added }: MinutesAgain,
  ): Promise<MinutesPage> {
    const found = await this.desk.find(actor, id);
    const records = await this.desk.records(found);
    const { today } = this.reading.calendar();
    const view = {
      ...{ records, raw: form.values as RawForm, kept, wasStale, added: added ?? ('' as const), today },
      answers: answersOptions(await this.desk.firmsOf(found.renovation.id)),
      written: toPointRows({
        ...{ points: records.points, origins: new Map(), today, shown: (text: string) => text },
        firmNames: await this.desk.firmNames(records.points.map(({ firmId }) => firmId)),
      }),
      taken: await this.reading.wishes(actor, id),
      signIn: await this.photos(records, 'sign-in'),
      photos: await this.photos(records, 'meeting'),
    };
    const frame = await this.workspace.frame(actor, found.compound, 'meetings', '会议记录');
    return toMinutes(view, form, frame);
  }

  async agendaSheet(actor: Actor, id: number): Promise<AgendaSheet> {
    const records = await this.desk.records(await this.desk.find(actor, id));
    return toAgendaSheet(records, await this.reading.shownTo(actor, records.compound));
  }

  /** The minutes on paper; before the meeting was held there is nothing to print. */
  async minutesSheet(actor: Actor, id: number): Promise<MinutesSheet | SeeOther> {
    const records = await this.desk.records(await this.desk.find(actor, id));
    if (records.meeting.heldOn === null)
      return seeOther(meetingPaths.show(id), '会议还没有记录，记了以后再打印纪要');
    const firmNames = await this.desk.firmNames(records.points.map(({ firmId }) => firmId));
    return toMinutesSheet(records, firmNames, await this.reading.shownTo(actor, records.compound));
  }

  async signInSheet(actor: Actor, id: number): Promise<SignInSheet> {
    return toSignInSheet(await this.desk.records(await this.desk.find(actor, id)));
  }

  private async photos({ photos }: MeetingRecords, kind: MeetingPhotoKind) {
    const files = await this.files.byId(photos.map(({ fileId }) => fileId));
    return photos.filter((photo) => photo.kind === kind).flatMap(({ fileId }) => files.get(fileId) ?? []);
  }
}
