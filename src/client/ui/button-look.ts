import { cx } from "./cx.ts";

export type ButtonVariant =
  "primary" | "secondary" | "ghost" | "danger" | "danger-quiet";
export type ButtonSize = "sm" | "md" | "lg";

const VARIANTS: Record<ButtonVariant, string> = {
  primary:
    "border-transparent bg-accent text-on-accent shadow-xs hover:bg-accent-hover",
  secondary: "border-line-strong bg-raised text-ink shadow-xs hover:bg-hover",
  ghost: "border-transparent text-muted hover:bg-hover hover:text-ink",
  danger:
    "border-transparent bg-danger text-on-accent shadow-xs hover:bg-danger-hover",
  "danger-quiet":
    "border-line-strong bg-raised text-danger-ink shadow-xs hover:border-danger-line hover:bg-danger-soft",
};

const SIZES: Record<ButtonSize, string> = {
  sm: "h-7 px-2.5 text-sm",
  md: "h-8 px-3 text-sm",
  lg: "h-10 px-4 text-base",
};

const ICON_SIZES: Record<ButtonSize, string> = {
  sm: "size-7",
  md: "size-8",
  lg: "size-10",
};

const BASE =
  "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap select-none transition-colors aria-disabled:cursor-not-allowed aria-disabled:opacity-60 aria-busy:cursor-progress aria-busy:opacity-80 pointer-coarse:min-h-11";

/** Returns the classes of a button, also for links and menu triggers. */
export function buttonLook(
  variant: ButtonVariant = "secondary",
  size: ButtonSize = "md",
): string {
  return cx(BASE, VARIANTS[variant], SIZES[size]);
}

export function iconButtonLook(
  variant: ButtonVariant = "ghost",
  size: ButtonSize = "md",
): string {
  return cx(
    BASE,
    "pointer-coarse:min-w-11",
    VARIANTS[variant],
    ICON_SIZES[size],
  );
}
