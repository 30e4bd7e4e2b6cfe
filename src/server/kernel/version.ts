import { version as packageVersion } from "#package.json";

/** The commit that a binary was built from. `scripts/build-binary.ts` defines the name; it does not exist otherwise. */
declare const BUILT_FROM: string;
const build = typeof BUILT_FROM === "undefined" ? "" : BUILT_FROM;

/** The version of the program in package.json, such as `0.1.0`, and for a binary its commit: `0.1.0+4ca24da1`. */
export const version: string = build
  ? `${packageVersion}+${build}`
  : packageVersion;
