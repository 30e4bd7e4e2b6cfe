import { runMain } from "citty";
import { tenantry } from "./server/cli/commands";

// The bundle of `start` is compiled to bytecode, in a format that does not allow `await` at the top level.
void runMain(tenantry);
