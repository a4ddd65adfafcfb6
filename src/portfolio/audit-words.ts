import { contactKindNames } from '../domain/compound/words';
import { concealedStateNames } from '../domain/construction/concealed-work';
import { residentEffectNames } from '../domain/construction/daily-post';
import { findingSeverityNames, findingStateNames } from '../domain/construction/finding';
import { inspectionKindNames } from '../domain/construction/inspection';
import { utilityNames } from '../domain/construction/one-dig';
import { stopCauseNames } from '../domain/construction/stop-order';
import { batchStateNames } from '../domain/exchange/import-batch';
import { filePurposes } from '../domain/files/file-purposes';
import { dayInWords, isCalendarDate } from '../domain/kernel/calendar-date';
import { meetingKindNames } from '../domain/meeting/meeting-kinds';
import { noticeKindNames } from '../domain/meeting/notice';
import { WishKind, WishSource, wishKindNames, wishSourceNames, wishStateNames } from '../domain/meeting/wish';
import { voteOutcomeNames } from '../domain/meeting/vote-count';
import { patrolFindingNames, patrolKindNames } from '../domain/removal/patrol';
import { attitudeNames } from '../domain/removal/persuasion';
import { StructureKind, structureKinds } from '../domain/removal/structure-kinds';
import { stopKinds } from '../domain/progress/stop-days';
import { roleNames } from '../domain/people/roles';
import { structureStateNames } from '../domain/removal/structure-states';
import { haltKindNames } from '../domain/removal/statutory-halts';
import { statutoryDocuments } from '../domain/removal/statutory-steps';
import { itemNames } from '../domain/renovation/items';
import { Move, moveNames } from '../domain/renovation/moves';
import { hazardKindOf } from '../domain/survey/hazard-kinds';
import { isKeyOf } from '../platform/web/options';
import { registerFieldNames } from './register-field-names';

/** How an action of the record is told: what was done, and what stands behind it where the stored values are codes. */
export interface AuditWord {
  words: string;
  /** What changed; undefined values are told as they are stored. */
  detail?: (from: string | null, to: string | null) => string;
}

const nothing = () => '';
const named =
  (names: Record<string, string>) =>
  (_: string | null, to: string | null): string =>
    (to && names[to]) ?? to ?? '';
const counted = (unit: string) => (_: string | null, to: string | null) => (to ? `${to} ${unit}` : '');
const patrolInWords = (_: string | null, to: string | null): string => {
  const [kind = '', finding = ''] = (to ?? '').split(' ');
  return [named(patrolKindNames)(null, kind), named(patrolFindingNames)(null, finding)].join('，');
};
const stretch = (_: string | null, to: string | null): string =>
  (to ?? '').split(' ').map(dayInWords).join(' 至 ');
const pointInWords = (_: string | null, to: string | null) => (to ? `${to} 号点` : '');
const stopInWords = (from: string | null, to: string | null): string =>
  [to && isKeyOf(stopKinds, to) ? stopKinds[to].name : '', from ? `${dayInWords(from)}起` : ''].join('，');
const zone = (_: string | null, to: string | null) => (to ? `${to}区` : '');
const structureKind = (_: string | null, to: string | null): string =>
  to && to in structureKinds ? structureKinds[to as StructureKind].suspected : '';
const fields = (_: string | null, to: string | null) =>
  (to ?? '')
    .split(', ')
    .map((field) => registerFieldNames[field] ?? '')
    .filter(Boolean)
    .join('、');

const inspectionInWords = (_: string | null, to: string | null): string => {
  const [kind = '', found = '0'] = (to ?? '').split(' ');
  return `${named(inspectionKindNames)(null, kind)}，${found === '0' ? '未发现问题' : '发现问题'}`;
};
const findingState = named(findingStateNames);
const concealedState = named(concealedStateNames);
const stopCause = named(stopCauseNames);

const toState = named(structureStateNames);

