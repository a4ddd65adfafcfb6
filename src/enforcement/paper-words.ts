import { dayInWords } from '../domain/kernel/calendar-date';
import { organNames } from '../domain/removal/competence';
import { serviceMethodNames } from '../domain/removal/document-service';
import { carriedPartNames, statutorySteps } from '../domain/removal/statutory-steps';
import { fileLink } from '../files/file-link';
import type { StoredFile } from '../files/stored-file.entity';
import type { FactLine } from '../platform/web/figures';
import { filesOfKind, FoundPaper, partsOf } from './case-records';
import type { PaperFileKind, StatutoryPaper } from './enforcement.entities';

type Files = ReadonlyMap<number, StoredFile>;

/** A scan one may open: the picture large, a document as it is. */
export interface ScanLink {
  label: string;
  link: string;
}

/** The files of one kind of a paper, as links. */
export const toScans = (paper: FoundPaper, kind: PaperFileKind, files: Files): ScanLink[] =>
  filesOfKind(paper, kind)
    .flatMap((id) => files.get(id) ?? [])
    .map((file, at, all) => ({
      label: `${kind === 'paper' ? '扫描件' : '送达凭证'}${all.length > 1 ? ` ${at + 1}` : ''}`,
      link: fileLink(file),
    }));

/** Who issued it, when, under which number: '城市管理执法部门，2025年9月15日，〔2025〕1号'. */
export const issuedInWords = ({ organ, issuedOn, documentNumber }: StatutoryPaper): string =>
  [organNames[organ], dayInWords(issuedOn), documentNumber].filter(Boolean).join('，');

/** How and when it was served; that it still has to be; empty where it need not. */
export function servedInWords({ step, serviceMethod, servedOn }: StatutoryPaper): string {
  if (!statutorySteps[step].isServed) return '';
  return serviceMethod && servedOn
    ? `${dayInWords(servedOn)}${serviceMethodNames[serviceMethod]}`
    : '还没有登记送达';
}

/** Everything written down of a paper, line by line. */
export function paperFacts(paper: FoundPaper, recordedBy: string): FactLine[] {
  const { step, documentNumber, organ, issuedOn, deadlineOn, officers } = paper;
  const { name, document, needsOfficers, carries, isServed } = statutorySteps[step];
  const parts = partsOf(paper);
  const lines: (FactLine | false)[] = [
    { term: '步骤', value: name, note: document },
    { term: '文号', value: documentNumber || '—' },
    { term: '作出机关', value: organNames[organ] },
    { term: '文书日期', value: dayInWords(issuedOn) },
    deadlineOn !== null && { term: '给当事人的期限', value: dayInWords(deadlineOn) },
    needsOfficers && { term: '执法人员', value: `${officers} 人` },
    carries.length > 0 && {
      term: '载明的内容',
      value: parts.map((part) => carriedPartNames[part]).join('、') || '—',
    },
    isServed && { term: '送达', value: servedInWords(paper) },
    { term: '登记人', value: recordedBy || '—' },
    paper.withdrawnOn !== null && {
      term: '撤回登记',
      value: dayInWords(paper.withdrawnOn),
      note: paper.withdrawnReason ?? undefined,
    },
  ];
  return lines.filter((line) => line !== false);
}
