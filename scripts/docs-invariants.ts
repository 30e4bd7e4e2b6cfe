import { invariantsPage } from "./invariants-page";

/** `bun run docs:invariants`: generates docs/invariants.md. */
await Bun.write(
  new URL("../docs/invariants.md", import.meta.url),
  await invariantsPage(),
);
