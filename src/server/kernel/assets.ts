import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import type { BunFile } from "bun";

/** A file of the web build as it is served. */
export interface WebFile {
  body: BunFile;
  contentType: string;
  /** The name contains a hash of the content, so clients can cache the file forever. */
  isImmutable: boolean;
  /** A weak entity tag with its quotes. The plain and the compressed variants share it. */
  etag: string;
  brotli?: BunFile;
  gzip?: BunFile;
}

// The binary contains both folders under their base names, beside the compiled program.
const isBinary = Bun.isStandaloneExecutable;
const root = isBinary ? import.meta.dir : resolve(import.meta.dir, "../../..");

/** The folder of the generated SQL and its journal. `node:fs` can read it in the binary too. */
export const migrationsFolder = join(root, "drizzle");
const webFolder = join(root, isBinary ? "web" : "dist/web");

/**
 * Maps the URL paths of the web build to files: `/index.html`, `/assets/index-4f3a.js`, … Requests are looked up in this
 * map and never joined to a folder, so no path can leave the folder. The map is empty before the first build.
 */
export function openWebFiles(folder = webFolder): Map<string, WebFile> {
  const files = listFiles(folder);
  const isVariant = (path: string) =>
    /\.(br|gz)$/.test(path) && files.has(path.slice(0, -3));
  const originals = [...files].filter((path) => !isVariant(path));
  return new Map(
    originals.map((path) => {
      const url = urlPath(folder, path);
      return [url, openWebFile(url, path, files)];
    }),
  );
}

function listFiles(folder: string) {
  if (!existsSync(folder)) return new Set<string>();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Set(files.map((file) => join(file.parentPath, file.name)));
}

function urlPath(folder: string, path: string) {
  return `/${relative(folder, path).split(sep).join("/")}`;
}

function openWebFile(url: string, path: string, files: Set<string>): WebFile {
  const body = Bun.file(path);
  const variant = (suffix: string) =>
    files.has(path + suffix) ? Bun.file(path + suffix) : undefined;
  return {
    body,
    contentType: body.type,
    isImmutable: url.startsWith("/assets/"),
    etag: `W/"${Bun.hash(readFileSync(path)).toString(36)}"`,
    brotli: variant(".br"),
    gzip: variant(".gz"),
  };
}
