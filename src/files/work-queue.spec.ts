import { WorkQueue } from './work-queue';

describe('the queue of photos', () => {
  it('lets two run at once, in the order they came', async () => {
    const queue = new WorkQueue(2);
    const started: number[] = [];
    const finish: (() => void)[] = [];
    const tasks = [0, 1, 2, 3].map((task) =>
      queue.run(async () => {
        started.push(task);
        await new Promise<void>((resolve) => (finish[task] = resolve));
        return task;
      }),
    );
    await settled();
    expect(started).toEqual([0, 1]);
    finish[1]();
    await settled();
    expect(started).toEqual([0, 1, 2]);
    finish[0]();
    finish[2]();
    await settled();
    finish[3]();
    expect(await Promise.all(tasks)).toEqual([0, 1, 2, 3]);
  });

  it('goes on after a task that threw', async () => {
    const queue = new WorkQueue(1);
    await expect(queue.run(() => Promise.reject(new Error('damaged')))).rejects.toThrow('damaged');
    expect(await queue.run(async () => 'next')).toBe('next');
  });
});

const settled = () => new Promise((resolve) => setImmediate(resolve));
