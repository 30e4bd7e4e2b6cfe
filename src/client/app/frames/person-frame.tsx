import type { RouteSectionProps } from "@solidjs/router";
import { PersonLayout } from "#client/layout/gates/person-layout.tsx";

/** The pages of a person that belong to no organization. */
export default function PersonFrame(props: RouteSectionProps) {
  return <PersonLayout>{props.children}</PersonLayout>;
}
