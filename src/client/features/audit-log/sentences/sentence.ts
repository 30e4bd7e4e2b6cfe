import { isRole } from "#shared/permissions.ts";
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

/** Describes an audit event; undefined if the event's changes do not have the expected form. */
export type Sentence = (
  event: AuditEvent,
  nameOf: NameOf,
) => Part[] | undefined;

/** Returns the sentences in the language of the user. */
export const sentences = () => texts().sentences;

type Sentences = ReturnType<typeof sentences>;

/** The keys of the sentences that take exactly one text as parameter. */
export type SimpleSentence = {
  [Name in keyof Sentences]: Sentences[Name] extends (text: string) => Part[]
    ? Name
    : never;
}[keyof Sentences];

/** Creates sentences about a field of the first row that an event changed in a table. */
export function aboutField(table: string, field: string) {
  return (name: SimpleSentence): Sentence =>
    (event) => {
      const change = changeOf(event, table);
      const value = change && textIn(rowOf(change), field);
      return value ? sentences()[name](value) : undefined;
    };
}

/** Returns the name of a role for the middle of a sentence; empty if there is no role. */
export function roleInSentence(role: string, nameOf: NameOf): string {
  if (role === "") return "";
  return isRole(role) ? texts().role(roleLabel(role)) : nameOf(role);
}
