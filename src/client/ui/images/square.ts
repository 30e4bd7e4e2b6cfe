import { PageRefusal } from "#client/lib/problem.ts";
import { texts } from "./texts.ts";

const MIN_SIDE = 32;
const MAX_SIDE = 512;
const MAX_FILE_BYTES = 30 * 1024 * 1024;
/** The largest image that the server accepts. */
const MAX_BYTES = 180 * 1024;
/** The image formats, tried in this order. A browser that cannot write WebP writes PNG instead. */
const FORMATS = [
  { type: "image/webp", quality: 0.9 },
  { type: "image/jpeg", quality: 0.85 },
] as const;

/**
 * Crops an image to a small square, so that the user can choose a large photo.
 * @returns a `data:` URL
 * @throws PageRefusal if the file is not an image
 */
export async function toSquare(file: File): Promise<string> {
  if (file.size > MAX_FILE_BYTES) throw new PageRefusal(texts().tooLarge);
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new PageRefusal(texts().noPicture);
  });
  try {
    const side = Math.min(bitmap.width, bitmap.height);
    if (side < MIN_SIDE) throw new PageRefusal(texts().tooSmall(MIN_SIDE));
    return encode(draw(bitmap, side));
  } finally {
    bitmap.close();
  }
}

/** Returns the part of a `data:` URL after the comma. */
export function base64Of(dataUrl: string): string {
  return dataUrl.slice(dataUrl.indexOf(",") + 1);
}

function draw(bitmap: ImageBitmap, side: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = Math.min(side, MAX_SIDE);
  const context = canvas.getContext("2d");
  if (!context) throw new PageRefusal(texts().noPicture);
  context.imageSmoothingQuality = "high";
  const left = (bitmap.width - side) / 2;
  const top = (bitmap.height - side) / 2;
  const { width } = canvas;
  context.drawImage(bitmap, left, top, side, side, 0, 0, width, width);
  return canvas;
}

function encode(canvas: HTMLCanvasElement): string {
  for (const { type, quality } of FORMATS) {
    const url = canvas.toDataURL(type, quality);
    if ((base64Of(url).length / 4) * 3 <= MAX_BYTES) return url;
  }
  throw new PageRefusal(texts().noPicture);
}
