const BITE = 16 * 1024;

interface Bite {
  text: string;
  isLast: boolean;
}

/**
 * Streams a long text as fast as the caller reads it. The first chunk is read before the response starts, so an early
 * error still gets an error response. A later error breaks the connection, so that the caller does not accept an
 * incomplete text.
 */
export async function streamOf(
  text: AsyncIterable<string>,
  onFailure: (error: unknown) => void,
): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  const parts = text[Symbol.asyncIterator]();
  let first: Bite | undefined = await nextBite(parts);
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const bite = first ?? (await nextBite(parts));
        first = undefined;
        controller.enqueue(encoder.encode(bite.text));
        if (bite.isLast) controller.close();
      } catch (error) {
        onFailure(error);
        controller.error(new Error("The response ended early."));
      }
    },
    cancel: () => void parts.return?.(),
  });
}

async function nextBite(parts: AsyncIterator<string>): Promise<Bite> {
  let text = "";
  while (text.length < BITE) {
    const { done, value } = await parts.next();
    if (done) return { text, isLast: true };
    text += value;
  }
  return { text, isLast: false };
}
