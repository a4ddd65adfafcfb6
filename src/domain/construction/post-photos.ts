// Which photos of a post may everybody see? Chosen one by one, when or after the post is confirmed, by the street manager,
// who looked at each and says that nobody can be recognised; the words beside them are made by the system (个人信息保护法
// §25, §26; who chooses is a setting of the house). Choosing none is a choice, too.
import type { Blocker } from '../kernel/blocker';
import { CalendarDate, dayInWords } from '../kernel/calendar-date';
import { rolesFor } from '../people/permissions';
import { Role, roleNames } from '../people/roles';
import { byLaw, byOffice } from './blocked';
import { isPostPublic, KeptPost } from './daily-post';

/** What a choice is judged by. */
export interface PhotoChoice {
  role: Role;
  /** The state of the post once the choice stands. */
  state: KeptPost['state'];
  /** Was a choice made before? */
  isChosen: boolean;
  /** The files of the post, and those to be shown. */
  photos: readonly number[];
  chosen: readonly number[];
  /** The person says that nobody, no number plate, no door number and no name can be recognised. */
  unrecognisable: boolean;
}

/** What speaks against showing these photos to everybody? */
export function photoChoiceBlockers(choice: PhotoChoice): Blocker[] {
  const { role, state, isChosen, photos, chosen, unrecognisable } = choice;
  const found: Blocker[] = [];
  const choosing = rolesFor('file.publish');
  if (!choosing.includes(role)) {
    const who = choosing.map((one) => roleNames[one]).join('、');
    found.push(byOffice('photos-role', `公开照片由${who}选择`));
  }
  found.push(...postPhotoHeldBlockers([{ state }]));
  if (isChosen) found.push(byOffice('photos-chosen', '这份日报的照片已经选过，请到「资料」里公开或撤下'));
  if (chosen.some((one) => !photos.includes(one))) {
    found.push(byOffice('photos-foreign', '选的照片不在这份日报里，请刷新页面重选'));
  }
  if (chosen.length > 0 && !unrecognisable) {
    const text = '请逐张看过要公开的照片并勾选确认。有人脸、车牌、门牌号或姓名的，不要选';
    found.push(byLaw('photos-unchecked', text, '个人信息保护法 §25、§26'));
  }
  return found;
}

/** What speaks against showing a photo that these posts carry? One of them has to be confirmed. */
export const postPhotoHeldBlockers = (posts: readonly Pick<KeptPost, 'state'>[]): Blocker[] =>
  posts.some(isPostPublic) ? [] : [byOffice('photos-unconfirmed', '日报确认以后才能公开照片')];

/** What stands beside a photo of a post: what it shows and the day, never what somebody typed. */
export const postPhotoCaption = (shows: string | null, on: CalendarDate): string =>
  `${shows ?? '施工现场'}，${dayInWords(on)}`;
