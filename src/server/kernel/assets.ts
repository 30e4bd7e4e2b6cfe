import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import type { BunFile } from "bun";

/** A file of the built web client, with the values of the HTTP headers that the server sends with it. */
export interface WebFile {
  body: BunFile;
  contentType: string;
  /** Whether the file's name contains a hash of its content, so that browsers can cache the file forever. */
  isImmutable: boolean;
  /** The weak HTTP entity tag of the file, with its quotes. The plain and the compressed variants have the same tag. */
  etag: string;
  brotli?: BunFile;
  gzip?: BunFile;
}

// The standalone executable contains the folders `drizzle` and `web` beside the compiled program.
const isBinary = Bun.isStandaloneExecutable;
const root = isBinary ? import.meta.dir : resolve(import.meta.dir, "../../..");

/** The folder with the SQL migrations and their journal. `node:fs` can read it inside the standalone executable too. */
export const migrationsFolder = join(root, "drizzle");
const webFolder = join(root, isBinary ? "web" : "dist/web");

/**
 * Returns the files of the built web client by URL path, such as `/index.html`; the map is empty before the first
 * build. Requests are only looked up in this map, so no request path can reach a file outside of the folder.
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
  // The name of an immutable file contains a hash of its content, so the file need not be read at the start.
  const isImmutable = url.startsWith("/assets/");
  const variant = (suffix: string) =>
    files.has(path + suffix) ? Bun.file(path + suffix) : undefined;
  return {
    body,
    contentType: body.type,
    isImmutable,
    etag: `W/"${Bun.hash(isImmutable ? url : readFileSync(path)).toString(36)}"`,
    brotli: variant(".br"),
    gzip: variant(".gz"),
  };
}
