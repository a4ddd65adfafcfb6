import { notOpened } from '../domain/renovation/going-on';

/** What is said where the ground is to be divided before a renovation was opened. */
export const noRenovation = notOpened('zone.no-renovation', '划施工区域');
