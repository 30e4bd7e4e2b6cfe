/** What is known of a request before any procedure runs; kept on Hono's context. */
export interface RequestState {
  Variables: {
    state: {
      requestId: string;
      socketAddress: string;
      /** Route template for the log: the URL itself may carry what must not be logged. */
      route?: string;
    };
  };
}
