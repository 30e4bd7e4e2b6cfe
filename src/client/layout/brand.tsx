/** The product's logo, with the product's name beside it where there is room. */
export function Brand(props: { withName?: boolean }) {
  return (
    <span class="inline-flex items-center gap-2 font-semibold tracking-tight">
      <img src="/logo.svg" alt="" width="24" height="24" class="size-6" />
      <span class={props.withName ? "text-lg" : "sr-only"}>Tenantry</span>
    </span>
  );
}