const words = {
  'access.user-created': { words: '新增账号', detail: named(roleNames) },
  'access.user-changed': { words: '修改账号', detail: named(roleNames) },
  'access.user-disabled': { words: '停用账号' },
  'access.user-enabled': { words: '启用账号' },
  'access.password-reset': { words: '重设密码' },
  'access.password-changed': { words: '修改自己的密码' },
  'access.signed-in': { words: '登录' },
  'access.sign-in-refused': { words: '登录没有成功' },
  'access.signed-out': { words: '退出登录' },
  'access.session-ended': { words: '结束一处登录' },
  'demo.told': { words: '写入演示数据', detail: counted('个楼院') },
  'organisations.loaded': { words: '装入组织机构', detail: counted('个') },
  'compound.registered': { words: '登记楼院' },
  'compound.changed': { words: '修改楼院资料', detail: fields },
  'compound.imported': { words: '导入楼院' },
  'compound.import-undone': { words: '撤销导入的楼院' },
  'contact.added': { words: '增加联系人', detail: named(contactKindNames) },
  'contact.changed': { words: '修改联系人', detail: named({ published: '公开', 'not published': '不公开' }) },
  'contact.removed': { words: '删除联系人' },
  'doors.generated': { words: '生成门户', detail: counted('户') },
  'door.added': { words: '增加一户' },
  'door.changed': { words: '修改一户' },
  'door.removed': { words: '删除一户' },
  'door.visited': { words: '登记入户' },
  'unit.visited': { words: '登记整单元入户' },
  'visit.withdrawn': { words: '作废入户记录' },
  'building.photographed': { words: '上传楼栋照片', detail: nothing },
  'survey.opened': { words: '开始摸底', detail: (_, to) => (to ? `第 ${to} 次` : '') },
  'survey.changed': { words: '修改摸底表' },
  'survey.signed-for-community': { words: '社区签字确认摸底' },
  'survey.signed-for-street': { words: '街道签字确认摸底' },
  'survey.signature-withdrawn': { words: '社区撤回签字' },
  'survey.returned': { words: '街道退回摸底' },
  'hazard.added': { words: '登记隐患', detail: (_, to) => hazardInWords(to) },
  'hazard.changed': { words: '修改隐患' },
  'hazard.controlled': { words: '隐患销号' },
  'hazard.reopened': { words: '隐患重新打开' },
  'hazard.withdrawn': { words: '作废隐患' },
  'renovation.opened': { words: '立项' },
  'renovation.firm-assigned': { words: '指定参建单位' },
  'renovation.firm-ended': { words: '结束参建单位的工作' },
  'stage.plan-frozen': { words: '制定计划' },
  'stage.end-expected': { words: '填写预计完成日期' },
  'stage.milestone-recorded': { words: '登记节点' },
  'stage.milestone-corrected': { words: '更正节点' },
  'stage.milestone-withdrawn': { words: '作废节点' },
  'stage.gate-overridden': { words: '例外放行' },
  'contract.written': { words: '登记合同' },
  'contract.changed': { words: '修改合同' },
  'contract.stepped': { words: '办理合同' },
  'work-items.drawn': { words: '从方案列出施工项目' },
  'work-item.changed': { words: '修改施工项目' },
  'work-item.stepped': { words: '办理施工项目' },
  'dig.utility-asked': { words: '登记管线单位征询', detail: named(utilityNames) },
  'dig.utility-answered': { words: '登记管线单位答复', detail: named(utilityNames) },
  'operation.planned': { words: '安排集中拆除行动' },
  'operation.changed': { words: '修改集中拆除行动' },
  'operation.weather-checked': { words: '登记拆除当天天气' },
  'operation.safety-plan-changed': { words: '增减安全方案', detail: nothing },
  'operation.results-recorded': { words: '登记集中拆除结果' },
  'operation.cancelled': { words: '取消集中拆除行动' },
  'plan.begun': { words: '开始编制方案', detail: (_, to) => (to ? `第 ${to} 版` : '') },
  'plan.changed': { words: '修改方案说明' },
  'plan.item-added': { words: '添加改造内容', detail: named(itemNames) },
  'plan.item-changed': { words: '修改改造内容', detail: named(itemNames) },
  'plan.item-removed': { words: '移出改造内容', detail: (from) => named(itemNames)(null, from) },
  'plan.drawings-changed': { words: '增减方案图纸', detail: nothing },
  'plan.fixed': { words: '方案定案', detail: (_, to) => (to ? `第 ${to.split(' ')[0]} 版` : '') },
  'plan.dropped': { words: '放弃一版方案', detail: (_, to) => (to ? `第 ${to} 版` : '') },
  'structure.registered': { words: '登记拆除对象', detail: structureKind },
  'structure.changed': { words: '修改拆除对象', detail: structureKind },
  'structure.pinned': { words: '标注拆除对象的位置', detail: nothing },
  'persuasion.recorded': { words: '登记劝导走访', detail: named(attitudeNames) },
  'persuasion.withdrawn': { words: '作废劝导走访', detail: nothing },
  'sketch.replaced': { words: '上传楼院草图' },
  'zone.added': { words: '划出施工区域', detail: zone },
  'zone.changed': { words: '修改施工区域', detail: zone },
  'zone.pinned': { words: '标注施工区域的位置', detail: zone },
  'zone.removed': { words: '取消施工区域', detail: zone },
  'ground.read': { words: '知道场地变化', detail: counted('项') },
  'paper.recorded': { words: '登记执法文书', detail: named(statutoryDocuments) },
  'paper.served': { words: '登记文书送达', detail: named(statutoryDocuments) },
  'paper.withdrawn': { words: '撤回文书登记', detail: (from) => named(statutoryDocuments)(null, from) },
  'remedies.changed': { words: '登记听证、复议和诉讼' },
  'halt.recorded': { words: '登记执法中止', detail: named(haltKindNames) },
  'halt.ended': { words: '恢复执法', detail: (from) => named(haltKindNames)(null, from) },
  'halt.withdrawn': { words: '撤回中止的登记', detail: (from) => named(haltKindNames)(null, from) },
  'patrol.recorded': { words: '登记巡查', detail: patrolInWords },
  'disruption.announced': { words: '告知施工影响', detail: named(residentEffectNames) },
  'disruption.cancelled': { words: '取消施工告知', detail: named(residentEffectNames) },
  'quiet-day.recorded': { words: '登记静音日', detail: stretch },
  'quiet-day.withdrawn': { words: '作废静音日', detail: stretch },
  'bulletin.published': { words: '发布周报', detail: stretch },
  'bulletin.withdrawn': { words: '撤回周报', detail: stretch },
  'patrol.withdrawn': { words: '作废巡查' },
  'works-baseline.frozen': {
    words: '定施工计划',
    detail: (_, to) => (to ? `计划完工 ${dayInWords(to)}` : ''),
  },
  'stop-window.written': { words: '登记停工', detail: stopInWords },
  'stop-window.ended': { words: '修改停工日期', detail: (_, to) => (to ? `到 ${dayInWords(to)}` : '') },
  'stop-window.withdrawn': { words: '作废停工记录' },
  'delay.granted': { words: '同意工期顺延', detail: (_, to) => (to ? `到 ${dayInWords(to)}` : '') },
  'delay.declined': { words: '不同意工期顺延', detail: (_, to) => (to ? `到 ${dayInWords(to)}` : '') },
  'file.attached': { words: '上传文件', detail: (_, to) => purposeInWords(to) },
  'file.published': { words: '公开照片', detail: nothing },
  'file.withdrawn': { words: '撤下照片', detail: nothing },
  'file.original-read': { words: '调阅照片原件', detail: nothing },
  'meeting.planned': { words: '安排会议', detail: named(meetingKindNames) },
  'meeting.changed': { words: '修改会议安排' },
  'meeting.cancelled': { words: '取消会议' },
  'meeting.recorded': { words: '保存会议记录' },
  'meeting.minutes-finished': { words: '完成会议纪要' },
  'meeting.minutes-reopened': { words: '重新打开会议纪要' },
  'meeting.published': { words: '公布会议纪要', detail: nothing },
  'meeting.publication-corrected': {
    words: '更正已公布的纪要',
    detail: (_, to) => (to ? `第 ${to} 版` : ''),
  },
  'meeting.publication-withdrawn': { words: '撤下已公布的纪要' },
  'point.written': { words: '登记督办事项', detail: (_, to) => (to ? `${to.split(' ')[0]} 号` : '') },
  'point.finished': { words: '办结督办事项', detail: nothing },
  'point.dropped': { words: '督办事项不再办理', detail: nothing },
  'point.reopened': { words: '重新办理督办事项', detail: nothing },
  'point.due-moved': { words: '改督办事项的期限' },
  'roster.changed': { words: '修改业主名册', detail: counted('户') },
  'vote.prepared': { words: '发起表决', detail: (_, to) => (to ? `第 ${to} 次` : '') },
  'vote.changed': { words: '修改表决' },
  'vote.opened': { words: '开始表决' },
  'ballots.typed': { words: '录入表决票', detail: counted('张') },
  'vote.counted': { words: '表决计票', detail: named(voteOutcomeNames) },
  'vote.cancelled': { words: '取消表决' },
  'household.called': { words: '登记入户征询' },
  'sheet.typed': { words: '录入晚间入户表', detail: counted('户') },
  'call.withdrawn': { words: '作废走访记录' },
  'notice.posted': { words: '张贴公示', detail: named(noticeKindNames) },
  'notice.photographed': { words: '上传公示照片', detail: counted('张') },
  'notice.withdrawn': { words: '撤下公示', detail: (from) => named(noticeKindNames)(null, from) },
  'wish.taken': { words: '登记居民意见', detail: (_, to) => wishInWords(to) },
  'wish.reworded': { words: '确认居民看到的文字', detail: nothing },
  'wish.concluded': { words: '答复居民意见', detail: named(wishStateNames) },
  'wish.reopened': { words: '重新打开居民意见', detail: nothing },
  'import.uploaded': { words: '上传楼院清单', detail: counted('行') },
  'import.confirmed': { words: '确认导入', detail: (_, to) => writtenInWords(to) },
  'import.discarded': { words: '放弃导入', detail: (from) => named(batchStateNames)(null, from) },
  'import.undone': { words: '撤销整批导入' },
  'structure.ownership-questioned': { words: '拆除对象转权属核查', detail: toState },
  'structure.ownership-settled': { words: '登记权属核查结果', detail: toState },
  'structure.agreed': { words: '登记同意拆除', detail: toState },
  'structure.agreement-withdrawn': { words: '登记反悔', detail: toState },
  'structure.removed': { words: '登记拆除', detail: toState },
  'structure.forcibly-removed': { words: '登记强制拆除', detail: toState },
  'structure.verified': { words: '复核销号', detail: toState },
  'structure.returned': { words: '拆除没有到位，退回', detail: toState },
  'structure.retained': { words: '认定合法，保留', detail: toState },
  'structure.rectified': { words: '整改后保留', detail: toState },
  'structure.excluded': { words: '划出施工范围', detail: toState },
  'structure.reopened': { words: '重新打开拆除对象', detail: toState },
  'structure.stricken': { words: '撤销登记拆除对象', detail: toState },
  'structure.care-signed': { words: '签字落实照顾措施' },
  'post.sent': { words: '提交施工日报' },
  'post.corrected': { words: '更正施工日报' },
  'invitation.given': { words: '邀请现场负责人' },
  'invitation.revoked': { words: '撤销现场邀请' },
  'invitation.entered': { words: '手机凭邀请进入' },
  'invitation.pin-refused': { words: '邀请 PIN 不对' },
  'viewpoint.registered': { words: '登记拍照点', detail: pointInWords },
  'viewpoint.changed': { words: '修改拍照点', detail: pointInWords },
  'viewpoint.pinned': { words: '标注拍照点的位置', detail: pointInWords },
  'viewpoint.retired': { words: '停用拍照点', detail: pointInWords },
  'viewpoint.resumed': { words: '恢复使用拍照点', detail: pointInWords },
  'viewpoint.photographed': { words: '给拍照点加照片', detail: counted('张') },
  'hint.answered': { words: '核对照片提醒' },
  'post.confirmed': { words: '确认日报' },
  'post.returned': { words: '退回日报' },
  'post.photos-chosen': { words: '选日报的公开照片', detail: (_, to) => `${to ?? '0'} 张` },
  'inspection.recorded': { words: '登记检查', detail: inspectionInWords },
  'finding.recorded': { words: '登记检查发现的问题', detail: named(findingSeverityNames) },
  'finding.mended': { words: '提交整改', detail: findingState },
  'finding.passed': { words: '复查通过', detail: nothing },
  'finding.sent-back': { words: '复查不通过', detail: findingState },
  'finding.due-moved': { words: '调整整改期限', detail: nothing },
  'finding.reopened': { words: '重新打开问题', detail: findingState },
  'finding.struck-out': { words: '撤销登记的问题', detail: nothing },
  'concealed.noticed': { words: '通知隐蔽检查', detail: nothing },
  'concealed.accepted': { words: '隐蔽检查合格', detail: nothing },
  'concealed.rejected': { words: '隐蔽检查不合格', detail: nothing },
  'concealed.noticed-again': { words: '整改后再通知隐蔽检查', detail: concealedState },
  'concealed.covered': { words: '登记隐蔽工程覆盖', detail: nothing },
  'concealed.withdrawn': { words: '撤回隐蔽检查通知', detail: nothing },
  'stop.ordered': { words: '下达停工令', detail: stopCause },
  'stop.lifted': { words: '复工', detail: stopCause },
  'stop.withdrawn': { words: '撤销停工令', detail: stopCause },
  'stop.reported': { words: '向发证机关报告停工' },
} satisfies Record<string, AuditWord>;

