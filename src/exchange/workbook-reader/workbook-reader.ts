import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { FileRefusal, fileRefusals, mostFileBytes } from '../../domain/exchange/file-refusals';
import { Merge, Sheet } from '../../domain/exchange/sheet';
import { done, Outcome, refuse } from '../../domain/kernel/outcome';
import { sniff } from '../../files/content-sniffer';
import { WorkQueue } from '../../files/work-queue';

type Message =
  | { type: 'sheet'; name: string; merges: Merge[] }
  | { type: 'rows'; rows: Sheet['rows'] }
  | { type: 'end' }
  | { type: 'refused'; code: FileRefusal };

const worker = join(__dirname, 'workbook-worker.cjs');
/** One file at a time, with this much memory and time: a file made to harm ends its own worker and nothing else. */
const oneAtATime = new WorkQueue(1);
const memory = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 24, stackSizeMb: 4 };
const mostMilliseconds = 30_000;

/** Reads an uploaded list, or refuses it with one sentence that says what the file is and what to do instead. */
export async function readWorkbook(bytes: Buffer, fileName: string): Promise<Outcome<Sheet[]>> {
  const kind = kindOf(bytes, fileName);
  if (kind !== 'xlsx' && kind !== 'csv') return refuse(fileRefusals[kind]);
  const read = await oneAtATime.run(() => readInWorker(bytes, kind));
  if (!Array.isArray(read)) return refuse(fileRefusals[read.refused]);
  const sheets = read.filter((sheet) => sheet.rows.some((row) => row.some((cell) => cell !== null)));
  return sheets.length > 0 ? done(sheets) : refuse(fileRefusals.empty);
}

function kindOf(bytes: Buffer, fileName: string): 'xlsx' | 'csv' | FileRefusal {
  if (bytes.length > mostFileBytes) return 'too-large';
  switch (sniff(bytes)) {
    case 'empty':
      return 'empty';
    case 'zip':
      return 'xlsx';
    case 'old-office':
      return 'old-excel';
    case 'locked-office':
      return 'locked';
    case 'pdf':
      return 'pdf';
    case 'unknown':
      return /\.(csv|txt|xlsx|xls)$/i.test(fileName) ? 'csv' : 'not-a-table';
    default:
      return 'not-a-table';
  }
}

function readInWorker(bytes: Buffer, kind: 'xlsx' | 'csv'): Promise<Sheet[] | { refused: FileRefusal }> {
  return new Promise((resolve, reject) => {
    const copy = new Uint8Array(bytes);
    const reader = new Worker(worker, {
      workerData: { bytes: copy, kind },
      transferList: [copy.buffer],
      resourceLimits: memory,
      execArgv: [],
      env: {},
    });
    const sheets: Sheet[] = [];
    const end = (result: Sheet[] | { refused: FileRefusal }) => {
      clearTimeout(timer);
      void reader.terminate();
      resolve(result);
    };
    const timer = setTimeout(() => end({ refused: 'too-slow' }), mostMilliseconds);
    reader.on('message', (message: Message) => {
      if (message.type === 'sheet') sheets.push({ name: message.name, merges: message.merges, rows: [] });
      else if (message.type === 'rows') sheets[sheets.length - 1].rows.push(...message.rows);
      else end(message.type === 'end' ? sheets : { refused: message.code });
    });
    reader.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return end({ refused: 'unpacks-too-large' });
      clearTimeout(timer);
      reject(error);
    });
  });
}
