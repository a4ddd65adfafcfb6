// The life of one import: read, compared with the register, imported in one piece, undone in one piece; and every
// reason why a step cannot be taken. House rules; undoing follows ux: until a later change touches the batch.
import { Blocker, houseRule } from '../kernel/blocker';

/** Where an import stands; comparing, importing and undoing are work that goes on in the background. */
export type BatchState =
  'read' | 'comparing' | 'compared' | 'importing' | 'imported' | 'undoing' | 'undone' | 'discarded';

export const batchStateNames: Record<BatchState, string> = {
  read: '待对栏目',
  comparing: '正在核对',
  compared: '待确认',
  importing: '正在导入',
  imported: '已导入',
  undoing: '正在撤销',
  undone: '已撤销',
  discarded: '已放弃',
};

/** What a row is to the person who looks over the import. */
export type RowGroup = 'problem' | 'ask' | 'conflict' | 'fill' | 'new' | 'same';

/** How many rows are in each group. */
export type GroupCounts = Record<RowGroup, number>;

export const rowGroups: readonly RowGroup[] = ['problem', 'ask', 'conflict', 'fill', 'new', 'same'];

/** How many rows can be imported: all that have no problem. */
export const importableCount = (counts: GroupCounts): number =>
  rowGroups.reduce((sum, group) => sum + (group === 'problem' ? 0 : counts[group]), 0);

/** Why can this import not be confirmed? */
export function confirmBlockers(counts: GroupCounts, leavesProblems: boolean): Blocker[] {
  const blockers: Blocker[] = [];
  if (importableCount(counts) === 0) {
    blockers.push(houseRule('import.nothing', '没有一行可以导入，请按提示改好表格，重新上传'));
  } else if (importableCount(counts) === counts.same) {
    blockers.push(houseRule('import.known-already', '表里的内容台账都有了，没有要写入的'));
  }
  if (counts.problem > 0 && !leavesProblems) {
    const text = `有 ${counts.problem} 行有问题，不会导入。请改好后重新上传，或勾选「有问题的行这次不导入」`;
    blockers.push(houseRule('import.problems-left', text));
  }
  return blockers;
}

/** A compound of the batch that somebody changed after the import. */
export interface TouchedCompound {
  code: string;
  name: string;
}

const namedAtMost = 20;

/** Why can this batch not be undone? Every compound that was changed since, by name. */
export function undoBlockers(touched: readonly TouchedCompound[]): Blocker[] {
  const blockers = touched
    .slice(0, namedAtMost)
    .map(({ code, name }) =>
      houseRule('import.touched', `「${name}」（${code}）导入以后又有改动，整批不能撤销，请逐个修改`),
    );
  const more = touched.length - namedAtMost;
  if (more > 0) blockers.push(houseRule('import.touched', `另外还有 ${more} 个楼院导入以后又有改动`));
  return blockers;
}

/** What a person is told when the register changed between preview and confirmation. */
export const registerMoved = houseRule(
  'import.register-moved',
  '预览以后台账又有变动，已重新核对，请再看一遍后确认',
);
