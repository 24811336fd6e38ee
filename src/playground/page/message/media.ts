/** Boxes that pictures are fitted into, in CSS pixels. */
export const PICTURE_BOX = { width: 550, height: 350 } as const;
export const THUMBNAIL_BOX = { width: 85, height: 85 } as const;

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

interface Sized {
  readonly width?: number | null | undefined;
  readonly height?: number | null | undefined;
}

/** The size a picture is drawn at: its own, or as large as the box allows. Without one of its own: the box. */
export function fittedSize({ width, height }: Sized, box: PictureSize): PictureSize {
  if (!width || !height) return box;
  const scale = Math.min(1, box.width / width, box.height / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** Those the browser draws as they are; all others are files. */
const PICTURES = /^image\/(?:png|jpeg|gif|webp)$/;

export function isPicture(contentType: string | null | undefined): boolean {
  return PICTURES.test(contentType?.split(';')[0] ?? '');
}

/** The address if the page may load or link it: of its own server, or of the web. */
export function mediaAddress(address: string): string | null {
  return /^(?:https?:\/\/|\/(?!\/))/i.test(address) ? address : null;
}

/** @param colour as of the API, 0xRRGGBB. */
export function cssColour(colour: number): string {
  return `#${colour.toString(16).padStart(6, '0')}`;
}
