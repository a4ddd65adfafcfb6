import { House, openHouse } from '../support/app';

describe('the house', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('is alive and ready', async () => {
    const visitor = await house.person();
    expect((await visitor.get('/healthz')).status).toBe(200);
    expect((await visitor.get('/readyz')).text).toContain('ready');
  });

  it('lets the manager in', async () => {
    const manager = await house.person('manager');
    expect((await manager.get('/account')).status).toBe(200);
  });
});
