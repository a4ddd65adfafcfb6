import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Actor } from '../domain/people/actor';
import { Posted, asForm, formState } from '../platform/web/form';
import { refusedForm } from '../platform/web/form-again';
import { Answer, OtherPage, Page, refused, seeOther } from '../platform/web/page';
import { NewPersonForm, PersonForm, PersonPasswordForm, PersonStateForm } from './access.forms';
import { accessPaths } from './access.paths';
import { Allow, CurrentActor } from './allow';
import { UserAccount } from './entities';
import { Organisations } from './organisations.service';
import {
  PeoplePage,
  PersonPage,
  StartPasswordPage,
  toNewPerson,
  toPeople,
  toPerson,
  toStartPassword,
} from './people.presenter';
import { People } from './people.service';

/** The accounts of everybody. */
@Controller()
export class PeopleController {
  constructor(
    private readonly people: People,
    private readonly organisations: Organisations,
  ) {}

  @Get(accessPaths.people())
  @Allow('people.read')
  @Page('access/people')
  async index(@CurrentActor() actor: Actor): Promise<PeoplePage> {
    return toPeople(await this.people.list(actor), actor.role);
  }

  @Get(accessPaths.newPerson())
  @Allow('people.edit')
  @Page('access/person')
  async new(@CurrentActor() actor: Actor): Promise<PersonPage> {
    return toNewPerson(
      await this.organisations.administeredFrom(actor.organisationId),
      formState({ onceKey: randomUUID() }),
    );
  }

  @Post(accessPaths.people())
  @Allow('people.edit')
  @Page('access/person')
  async create(
    @CurrentActor() actor: Actor,
    @Body(asForm(NewPersonForm)) form: Posted<NewPersonForm>,
  ): Promise<Answer<PersonPage>> {
    const again = async (state = formState(form.raw, form.errors)) =>
      refused(toNewPerson(await this.organisations.administeredFrom(actor.organisationId), state));
    if (form.errors.length) return again();
    const { onceKey, ...person } = form.value;
    const outcome = await this.people.create(actor, person, onceKey);
    if (!outcome.ok) return again(formState(form.raw, [], outcome.blockers));
    const { id, password } = outcome.value;
    if (password === undefined) return seeOther(accessPaths.person(id));
    return new OtherPage(
      'access/start-password',
      toStartPassword(await this.people.find(actor, id), password),
    );
  }

  @Get('/admin/users/:id')
  @Allow('people.edit')
  @Page('access/person')
  async edit(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<PersonPage> {
    const user = await this.people.find(actor, id);
    return toPerson(
      user,
      await this.organisations.administeredFrom(actor.organisationId),
      formState(inForm(user)),
    );
  }

  @Post('/admin/users/:id')
  @Allow('people.edit')
  @Page('access/person')
  async update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(PersonForm)) form: Posted<PersonForm>,
  ): Promise<Answer<PersonPage>> {
    if (form.errors.length) return this.editAgain(actor, id, formState(form.raw, form.errors));
    const outcome = await this.people.change(actor, id, form.value);
    if (!outcome.ok) {
      const current = await this.people.find(actor, id);
      return this.editAgain(actor, id, refusedForm(form.raw, outcome.blockers, current));
    }
    return seeOther(accessPaths.people(), '账号已保存');
  }

  @Post('/admin/users/:id/disablings')
  @Allow('people.edit')
  @Page('access/person')
  async setState(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(PersonStateForm)) form: Posted<PersonStateForm>,
  ): Promise<Answer<PersonPage>> {
    const stored = inForm(await this.people.find(actor, id));
    if (form.errors.length)
      return this.editAgain(actor, id, formState({ ...stored, ...form.raw }, form.errors));
    const { step, version, reason } = form.value;
    const outcome = await this.people.setState(actor, id, step, version, reason);
    if (!outcome.ok) {
      const current = await this.people.find(actor, id);
      const typed = { ...inForm(current), ...form.raw };
      return this.editAgain(actor, id, refusedForm(typed, outcome.blockers, current));
    }
    return seeOther(accessPaths.people(), step === 'disable' ? '账号已停用，登录已退出' : '账号已启用');
  }

  @Post('/admin/users/:id/passwords')
  @Allow('people.edit')
  @Page('access/start-password')
  async resetPassword(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(PersonPasswordForm)) form: Posted<PersonPasswordForm>,
  ): Promise<Answer<StartPasswordPage>> {
    const outcome = form.errors.length
      ? undefined
      : await this.people.resetPassword(actor, id, form.value.version);
    if (!outcome?.ok) return seeOther(accessPaths.person(id), '账号刚被别人改过，请再点一次');
    return toStartPassword(await this.people.find(actor, id), outcome.value);
  }

  private async editAgain(actor: Actor, id: number, state: ReturnType<typeof formState>) {
    return refused(
      toPerson(
        await this.people.find(actor, id),
        await this.organisations.administeredFrom(actor.organisationId),
        state,
      ),
    );
  }
}

/** What of an account its form shows. */
const inForm = ({ name, role, organisationId, version }: UserAccount): Record<string, string> => ({
  name,
  role,
  organisationId: String(organisationId),
  version: String(version),
});
