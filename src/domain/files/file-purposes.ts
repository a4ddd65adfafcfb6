// What a file was given for, and who may therefore read it. Source: visibility matrix of the trade reference (9.1):
// survey papers name households and stay with the offices; what proves a stage is for everybody who works on it.
import type { Action } from '../people/permissions';
import { mayDo } from '../people/permissions';
import type { Role } from '../people/roles';

/** What a file was given for. */
export type FilePurpose =
  | 'view'
  | 'hazard'
  | 'survey'
  | 'notice'
  | 'meeting'
  | 'sign-in'
  | 'joint-meeting'
  | 'milestone'
  | 'document'
  | 'plan'
  | 'sketch'
  | 'structure'
  | 'removal-paper'
  | 'removal-day'
  | 'patrol'
  | 'post'
  | 'check'
  | 'photo-point';

interface PurposeRule {
  name: string;
  /** Who may do this may read files of the purpose. */
  readBy: Action;
  /** Why a photo given for this is never shown to everybody; missing where a person decides. */
  staysInside?: string;
  /** Why the words beside a photo are those of its room, whoever shows it; missing where a person writes them. */
  captionStays?: string;
}

/** Every purpose with its name on the page and the permission its readers need. */
export const filePurposes: Record<FilePurpose, PurposeRule> = {
  view: { name: '楼院照片', readBy: 'file.read' },
  hazard: { name: '隐患照片', readBy: 'survey.read' },
  survey: { name: '摸底资料', readBy: 'survey.read' },
  notice: { name: '公示照片', readBy: 'notice.read' },
  meeting: { name: '会议资料', readBy: 'notice.read' },
  'sign-in': {
    name: '签到表',
    readBy: 'notice.read',
    staysInside: '签到表上有姓名和签名，只留在内部，不能公开',
  },
  'joint-meeting': { name: '联席会照片', readBy: 'meeting.read' },
  milestone: { name: '阶段依据', readBy: 'stage.read' },
  document: { name: '其他资料', readBy: 'file.read' },
  plan: { name: '改造方案', readBy: 'plan.read' },
  sketch: { name: '楼院草图', readBy: 'zone.read' },
  structure: {
    name: '拆除对象照片',
    readBy: 'removal.read',
    captionStays: '拆除对象的照片只写种类和拆除前后，不写位置、门牌和住户，不能改',
  },
  'removal-paper': {
    name: '拆除文书',
    readBy: 'removal.read',
    staysInside: '文书上有当事人的信息和签名，只留在内部，不能公开',
  },
  'removal-day': { name: '拆除行动资料', readBy: 'removal.read' },
  patrol: { name: '巡查照片', readBy: 'removal.read' },
  post: {
    name: '施工日报照片',
    readBy: 'post.read',
    captionStays: '施工照片的说明写项目和日期，由系统生成，不能改',
  },
  check: {
    name: '检查整改照片',
    readBy: 'check.read',
    staysInside: '检查照片拍的是还没有做好的地方，只留在内部，不能公开',
  },
  'photo-point': {
    name: '拍照点照片',
    readBy: 'point.read',
    captionStays: '拍照点的照片写点名和日期，由系统生成，不能改',
  },
};

/** The purposes a person may choose on the documents page; the others belong to the forms of their rooms. */
export const documentPurposes = ['view', 'survey', 'document'] as const satisfies readonly FilePurpose[];

/** May this role read files given for this purpose? */
export const mayReadPurpose = (role: Role, purpose: FilePurpose): boolean =>
  mayDo(role, filePurposes[purpose].readBy);

/** The purposes whose files this role may read. */
export const readablePurposes = (role: Role): FilePurpose[] =>
  (Object.keys(filePurposes) as FilePurpose[]).filter((purpose) => mayReadPurpose(role, purpose));
