/** Only an address of this site may follow a sign-in: `next` is whatever somebody put into a link. */
export function safeNext(
  next: string | undefined,
  origin = location.origin,
): string {
  const url = next ? URL.parse(next, origin) : null;
  if (!url?.href.startsWith(`${origin}/`)) return "/";
  // `/..//evil` is resolved to `//evil`, which a browser takes for another site.
  const path = url.pathname.replace(/^\/+/, "/");
  return `${path}${url.search}${url.hash}`;
}
