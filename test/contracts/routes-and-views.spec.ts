import { Controller, Get, Put } from '@nestjs/common';
import { AppModule } from '../../src/app.module';
import { Allow, Open } from '../../src/access/allow';
import { routesOf, routesOfController, strangeMethods, tooOpen, twice, undeclared } from './routes';
import { sourcesBelow } from './sources';
import { partialsOf, templateFaults } from './templates';

const routes = routesOf(AppModule);
const templates = sourcesBelow('views', '.hbs');
const nameOf = (path: string) => path.replace(/^views\//, '').replace(/\.hbs$/, '');
const views = templates.map(({ path }) => nameOf(path));

@Controller('faults')
class Faults {
  @Get('nobody') nobody() {}
  @Get('both') @Allow('compound.read') @Open() both() {}
  @Put('put') @Open() put() {}
  @Get(':id') @Open() one() {}
  @Get(':code') @Open() other() {}
}

describe('routes', () => {
  it('each says who may use it', () => {
    expect(routes.length).toBeGreaterThan(30);
    expect(undeclared(routes)).toEqual([]);
  });

  it('change things by POST alone', () => {
    expect(strangeMethods(routes)).toEqual([]);
  });

  it('have one address each', () => {
    expect(twice(routes)).toEqual([]);
  });

  it('let in nobody their address is not for', () => {
    expect(tooOpen(routes)).toEqual([]);
  });

  it('planted faults are found', () => {
    const faults = routesOfController(Faults);
    expect(undeclared(faults)).toEqual(['Faults.nobody', 'Faults.both']);
    expect(strangeMethods(faults)).toEqual(['Faults.put']);
    expect(twice(faults)).toEqual(['GET /faults/:']);
    const open = routes.map((route) => ({ ...route, action: 'compound.read' as const }));
    expect(tooOpen(open)).toEqual(expect.arrayContaining(['DoorsController.index: contractor']));
  });
});

describe('views', () => {
  it('exist for every page', () => {
    const named = routes.map(({ view }) => view).filter((view) => view !== undefined);
    expect(named.filter((view) => !views.includes(view))).toEqual([]);
  });

  it('are all used, and every partial they name exists', () => {
    const partials = templates.flatMap(partialsOf).filter((name) => name !== 'partial-block');
    const exists = (name: string) => views.includes(name) || views.includes(`partials/${name}`);
    expect(partials.filter((name) => !exists(name))).toEqual([]);
    const inCode = sourcesBelow('src', '.ts')
      .map(({ text }) => text)
      .join('\n');
    const isUsed = (view: string) => {
      const name = view.replace(/^partials\//, '');
      return partials.includes(name) || inCode.includes(`'${view}'`);
    };
    expect(views.filter((view) => !isUsed(view))).toEqual([]);
  });

  it('print escaped text, no inline style or script, addresses through url and asset, a token in every form', () => {
    expect(templateFaults(templates)).toEqual([]);
  });

  it.each([
    '<p>{{{name}}}</p>',
    '<p style="color:red">',
    '<a onclick="go()">',
    '<script>go()</script>',
    '<a href="/compounds">',
    '<img src="https://example.com/a.png">',
    '<form method="post" action="{{url a}}"></form>',
  ])('a planted fault is found: %s', (text) => {
    expect(templateFaults([{ path: 'views/a.hbs', text }])).not.toEqual([]);
  });
});
