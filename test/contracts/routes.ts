import 'reflect-metadata';
import { RequestMethod, Type } from '@nestjs/common';
import { METHOD_METADATA, MODULE_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { ALLOW, OPEN } from '../../src/access/allow';
import { Action, rolesFor } from '../../src/domain/people/permissions';
import type { Role } from '../../src/domain/people/roles';

/** One route of the application as its decorators declare it. */
export interface Route {
  method: 'GET' | 'POST' | string;
  path: string;
  handler: string;
  action?: Action;
  open: boolean;
  view?: string;
}

/** Every route of a module and all modules it imports. */
export function routesOf(module: Type): Route[] {
  return [...controllersOf(module, new Set())].flatMap(routesOfController);
}

function controllersOf(module: unknown, seen: Set<unknown>): Set<Type> {
  const found = new Set<Type>();
  const type = (module as { module?: Type }).module ?? (module as Type);
  if (typeof type !== 'function' || seen.has(type)) return found;
  seen.add(type);
  for (const one of (Reflect.getMetadata(MODULE_METADATA.CONTROLLERS, type) as Type[] | undefined) ?? [])
    found.add(one);
  for (const one of (Reflect.getMetadata(MODULE_METADATA.IMPORTS, type) as unknown[] | undefined) ?? []) {
    for (const controller of controllersOf(one, seen)) found.add(controller);
  }
  return found;
}

export function routesOfController(controller: Type): Route[] {
  const prefix = String(Reflect.getMetadata(PATH_METADATA, controller) ?? '');
  const names = Object.getOwnPropertyNames(controller.prototype).filter((name) => name !== 'constructor');
  return names.flatMap((name) => {
    const handler = controller.prototype[name] as object;
    const path = Reflect.getMetadata(PATH_METADATA, handler) as string | string[] | undefined;
    if (path === undefined) return [];
    const keys = Reflect.getMetadataKeys(handler);
    const view = keys.find((key) => typeof key === 'symbol' && key.description === 'view') as
      symbol | undefined;
    return [path].flat().map((one) => ({
      method: RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number],
      path: `/${[prefix, one].join('/')}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1'),
      handler: `${controller.name}.${name}`,
      action: Reflect.getMetadata(ALLOW, handler) as Action | undefined,
      open: Boolean(Reflect.getMetadata(OPEN, handler)),
      view: view && (Reflect.getMetadata(view, handler) as string),
    }));
  });
}

/** Routes that do not say who may use them, or say both. */
export const undeclared = (routes: Route[]) =>
  routes.filter(({ action, open }) => Boolean(action) === open).map(({ handler }) => handler);

/** Routes with a method other than GET and POST. */
export const strangeMethods = (routes: Route[]) =>
  routes.filter(({ method }) => method !== 'GET' && method !== 'POST').map(({ handler }) => handler);

/** Addresses that two handlers claim. */
export function twice(routes: Route[]): string[] {
  const keys = routes.map(({ method, path }) => `${method} ${path.replace(/:[^/]+/g, ':')}`);
  return keys.filter((key, index) => keys.indexOf(key) !== index);
}

/** Addresses that only offices may open: doors, what was found at them, contacts, accounts, lists and the record. */
const officesOnly = /doors|dwellings|buildings|survey|visits|hazards|contacts|\/admin|imports|audit|\/log$/;
/** Addresses that change something an auditor must never change. */
const isChange = ({ method, path }: Route) => method === 'POST' && !/^\/(account|sign-)/.test(path);

/** Routes whose action lets in somebody their address is not for, as 'handler: role'. */
export function tooOpen(routes: Route[]): string[] {
  return routes
    .filter((route) => route.action)
    .flatMap((route) => {
      const shut: Role[] = [];
      if (officesOnly.test(route.path)) shut.push('contractor', 'supervisor');
      if (isChange(route) && !route.path.endsWith('/originals')) shut.push('auditor');
      if (!/^\/(admin|account|sign-)/.test(route.path)) shut.push('system-admin');
      return rolesFor(route.action!)
        .filter((role) => shut.includes(role))
        .map((role) => `${route.handler}: ${role}`);
    });
}
