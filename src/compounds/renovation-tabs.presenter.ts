import type { RenovationChoice } from './compounds.desk';

/** Tabs over the renovations of a compound, for pages that show one of them; none while there is only one. */
export const toRenovationTabs = (
  { compound, renovations, renovation }: RenovationChoice,
  link: (code: string, sequence?: number) => string,
): { label: string; link: string; current: boolean }[] =>
  renovations.length < 2
    ? []
    : renovations.map(({ name, sequence, isCurrent }) => ({
        label: name,
        link: link(compound.code, isCurrent ? undefined : sequence),
        current: sequence === renovation?.sequence,
      }));
