import { texts } from "./texts.ts";

/** Saved recovery codes, with what a reader needs to know later: site, account and date. */
export interface RecoveryCodesDocument {
  site: string;
  email: string | undefined;
  createdAt: Date;
  codes: readonly string[];
}

/** The lines above the codes, starting with the title. */
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

/** Content of the text file. */
export function textOf(content: RecoveryCodesDocument): string {
  return [...headerLinesOf(content), "", ...content.codes, ""].join("\n");
}
