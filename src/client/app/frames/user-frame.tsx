import type { RouteSectionProps } from "@solidjs/router";
import { UserLayout } from "#client/layout/gates/user-layout.tsx";

/** The pages of a user outside of organizations. */
export default function UserFrame(props: RouteSectionProps) {
  return <UserLayout>{props.children}</UserLayout>;
}
