import { Show } from "solid-js";
import {
  completeScopes,
  type KeyScope,
  KEY_SCOPES,
} from "#shared/permissions.ts";
import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { PermissionFields } from "#client/features/roles/permission-fields.tsx";
import { texts } from "./texts.ts";

/** Chooses the permissions of a key, one by one or all at once. */
export function ScopeFields(props: {
  value: readonly KeyScope[];
  offered: readonly KeyScope[];
  isAccount: boolean;
  onChange: (scopes: KeyScope[]) => void;
}) {
  return (
    <Show
      when={props.offered.length > 0}
      fallback={
        <Callout tone="warning">
          {props.isAccount
            ? texts().scopes.nothingOfAccount
            : texts().scopes.nothing}
        </Callout>
      }
    >
      <PermissionFields
        value={props.value}
        offered={props.offered}
        actions={
          <div
            role="group"
            aria-label={texts().scopes.presets}
            class="flex flex-wrap gap-2"
          >
            <Button
              size="sm"
              onClick={() => props.onChange(readScopes(props.offered))}
            >
              {texts().scopes.readOnly}
            </Button>
            <Button
              size="sm"
              onClick={() => props.onChange([...props.offered])}
            >
              {props.isAccount
                ? texts().scopes.allOfAccount
                : texts().scopes.all}
            </Button>
          </div>
        }
        onChange={(permissions) =>
          props.onChange(
            completeScopes(
              KEY_SCOPES.filter((scope) => permissions.includes(scope)),
            ),
          )
        }
      />
    </Show>
  );
}

/** Returns the permissions that only read. */
export function readScopes(offered: readonly KeyScope[]): KeyScope[] {
  return offered.filter((scope) => scope.endsWith(":read"));
}
