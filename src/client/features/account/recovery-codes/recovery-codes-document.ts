import { texts } from "./texts.ts";

/** Recovery codes together with the site, the account and the date to which they belong. */
export interface RecoveryCodesDocument {
  site: string;
  email: string | undefined;
  createdAt: Date;
  codes: readonly string[];
}

/** Returns the lines above the recovery codes in a saved file or a print. The first line is the title. */
export function headerLinesOf({
  site,
  email,
  createdAt,
}: RecoveryCodesDocument): string[] {
  const day = new Intl.DateTimeFormat("en", { dateStyle: "long" });
  return [
    texts().documentTitle(site),
    ...(email === undefined ? [] : [texts().account(email)]),
    texts().created(day.format(createdAt)),
    texts().once,
  ];
}

/** Returns the recovery codes as the content of a text file. */
export function textOf(content: RecoveryCodesDocument): string {
  return [...headerLinesOf(content), "", ...content.codes, ""].join("\n");
}
