import { areaInWords } from '../domain/kernel/area';
import { plateOf } from '../domain/compound/plate';
import { mayDo } from '../domain/people/permissions';
import { Role } from '../domain/people/roles';
import { Position, renovationStateNames, stageNames } from '../domain/renovation/stages';
import { ActionLink, NumberFigure, Plate, StatusMark } from '../platform/web/figures';
import { Compound } from './compound.entity';
import { compoundPaths } from './compounds.paths';
import { Renovation } from './renovation.entities';
import { TabRows } from './workspace-tabs';

/** What stands above every page of a compound (partial compound-head). */
export interface CompoundHead extends TabRows {
  plate: Plate;
  status?: StatusMark;
  statusNote?: string;
  facts: string[];
  actions: ActionLink[];
  numbers: NumberFigure[];
}

/** The head of a compound's pages: door plate, where it stands, the facts everybody asks for first. */
export function toCompoundHead(
  compound: Compound,
  renovation: Renovation | null,
  tabs: TabRows,
  role: Role,
): CompoundHead {
  return {
    plate: plateFigure(compound.name),
    status: renovation ? renovationStatus(renovation) : { state: 'idle', word: '未立项' },
    statusNote: renovation?.name ?? '还没有改造项目',
    facts: compoundFacts(compound),
    actions: [
      { label: '公示页', link: compoundPaths.publicPage(compound.code), icon: 'qrcode' },
      { label: '二维码', link: compoundPaths.label(compound.code), icon: 'printer' },
      ...(mayDo(role, 'compound.edit')
        ? [{ label: '修改资料', link: compoundPaths.edit(compound.code) }]
        : []),
    ],
    numbers: [],
    ...tabs,
  };
}

/** A compound's name as the partials set it on a door plate. */
export function plateFigure(name: string, line?: string): Plate {
  const { road, number, suffix } = plateOf(name);
  return { before: road, number: number || undefined, after: suffix || undefined, line };
}

/** Where a renovation stands, as a mark and a word. */
export function renovationStatus(renovation: Pick<Renovation, keyof Position>): StatusMark {
  const { state, stage } = renovation;
  if (state === 'active') return { state: 'doing', word: stageNames[stage] };
  if (state === 'paused')
    return { state: 'late', word: `${stageNames[stage]}（${renovationStateNames.paused}）` };
  return { state: state === 'closed' ? 'done' : 'idle', word: renovationStateNames[state] };
}

/** '1989 年建', '1 栋 1 单元 7 层', '28 户', '占地 490 ㎡' …: only what is known. */
export function compoundFacts(compound: Compound): string[] {
  const {
    builtYear,
    builtYearNote,
    buildingCount,
    unitCount,
    floorsMax,
    householdCount,
    siteArea,
    floorArea,
  } = compound;
  const shape = [
    buildingCount && `${buildingCount} 栋`,
    unitCount && `${unitCount} 单元`,
    floorsMax && `${floorsMax} 层`,
  ].filter(Boolean);
  return [
    builtYear ? `${builtYear} 年建` : (builtYearNote ?? ''),
    shape.join(' '),
    householdCount ? `${householdCount} 户` : '',
    siteArea ? `占地 ${areaInWords(siteArea)}` : '',
    floorArea ? `建筑 ${areaInWords(floorArea)}` : '',
    compound.originUnit ? `原${compound.originUnit.replace(/^原/, '')}` : '',
  ].filter((fact) => fact !== '');
}
