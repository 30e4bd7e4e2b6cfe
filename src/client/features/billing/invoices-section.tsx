import { Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import { Badge, type BadgeTone } from "#client/ui/badge.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { formatExactMoney } from "#client/lib/formats/money.ts";
import { Section } from "#client/ui/section.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { Table } from "#client/ui/table.tsx";
import type { Column } from "#client/ui/table-column.ts";
import { TextLink } from "#client/ui/text-link.tsx";
import { formatDay } from "#client/lib/formats/time.ts";
import type { Invoice } from "./subscription.ts";
import { texts } from "./texts.ts";

export function InvoicesSection() {
  const { slug } = useOrganization();
  const invoices = api.billing.invoices.useQuery(() => ({ org: slug() }));
  return (
    <Loaded query={invoices} skeleton={<Skeleton rows={3} />}>
      {(found) => (
        <Show
          when={found().items.length > 0}
          fallback={
            <Section title={texts().invoices.title}>
              <p class="text-sm text-muted">{texts().invoices.none}</p>
            </Section>
          }
        >
          <Section title={texts().invoices.title} flush>
            <Table
              caption={texts().invoices.caption}
              columns={columnsFor(found().items)}
              rows={found().items}
            />
          </Section>
        </Show>
      )}
    </Loaded>
  );
}

const TONES: Record<Invoice["status"], BadgeTone> = {
  paid: "success",
  open: "danger",
  void: "neutral",
};

const columns = (): Column<Invoice>[] => [
  {
    id: "date",
    header: texts().invoices.date,
    class: "whitespace-nowrap",
    cell: (invoice) => (
      <time datetime={invoice.createdAt} class="font-medium">
        {formatDay(new Date(invoice.createdAt))}
      </time>
    ),
  },
  {
    id: "number",
    header: texts().invoices.number,
    class: "text-muted sm:w-full sm:max-w-0 sm:truncate",
    cell: (invoice) => (
      <span class="truncate">{invoice.number ?? texts().invoices.draft}</span>
    ),
  },
  {
    id: "status",
    header: texts().invoices.status,
    cell: (invoice) => (
      <Badge tone={TONES[invoice.status]}>
        {texts().invoices.statuses[invoice.status]}
      </Badge>
    ),
  },
  {
    id: "amount",
    header: texts().invoices.amount,
    align: "end",
    class: "whitespace-nowrap",
    cell: (invoice) => (
      <span>{formatExactMoney(invoice.total, invoice.currency)}</span>
    ),
  },
];

const linkColumn = (): Column<Invoice> => ({
  id: "link",
  header: texts().invoices.link,
  align: "end",
  cell: (invoice) => <InvoiceLink invoice={invoice} />,
});

/**
 * Returns the columns of the invoice table. The link column is present if an invoice has a page at the payment
 * provider.
 */
function columnsFor(invoices: readonly Invoice[]): Column<Invoice>[] {
  return invoices.some(({ url }) => url !== null)
    ? [...columns(), linkColumn()]
    : columns();
}

function InvoiceLink(props: { invoice: Invoice }) {
  const verb = () =>
    props.invoice.status === "open"
      ? texts().invoices.pay
      : texts().invoices.view;
  return (
    <Show when={props.invoice.url} fallback="–">
      {(url) => (
        <TextLink href={url()} target="_blank" rel="noopener">
          {verb()}
          <span class="sr-only"> {props.invoice.number}</span>
        </TextLink>
      )}
    </Show>
  );
}
