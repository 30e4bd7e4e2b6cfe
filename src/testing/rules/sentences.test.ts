import { expect, test } from "bun:test";
import { GERMAN_SENTENCES } from "#client/lib/language/sentences/german";
import { BUILT_IN_ROLES } from "#shared/permissions";
import { PLANS } from "#shared/plans";
import { organizationSettings } from "#shared/settings";
import { sentencesOfServer } from "./sentences";

/** Sentences in which numbers stand are meant whatever the number is. */
const general = (sentence: string) =>
  sentence.replace(/at most [\d,]+ characters/, "at most {} characters");

const known = new Set(Object.keys(GERMAN_SENTENCES).map(general));

/** They are told to programs alone, in the answers of the interface and its description. */
const TOLD_TO_PROGRAMS = [
  "A PNG, JPEG or WebP in base64, at most {} KB and 12 megapixels. It is cut to a square of 256 pixels; nothing but the pixels is kept of it.",
  "Ask for the deleted organizations or for those where you are suspended, not for both.",
  "Each call asks the payment service anew and gives an address of its own, which holds for a short while.",
  "False when the newest mail was dropped, because the address got too many invitations that day, or when its mail server refused the mail. Send the invitation again later.",
  "It waits for the payment service; hiding an organization depends on its caller's rights alone.",
  "It waits for the payment service; the version of the subscription holds what it stores.",
  "The download exists over REST only: GET /api/organizations/{org}/audit-log/export.",
  "The permissions that the given ones need are added: `billing:manage` comes with `billing:read`. The answer has all of them.",
];

test("whatever the server says to a reader is said in German too", async () => {
  const sentences = await sentencesOfServer();
  expect(sentences.length).toBeGreaterThan(100);
  const missing = sentences
    .map(general)
    .filter((sentence) => !known.has(sentence));
  expect(missing).toEqual(TOLD_TO_PROGRAMS);
});

test("German says nothing that nobody says any more", async () => {
  const said = new Set((await sentencesOfServer()).map(general));
  const shared = [
    ...Object.values(BUILT_IN_ROLES).map(({ summary }) => summary),
    ...Object.values(PLANS).map(({ summary }) => summary),
    ...Object.values(organizationSettings.shape).flatMap((setting) => {
      const { title, description } = setting.meta() ?? {};
      return [title, description];
    }),
  ];
  const gone = [...known].filter(
    (sentence) =>
      !said.has(sentence) &&
      !shared.includes(sentence) &&
      !sentence.startsWith("Too many requests. Try again in "),
  );
  expect(gone).toEqual([]);
  expect(shared.filter((text) => text && !known.has(text))).toEqual([]);
});
