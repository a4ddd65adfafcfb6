/** Cameras do not write an earlier year; clocks that were never set do. */
const earliestYear = 1990;

/**
 * When a photo was taken, as the phone read it before the photo was shrunk: an instant, or what the camera's clock showed,
 * read as Beijing time. null where it says nothing.
 */
export function takenAtOf(text: string | undefined): string | null {
  const match = /^(\d{4})-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?(Z|[+-]\d{2}:\d{2})?$/.exec(text ?? '');
  if (!match || Number(match[1]) < earliestYear) return null;
  const read = new Date(match[2] ? text! : `${text}+08:00`);
  return Number.isNaN(read.getTime()) ? null : read.toISOString();
}
