import { changedFields } from "../changed-fields.ts";
import {
  type AuditEvent,
  changeOf,
  type NameOf,
  rowOf,
  textIn,
} from "../event.ts";
import { aboutField, type Sentence, sentences } from "./sentence.ts";
import type { Part } from "./sentence-parts.ts";

const key = aboutField("api_keys", "name");
const account = aboutField("service_accounts", "name");

/** Sentences for audit events about API keys and service accounts. */
export const API_KEY_SENTENCES: Record<string, Sentence> = {
  "apiKeys.create": key("keyCreated"),
  "apiKeys.update": key("keyChanged"),
  "apiKeys.rotate": key("keyRotated"),
  "apiKeys.revoke": key("keyRevoked"),
  "apiKeys.revokeSelf": key("keyRevoked"),
  "serviceAccounts.create": account("serviceAccountCreated"),
  "serviceAccounts.update": accountUpdated,
  "serviceAccounts.delete": account("serviceAccountDeleted"),
  "serviceAccounts.createKey": key("keyCreated"),
};

function accountUpdated(event: AuditEvent, nameOf: NameOf): Part[] | undefined {
  const change = changeOf(event, "service_accounts");
  if (!change?.before || !change.after) return undefined;
  const { before, after } = change;
  const name = textIn(rowOf(change), "name");
  if (before["suspendedAt"] !== after["suspendedAt"])
    return after["suspendedAt"] === null
      ? sentences().serviceAccountReactivated(name)
      : sentences().serviceAccountSuspended(name);
  const steward = textIn(after, "stewardId");
  const fields = changedFields(change).map((field) => field.name);
  if (steward === "" || fields.join() !== "stewardId")
    return sentences().serviceAccountChanged(name);
  return steward === event.actor.id
    ? sentences().serviceAccountTakenOver(name)
    : sentences().stewardChanged(nameOf(steward), name);
}
