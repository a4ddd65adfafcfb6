import { Organisation } from '../access/entities';
import { dayInWords } from '../domain/kernel/calendar-date';
import { fenInWords } from '../domain/kernel/money';
import { mayDo } from '../domain/people/permissions';
import { Role } from '../domain/people/roles';
import { isGoingOn } from '../domain/renovation/going-on';
import { partyRoleNames } from '../domain/renovation/opening';
import { trackNames } from '../domain/renovation/stages';
import { Option, StatusMark } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import { Compound } from './compound.entity';
import { compoundPaths } from './compounds.paths';
import { Renovation } from './renovation.entities';
import { PartyLine } from './renovations.service';
import { Frame } from './workspace';
import { renovationStatus } from './workspace.presenter';

/** The renovations of a compound and the firms (views/compounds/renovations). */
export interface RenovationsPage extends Frame {
  title: string;
  form: FormState;
  renovations: {
    name: string;
    track: string;
    status: StatusMark;
    opened: string;
    closed: string;
    estimate: string;
    summary: string;
    isCurrent: boolean;
  }[];
  mayOpen: boolean;
  openAction: string;
  tracks: Option[];
  hasCurrent: boolean;
  mayAssign: boolean;
  parties: { firm: string; role: string; from: string; until: string; endAction: string; version: number }[];
  partyAction: string;
  partyRoles: Option[];
  firms: Option[];
}

/** The renovations of a compound over the years, and the firms on the current one. */
export function toRenovations(
  compound: Compound,
  stored: { renovations: Renovation[]; parties: PartyLine[]; firms: Organisation[]; form: FormState },
  role: Role,
  frame: Frame,
): RenovationsPage {
  const { renovations, parties, firms, form } = stored;
  const isRunning = renovations.some((one) => isGoingOn(one.state));
  const mayAssign = mayDo(role, 'renovation.assign-firm');
  return {
    ...frame,
    title: `改造项目 · ${compound.name}`,
    form,
    renovations: renovations.map((one) => ({
      name: one.name,
      track: trackNames[one.track],
      status: renovationStatus(one),
      opened: dayInWords(one.openedOn),
      closed: one.closedOn ? dayInWords(one.closedOn) : '—',
      estimate: one.estimatedFen === null ? '—' : fenInWords(one.estimatedFen),
      summary: one.summary ?? '',
      isCurrent: one.isCurrent,
    })),
    mayOpen: mayDo(role, 'renovation.open') && !isRunning,
    openAction: compoundPaths.renovations(compound.code),
    tracks: toOptions(trackNames),
    hasCurrent: renovations.some((one) => one.isCurrent),
    mayAssign,
    parties: parties.map((party) => ({
      firm: party.firmName,
      role: partyRoleNames[party.role],
      from: dayInWords(party.fromOn),
      until: party.untilOn ? dayInWords(party.untilOn) : '',
      endAction: mayAssign && !party.untilOn ? compoundPaths.partyEnd(party.id) : '',
      version: party.version,
    })),
    partyAction: compoundPaths.parties(compound.code),
    partyRoles: toOptions(partyRoleNames),
    firms: firms.map((firm) => ({ value: String(firm.id), label: firm.name })),
  };
}
