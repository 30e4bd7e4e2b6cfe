import { expect, test } from "bun:test";
import { join } from "node:path";
import { attempts } from "../matrix/valid-inputs";

// The test does not check the speed, because other tests run at the same time.
test("the benchmark runs to its end, and every request of it succeeds", async () => {
  const script = join(import.meta.dir, "run.ts");
  const child = Bun.spawn([process.execPath, script, "--short"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [output, errors, exitCode] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
  const figures =
    /^create a project +\d+ +\d+ +\d+ +\d+ +\d+ % +[\d.]+ +[\d.]+$/m;
  expect(output).toMatch(figures);
  expect(output).toMatch(/^memory, under load +[\d.]+$/m);
  expect(output).toMatch(/^cold start, from source +\d+ +\d+$/m);
  for (const path of Object.keys(attempts))
    expect(output).toMatch(
      new RegExp(`^${path} \\((query|mutation)\\)( +[\\d.]+){3}`, "m"),
    );
  // The timeout only stops a benchmark that hangs. It is long, because other programs can use the processor.
}, 900_000);
