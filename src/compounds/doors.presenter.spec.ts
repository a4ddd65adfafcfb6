import { formState } from '../platform/web/form';
import { Compound } from './compound.entity';
import { toDoors } from './doors.presenter';
import { DoorLine } from './doors.service';
import { Frame } from './workspace';

const compound = { code: 'fl106', name: '丰乐路106号院', householdCount: 4 } as Compound;
const frame = { crumbs: [], head: {} } as unknown as Frame;
const building = {
  id: 5,
  compoundId: 1,
  no: '1号楼',
  floors: 2,
  unitCount: 1,
  structure: 'brick',
  builtYear: null,
  version: 1,
};
const door = (id: number, floorNo: number, roomNo: string, use: DoorLine['use'] = 'dwelling'): DoorLine => ({
  id,
  buildingId: 5,
  buildingNo: '1号楼',
  unitNo: 1,
  floorNo,
  roomNo,
  use,
  version: 1,
});
const doors = [door(1, 1, '101', 'business'), door(2, 1, '102'), door(3, 2, '201'), door(4, 2, '202')];
const stored = { buildings: [building], doors, form: formState({}) };

describe('the door list', () => {
  it('shows the house as one looks at it, the top floor first', () => {
    const page = toDoors(compound, stored, 'community-worker', frame);
    expect(page.buildings).toEqual([
      {
        name: '1号楼',
        about: '1 单元 · 2 层 · 砖混',
        addLink: '/buildings/5/doors/new',
        units: [
          {
            name: '1 单元',
            floors: [
              {
                name: '2 层',
                doors: [
                  { label: '201', note: '', link: '/dwellings/3' },
                  { label: '202', note: '', link: '/dwellings/4' },
                ],
              },
              {
                name: '1 层',
                doors: [
                  { label: '101', note: '住改商', link: '/dwellings/1' },
                  { label: '102', note: '', link: '/dwellings/2' },
                ],
              },
            ],
          },
        ],
      },
    ]);
    expect(page.sentence).toBe('名册里有 4 户，其中住宅 3 户；台账登记 4 户，请核对哪个是对的。');
  });

  it('leads nowhere for those who only read', () => {
    const page = toDoors(compound, stored, 'auditor', frame);
    expect([
      page.mayEdit,
      page.buildings[0].addLink,
      page.buildings[0].units[0].floors[0].doors[0].link,
    ]).toEqual([false, '', '']);
  });

  it('says how to begin when there is nothing', () => {
    const page = toDoors(
      compound,
      { buildings: [], doors: [], form: formState({}) },
      'community-worker',
      frame,
    );
    expect(page.empty?.text).toContain('还没有门户名册');
  });
});
