import type { Compound } from '../compounds/compound.entity';
import { toNotOpened } from '../compounds/no-renovation.presenter';
import type { Frame } from '../compounds/workspace';
import { sequenceOf } from '../compounds/renovation-address';
import type { ActionLink, EmptyNote, Tab } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { NewsFigure, toNews } from './ground-news.presenter';
import { GroundTables, GroundView, mayEditGround, namesOf, toGroundTables } from './ground-tables.presenter';
import { zonesPaths } from './zones.paths';

/** Tab 作战图 of a compound (views/zones/ground). */
export interface GroundPage extends Frame {
  title: string;
  renovations: Tab[];
  notOpened?: EmptyNote;
  ground?: GroundTables & {
    about: string;
    actions: ActionLink[];
    sketchEmpty: EmptyNote;
    zonesEmpty: EmptyNote;
    news?: NewsFigure;
  };
  form: FormState;
}

/** The page before a renovation is opened. */
export const toNoGround = (compound: Compound, form: FormState, frame: Frame): GroundPage => ({
  ...frame,
  title: `作战图 · ${compound.name}`,
  renovations: [],
  notOpened: toNotOpened(compound.code, '从这里划施工区域、看哪些内容可以开工'),
  form,
});

/** The ground of a renovation. */
export function toGround(view: GroundView, form: FormState, frame: Frame): GroundPage {
  const { compound, renovation, role, sketch, records } = view;
  const mayEdit = mayEditGround(view);
  const tables = toGroundTables(view);
  const blocked = tables.items.filter(({ status }) => status.state === 'late').length;
  const counts = `${records.zones.length} 个施工区域，${tables.items.length} 项改造内容落到区域上，${blocked} 项受阻`;
  const sketchLink = mayEdit ? zonesPaths.sketch(compound.code) : '';
  const newLink = mayEdit ? zonesPaths.new(compound.code) : '';
  return {
    ...frame,
    title: `作战图 · ${compound.name}`,
    renovations: view.renovations,
    ground: {
      ...tables,
      about: records.zones.length ? counts : '',
      actions: [
        ...(newLink ? [{ label: '添加施工区域', link: newLink, primary: true }] : []),
        ...(sketchLink ? [{ label: sketch ? '更换草图' : '上传草图', link: sketchLink }] : []),
        {
          label: '打印作战图',
          link: zonesPaths.print(compound.code, sequenceOf(renovation)),
          icon: 'printer',
        },
      ],
      sketchEmpty: {
        text: '还没有草图。有了草图可以标出各处的位置；没有草图，位置用文字写清楚，其余照常办理',
        ...(sketchLink && { link: sketchLink, label: '上传草图' }),
      },
      zonesEmpty: {
        text: '还没有划施工区域。划出区域，才看得出哪一项改造内容被哪一处挡住',
        ...(newLink && { link: newLink, label: '添加施工区域' }),
      },
      news: toNews(view.news, { code: compound.code, role, names: namesOf(view) }),
    },
    form,
  };
}
