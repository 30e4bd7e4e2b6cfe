import { LearnMore } from "#client/ui/learn-more.tsx";
import { Meter } from "#client/ui/meter.tsx";
import { Section } from "#client/ui/section.tsx";
import type { Billing } from "./subscription.ts";
import { texts } from "./texts.ts";

export function UsageSection(props: { usage: Billing["usage"] }) {
  const seats = () => props.usage.seats;
  const projects = () => props.usage.projects;
  const roles = () => props.usage.roles;
  const accounts = () => props.usage.serviceAccounts;
  return (
    <Section
      title={texts().usage.title}
      actions={<LearnMore page="seats" about={texts().usage.seats} />}
    >
      <div class="grid items-start gap-x-8 gap-y-5 sm:grid-cols-2">
        <Meter
          label={texts().usage.seats}
          used={seats().used + seats().invited}
          reserved={seats().invited}
          limit={seats().limit}
          detail={texts().usage.seatsDetail(seats().used, seats().invited)}
        />
        <Meter
          label={texts().usage.projects}
          used={projects().used}
          limit={projects().limit}
          detail={frozenDetail(projects().frozen)}
        />
        <Meter
          label={texts().usage.roles}
          used={roles().used}
          limit={roles().limit}
          detail={
            isOverLimit(roles()) ? texts().usage.rolesOverLimit : undefined
          }
        />
        <Meter
          label={texts().usage.serviceAccounts}
          used={accounts().used}
          limit={accounts().limit}
          detail={
            isOverLimit(accounts())
              ? texts().usage.accountsOverLimit
              : undefined
          }
        />
      </div>
    </Section>
  );
}

function frozenDetail(count: number): string | undefined {
  return count > 0 ? texts().usage.frozen(count) : undefined;
}

function isOverLimit({ used, limit }: Billing["usage"]["roles"]): boolean {
  return limit !== null && used > limit;
}
