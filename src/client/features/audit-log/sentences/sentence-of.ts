import { isId } from "#shared/id.ts";
import {
  type AuditChange,
  type AuditEvent,
  type NameOf,
  namesAt,
  rowOf,
  textIn,
} from "../event.ts";
import { columnInWords } from "../field-labels.ts";
import { texts } from "../texts.ts";
import { API_KEY_SENTENCES } from "./api-key-sentences.ts";
import { BILLING_SENTENCES } from "./billing-sentences.ts";
import { MEMBER_SENTENCES } from "./member-sentences.ts";
import { ORGANIZATION_SENTENCES } from "./organization-sentences.ts";
import { type Sentence, sentences } from "./sentence.ts";
import type { Part } from "./sentence-parts.ts";

const SENTENCES: Record<string, Sentence> = {
  ...ORGANIZATION_SENTENCES,
  ...MEMBER_SENTENCES,
  ...API_KEY_SENTENCES,
  ...BILLING_SENTENCES,
};

/**
 * Describes an audit event in words that follow the actor's name. For an unknown action the words describe the changed
 * rows.
 */
export function sentenceOf(event: AuditEvent, nameOf: NameOf): Part[] {
  const sentence = Object.hasOwn(SENTENCES, event.action)
    ? SENTENCES[event.action]
    : undefined;
  return sentence?.(event, namesAt(event, nameOf)) ?? changesInWords(event);
}

export function actorName({ actor }: Pick<AuditEvent, "actor">): string {
  if (actor.kind === "system") return texts().system;
  return actor.name ?? texts().unknownActor;
}

/**
 * Describes with what a program or an AI agent made a change, in words that follow the actor's name in parentheses;
 * undefined for a person in the web app.
 *
 * @param keyName returns the name of an API key in words
 */
export function actorNote(
  { actor }: Pick<AuditEvent, "actor">,
  keyName: (keyId: string) => string,
): string | undefined {
  const { kind, id, keyId } = actor;
  const { serviceAccount, agent } = texts().actor;
  const notes = [
    id !== null && isId("serviceAccount", id) && serviceAccount,
    kind === "agent" && agent,
    keyId && keyName(keyId),
  ].filter((note) => typeof note === "string");
  return notes.length > 0 ? notes.join(", ") : undefined;
}

function changesInWords({ action, changes }: AuditEvent): Part[] {
  const [first] = changes;
  if (!first) return sentences().unknown(action);
  const row = rowOf(first);
  const name = textIn(row, "name") || textIn(row, "email");
  const more = changes.length - 1;
  return [
    ...changeInWords(first),
    ...(name ? sentences().rowNamed(name) : []),
    ...(more > 0 ? sentences().andMore(more) : []),
  ];
}

function changeInWords({ table, before, after }: AuditChange): Part[] {
  const { rowAdded, rowChanged, rowRemoved } = sentences();
  const words = columnInWords(table);
  if (!before) return rowAdded(words);
  return after ? rowChanged(words) : rowRemoved(words);
}
