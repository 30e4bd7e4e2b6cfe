import { fileURLToPath } from "node:url";
import { recordExamples } from "#testing/openapi/record";

/** `bun run docs:examples`: records the examples of the OpenAPI document on a running server. */
const file = fileURLToPath(
  new URL("../src/server/http/rest/openapi/examples.json", import.meta.url),
);
await Bun.write(file, JSON.stringify(await recordExamples()));
const { exitCode } = Bun.spawnSync([
  process.execPath,
  "fmt",
  "--no-script",
  file,
]);
process.exit(exitCode);
