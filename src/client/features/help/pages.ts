/** The pages of the help. Each loads when it is opened. */
export const PAGES = {
  roles: () => import("virtual:help/roles"),
  seats: () => import("virtual:help/seats"),
  domains: () => import("virtual:help/domains"),
  "audit-log": () => import("virtual:help/audit-log"),
  "api-keys": () => import("virtual:help/api-keys"),
  agents: () => import("virtual:help/agents"),
  "whats-new": () => import("virtual:help/whats-new"),
};

export type HelpPageName = keyof typeof PAGES;

export function isHelpPage(name: string): name is HelpPageName {
  return Object.hasOwn(PAGES, name);
}
