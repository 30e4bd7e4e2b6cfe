export type ImageType = "png" | "jpeg" | "webp";

/** The properties of an image file that are known without decoding its pixels. */
export interface Container {
  type: ImageType;
  isAnimated: boolean;
}

const PNG_SIGNATURE = "\x89PNG\r\n\x1a\n";

/**
 * Recognizes a PNG, JPEG or WebP file by its content.
 * @returns undefined for other files, for a file that is cut off, and for a file with data after the image
 */
export function readContainer(bytes: Buffer): Container | undefined {
  if (bytes.toString("latin1", 0, 8) === PNG_SIGNATURE) return readPng(bytes);
  if (bytes.toString("latin1", 0, 2) === "\xff\xd8") return readJpeg(bytes);
  const isWebp =
    bytes.toString("latin1", 0, 4) === "RIFF" &&
    bytes.toString("latin1", 8, 12) === "WEBP";
  return isWebp ? readWebp(bytes) : undefined;
}

/** Reads the chunks of a PNG file. Each chunk has a length, a name, content and a checksum. */
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

/** Reads the chunks of a WebP file. Each chunk has a name, a length, and content that is padded to an even length. */
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

/**
 * Reads the segments of a JPEG file, which start with a marker. The data of a scan has no length and ends at the next
 * marker.
 */
function readJpeg(bytes: Buffer): Container | undefined {
  let at = 2;
  while (at + 2 <= bytes.length && bytes[at] === MARKER) {
    const kind = bytes[at + 1];
    if (kind === END_OF_IMAGE)
      return at + 2 === bytes.length
        ? { type: "jpeg", isAnimated: false }
        : undefined;
    // In a JPEG file, any number of fill bytes may precede a marker.
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

/**
 * Finds the marker that ends a scan. In a scan, a marker byte before a zero is data, and restart markers do not end the
 * scan.
 */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] ?? 0;
    const isRestart = next >= 0xd0 && next <= 0xd7;
    if (bytes[at] === MARKER && next !== 0 && next !== MARKER && !isRestart)
      return at;
  }
  return bytes.length;
}
