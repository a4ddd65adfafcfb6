import { rmSync } from 'node:fs';

/** Leaves nothing of the run behind: the template database and the told demo. */
export default function removeTemplate(): void {
  const template = process.env.YUANXIN_TEMPLATE;
  if (!template) return;
  for (const folder of [template, `${template}-demo`]) rmSync(folder, { recursive: true, force: true });
}
