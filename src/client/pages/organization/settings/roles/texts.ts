import { catalogue } from "../../../../language/catalogue.ts";
export const TEXTS = catalogue("pages/organization/settings/roles", {
  title: "Roles",
  description:
    "What members may do. Built-in roles stay as they are; make your own where none of them fits.",
  make: "New role",
  builtIn: "Built in",
  own: "Your own",
  members: (count: number) => (count === 1 ? "1 member" : `${count} members`),
  withRole: (name: string) => `with the role ${name}`,
  actions: (name: string) => `Actions for the role ${name}`,
  edit: "Edit…",
  duplicate: "Duplicate…",
  delete: "Delete…",
  aboveOwn: "It grants more than your own role does.",
  matrix: {
    title: "What each role may do",
    scrolls: "Table of roles and permissions",
    permission: "Permission",
    yes: "Yes",
    no: "No",
  },
  noneTitle: "No roles of your own yet",
  noneText:
    "Make one from a built-in role, for example a member who may also invite people.",
  form: {
    make: "New role",
    edit: (name: string) => `Edit ${name}`,
    failed: "The role was not saved.",
    name: "Name",
    about: "Description",
    aboutHint: "What it is for. Shown where a role is chosen.",
    basedOn: "Start from",
    permissions: "What it may do",
    notYours: "Your own role does not grant this.",
    cancel: "Cancel",
    create: "Create role",
    save: "Save changes",
    made: (name: string) => `${name} created`,
    saved: (name: string) => `${name} saved`,
  },
  impact: {
    nobody: "Nobody has this role now: saving changes nothing for anybody.",
    title: (count: number, names: string) =>
      count === 1 ? `${names} is concerned` : `${names} are concerned`,
    gained: "They will be able to:",
    lost: "They will not be able to any more:",
    voided: (count: number) =>
      count === 1
        ? "1 open invitation becomes void, because whoever sent it could not send it any more."
        : `${count} open invitations become void, because whoever sent them could not send them any more.`,
    others: (count: number) => (count === 1 ? "1 other" : `${count} others`),
  },
  remove: {
    title: (name: string) => `Delete the role ${name}?`,
    unused: "Nobody has it. This cannot be undone.",
    used: (members: string) =>
      `${members} and open invitations get the role that you choose here.`,
    replacement: "Their new role",
    choose: "Choose a role",
    chooseFirst: "Choose their new role first.",
    failed: "The role was not deleted.",
    cancel: "Cancel",
    action: "Delete role",
    done: (name: string) => `${name} deleted`,
  },
});
