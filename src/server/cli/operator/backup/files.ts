import { open } from "node:fs/promises";

/** Makes the content of a file survive a power failure. */
export async function sync(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the names in a folder survive a power failure. Windows cannot open a folder, and needs no such step. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform !== "win32") await sync(path);
}

/** Returns a time for the name of a file: `20261130T182256123Z`. */
export function timeInName(now: Date): string {
  return now.toISOString().replaceAll(/[-:.]/g, "");
}
