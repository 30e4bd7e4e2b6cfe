const LONGEST_WAIT_MS = 10_000;

/**
 * Sends this tab to another site.
 * @returns after a while if the tab still shows this page: the user came back, or the site did not answer
 */
export async function redirectTo(url: string): Promise<void> {
  location.assign(url);
  await new Promise<void>((resolve) => {
    addEventListener("pageshow", () => resolve(), { once: true });
    setTimeout(resolve, LONGEST_WAIT_MS);
  });
}
