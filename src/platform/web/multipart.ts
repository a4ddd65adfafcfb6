import { createWriteStream } from 'node:fs';
import { mkdir, unlink } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import multipart, { MultipartFile } from '@fastify/multipart';
import { FastifyInstance, FastifyRequest } from 'fastify';
import { uploadLimits } from '../../domain/files/upload-limits';

const MB = 1024 * 1024;

/** Where reading stops: well above what a file may have, so that its owner is told its true size. */
const readingLimits = {
  fileBytes: 48 * MB,
  formBytes: uploadLimits.filesPerForm * uploadLimits.photoBytes + 20 * MB,
};

/** A file as it arrived: still unchecked, in a temporary place that is emptied after the answer. */
export interface UploadedFile {
  field: string;
  temporaryPath: string;
  originalName: string;
  declaredType: string;
  /** Bytes read; where reading stopped at its limit, that limit (which is above what any file may have). */
  bytes: number;
}

const uploads = new WeakSet<object>();
export const isUploadedFile = (value: unknown): value is UploadedFile =>
  typeof value === 'object' && value !== null && uploads.has(value);

declare module 'fastify' {
  interface FastifyRequest {
    temporaryFiles?: string[];
    /** Bytes of all files of the form read so far. */
    formBytes?: { read: number };
  }
}

/**
 * Reads multipart forms: text fields as text, files to DATA_DIR/tmp. A file that is too large is cut,
 * so that the rest of the form is not lost; a body beyond every limit is refused while it arrives.
 */
export async function registerMultipart(server: FastifyInstance, dataDir: string): Promise<void> {
  const folder = join(dataDir, 'tmp');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await server.register(multipart, {
    attachFieldsToBody: 'keyValues',
    throwFileSizeLimit: false,
    limits: {
      fileSize: readingLimits.fileBytes,
      // A removal day has up to three file fields for each of thirty structures; those left empty count too.
      files: 100,
      fields: 500,
      fieldSize: 100_000,
      parts: 600,
      headerPairs: 50,
    },
    onFile: async function (this: FastifyRequest, part: MultipartFile) {
      const temporaryPath = join(folder, randomUUID());
      (this.temporaryFiles ??= []).push(temporaryPath);
      let bytes = 0;
      const form = (this.formBytes ??= { read: 0 });
      const counter = new Transform({
        transform(chunk: Buffer, _encoding, next) {
          bytes += chunk.length;
          form.read += chunk.length;
          next(form.read > readingLimits.formBytes ? tooLarge() : null, chunk);
        },
      });
      await pipeline(part.file, counter, createWriteStream(temporaryPath, { mode: 0o600 }));
      const file: UploadedFile = {
        field: part.fieldname,
        temporaryPath,
        originalName: part.filename ?? '',
        declaredType: part.mimetype,
        bytes,
      };
      uploads.add(file);
      (part as unknown as { value: UploadedFile }).value = file;
    },
  });
  // The plugin reads the raw request; a stream put in between would never be drained and stop every large body.
  server.addHook('preParsing', async (request, _reply, payload) => {
    if (isMultipart(request) && Number(request.headers['content-length'] ?? 0) > readingLimits.formBytes) {
      throw tooLarge();
    }
    return payload;
  });
  server.addHook('onResponse', removeTemporaryFiles);
  server.addHook('onRequestAbort', removeTemporaryFiles);
}

async function removeTemporaryFiles(request: FastifyRequest): Promise<void> {
  await Promise.all((request.temporaryFiles ?? []).map((path) => unlink(path).catch(() => undefined)));
}

export const isMultipart = (request: FastifyRequest) =>
  String(request.headers['content-type'] ?? '').startsWith('multipart/');

const tooLarge = () =>
  Object.assign(new Error('The form is larger than all its files may be together'), { statusCode: 413 });
