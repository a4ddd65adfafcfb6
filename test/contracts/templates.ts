import { Source } from './sources';

/** What a template may not contain, each with what is wrong. */
const faults: [RegExp, string][] = [
  [/\{\{\{/, 'prints without escaping'],
  [/\sstyle\s*=/i, 'has an inline style'],
  [/\son[a-z]+\s*=\s*["']/i, 'has an inline handler'],
  [/<script(?![^>]*\ssrc=)[^>]*>\s*[^<\s]/i, 'has an inline script'],
  [
    /\s(?:href|src|action|srcset)="(?!\{\{(?:url|asset)\s|\{\{@root\.shell\.site\.portalUrl|#|tel:|\{\{#)[^"]/i,
    'has an address without url or asset',
  ],
  [/https?:\/\/(?!www\.w3\.org)/i, 'names another site'],
];

/** Everything wrong in the templates, as 'file: what'. */
export function templateFaults(templates: Source[]): string[] {
  return templates.flatMap(({ path, text }) => {
    const plain = text.replace(/\{\{!--[\s\S]*?--\}\}/g, '');
    const found = faults.filter(([pattern]) => pattern.test(plain)).map(([, what]) => `${path}: ${what}`);
    return [...found, ...formsWithoutToken(path, plain)];
  });
}

function formsWithoutToken(path: string, text: string): string[] {
  const forms = text.match(/<form[^>]*method="post"[\s\S]*?<\/form>/gi) ?? [];
  return forms
    .filter((form) => !/\{\{>\s*csrf/.test(form))
    .map(() => `${path}: has a form without {{> csrf}}`);
}

/** Partials a template names. */
export const partialsOf = ({ text }: Source): string[] =>
  [...text.replace(/\{\{!--[\s\S]*?--\}\}/g, '').matchAll(/\{\{#?>\s*([\w/-]+)/g)].map((match) => match[1]);
