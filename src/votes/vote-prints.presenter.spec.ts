import { VoteRecords } from './vote-records';
import { countedVote, givenBallot, givenPlaces, givenRecords } from './given-votes';
import { toComputation, toInspection, toPapers, toSignSheet } from './vote-prints.presenter';

const counted = (change: Partial<VoteRecords> = {}) => givenRecords(countedVote, change);

describe('the sheets of a vote', () => {
  it('the computation tells roster, rule and every inequality, and no door', () => {
    const sheet = toComputation(counted(), givenPlaces);
    expect(sheet).toMatchObject({ isInterim: false, digest: 'ab'.repeat(32) });
    expect(sheet.title).toBe('丰乐路106号院 1单元加装电梯 计票计算过程');
    expect(sheet.lines.filter(({ mark }) => mark).map(({ mark }) => mark)).toEqual([
      ...['达到', '达到', '达到', '达到'],
      ...['未达到', '未达到'],
    ]);
    expect(JSON.stringify(sheet)).not.toContain('601');
    expect(toComputation(givenRecords(), givenPlaces).isInterim).toBe(true);
  });

  it('the inspection shows each ballot beside its doors, and why one does not count', () => {
    const ballots = [
      givenBallot(1, 'yes', { isProxy: true, authorisedOn: '2026-04-17' }),
      givenBallot(2, 'yes', { isProxy: true }),
      givenBallot(3, 'no'),
    ];
    const { rows } = toInspection(counted({ ballots }), givenPlaces);
    expect(rows.slice(0, 4).map(({ doors, standing, about }) => [doors, standing, about])).toEqual([
      ['1号楼 1单元 101', '同意', '代理'],
      ['1号楼 1单元 102', '无效', '代理没有书面委托；代理'],
      ['1号楼 1单元 201', '反对', ''],
      ['1号楼 1单元 202', '未交回', ''],
    ]);
  });

  it('there is an empty ballot for each owner, and a line to sign on', () => {
    const papers = toPapers(givenRecords(), givenPlaces);
    expect(papers.papers.length).toBe(11);
    expect(papers.papers[10]).toEqual({ number: 11, doors: '1号楼 1单元 601、602', area: '160.00 ㎡' });
    expect(papers.rule).toBe(
      '参与的人数和面积都三分之二以上，其中人数和面积都四分之三以上同意（民法典 §278）',
    );
    expect(toSignSheet(givenRecords(), givenPlaces).rows.length).toBe(11);
  });
});
