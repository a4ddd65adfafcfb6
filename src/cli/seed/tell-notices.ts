import { CompoundDesk } from '../../compounds/compounds.desk';
import type { Renovation } from '../../compounds/renovation.entities';
import type { Outcome } from '../../domain/kernel/outcome';
import { NoticeChanges } from '../../notices/notice-changes.service';
import { Notices, ProvedNotice } from '../../notices/notices.service';
import { Moment, StepOf, newKey, photoIn } from './telling';

/** Photographs the latest notice of a kind where it hangs. */
export async function photographNotice(
  moment: Moment,
  step: StepOf<'notice-photo'>,
): Promise<Outcome<unknown>> {
  const { id } = await noticeOf(moment, step.notice);
  const shots = { near: [], far: [], [step.shot]: [await photoIn(moment)] };
  return moment.app.get(NoticeChanges).addPhotos(moment.actor, id, newKey(), shots);
}

/** The latest notice of a kind that was not withdrawn. */
export async function noticeOf(moment: Moment, kind: ProvedNotice['kind']): Promise<ProvedNotice> {
  const { id } = await renovationOf(moment);
  const notices = await moment.app.get(Notices).ofRenovation(id);
  const notice = notices.find((one) => one.kind === kind && one.withdrawnOn === null);
  if (!notice) throw new Error(`${moment.compound.code} has posted no ${kind}`);
  return notice;
}

/** The renovation that goes on in the compound of the story. */
export async function renovationOf({ app, actor, compound }: Moment): Promise<Renovation> {
  const { id } = await app.get(CompoundDesk).find(actor, compound.code);
  const renovation = await app.get(CompoundDesk).currentRenovation(id);
  if (!renovation) throw new Error(`${compound.code} has no renovation yet`);
  return renovation;
}
