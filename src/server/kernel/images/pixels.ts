import { promisify } from "node:util";
import { crc32, deflate, inflate } from "node:zlib";

const inflated = promisify(inflate);
const deflated = promisify(deflate);

const SIGNATURE = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
/** A pixel has one byte each for red, green, blue and alpha. */
const BYTES_PER_PIXEL = 4;

/** The pixels of an image, row by row. */
export interface Pixels {
  width: number;
  height: number;
  rows: Buffer[];
}

/**
 * Reads the pixels of a PNG that `Bun.Image` wrote. Such a PNG has four channels of eight bits and is not interlaced.
 */
export async function readPixels(png: Buffer): Promise<Pixels> {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  if (png.toString("latin1", 24, 29) !== "\x08\x06\0\0\0")
    throw new Error("Bun.Image wrote an unexpected kind of PNG.");
  const raw = await inflated(Buffer.concat(parts));
  return { width, height, rows: unfiltered(raw, width, height) };
}

/** Crops an image to the largest square in its middle. */
export function cropToSquare({ width, height, rows }: Pixels): Pixels {
  const side = Math.min(width, height);
  const left = Math.floor((width - side) / 2) * BYTES_PER_PIXEL;
  const top = Math.floor((height - side) / 2);
  const cut = rows
    .slice(top, top + side)
    .map((row) => row.subarray(left, left + side * BYTES_PER_PIXEL));
  return { width: side, height: side, rows: cut };
}

export async function writePixels({ width, height, rows }: Pixels) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6], 8);
  const noFilter = Buffer.alloc(1);
  const raw = Buffer.concat(rows.flatMap((row) => [noFilter, row]));
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("IDAT", await deflated(raw, { level: 1 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(content.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), framed.length - 4);
  return framed;
}

/**
 * Decodes the rows of a PNG, which store differences from the pixels to the left and above. The first byte of each row
 * names its filter.
 */
function unfiltered(raw: Buffer, width: number, height: number): Buffer[] {
  const length = width * BYTES_PER_PIXEL;
  const rows: Buffer[] = [];
  let above: Buffer = Buffer.alloc(length);
  for (let y = 0; y < height; y++) {
    const start = y * (length + 1);
    const row = raw.subarray(start + 1, start + 1 + length);
    undoFilter(raw[start] ?? 0, row, above);
    rows.push(row);
    above = row;
  }
  return rows;
}

function undoFilter(filter: number, row: Buffer, above: Buffer): void {
  if (filter === 0) return;
  for (let x = 0; x < row.length; x++) {
    const a = row[x - BYTES_PER_PIXEL] ?? 0;
    const b = above[x] ?? 0;
    const c = above[x - BYTES_PER_PIXEL] ?? 0;
    row[x] = (row[x] ?? 0) + predicted(filter, a, b, c);
  }
}

function predicted(filter: number, a: number, b: number, c: number): number {
  if (filter === 1) return a;
  if (filter === 2) return b;
  if (filter === 3) return (a + b) >> 1;
  return nearest(a, b, c);
}

/** The Paeth filter: the value of left, above and above left that is nearest to left + above − above left. */
function nearest(a: number, b: number, c: number): number {
  const guess = a + b - c;
  const [toA, toB, toC] = [a, b, c].map((value) => Math.abs(guess - value));
  if (toA === undefined || toB === undefined || toC === undefined) return 0;
  if (toA <= toB && toA <= toC) return a;
  return toB <= toC ? b : c;
}
