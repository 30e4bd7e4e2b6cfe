/**
 * `bun run bench:timing`: how many times as long an answer about a known address takes as one about an unknown address.
 * The tests compare the work; this measures the time, and that the measurement would see work that is left out.
 */
import { startServer } from "../kit/server";
import { prepareQuestions } from "../attacks/questions";
import { timesAsLong } from "./times-as-long";

const server = await startServer({ DATABASE_SYNCHRONOUS: "FULL" });
try {
  const { known, unknown, ask } = await prepareQuestions(server);
  const report = async (
    name: string,
    one: () => Promise<unknown>,
    other: () => Promise<unknown>,
  ) => {
    const ratio = await timesAsLong(server, one, other);
    console.log(`${name.padEnd(52)} ${ratio.toFixed(2)}`);
  };
  for (const [name, question] of Object.entries(ask))
    await report(
      name,
      () => question(known),
      () => question(unknown),
    );
  const { passwords } = server.services.deps;
  const { verify } = passwords;
  passwords.verify = (given, hash) =>
    hash ? verify(given, hash) : Promise.resolve(false);
  const signIn = ask["signing in"];
  await report(
    "for comparison, a password that is not compared",
    () => signIn?.(known) ?? Promise.resolve(),
    () => signIn?.("never-heard-of@example.com") ?? Promise.resolve(),
  );
} finally {
  await server.stop();
}
