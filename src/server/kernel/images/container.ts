export type ImageType = "png" | "jpeg" | "webp";

/** What the container of an image file shows without decoding pixels. */
export interface Container {
  type: ImageType;
  isAnimated: boolean;
}

const PNG_SIGNATURE = "\x89PNG\r\n\x1a\n";

/**
 * Recognizes an image file by its content.
 * @returns undefined for other files, for a file that is cut off, and for one with data after the image
 */
export function readContainer(bytes: Buffer): Container | undefined {
  if (bytes.toString("latin1", 0, 8) === PNG_SIGNATURE) return readPng(bytes);
  if (bytes.toString("latin1", 0, 2) === "\xff\xd8") return readJpeg(bytes);
  const isWebp =
    bytes.toString("latin1", 0, 4) === "RIFF" &&
    bytes.toString("latin1", 8, 12) === "WEBP";
  return isWebp ? readWebp(bytes) : undefined;
}

/** A PNG has chunks of length, name, content and checksum. */
function readPng(bytes: Buffer): Container | undefined {
  let isAnimated = false;
  for (let at = 8; at + 12 <= bytes.length;) {
    const name = bytes.toString("latin1", at + 4, at + 8);
    if (name === "acTL") isAnimated = true;
    at += 12 + bytes.readUInt32BE(at);
    if (name === "IEND")
      return at === bytes.length ? { type: "png", isAnimated } : undefined;
  }
  return undefined;
}

/** A WebP has chunks of name, length and content, padded to an even length. */
function readWebp(bytes: Buffer): Container | undefined {
  if (bytes.length < 20 || bytes.readUInt32LE(4) + 8 !== bytes.length)
    return undefined;
  let isAnimated = false;
  let at = 12;
  while (at + 8 <= bytes.length) {
    const name = bytes.toString("latin1", at, at + 4);
    if (name === "ANIM" || name === "ANMF") isAnimated = true;
    const length = bytes.readUInt32LE(at + 4);
    at += 8 + length + (length % 2);
  }
  return at === bytes.length ? { type: "webp", isAnimated } : undefined;
}

const MARKER = 0xff;
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/** A JPEG has segments that start with a marker. A scan has no length: it ends at the next marker. */
function readJpeg(bytes: Buffer): Container | undefined {
  let at = 2;
  while (at + 2 <= bytes.length && bytes[at] === MARKER) {
    const kind = bytes[at + 1];
    if (kind === END_OF_IMAGE)
      return at + 2 === bytes.length
        ? { type: "jpeg", isAnimated: false }
        : undefined;
    // Any number of fill bytes may precede a marker.
    if (kind === MARKER) {
      at++;
      continue;
    }
    if (at + 4 > bytes.length) return undefined;
    at += 2 + bytes.readUInt16BE(at + 2);
    if (kind === START_OF_SCAN) at = endOfScan(bytes, at);
  }
  return undefined;
}

/** In a scan, a marker byte before zero is data, and restart markers do not end it. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] ?? 0;
    const isRestart = next >= 0xd0 && next <= 0xd7;
    if (bytes[at] === MARKER && next !== 0 && next !== MARKER && !isRestart)
      return at;
  }
  return bytes.length;
}
