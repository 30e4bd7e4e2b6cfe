/**
 * Returns the path, query and fragment of a URL of this site, and `/` for any other value. Redirects need it, because
 * the parameter `next` of a link can contain anything.
 */
export function safePath(next: string | undefined, origin: string): string {
  const url = next ? URL.parse(next, origin) : null;
  if (!url?.href.startsWith(`${origin}/`)) return "/";
  // The URL parser turns `/..//evil` into `//evil`, which a browser reads as the address of another site.
  const path = url.pathname.replace(/^\/+/, "/");
  return `${path}${url.search}${url.hash}`;
}
