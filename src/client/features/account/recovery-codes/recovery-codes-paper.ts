import { texts } from "./texts.ts";

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
    texts().paperTitle(site),
    ...(email === undefined ? [] : [texts().account(email)]),
    texts().made(day.format(madeAt)),
    texts().once,
  ];
}

/** The content of the text file. */
export function textOf(paper: RecoveryCodesPaper): string {
  return [...headOf(paper), "", ...paper.codes, ""].join("\n");
}
