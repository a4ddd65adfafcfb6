import { GroundTables, GroundView, toGroundTables } from './ground-tables.presenter';

/** 拆违作战图 on A4 across (views/zones/print). */
export interface GroundPrintPage extends GroundTables {
  title: string;
  isAcross: true;
  heading: string;
  about: string;
}

/** The map of the ground as it is printed; on paper nothing is pressed. */
export function toGroundPrint(view: GroundView): GroundPrintPage {
  const { compound, renovation } = view;
  const tables = toGroundTables(view);
  return {
    ...tables,
    ...(tables.drawing && {
      drawing: {
        ...tables.drawing,
        structures: tables.drawing.structures.map((one) => ({ ...one, link: '' })),
      },
    }),
    zones: tables.zones.map((zone) => ({ ...zone, links: [] })),
    isAcross: true,
    title: `${compound.name} 拆违作战图`,
    heading: `${compound.name}拆违作战图`,
    about: renovation.name,
  };
}
