/** An error that the demo payment service answers in the format of Stripe's API. */
export class StripeApiError extends Error {
  constructor(
    readonly status: 400 | 401 | 404 | 409,
    readonly code: string | undefined,
    message: string,
    readonly type = "invalid_request_error",
  ) {
    super(message);
  }
}

export function noSuch(what: string, id: string): StripeApiError {
  return new StripeApiError(
    404,
    "resource_missing",
    `No such ${what}: '${id}'`,
  );
}
