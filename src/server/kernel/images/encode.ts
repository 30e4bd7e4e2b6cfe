import { type DomainError, invalidField } from "#server/kernel/errors";
import { createSemaphore } from "#server/kernel/semaphore";
import { readContainer } from "./container";

export const MAX_BYTES = 180 * 1024;
const MIN_SIDE = 32;
const MAX_SIDE = 4096;
/** 12 megapixels, which take 48 MiB of memory when decoded. */
const MAX_PIXELS = 4096 * 3072;
const OUTPUT_SIDE = 256;
/**
 * The maximum of the longer side in pixels, before the image is cropped to a square. It limits the memory that a very
 * wide or tall image takes.
 */
const MAX_LONG_SIDE = 4 * OUTPUT_SIDE;

// Only two images are encoded at once, because each image takes memory in the threads of `Bun.Image`.
const runLimited = createSemaphore(2, 16);

/**
 * Encodes an image as a square WebP of 256 × 256 pixels. Metadata, such as position and camera, is removed.
 * @throws DomainError INVALID_INPUT for the field `image` when the file is no image or not accepted; BUSY when too many
 * images wait
 */
export async function encodeImage(bytes: Buffer): Promise<Buffer> {
  checkFile(bytes);
  return runLimited(async () => {
    const { width, height } = await checkSize(bytes);
    return toSquare(bytes, Math.max(width, height) / Math.min(width, height));
  });
}

function checkFile(bytes: Buffer): void {
  if (bytes.length === 0) throw invalidField("image", "IMAGE_EMPTY");
  if (bytes.length > MAX_BYTES)
    throw invalidField("image", "IMAGE_FILE_TOO_LARGE", {
      maxKb: MAX_BYTES / 1024,
    });
  const container = readContainer(bytes);
  if (!container) throw invalidField("image", "IMAGE_UNSUPPORTED");
  if (container.isAnimated) throw invalidField("image", "IMAGE_ANIMATED");
}

/** Checks the size in the header of the file before decoding, because a small file may take gigabytes when decoded. */
async function checkSize(bytes: Buffer) {
  const { width, height } = await openImage(bytes)
    .metadata()
    .catch(throwDamaged);
  if (Math.min(width, height) < MIN_SIDE)
    throw invalidField("image", "IMAGE_TOO_SMALL", { side: MIN_SIDE });
  if (Math.max(width, height) > MAX_SIDE || width * height > MAX_PIXELS)
    throw tooLarge();
  return { width, height };
}

async function toSquare(bytes: Buffer, aspect: number): Promise<Buffer> {
  // The image is resized to fit inside a square, because a rotation in the metadata may exchange its width and height.
  const longSide = Math.min(Math.ceil(OUTPUT_SIDE * aspect), MAX_LONG_SIDE);
  const small = await openImage(bytes)
    .resize(longSide, longSide, { fit: "inside" })
    .png({ compressionLevel: 0 })
    .buffer()
    .catch(throwDamaged);
  const { cropToSquare, readPixels, writePixels } = await import("./pixels");
  const square = await writePixels(cropToSquare(await readPixels(small)));
  return openImage(square)
    .resize(OUTPUT_SIDE, OUTPUT_SIDE)
    .webp({ quality: 84 })
    .buffer();
}

function openImage(bytes: Buffer) {
  return new Bun.Image(bytes, { maxPixels: MAX_PIXELS });
}

function throwDamaged(error: unknown): never {
  if (isTooLarge(error)) throw tooLarge();
  throw invalidField("image", "IMAGE_DAMAGED");
}

function isTooLarge(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    error.code === "ERR_IMAGE_TOO_MANY_PIXELS"
  );
}

function tooLarge(): DomainError {
  return invalidField("image", "IMAGE_TOO_LARGE", {
    side: MAX_SIDE,
    megapixels: 12,
  });
}
