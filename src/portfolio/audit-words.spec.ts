import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { silentActions } from '../domain/disclosure/staleness';
import { actions } from '../domain/people/permissions';
import { moves } from '../domain/renovation/moves';
import { actionInWords, auditWords } from './audit-words';

const root = join(__dirname, '..');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !/^(domain|audit|portfolio)\W/.test(file),
  )
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
  .filter(({ text }) => /\bAuditTrail\b/.test(text));

/** '<subject>.<past participle>': the shape every recorded action has. */
const shape = /'((?:[a-z]+-)*[a-z]+\.(?:[a-z]+-)*[a-z]+)'/g;
const isPast = (action: string) =>
  /(ed|en|wn|set|read|sent|made|told|begun|left|paid|held|undone|sent-back|struck-out|noticed-again|signed-(in|out)|for-(community|street))$/.test(
    action,
  );
const isRefusal = (text: string, at: number) =>
  /(houseRule|warning|notOpened)\(\s*$|code: $/.test(text.slice(0, at));

/** Every action that stands in the source as a word. */
const recorded = files.flatMap(({ text }) =>
  [...text.matchAll(shape)]
    .filter(({ 1: action, index }) => isPast(action) && !isRefusal(text, index))
    .map(([, action]) => action)
    .filter((action) => !(actions as string[]).includes(action)),
);

/** Actions that are put together: by the file, what they can be. */
const composed: Record<string, string[]> = {
  'stage.${move}': moves.map((move) => `stage.${move}`),
};

describe('the record in words', () => {
  it('finds the actions in the source', () => {
    expect(recorded).toEqual(
      expect.arrayContaining(['compound.registered', 'survey.opened', 'file.published']),
    );
    expect(recorded.length).toBeGreaterThan(40);
  });

  it('has a word for every action that is recorded anywhere', () => {
    expect([...new Set(recorded)].filter((action) => !(action in auditWords))).toEqual([]);
  });

  it('knows every action that is put together', () => {
    const templates = files.flatMap(({ text }) =>
      [...text.matchAll(/action: `([^`]+)`/g)].map(([, template]) => template),
    );
    expect([...new Set(templates)].sort()).toEqual(Object.keys(composed).sort());
    expect(
      Object.values(composed)
        .flat()
        .filter((action) => !(action in auditWords)),
    ).toEqual([]);
  });

  it('has no word for what is never recorded', () => {
    const all = new Set([...recorded, ...Object.values(composed).flat()]);
    expect(Object.keys(auditWords).filter((action) => !all.has(action))).toEqual([]);
  });

  it.each([
    ['compound.registered', null, '丰乐路106号院', '登记楼院：丰乐路106号院'],
    ['compound.changed', null, 'builtYear, siteArea', '修改楼院资料：建成年份、占地面积'],
    ['compound.changed', null, 'nothing', '修改楼院资料'],
    ['stage.end-expected', '2026-06-18', '2026-06-20', '填写预计完成日期：2026年6月18日 → 2026年6月20日'],
    ['stage.plan-frozen', null, '摸底调查 2026-03-20', '制定计划：摸底调查 2026年3月20日'],
    ['stage.advance', '摸底调查', '居民议事', '进入下一阶段：摸底调查 → 居民议事'],
    ['file.attached', null, 'hazard sha256:ab12', '上传文件：隐患照片'],
    ['file.published', 'internal', 'published', '公开照片'],
    ['access.user-created', null, 'auditor', '新增账号：审计'],
    ['contact.changed', null, 'not published', '修改联系人：不公开'],
    ['hazard.added', null, 'fire-lane-blocked 四级 严重', '登记隐患：消防通道堵塞 四级 严重'],
    ['hazard.controlled', null, '2026-03-13', '隐患销号：2026年3月13日'],
    ['survey.opened', null, '2', '开始摸底：第 2 次'],
    ['import.confirmed', null, 'registered 53, changed 1', '确认导入：新登记 53 个，修改 1 个'],
    ['import.discarded', 'compared', null, '放弃导入：待确认'],
    ['something.unheard', null, null, 'something.unheard'],
  ])('tells %s from %j to %j', (action, from, to, said) => {
    expect(actionInWords(action, from, to)).toBe(said);
  });

  it('knows every step that residents see nothing of', () => {
    expect(silentActions.filter((action) => !(action in auditWords))).toEqual([]);
  });
});
