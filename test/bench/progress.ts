import 'reflect-metadata';
import { addDays } from '../../src/domain/kernel/calendar-date';
import { finishForecast } from '../../src/domain/progress/finish-forecast';
import { courseOf, posted, progressItem } from '../../src/domain/progress/given-progress';
import { progressOn } from '../../src/domain/progress/progress-on';
import { sCurve } from '../../src/domain/progress/s-curve';

const sizes = [30, 300];
const rounds = 9;
const first = '2026-01-05';

/** Twenty items over half a year, with so many confirmed values. */
function record(values: number) {
  const items = Array.from({ length: 20 }, (_, index) =>
    progressItem(index + 1, {
      plannedStartOn: addDays(first, index * 5),
      plannedFinishOn: addDays(first, 80 + index * 5),
    }),
  );
  const rows = Array.from({ length: values }, (_, index): [number, string, number] => [
    (index % 20) + 1,
    addDays(first, Math.floor((index * 150) / values)),
    Math.floor((index * 90_00) / values),
  ]);
  return { items, values: posted(...rows) };
}

/** So many renovations, each laid out and counted as a page of the board does. */
function timeOf(renovations: number, values: number): number {
  const { items, values: told } = record(values);
  const started = performance.now();
  for (let index = 0; index < renovations; index += 1) {
    const course = courseOf(items, { values: told });
    progressOn(course, '2026-06-08');
    finishForecast(course, '2026-06-08');
  }
  return performance.now() - started;
}

const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
const ratio = (small: number, large: number) => (large / small).toFixed(1);

function main(): void {
  console.log(`the progress of twenty items, ${rounds} rounds interleaved, medians`);
  const byCount = sizes.map((): number[] => []);
  const byValues = sizes.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    sizes.forEach((size, at) => byCount[at].push(timeOf(size, 300)));
    sizes.forEach((size, at) => byValues[at].push(timeOf(50, size * 5)));
  }
  const [few, many] = byCount.map(median);
  console.log(
    `30 and 300 renovations      ${few.toFixed(0)} ms   ${many.toFixed(0)} ms   ratio ${ratio(few, many)} for ten times the renovations`,
  );
  const [short, long] = byValues.map(median);
  console.log(
    `150 and 1500 values each    ${short.toFixed(0)} ms   ${long.toFixed(0)} ms   ratio ${ratio(short, long)} for ten times the values`,
  );
  const { items, values } = record(1500);
  const course = courseOf(items, { values });
  const started = performance.now();
  const days = sCurve(course, finishForecast(course, '2026-06-08'), '2026-06-08').length;
  console.log(`one curve of ${days} days      ${(performance.now() - started).toFixed(0)} ms`);
}

main();
