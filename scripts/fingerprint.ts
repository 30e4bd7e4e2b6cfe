import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.ts";

/** Returns a hash of the names and contents of files and folders. A path that does not exist counts as empty. */
export function fingerprint(paths: string[]) {
  const hash = new Bun.CryptoHasher("sha256");
  for (const file of paths.flatMap(filesUnder).toSorted()) {
    hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest("hex");
}

function filesUnder(path: string) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [path];
  const folder = new Bun.Glob("**/*").scanSync({ cwd: join(root, path) });
  return Array.from(folder, (file) => join(path, file));
}

/** Whether the stamp file contains this stamp: then the sources of the output have not changed. */
export async function isStamped(stampFile: string, stamp: string) {
  const file = Bun.file(join(root, stampFile));
  return (await file.exists()) && (await file.text()) === stamp;
}

export async function writeStamp(stampFile: string, stamp: string) {
  await Bun.write(join(root, stampFile), stamp);
}
