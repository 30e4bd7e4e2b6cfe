import { texts } from "./texts.ts";

/** The words of the inviter, set apart from the words of the page. */
export function PersonalMessage(props: { by: string; text: string }) {
  return (
    <figure class="mb-4 border-l-2 border-line pl-3 text-sm">
      <figcaption class="text-muted">
        <bdi>{texts().messageFrom(props.by)}</bdi>
      </figcaption>
      <blockquote class="break-words whitespace-pre-line" dir="auto">
        {props.text}
      </blockquote>
    </figure>
  );
}
