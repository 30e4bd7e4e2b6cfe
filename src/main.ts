import { runMain } from "citty";
import { tenantry } from "./server/cli/commands";

// There is no top-level `await`, because the bundle of `start` is compiled to bytecode in a format that does not allow
// it.
void runMain(tenantry);
