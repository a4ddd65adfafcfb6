import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { report } from './served';

// The least that can be done: node:http sending the same bytes with the same headers.
const { headers, body, status } = JSON.parse(process.argv[2]) as {
  headers: Record<string, string>;
  body: string;
  status: number;
};
const bytes = Buffer.from(body, 'base64');
const server = createServer((_request, response) => {
  response.writeHead(status, headers);
  response.end(bytes.length ? bytes : undefined);
});
server.listen(0, '127.0.0.1', () => report((server.address() as AddressInfo).port));
