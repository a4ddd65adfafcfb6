import { contactKindNames } from '../domain/compound/words';
import { dayInWords } from '../domain/kernel/calendar-date';
import { Option } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import { Compound } from './compound.entity';
import { compoundPaths } from './compounds.paths';
import { CompoundContact } from './contact.entity';
import { Frame } from './workspace';

/** The contacts of a compound (views/compounds/contacts). */
export interface ContactsPage extends Frame {
  title: string;
  form: FormState;
  action: string;
  kinds: Option[];
  contacts: { link: string; kind: string; title: string; name: string; phone: string; published: string }[];
}

/** Whom residents may ask, and what of it is published. */
export function toContacts(
  compound: Compound,
  contacts: CompoundContact[],
  form: FormState,
  frame: Frame,
): ContactsPage {
  return {
    ...frame,
    title: `联系人 · ${compound.name}`,
    form,
    action: compoundPaths.contacts(compound.code),
    kinds: toOptions(contactKindNames),
    contacts: contacts.map((contact) => ({
      link: compoundPaths.contact(contact.id),
      kind: contactKindNames[contact.kind],
      title: contact.title,
      name: contact.personName ?? '—',
      phone: contact.workPhone ?? '—',
      published:
        contact.mayPublish && contact.consentOn ? `公开（${dayInWords(contact.consentOn)}同意）` : '不公开',
    })),
  };
}

/** The form of one contact (views/compounds/contact). */
export interface ContactPage extends Frame {
  title: string;
  form: FormState;
  action: string;
  backLink: string;
  kinds: Option[];
}

export const toContact = (
  compound: Compound,
  contact: CompoundContact,
  form: FormState,
  frame: Frame,
): ContactPage => ({
  ...frame,
  title: `联系人 · ${contact.title}`,
  form,
  action: compoundPaths.contact(contact.id),
  backLink: compoundPaths.contacts(compound.code),
  kinds: toOptions(contactKindNames),
});
