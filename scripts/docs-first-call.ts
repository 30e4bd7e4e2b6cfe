import { firstCallPage } from "./first-call-page";

/** `bun run docs:first-call`: generates docs/first-call.md. */
await Bun.write(
  new URL("../docs/first-call.md", import.meta.url),
  firstCallPage(),
);
