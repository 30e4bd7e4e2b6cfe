/**
 * `bun run bench:timing` compares the response times for a known and an unknown address. The tests compare statements
 * and hashes instead; this benchmark measures time, and shows that a missing password check would be detected.
 */
import { startServer } from "../kit/server";
import { createProbes, prepareAddresses } from "../attacks/address-probes";
import { timesAsLong } from "./times-as-long";

const server = await startServer({ DATABASE_SYNCHRONOUS: "FULL" });
try {
  const member = await server.person();
  const probes = createProbes(server, () => member);
  const { known, unknown } = await prepareAddresses(server, probes);
  const report = async (
    name: string,
    one: () => Promise<unknown>,
    other: () => Promise<unknown>,
  ) => {
    const ratio = await timesAsLong(server, one, other);
    console.log(`${name.padEnd(52)} ${ratio.toFixed(2)}`);
  };
  for (const [name, probe] of Object.entries(probes))
    await report(
      name,
      () => probe(known),
      () => probe(unknown),
    );
  const { passwords } = server.services.deps;
  const { verify } = passwords;
  passwords.verify = (given, hash) =>
    hash ? verify(given, hash) : Promise.resolve(false);
  const signIn = probes["a sign-in"];
  await report(
    "for comparison, a password that is not compared",
    () => signIn(known),
    () => signIn("never@example.com"),
  );
} finally {
  await server.stop();
}
