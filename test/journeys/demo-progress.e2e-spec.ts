import { HTMLElement } from 'node-html-parser';
import { readDemoCast } from '../../src/cli/seed/load-demo';
import { House, openHouse } from '../support/app';
import { demoFolder } from '../support/demo';
import { Person } from '../support/person';

const tab = '/compounds/fl106/progress';
const eighthOfJune = `${tab}?renovation=1&on=2026-06-08`;

/** The words of a cell or a line, white space folded. */
const wordsOf = (one: HTMLElement) => one.structuredText.replace(/\s+/g, ' ').trim();

describe('丰乐路106号院 of the demo, looked back at on 8 June 2026', () => {
  let house: House;
  let manager: Person;
  let builder: Person;

  beforeAll(async () => {
    const { folder } = await demoFolder();
    house = await openHouse({ from: folder });
    const { password } = readDemoCast();
    manager = await house.person('liuzhai', password);
    builder = await house.person('hemu', password);
  }, 300_000);
  afterAll(() => house.close());

  const sectionOf = async (section: string, path = eighthOfJune, person = manager) =>
    (await person.get(path)).page.querySelector(`section[aria-labelledby=${section}]`)!;
  const rowsOf = async (section: string, path = eighthOfJune) =>
    (await sectionOf(section, path))
      .querySelectorAll('tbody tr')
      .map((row) => row.querySelectorAll('th, td').map(wordsOf));
  const numbersOf = async (path: string, person = manager) =>
    Object.fromEntries(
      (await person.get(path)).page
        .querySelectorAll('.numbers div')
        .map((one) => [
          wordsOf(one.querySelector('dt')!),
          one.querySelectorAll('dd > *').map(wordsOf).join(' '),
        ]),
    );

  // By hand. Weight = amount of 180,000 yuan; done and planned of each item by the evening of 8 June:
  //   飞线      15,000   8.33 %  done 100 %            planned  4 of  4 working days = 100.00 %
  //   院墙      31,000  17.22 %  done 527/620 = 85.00 %  planned 11 of 13 = 84.61 %
  //   楼道      14,000   7.78 %  done   4/7   = 57.14 %  planned  6 of 10 = 60.00 %
  //   门禁      12,000   6.67 %  done           10.00 %  planned  1 of  5 = 20.00 %
  //   车棚      56,000  31.11 %  done  42/60  = 70.00 %  planned 10 of 10 = 100.00 %
  //   充电桩    46,000  25.56 %  done                0   planned  1 of  7 = 14.28 %
  //   消防通道   6,000   3.33 %  done                0   planned  0 of  2 =  0
  //   done     8.33 + 14.64 + 4.44 + 0.67 + 21.77          = 49.85 %
  //   planned  8.33 + 14.57 + 4.67 + 1.33 + 31.11 + 3.65   = 63.66 %
  // The plan stood at 49.85 % in the evening of 4 June; the site had two working days since, the 5th and the 8th: as many as
  // the rain of the 2nd and the 3rd had taken.
  it('shows the number worked out by hand, in the figures and in the table behind it', async () => {
    expect(await numbersOf(eighthOfJune)).toMatchObject({
      ...{ 已完成: '49% 截至 6月8日', 计划应完成: '63%', 做完的施工项目: '1 / 7 项', 计划完工: '6月18日' },
      和计划比: '慢 14 个百分点，约 2 个工作日',
    });
    const weights = await rowsOf('weights');
    expect(
      weights.map(([name, share, , planned, done, amount, brought]) => [
        name,
        share,
        planned,
        done,
        amount,
        brought,
      ]),
    ).toEqual([
      ['剪除飞线，弱电线入槽', '8.33%', '100%', '100%', '—', '8.33%'],
      ['粉刷院墙和外墙', '17.22%', '84%', '85%', '527 / 620 ㎡', '14.64%'],
      ['粉刷楼道', '7.78%', '60%', '57%', '4 / 7 层', '4.44%'],
      ['电子门禁', '6.67%', '20%', '10%', '—', '0.67%'],
      ['公共车棚', '31.11%', '100%', '70%', '42 / 60 ㎡', '21.77%'],
      ['电动自行车免费充电桩', '25.56%', '14%', '0%', '0 / 30 组', '0.00%'],
      ['清空消防车通道并划线', '3.33%', '0%', '0%', '—', '0.00%'],
    ]);
    const foot = (await sectionOf('weights')).querySelector('tfoot')!;
    expect(wordsOf(foot)).toBe('合计 100.00% 63.66% 49.85%');
  });

  // 13 working days from 19 May without the two of rain: 49.85 / 13 = 3.83 a day; the rest, 50.15 %, takes 14 more of them,
  // from 9 June on: four until the 12th, four until the 18th (the 19th is 端午), five until the 26th, and the 29th.
  it('says whether 18 June held, as it looked then', async () => {
    const verdict = await sectionOf('verdict');
    expect(wordsOf(verdict.querySelector('h2')!)).toBe('6月18日还能完工吗？');
    expect(wordsOf(verdict.querySelector('.st-late')!)).toBe('赶不上，晚 11 天');
    expect(wordsOf(verdict)).toContain(
      '有 13 个工作日，完成 49.85%，平均每天 3.83%；还剩 50.15%，要 14 个工作日',
    );
    expect(wordsOf(verdict)).not.toContain('更新预计完工');
  });

  it('explains the two days by the rain, with the word the manager had given', async () => {
    const delays = (await sectionOf('delays')).querySelectorAll('li').map(wordsOf);
    const shed = delays.find((words) => words.startsWith('「公共车棚」'))!;
    expect(shed).toContain(
      '6月2日 至 6月3日因降雨停工 2 个工作日（责任方：天气）；计划完工 2026年6月5日，建议顺延到 2026年6月9日',
    );
    expect(shed).toContain('同意顺延');
  });

  it('draws bars and curve until that day, and calls no day today', async () => {
    const bars = await rowsOf('bars');
    expect(bars.find(([name]) => name === '公共车棚')!.slice(1, 4)).toEqual([
      ...['5月25日 至 6月5日', '5月25日开始，完成 70%（应完成 100%），预计 6月11日完', '晚 6 天'],
    ]);
    const days = await rowsOf('curve');
    expect(days.find(([day]) => day === '6月8日')!.slice(2, 4)).toEqual(['63.66%', '49.85%']);
    expect(days.find(([day]) => day === '6月9日')![3]).toBe('—');
    const drawn = wordsOf(await sectionOf('curve')) + wordsOf(await sectionOf('bars'));
    expect(drawn).toContain('截至 6月8日');
    expect(drawn).not.toContain('今天');
  });

  it('names each stop by what it rests on, and leads there', async () => {
    const rows = (await sectionOf('stops')).querySelectorAll('tbody tr');
    const basis = rows.map((row) => wordsOf(row.querySelectorAll('th, td')[5]));
    expect(basis).toEqual(
      expect.arrayContaining([
        '静音日',
        '日报：6月2日 至 6月3日',
        '停工令',
        '手工登记：气象部门降雨预警（演示）',
      ]),
    );
    const links = rows.flatMap((row) => row.querySelectorAll('a').map((one) => one.getAttribute('href')!));
    expect(links).toHaveLength(3);
    for (const link of links) expect([link, (await manager.get(link)).status]).toEqual([link, 200]);
    // The exams of 25 June came when everything was done.
    const today = await rowsOf('stops', `${tab}?renovation=1`);
    expect(today.map(([, , days]) => days)).not.toContain('6月25日 至 6月27日');
  });

  it('prints the same day on A3, and says it in the same words to the builder, without what is expected', async () => {
    const sheet = `${tab}/print?renovation=1&on=2026-06-08`;
    expect(
      (await manager.get(eighthOfJune)).page.querySelector('main .actions a')!.getAttribute('href'),
    ).toBe(sheet);
    const printed = await manager.get(sheet);
    for (const words of ['截至 2026年6月8日', '合计 100.00% 63.66% 49.85%'])
      expect(printed.text).toContain(words);
    const numbers = await numbersOf(eighthOfJune, builder);
    expect([numbers['已完成'], numbers['计划应完成'], numbers['最可能完工']]).toEqual([
      '49% 截至 6月8日',
      '63%',
      undefined,
    ]);
  });

  it('goes back to today, and takes no day before the first planned one or after today', async () => {
    const { page } = await manager.get(eighthOfJune);
    const form = page.querySelector('form.look-back')!;
    expect(form.querySelector('input[name=renovation]')!.getAttribute('value')).toBe('1');
    expect(form.querySelector('a')!.getAttribute('href')).toBe(`${tab}?renovation=1`);
    expect(await numbersOf(`${tab}?renovation=1`)).toMatchObject({
      已完成: expect.stringMatching(/^100%/),
      实际完工: '6月18日',
    });
    const before = await numbersOf(`${tab}?renovation=1&on=2020-01-01`);
    expect(before['已完成']).toBe('2% 截至 5月19日');
    for (const none of ['2099-01-01', '2026-02-30', '6月8日', ''])
      expect((await numbersOf(`${tab}?renovation=1&on=${encodeURIComponent(none)}`))['已完成']).toMatch(
        /^100%/,
      );
  });
});
