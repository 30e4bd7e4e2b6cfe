/** The state of a request in Hono's context. It exists before a procedure runs. */
export interface RequestState {
  Variables: {
    state: {
      requestId: string;
      socketAddress: string;
      /** The template of the route. The log contains it instead of the URL, because a URL can contain secrets. */
      route?: string;
    };
  };
}
