import { currentContract, RELEASED } from "#testing/openapi/released";
import { writeContract } from "#testing/openapi/contract";

/** `bun run docs:contract`: stores the present contract of the API as the released one. Run it for a release. */
await Bun.write(RELEASED, writeContract(currentContract()));
process.exit();
