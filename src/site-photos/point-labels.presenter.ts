import type { Compound } from '../compounds/compound.entity';
import type { PublicAddress, QrFigure } from '../compounds/public-address';
import type { PhotoPointRecord } from './site-photo.entities';
import { sitePhotoPaths } from './site-photos.paths';

/** One label: hangs at the point, leads the phone of whoever builds to its photo. */
export interface PointLabel {
  number: number;
  name: string;
  place: string;
  qr: QrFigure;
  address: string;
}

/** Labels to cut out, four on a sheet; one alone has the sheet for itself (views/site-photos/labels). */
export interface PointLabelsPage {
  title: string;
  compound: string;
  isOne: boolean;
  labels: PointLabel[];
  /** The address works on this machine alone. */
  isLocalOnly: boolean;
  empty: string;
}

/** The labels of these points. */
export function toPointLabels(
  compound: Compound,
  points: readonly PhotoPointRecord[],
  addresses: Pick<PublicAddress, 'at'>,
): PointLabelsPage {
  const labels = points.map(({ id, number, name, place }) => {
    const { text, qr } = addresses.at(sitePhotoPaths.onSite(id));
    return { number, name, place, qr, address: text.replace(/^https?:\/\//, '') };
  });
  return {
    title: `${compound.name} 拍照点标签`,
    compound: compound.name,
    isOne: labels.length === 1,
    labels,
    isLocalOnly: labels.some(({ address }) => /^(127\.|localhost|\[::1\])/.test(address)),
    empty: labels.length ? '' : '没有使用中的拍照点，先登记拍照点再打印标签。',
  };
}
