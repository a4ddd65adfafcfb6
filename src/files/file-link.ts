import { filesPaths } from './files.paths';
import type { StoredFile } from './stored-file.entity';

/** Where a file opens: a photo large in the page, a document as a download. */
export const fileLink = ({ id, kind }: Pick<StoredFile, 'id' | 'kind'>): string =>
  kind === 'photo' ? filesPaths.copy(id, '1600.jpg') : filesPaths.download(id);
