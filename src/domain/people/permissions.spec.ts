import { Action, actions, mayDo, maySendFiles, rolesFor } from './permissions';
import { Role, organisationKindOf, roles } from './roles';
import { scopeOf } from './scope';

const may = (role: Role) => actions.filter((action) => mayDo(role, action));
const writing: Action[] = actions.filter((action) => !/read|account\.own|progress\.forecast/.test(action));

describe('who may do what', () => {
  it('every action is open to somebody', () => {
    expect(actions.filter((action) => rolesFor(action).length === 0)).toEqual([]);
  });

  it('an auditor reads and changes nothing', () => {
    expect(may('auditor').filter((action) => writing.includes(action))).toEqual([]);
    expect(may('auditor')).toEqual(
      expect.arrayContaining(['compound.read', 'survey.read', 'audit.read', 'file.read']),
    );
  });

  it('the administrator opens accounts and sees no compound', () => {
    expect(may('system-admin')).toEqual(['people.read', 'people.edit', 'account.own']);
    expect(scopeOf({ role: 'system-admin', organisationId: 1 })).toEqual({ kind: 'nothing' });
  });

  it('only the district officer overrides a gate, and only the street manager brings evidence', () => {
    expect(rolesFor('stage.override')).toEqual(['district-officer']);
    expect(rolesFor('stage.milestone')).toEqual(['street-manager']);
  });

  it.each(['contractor', 'supervisor'] as const)(
    'a %s sees compounds of their contracts, no doors or surveys, and writes of nothing but the works',
    (role) => {
      expect(scopeOf({ role, organisationId: 9 })).toEqual({ kind: 'contracts', organisationId: 9 });
      expect(may(role)).not.toEqual(expect.arrayContaining(['doors.read']));
      const written = {
        contractor: ['works.step', 'post.write', 'check.write', 'point.photograph'],
        supervisor: [
          ...['works.step', 'post.confirm', 'check.write', 'check.stop', 'point.photograph'],
          'hint.answer',
        ],
      };
      expect(may(role).filter((action) => writing.includes(action))).toEqual([
        'zone.acknowledge',
        ...written[role],
      ]);
      expect([mayDo(role, 'survey.read'), mayDo(role, 'audit.read'), maySendFiles(role)]).toEqual([
        false,
        false,
        true,
      ]);
    },
  );

  it('everybody has an own account, an organisation kind and a scope', () => {
    for (const role of roles) {
      expect(mayDo(role, 'account.own')).toBe(true);
      expect(organisationKindOf[role]).toBeDefined();
      expect(scopeOf({ role, organisationId: 1 }).kind).toBeDefined();
    }
  });
});
