import { currentTime } from "./now.ts";
import { formatExact, formatRelative } from "#client/lib/formats/time.ts";

/** A relative time that stays current; the exact one on hover. */
export function RelativeTime(props: { value: string | Date; class?: string }) {
  const time = () => new Date(props.value);
  return (
    <time
      datetime={time().toISOString()}
      title={formatExact(time())}
      class={props.class}
    >
      {formatRelative(time(), currentTime())}
    </time>
  );
}
