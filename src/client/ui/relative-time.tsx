import { currentTime } from "./now.ts";
import { formatExact, formatRelative } from "#client/lib/formats/time.ts";

/** Shows a relative time, such as "3 hours ago", and updates it. The exact time is shown on hover. */
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
