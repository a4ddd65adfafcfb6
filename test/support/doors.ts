import { EntityManager } from 'typeorm';
import { Dwelling } from '../../src/compounds/door.entities';
import { taken } from './pages';
import { Fields, Person } from './person';

/** Puts up 1号楼 through the form of the doors: one unit, seven floors, four doors each, 28 in all. */
export async function putUpDoors(person: Person, code = 'fl106', change: Fields = {}): Promise<void> {
  const building = { buildingNo: '1号楼', units: '1', floors: '7', doorsPerFloor: '4', ...change };
  await taken(person.fill(`/compounds/${code}/doors`, building, `/compounds/${code}/buildings`));
}

/** The doors of a compound of one building by the number on them. */
export async function doorsOf(rows: EntityManager, compoundId: number): Promise<Map<string, number>> {
  const doors = await rows.findBy(Dwelling, { compoundId });
  return new Map(doors.map(({ id, roomNo }) => [roomNo, id]));
}
