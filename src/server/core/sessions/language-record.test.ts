import { expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { expectStatus } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";

const server = serverSuite();

function opens(actor: Actor, languages: string) {
  const headers = { "accept-language": languages };
  return actor.get("/auth/context", { headers });
}

async function languageOf(actor: Actor) {
  const { body } = expectStatus(
    await actor.get<"account.export">("/auth/me/export"),
    200,
  );
  return body.profile.language;
}

test("the first supported language of a request is stored for the user", async () => {
  const ana = await server.person("Ana");
  expect(await languageOf(ana)).toBe(null);

  expectStatus(await opens(ana, "fr-FR, de-AT;q=0.9, en;q=0.8"), 200);
  expect(await languageOf(ana)).toBe("de");
});

test("the language of a user stays if a request names none that is supported", async () => {
  const ben = await server.person("Ben");
  expectStatus(await opens(ben, "de"), 200);

  for (const languages of ["fr", "*", ",;q=", "constructor"])
    expectStatus(await opens(ben, languages), 200);
  expect(await languageOf(ben)).toBe("de");
});

test("two devices with different languages store the language once in a minute", async () => {
  const cleo = await server.person("Cleo");
  const phone = cleo.otherBrowser();
  expectStatus(await phone.signIn(), 200);

  expectStatus(await opens(cleo, "en"), 200);
  expectStatus(await opens(phone, "de"), 200);
  expect(await languageOf(cleo)).toBe("en");
});
