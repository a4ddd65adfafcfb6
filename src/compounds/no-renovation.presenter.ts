import type { EmptyNote } from '../platform/web/figures';
import { compoundPaths } from './compounds.paths';

/** A tab before the first renovation is opened: `then` is what it is for. */
export const toNotOpened = (code: string, then: string): EmptyNote => ({
  text: `还没有立项。立项以后，${then}`,
  link: compoundPaths.renovations(code),
  label: '打开项目',
});
