import { get, IncomingHttpHeaders } from 'node:http';
import { Served, load, serve } from './served';

const rounds = 9;
const requests = 8_000;

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Compares the processor time of one answered request: the product against bare node:http with the same bytes. */
async function compare(name: string, product: Served, request: string): Promise<void> {
  const answer = await ask(product.port, request);
  const { date: _date, connection: _connection, 'keep-alive': _keepAlive, ...headers } = answer.headers;
  const bare = await serve('bare-server.ts', {
    headers,
    status: answer.status,
    body: answer.body.toString('base64'),
  });
  const ratios: number[] = [];
  const costs: [number, number][] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const pair = [await cost(product, request), await cost(bare, request)] as [number, number];
    // The first round warms both up.
    if (round > 0) {
      costs.push(pair);
      ratios.push(pair[0] / pair[1]);
    }
  }
  await bare.stop();
  const middle = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
  const [ours, theirs] = [0, 1].map((side) => middle(costs.map((pair) => pair[side])));
  console.log(
    `${name.padEnd(22)} ${answer.body.length.toString().padStart(6)} bytes   product ${ours.toFixed(1)} us   bare ${theirs.toFixed(1)} us   ratio ${middle(ratios).toFixed(2)} (goal at most 1.30)`,
  );
}

async function cost(served: Served, request: string): Promise<number> {
  const before = await served.cpu();
  await load(served.port, request, requests);
  return ((await served.cpu()) - before) / requests;
}

function ask(port: number, request: string): Promise<Answer> {
  const [first, ...lines] = request.trim().split('\r\n');
  const headers = Object.fromEntries(lines.map((line) => line.split(': ')));
  return new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', path: first.split(' ')[1], headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    }).on('error', reject);
  });
}

const page = (more: string) =>
  `GET /c/fl106 HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html\r\nUser-Agent: Mozilla/5.0 (Linux; Android 10)\r\n${more}\r\n`;

async function main(): Promise<void> {
  const product = await serve('product-server.ts');
  const gzip = page('Accept-Encoding: gzip\r\n');
  const { headers } = await ask(product.port, gzip);
  console.log(
    `processor time of the server for one request; ${rounds} rounds of ${requests}, medians, interleaved`,
  );
  await compare('cached page, gzip', product, gzip);
  await compare('cached page, plain', product, page(''));
  await compare(
    'not modified (304)',
    product,
    page(`Accept-Encoding: gzip\r\nIf-None-Match: ${headers.etag}\r\n`),
  );
  await product.stop();
}

void main();
