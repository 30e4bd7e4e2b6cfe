const BITE = 16 * 1024;

interface Bite {
  text: string;
  isLast: boolean;
}

/**
 * A long text that is read on only as fast as the caller takes it. The first bite is read before the answer begins: a
 * failure until then has an answer of its own. A later one breaks the connection, so that the caller does not take what
 * came for the whole.
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
        controller.error(new Error("The answer ended early."));
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
