import { fileLink } from '../files/file-link';
import { filesPaths } from '../files/files.paths';
import { toLinkedPhoto } from '../files/photo-on-page';
import type { StoredFile } from '../files/stored-file.entity';
import type { PhotoFigure } from '../platform/web/figures';
import type { StructureFile, StructureFileKind } from '../structures/structure.entities';

/** One picture of the case, with what may be done about showing it to everybody. */
export interface CasePhoto {
  photo: PhotoFigure;
  words: string;
  link?: { label: string; link: string };
}

const photoWords: Partial<Record<StructureFileKind, string>> = {
  before: '拆除前',
  after: '拆除后',
  waste: '清运',
};

/** The pictures of a case: before, after, and of the waste. */
export function toCasePhotos(
  all: readonly StructureFile[],
  files: ReadonlyMap<number, StoredFile>,
  mayPublish: boolean,
): CasePhoto[] {
  const kinds: StructureFileKind[] = ['before', 'after', 'waste'];
  return kinds.flatMap((kind) =>
    all
      .filter((one) => one.kind === kind)
      .flatMap(({ fileId }) => {
        const file = files.get(fileId);
        return file && file.kind === 'photo' ? [toCasePhoto(file, photoWords[kind]!, mayPublish)] : [];
      }),
  );
}

function toCasePhoto(file: StoredFile, words: string, mayPublish: boolean): CasePhoto {
  const isPublic = file.publishedAt !== null;
  const link = isPublic
    ? { label: '撤下', link: filesPaths.withdraw(file.id) }
    : { label: '公开', link: filesPaths.publish(file.id) };
  return {
    photo: { ...toLinkedPhoto(file), tag: words, tagDone: words !== '拆除前' },
    words: isPublic ? '已公开' : '只在内部',
    ...(mayPublish && { link }),
  };
}

const paperWords: Partial<Record<StructureFileKind, string>> = {
  consent: '签字文书',
  inventory: '物品清单',
  document: '依据文件',
};

/** The papers of a case, each a link to read it. */
export const toCasePapers = (
  all: readonly StructureFile[],
  files: ReadonlyMap<number, StoredFile>,
): { label: string; link: string }[] =>
  all.flatMap(({ kind, fileId }) => {
    const file = files.get(fileId);
    if (!paperWords[kind] || !file) return [];
    return [{ label: `${paperWords[kind]}：${file.originalName}`, link: fileLink(file) }];
  });
