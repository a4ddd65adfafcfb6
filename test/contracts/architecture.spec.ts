import { crossings, ownClocks, sideDoors, sqliteWords } from './floors';
import { sourcesBelow } from './sources';

const sources = sourcesBelow('src', '.ts');
const planted = (path: string, text: string) => [{ path, text }];

describe('the floors of the house', () => {
  it('no file imports a room beside it or above it, and the law imports nothing', () => {
    expect(crossings(sources)).toEqual([]);
  });

  it.each([
    ['src/domain/kernel/a.ts', "import { Injectable } from '@nestjs/common';"],
    ['src/domain/kernel/a.ts', "import { Clock } from '../../platform/clock/clock';"],
    ['src/platform/web/a.ts', "import { Actor } from '../../access/allow';"],
    ['src/surveys/a.ts', "export * from '../meetings/meetings.service';"],
    ['src/stages/a.ts', "const board = await import('../portfolio/board');"],
    ['src/compounds/a.ts', "import { Surveys } from '../surveys/surveys.service';"],
    ['src/compounds/a.ts', "import { AppModule } from '../app.module';"],
    ['src/helpers/a.ts', "import './b';"],
  ])('a fault planted in %s is found: %s', (path, text) => {
    expect(crossings(planted(path, text))).toHaveLength(1);
  });

  it('leaves alone what is allowed', () => {
    expect(crossings(planted('src/stages/a.ts', "import { b } from '../surveys/surveys.totals';"))).toEqual(
      [],
    );
    expect(crossings(planted('src/domain/kernel/a.spec.ts', "import fc from 'fast-check';"))).toEqual([]);
  });
});

describe('the one door for writes', () => {
  it('only the unit of work touches the writing connection', () => {
    expect(sideDoors(sources)).toEqual([]);
  });

  it.each([
    "constructor(@InjectDataSource('writer') private writer: DataSource) {}",
    "@InjectRepository(Compound, 'writer') rows",
    'await this.reader.transaction(async (tx) => {})',
  ])('a side door is found: %s', (text) => {
    expect(sideDoors(planted('src/compounds/a.ts', text))).toHaveLength(1);
  });
});

describe('words of one database', () => {
  it('stay inside platform/database', () => {
    expect(sqliteWords(sources)).toEqual([]);
  });

  it.each(["ds.query('PRAGMA table_info(x)')", "select('strftime(...)')", 'INSERT OR IGNORE INTO x'])(
    'are found: %s',
    (text) => {
      expect(sqliteWords(planted('src/compounds/a.ts', text))).toHaveLength(1);
    },
  );
});

describe('the clock', () => {
  it('is asked from Clock, so that tests and the demo can set it', () => {
    expect(ownClocks(sources)).toEqual([]);
    expect(ownClocks(planted('src/compounds/a.ts', 'const at = new Date();'))).toHaveLength(1);
  });
});
