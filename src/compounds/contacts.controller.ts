import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Actor } from '../domain/people/actor';
import { FormState, Posted, asForm, formState } from '../platform/web/form';
import { refusedForm } from '../platform/web/form-again';
import { Answer, Page, refused, seeOther } from '../platform/web/page';
import { CompoundDesk } from './compounds.desk';
import { ContactPage, ContactsPage, toContact, toContacts } from './contacts.presenter';
import { Contacts } from './contacts.service';
import { EditContactForm, NewContactForm } from './contact.forms';
import { Workspace } from './workspace';

/** Whom residents may ask. */
@Controller()
export class ContactsController {
  constructor(
    private readonly contacts: Contacts,
    private readonly desk: CompoundDesk,
    private readonly workspace: Workspace,
  ) {}

  @Get('/compounds/:code/contacts')
  @Allow('compound.edit')
  @Page('compounds/contacts')
  async index(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<ContactsPage> {
    return this.page(actor, code, formState({ onceKey: randomUUID() }));
  }

  @Post('/compounds/:code/contacts')
  @Allow('compound.edit')
  @Page('compounds/contacts')
  async create(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(NewContactForm)) form: Posted<NewContactForm>,
  ): Promise<Answer<ContactsPage>> {
    if (form.errors.length) return refused(await this.page(actor, code, formState(form.raw, form.errors)));
    const { onceKey, ...values } = form.value;
    const outcome = await this.contacts.add(actor, code, values, onceKey);
    if (!outcome.ok) return refused(await this.page(actor, code, formState(form.raw, [], outcome.blockers)));
    return seeOther(outcome.value, '联系人已增加');
  }

  @Get('/contacts/:id')
  @Allow('compound.edit')
  @Page('compounds/contact')
  async edit(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<ContactPage> {
    const { contact } = await this.contacts.find(actor, id);
    return this.editPage(actor, id, formState({ ...contact }));
  }

  @Post('/contacts/:id')
  @Allow('compound.edit')
  @Page('compounds/contact')
  async update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(EditContactForm)) form: Posted<EditContactForm>,
  ): Promise<Answer<ContactPage>> {
    if (form.errors.length) return refused(await this.editPage(actor, id, formState(form.raw, form.errors)));
    const { step, version, ...values } = form.value;
    const isRemoval = step === 'remove';
    const outcome = isRemoval
      ? await this.contacts.remove(actor, id, version)
      : await this.contacts.change(actor, id, version, values);
    if (!outcome.ok) {
      const { contact } = await this.contacts.find(actor, id);
      return refused(await this.editPage(actor, id, refusedForm(form.raw, outcome.blockers, contact)));
    }
    return seeOther(outcome.value, isRemoval ? '联系人已删除' : '联系人已保存');
  }

  private async page(actor: Actor, code: string, form: FormState): Promise<ContactsPage> {
    const compound = await this.desk.find(actor, code);
    const frame = await this.workspace.frame(actor, compound, 'contacts', '联系人');
    return toContacts(compound, await this.contacts.of(compound.id), form, frame);
  }

  private async editPage(actor: Actor, id: number, form: FormState): Promise<ContactPage> {
    const { contact, compound } = await this.contacts.find(actor, id);
    return toContact(
      compound,
      contact,
      form,
      await this.workspace.frame(actor, compound, 'contacts', '联系人'),
    );
  }
}
