import { withOwnSecret } from "#server/kernel/config/development-secret";
import { diagnose } from "../operator/doctor/doctor";
import { print } from "./attempt";
import { readConfig } from "./environment";

export async function doctor(): Promise<void> {
  const counts = { ok: 0, warning: 0, fault: 0, skipped: 0 };
  for await (const found of diagnose(withOwnSecret(readConfig()))) {
    counts[found.state] += 1;
    print(
      `${found.state.padEnd(8)} ${found.name.padEnd(16)} ${found.text}`.trimEnd(),
    );
  }
  print(`Faults: ${counts.fault}, warnings: ${counts.warning}.`);
  if (counts.fault > 0) process.exitCode = 1;
}
