import { catalogue } from "#client/lib/language/catalogue.ts";
import { formatCount } from "#client/lib/formats/number.ts";

const keys = (count: number) =>
  count === 1 ? "1 API key" : `${formatCount(count)} API keys`;

export const texts = catalogue("features/service-accounts", {
  title: "Service accounts",
  create: "Create service account",
  none: {
    title: "No service accounts",
    text: "Create one for programs that need to keep working when people leave, such as a deployment. A service account has a role and doesn’t use a seat.",
  },
  table: {
    caption: "Service accounts, newest first",
    name: "Name",
    role: "Role",
    steward: "Steward",
    keys: "API keys",
    actions: "Actions",
    actionsFor: (name: string) => `Actions for the service account ${name}`,
    keyCount: keys,
    noKeys: "None",
  },
  badges: {
    suspended: "Suspended",
    noSteward: "No steward",
  },
  menu: {
    kind: "Service account",
    open: "Open",
    newKey: "Create API key",
    edit: "Edit…",
    takeOver: "Become steward",
    suspend: "Suspend…",
    reactivate: "Reactivate",
    delete: "Delete…",
    aboveOwn: "This role has permissions you don’t have.",
  },
  form: {
    newTitle: "Create service account",
    editTitle: (name: string) => `Edit ${name}`,
    failed: "The service account couldn’t be saved.",
    name: "Name",
    nameHint: "The program or system that uses it, for example “CI”.",
    description: "Description",
    role: "Role",
    steward: "Steward",
    stewardHint:
      "The member responsible for this service account, which keeps working if they leave.",
    chooseSteward: "Select a member",
    search: "Find a member",
    cancel: "Cancel",
    create: "Create service account",
    save: "Save changes",
    created: (name: string) => `${name} created`,
    saved: (name: string) => `${name} saved`,
  },
  suspend: {
    title: (name: string) => `Suspend ${name}?`,
    text: (count: number) =>
      count === 0
        ? "This service account has no API keys. You can reactivate it at any time."
        : `${keys(count)} will stop working immediately. You can reactivate the service account and its keys at any time.`,
    action: "Suspend",
    done: (name: string) => `${name} suspended`,
  },
  reactivate: {
    succeeded: (name: string) => `${name} reactivated`,
    failed: (name: string) => `${name} couldn’t be reactivated`,
  },
  takeOver: {
    succeeded: (name: string) => `You’re the steward of ${name}`,
    failed: (name: string) => `You couldn’t become the steward of ${name}`,
  },
  remove: {
    title: (name: string) => `Delete ${name}?`,
    text: (count: number) =>
      count === 0
        ? "Everything it created is kept. You can’t undo this."
        : `${keys(count)} will stop working immediately. Everything the service account created is kept. You can’t undo this.`,
    action: "Delete",
    done: (name: string) => `${name} deleted`,
  },
  page: {
    breadcrumb: "Service accounts",
    missing: "Service account not found",
    missingText: "The service account may have been deleted.",
    back: "All service accounts",
    about: "About",
    created: "Created",
    id: "Service account ID",
    copyId: "Copy service account ID",
    keys: "API keys",
    newKey: "Create API key",
    noStewardTitle: "No one is responsible for this service account",
    noStewardText:
      "The steward left the organization. API keys keep working, but this service account can’t invite people until someone becomes its steward.",
    suspendedTitle: "This service account is suspended",
    suspendedText: "Its API keys won’t work until you reactivate it.",
  },
});
