import { crc32, deflateSync } from "node:zlib";

type Colour = readonly [red: number, green: number, blue: number];

/** Creates a PNG image in one colour, or with a colour per pixel. `chunks` are placed before the pixel data. */
export function png(
  width: number,
  height: number,
  {
    colour = [40, 90, 200],
    chunks = [],
  }: {
    colour?: Colour | ((x: number, y: number) => Colour);
    chunks?: Buffer[];
  } = {},
): Buffer {
  const at = typeof colour === "function" ? colour : () => colour;
  const raw = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      raw.set(at(x, y), y * (width * 3 + 1) + 1 + x * 3);
  return pngOf(width, height, deflateSync(raw), chunks);
}

/** Creates a PNG file from a header with this size and any pixel data, which need not match the size. */
export function pngOf(
  width: number,
  height: number,
  pixels: Buffer,
  chunks: Buffer[] = [],
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    ...chunks,
    chunk("IDAT", pixels),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

export function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(content.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), framed.length - 4);
  return framed;
}
