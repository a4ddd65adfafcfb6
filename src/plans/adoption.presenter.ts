import type { Compound } from '../compounds/compound.entity';
import type { Frame } from '../compounds/workspace';
import { dayInWords } from '../domain/kernel/calendar-date';
import { wishKindNames } from '../domain/meeting/wish';
import { itemNames } from '../domain/renovation/items';
import type { Option } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import type { WishRecord } from '../wishes/wish.entities';
import { wishPaths } from '../wishes/wishes.paths';
import { wishName } from './item-rows.presenter';
import type { PlanRecords } from './plan-records';
import { plansPaths } from './plans.paths';

/** Taking a wish into the plan (views/plans/adopt). */
export interface AdoptionPage extends Frame {
  title: string;
  heading: string;
  /** What was said, and when. */
  said: { text: string; about: string };
  /** Items of the draft that may answer it. */
  items: Option[];
  newLink: string;
  form: FormState;
  action: string;
  backLink: string;
}

/** The question which item answers a wish. */
export function toAdoption(
  { compound, wish, records }: { compound: Compound; wish: WishRecord; records: PlanRecords },
  form: FormState,
  frame: Frame,
): AdoptionPage {
  return {
    ...frame,
    title: `列入改造方案 · ${compound.name}`,
    heading: `${wishName(wish)}列入改造方案`,
    said: { text: wish.text, about: `${wishKindNames[wish.kind]}，${dayInWords(wish.heardOn)} 提出` },
    items: records.items.map((item) => ({
      value: String(item.id),
      label: `${item.name}（${item.code} ${itemNames[item.code]}）`,
    })),
    newLink: plansPaths.newItem(compound.code, wish.id),
    form,
    action: plansPaths.adoptions(wish.id),
    backLink: wishPaths.show(wish.id),
  };
}
