import { roleLabel } from "#client/session/role-label.ts";
import {
  type AuditEvent,
  changeOf,
  type NameOf,
  rowOf,
  textIn,
} from "../event.ts";
import { texts } from "../words/texts.ts";
import type { Part } from "./sentence-parts.ts";

/** Describes an event; undefined if its changes do not have the expected form. */
export type Sentence = (
  event: AuditEvent,
  nameOf: NameOf,
) => Part[] | undefined;

/** Lazy access to the sentences in the user's language. */
export const sentences = () => texts().sentences;

type Sentences = ReturnType<typeof sentences>;

/** Names of the sentences that need nothing but one text. */
export type SimpleSentence = {
  [Name in keyof Sentences]: Sentences[Name] extends (text: string) => Part[]
    ? Name
    : never;
}[keyof Sentences];

/** A sentence about a field of the first changed row of a table. */
export function aboutField(table: string, field: string) {
  return (name: SimpleSentence): Sentence =>
    (event) => {
      const change = changeOf(event, table);
      const value = change && textIn(rowOf(change), field);
      return value ? sentences()[name](value) : undefined;
    };
}

/** A role's label inside a sentence; empty for no role. */
export function roleInSentence(role: string): string {
  return role === "" ? "" : texts().role(roleLabel(role));
}
