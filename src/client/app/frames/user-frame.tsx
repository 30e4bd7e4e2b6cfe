import type { RouteSectionProps } from "@solidjs/router";
import { UserLayout } from "#client/layout/gates/user-layout.tsx";

/** The frame around the user's own pages, which belong to no organization. */
export default function UserFrame(props: RouteSectionProps) {
  return <UserLayout>{props.children}</UserLayout>;
}
