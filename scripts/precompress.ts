import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const compressible = "**/*.{html,js,css,svg,json,txt,map,webmanifest}";
const smallest = 1024;

const variants = [
  { suffix: ".br", compress: toBrotli },
  { suffix: ".gz", compress: toGzip },
];

/** Writes a Brotli and a gzip variant beside each text file of a folder, if the variant is smaller. */
export async function precompress(folder: string) {
  const files = new Bun.Glob(compressible).scanSync({ cwd: folder });
  await Promise.all(
    Array.from(files, (file) => compressFile(join(folder, file))),
  );
}

async function compressFile(path: string) {
  const content = await Bun.file(path).bytes();
  if (content.length < smallest) return;
  for (const { suffix, compress } of variants) {
    const compressed = await compress(content);
    if (compressed.length < content.length)
      await Bun.write(path + suffix, compressed);
  }
}

function toBrotli(content: Uint8Array) {
  return promisify(brotliCompress)(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
}

function toGzip(content: Uint8Array) {
  return promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION });
}
