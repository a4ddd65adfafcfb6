import { fork, ChildProcess } from 'node:child_process';
import { connect } from 'node:net';
import { join } from 'node:path';

/** A server under measurement in a process of its own, which tells its processor time. */
export interface Served {
  port: number;
  /** Processor time used so far, in microseconds. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a server program of this folder; it must send { port } and answer 'cpu'. */
export async function serve(program: string, options: object = {}): Promise<Served> {
  const child: ChildProcess = fork(join(__dirname, program), [JSON.stringify(options)], {
    execArgv: ['-r', join(__dirname, '..', 'support', 'typescript.cjs')],
    env: { ...process.env, NODE_ENV: 'test', TZ: 'Asia/Shanghai' },
  });
  const answer = <T>() =>
    new Promise<T>((resolve) => child.once('message', (message) => resolve(message as T)));
  const { port } = await answer<{ port: number }>();
  return {
    port,
    cpu: () => {
      const reply = answer<number>();
      child.send('cpu');
      return reply;
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill();
      }),
  };
}

/** Tells the parent the port, and the processor time when asked. Called by the server programs. */
export function report(port: number): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send!(user + system);
  });
  process.send!({ port });
}

/** Sends the same request many times over some kept-alive connections; resolves when all were answered. */
export async function load(port: number, request: string, total: number, connections = 16): Promise<void> {
  const each = Math.ceil(total / connections);
  await Promise.all(Array.from({ length: connections }, () => oneConnection(port, request, each)));
}

function oneConnection(port: number, request: string, count: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let left = count;
    let got = 0;
    let wanted = -1;
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      if (wanted < 0) wanted = lengthOfAnswer(chunk);
      got += chunk.length;
      if (got < wanted) return;
      got = 0;
      left -= 1;
      if (left > 0) socket.write(request);
      else {
        socket.end();
        resolve();
      }
    });
  });
}

/** Head and body together; every answer of one run has the same length. */
function lengthOfAnswer(chunk: Buffer): number {
  const head = chunk.indexOf('\r\n\r\n') + 4;
  const length = /content-length: (\d+)/i.exec(chunk.subarray(0, head).toString('latin1'));
  return head + (length ? Number(length[1]) : 0);
}