/** Every action that is ever recorded, told in Chinese; the moves of a renovation carry the names of the law. */
export const auditWords: Record<string, AuditWord> = {
  ...words,
  ...Object.fromEntries(
    (Object.keys(moveNames) as Move[]).map((move) => [`stage.${move}`, { words: moveNames[move] }]),
  ),
};

/** What was done, in one line: '填写预计完成日期：6月18日 → 6月20日'. */
export function actionInWords(action: string, from: string | null, to: string | null): string {
  const word: AuditWord | undefined = auditWords[action];
  const detail = word?.detail
    ? word.detail(from, to)
    : [from, to].map(valueInWords).filter(Boolean).join(' → ');
  const what = word?.words ?? action;
  return detail ? `${what}：${detail}` : what;
}

/** A stored value as it is read: the days in it in words. */
const valueInWords = (value: string | null): string =>
  (value ?? '').replace(/\d{4}-\d{2}-\d{2}/g, (day) => (isCalendarDate(day) ? dayInWords(day) : day));

function hazardInWords(to: string | null): string {
  const [kind = '', ...degree] = (to ?? '').split(' ');
  return [hazardKindOf(kind)?.name ?? kind, ...degree].join(' ');
}

function purposeInWords(to: string | null): string {
  const [purpose] = (to ?? '').split(' ');
  return purpose in filePurposes ? filePurposes[purpose as keyof typeof filePurposes].name : '';
}

function writtenInWords(to: string | null): string {
  const [, registered, changed] = /registered (\d+), changed (\d+)/.exec(to ?? '') ?? [];
  return registered ? `新登记 ${registered} 个，修改 ${changed} 个` : (to ?? '');
}

function wishInWords(to: string | null): string {
  const [kind, source] = (to ?? '').split(' ');
  return [wishKindNames[kind as WishKind], wishSourceNames[source as WishSource]].filter(Boolean).join('，');
}
