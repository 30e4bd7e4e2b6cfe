import { runMain } from "citty";
import { tenantry } from "./server/cli/commands";

await runMain(tenantry);
