// Locked by another program for longer than we wait, full, read-only, or failing; of the database and of the disk.
const codes = [
  ...['SQLITE_BUSY', 'SQLITE_LOCKED', 'SQLITE_FULL', 'SQLITE_READONLY', 'SQLITE_IOERR', 'SQLITE_CANTOPEN'],
  ...['ENOSPC', 'EDQUOT', 'EROFS', 'EIO'],
];

/** Does this error say that nothing can be written at present, whatever was asked? */
export const isOutOfReach = (error: unknown): boolean =>
  codes.includes(String((error as { code?: unknown } | null)?.code));
