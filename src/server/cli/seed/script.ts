import type { Role } from "#shared/permissions";
import type { Plan } from "#shared/plans";
import type { OrganizationSettings } from "#shared/settings";
import type { PersonEmail } from "./people";

/** What is fixed in the story of an organization; the daily work in between is left to chance. */
export interface OrganizationScript {
  name: string;
  slug: string;
  plan: Plan;
  /** How many seats were bought. */
  seats: number;
  settings: Partial<OrganizationSettings>;
  founder: PersonEmail;
  foundedDaysAgo: number;
  /** In the order they came; each by an invitation that was accepted. */
  joinings: readonly Joining[];
  roleChanges: readonly Joining[];
  departures: readonly Step[];
  invitations: readonly OpenInvitation[];
  projects: readonly ProjectSketch[];
  /** Changes to projects on an ordinary working day of the last month. */
  pace: number;
}

export interface Step {
  daysAgo: number;
  email: PersonEmail;
  /** The admin who did it. */
  by: PersonEmail;
}

export interface Joining extends Step {
  role: Role;
}

/** An invitation that nobody accepted: left open it is pending, or expired after seven days. */
export type OpenInvitation = ((Step & { answer: "declined" }) | OpenStep) & {
  role: Role;
};

interface OpenStep extends Omit<Step, "email"> {
  email: string;
  answer?: "revoked";
}

export interface ProjectSketch {
  name: string;
  description: string;
  isArchived?: boolean;
}
