import { runMain } from "citty";
import { tenantry } from "./server/cli/commands";

// Not awaited at the top level: the bundle that `start` runs is compiled ahead, which allows no await there.
void runMain(tenantry);
