const SCHEME = "file:";

/** Returns the path of a local database file; undefined for the URL of a database server. */
export function filePathOf(url: string): string | undefined {
  return url.startsWith(SCHEME) ? url.slice(SCHEME.length) : undefined;
}
