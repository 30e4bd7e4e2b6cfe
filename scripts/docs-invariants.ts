import { invariantsPage } from "./invariants-page";

/** `bun run docs:invariants`: writes the page of invariants. */
await Bun.write(
  new URL("../docs/invariants.md", import.meta.url),
  await invariantsPage(),
);
