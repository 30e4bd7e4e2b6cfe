/**
 * The path, query and fragment of an address of this site; `/` for any other one, and for none. What comes as `next` is
 * whatever somebody put into a link.
 */
export function safePath(next: string | undefined, origin: string): string {
  const url = next ? URL.parse(next, origin) : null;
  if (!url?.href.startsWith(`${origin}/`)) return "/";
  // `/..//evil` is resolved to `//evil`, which a browser takes for another site.
  const path = url.pathname.replace(/^\/+/, "/");
  return `${path}${url.search}${url.hash}`;
}
