// When a photo may be shown to everybody: only after a person looked at it and said so.
// Source: 个人信息保护法 §25, §26 (no publishing of faces and the like without consent); the words beside the photo
// are for people who cannot see it (无障碍环境建设法 §29, §32).
import { Blocker, houseRule } from '../kernel/blocker';
import type { FileKind } from './content-kinds';
import { FilePurpose, filePurposes } from './file-purposes';

/** Whether a photo is shown to everybody. */
export type PublicationState = 'internal' | 'published';

/** What is known when somebody wants to publish a photo. */
export interface PublicationFacts {
  kind: FileKind;
  purpose: FilePurpose;
  state: PublicationState;
  caption: string;
  /** The person says: nobody, no number plate, no door number and no name can be recognised. */
  unrecognisable: boolean;
}

/** May this photo be shown to everybody? Every reason why not. */
export function publishBlockers(facts: PublicationFacts): Blocker[] {
  const blockers: Blocker[] = [];
  const { staysInside } = filePurposes[facts.purpose];
  if (staysInside) {
    blockers.push({ code: 'file.stays-inside', level: 'law', text: staysInside, source });
  }
  if (facts.kind !== 'photo')
    blockers.push(houseRule('file.not-public', '只有照片可以公开，文件请保留在内部资料里'));
  if (facts.state === 'published') blockers.push(houseRule('file.already-public', '这张照片已经公开'));
  if (facts.caption.trim() === '') {
    blockers.push(houseRule('file.no-caption', '请填写「照片说明」，看不到图的居民靠它了解内容'));
  }
  if (!facts.unrecognisable) {
    blockers.push({
      code: 'file.people-unchecked',
      level: 'law',
      text: '请逐项看过照片并勾选确认。有人脸、车牌、门牌号或姓名的，请换一张照片',
      source,
    });
  }
  return blockers;
}

const source = '个人信息保护法 §25、§26';

/** Which words stand beside it in public? Those of its room where they could point at a household (D17), else those typed. */
export const publicCaption = (
  { purpose, caption }: Pick<PublicationFacts, 'purpose' | 'caption'>,
  typed: string,
): string => (filePurposes[purpose].captionStays ? caption : typed.trim());

/** May this photo be taken back from the public? */
export function withdrawBlockers(state: PublicationState): Blocker[] {
  return state === 'published' ? [] : [houseRule('file.not-yet-public', '这张照片没有公开，不用撤下')];
}
