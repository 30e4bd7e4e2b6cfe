import type { Page } from "playwright-core";

/** The amount of data that a browser downloads when it opens a page for the first time. */
export interface Weight {
  /** The size of the compressed bodies in bytes. */
  scripts: number;
  styles: number;
}

/** Opens a page without the browser cache and returns the downloaded bytes. */
export async function weightOf(
  page: Page,
  address: string,
  arrived: (page: Page) => Promise<unknown>,
): Promise<Weight> {
  const devtools = await page.context().newCDPSession(page);
  const kinds = new Map<string, string>();
  const weight = { scripts: 0, styles: 0 };
  await devtools.send("Network.enable");
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  devtools.on("Network.responseReceived", ({ requestId, type }) =>
    kinds.set(requestId, type),
  );
  devtools.on("Network.dataReceived", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind === "Script") weight.scripts += encodedDataLength;
    if (kind === "Stylesheet") weight.styles += encodedDataLength;
  });
  await page.goto(address);
  await arrived(page);
  await devtools.detach();
  return weight;
}
