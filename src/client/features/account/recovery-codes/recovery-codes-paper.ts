import { TEXTS } from "./texts.ts";

/** What a copy of recovery codes needs to be of use in a year: where they work, for whom, and since when. */
export interface RecoveryCodesPaper {
  site: string;
  email: string | undefined;
  madeAt: Date;
  codes: readonly string[];
}

/** The lines above the codes, the title first. */
export function headOf({ site, email, madeAt }: RecoveryCodesPaper): string[] {
  const day = new Intl.DateTimeFormat("en", { dateStyle: "long" });
  return [
    TEXTS.paperTitle(site),
    ...(email === undefined ? [] : [TEXTS.account(email)]),
    TEXTS.made(day.format(madeAt)),
    TEXTS.once,
  ];
}

/** The content of the text file. */
export function textOf(paper: RecoveryCodesPaper): string {
  return [...headOf(paper), "", ...paper.codes, ""].join("\n");
}
