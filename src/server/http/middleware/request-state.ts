/** The state of a request before a procedure runs, in Hono's context. */
export interface RequestState {
  Variables: {
    state: {
      requestId: string;
      socketAddress: string;
      /** The route template for the log, because a URL can contain secrets. */
      route?: string;
    };
  };
}
