// In which sizes and formats a photo is shown, and how large each becomes. Source: local (design budget: 480 px in
// lists, 1600 px alone; WebP with JPEG for browsers without it). The original is never shown to the public.

/** Longest side of the copies, in pixels. */
const webSides = [480, 1600] as const;
/** The longest side of a copy, in pixels. */
export type WebSide = (typeof webSides)[number];

/** Formats of the copies. */
const webFormats = ['webp', 'jpg'] as const;
/** The format of a copy. */
export type WebFormat = (typeof webFormats)[number];

/** One copy of a photo: '480.webp' … '1600.jpg'. */
export type WebCopy = `${WebSide}.${WebFormat}`;

/** All copies that are made of each photo. */
export const webCopies: readonly WebCopy[] = webSides.flatMap((side) =>
  webFormats.map((format): WebCopy => `${side}.${format}`),
);

/** Is this text the name of a copy? */
export const isWebCopy = (text: string): text is WebCopy => (webCopies as readonly string[]).includes(text);

/** What each format is sent as. */
export const webMediaTypes: Record<WebFormat, string> = { webp: 'image/webp', jpg: 'image/jpeg' };

/** The format of a copy. */
export const formatOf = (copy: WebCopy): WebFormat => (copy.endsWith('.webp') ? 'webp' : 'jpg');

/** Width and height in pixels. */
export interface PixelSize {
  width: number;
  height: number;
}

/** How large does the copy with this longest side become? Nothing is blown up; a side never falls below one pixel. */
export function fitInside(original: PixelSize, side: number): PixelSize {
  const longest = Math.max(original.width, original.height);
  if (longest <= side) return { width: original.width, height: original.height };
  const scaled = (length: number) => Math.max(1, Math.round((length * side) / longest));
  return { width: scaled(original.width), height: scaled(original.height) };
}
