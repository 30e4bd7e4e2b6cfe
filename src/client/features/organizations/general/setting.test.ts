import { expect, test } from "bun:test";
import { z } from "zod";
import { describeSettings } from "./setting.ts";

test("a new key of the schema gets its label, hint and control from the schema", () => {
  const settings = describeSettings(
    z.strictObject({
      colour: z.enum(["red", "blue"]).default("red"),
      seats: z.number().default(5),
      days: z.int().nullable().default(null),
      digest: z.boolean().default(false),
      motto: z.string().default(""),
    }),
    { colour: { label: "Colour", hint: "Of the letterhead." } },
  );
  expect(settings).toMatchObject([
    {
      name: "colour",
      label: "Colour",
      hint: "Of the letterhead.",
      control: "choice",
      options: ["red", "blue"],
    },
    { name: "seats", control: "number", isOptional: false },
    { name: "days", control: "number", isOptional: true },
    { name: "digest", control: "checkbox" },
    { name: "motto", control: "text", isOptional: true },
  ]);
});

test("every setting has a label and a hint", () => {
  for (const setting of describeSettings()) {
    expect(setting.label).not.toBe(setting.name);
    expect(setting.hint).toBeTruthy();
  }
});
