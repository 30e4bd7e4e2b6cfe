import { TextLink } from "./text-link.tsx";
import { texts } from "./texts.ts";

/** A link to a page of the help. */
export function LearnMore(props: {
  page: "roles" | "seats" | "domains" | "audit-log";
  /** What the page is about, for screen readers: "Roles". */
  about: string;
}) {
  return (
    <TextLink href={`/help/${props.page}`} class="whitespace-nowrap">
      {texts().learnMore.label}
      <span class="sr-only">: {props.about}</span>
    </TextLink>
  );
}
