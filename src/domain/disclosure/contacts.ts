// Whom residents may ask. Only who agreed on a day is shown, by role and never by name (个人信息保护法 §25; the practice
// of posted 楼栋长 numbers, case C8).
import type { CalendarDate } from '../kernel/calendar-date';
import { publicPhone } from './phone';

/** A contact as the register keeps it. */
export interface KnownContact {
  kind: string;
  title: string;
  workPhone: string | null;
  hours: string | null;
  mayPublish: boolean;
  consentOn: CalendarDate | null;
  position: number;
}

/** A contact as everybody may see it. */
export interface PublicContact {
  title: string;
  /** What to ask them about, and when. */
  about: string;
  phone: string | null;
  dial: string | null;
}

const abouts: Record<string, string> = {
  'building-lead': '楼里的事先找楼栋长',
  'compound-lead': '院里的事先找楼院长',
  community: '上门登记、居民议事',
  street: '改造安排、工期、质量',
  contractor: '施工噪音、停水停电',
};

/** Those who agreed, on or before today, in the order of the register. */
export function publicContacts(contacts: readonly KnownContact[], today: CalendarDate): PublicContact[] {
  return contacts
    .filter(({ mayPublish, consentOn }) => mayPublish && consentOn !== null && consentOn <= today)
    .sort((one, other) => one.position - other.position)
    .map(({ kind, title, workPhone, hours }) => {
      const phone = workPhone === null ? null : publicPhone(workPhone);
      return {
        title,
        about: [abouts[kind], hours].filter(Boolean).join('，'),
        phone: phone?.words ?? null,
        dial: phone?.dial ?? null,
      };
    });
}
