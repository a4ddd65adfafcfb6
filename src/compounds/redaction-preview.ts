import { RedactionKind, redact, redactionInWords, redactionNames } from '../domain/disclosure/redaction';
import { RawForm } from '../platform/web/form';
import { OtherPage } from '../platform/web/page';
import { Frame } from './workspace';

/** The steps of a form that is looked at before it is posted: first the preview, then posted or mended. */
export const previewSteps = ['preview', 'post', 'edit'] as const;
export type PreviewStep = (typeof previewSteps)[number];

/** What residents will read (partial redaction-preview): masked texts with what was hidden in them. */
export interface RedactionPreview {
  texts: { label: string; pieces: { text: string; hidden: string }[] }[];
  /** What was hidden, counted. */
  counts: string;
}

/** These texts as residents will read them; `phones` are work phones that are published anyway. */
export function toRedactionPreview(
  texts: readonly { label: string; text: string }[],
  phones: readonly string[],
): RedactionPreview {
  const masked = texts
    .filter(({ text }) => text.trim() !== '')
    .map(({ label, text }) => ({ label, ...redact(text, { phones }) }));
  const total = new Map<RedactionKind, number>();
  for (const { kind, count } of masked.flatMap(({ found }) => found))
    total.set(kind, (total.get(kind) ?? 0) + count);
  return {
    texts: masked.map(({ label, pieces }) => ({
      label,
      pieces: pieces.map(({ text, kind }) => ({ text, hidden: kind ? redactionNames[kind] : '' })),
    })),
    counts:
      redactionInWords([...total].map(([kind, count]) => ({ kind, count }))) ||
      `没有发现${Object.values(redactionNames).join('、')}`,
  };
}

/** The page 「居民将看到」 (views/compounds/preview): the form as typed travels along in hidden fields. */
export interface PreviewPage extends Frame {
  title: string;
  preview: RedactionPreview;
  /** What happens when it is posted, in a sentence. */
  note: string;
  action: string;
  kept: { name: string; value: string }[];
  confirmLabel: string;
}

type PreviewParts = Pick<PreviewPage, 'title' | 'preview' | 'note' | 'action' | 'confirmLabel'>;

/** The answer to the first post of a form that is looked at before it counts; the second carries `step=post`. */
export const toPreviewAnswer = (parts: PreviewParts, raw: RawForm, frame: Frame): OtherPage<PreviewPage> =>
  new OtherPage('compounds/preview', {
    ...frame,
    ...parts,
    kept: Object.entries(raw)
      .filter(([name]) => name !== 'step')
      .flatMap(([name, value]) => [value].flat().map((one) => ({ name, value: one }))),
  });
