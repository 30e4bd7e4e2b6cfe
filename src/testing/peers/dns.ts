import { createSocket, type RemoteInfo, type Socket } from "node:dgram";
import { createServer, type Server } from "node:net";
import { decode, encode, type Packet, streamEncode } from "dns-packet";

/** The answer for a domain name: TXT records, each with one or more strings, or a failure. */
export type DnsAnswer =
  | { records: string[][]; isTruncated?: boolean }
  | { code: "NXDOMAIN" | "SERVFAIL" | "REFUSED" }
  | "silence"
  | "garbage"
  | "another question";

export interface DnsServer {
  /** The server's address in the format of `DNS_SERVERS`. */
  address: string;
  /** The answers by full domain name. */
  answers: Map<string, DnsAnswer>;
  /** The answer for all names that are not in `answers`. It is NXDOMAIN by default. */
  defaultAnswer: DnsAnswer;
  /** The names that clients have asked for, in order. */
  asked: string[];
  stop(): Promise<void>;
}

const RCODES = { NXDOMAIN: 3, SERVFAIL: 2, REFUSED: 5 };
/** Flags in the header of a DNS message: the answer is authoritative, or it is truncated. */
const AUTHORITATIVE = 0x0400;
const TRUNCATED = 0x0200;

/** Starts a DNS server on loopback. It answers over UDP, and over TCP for long answers. */
export async function startDns(): Promise<DnsServer> {
  const asked: string[] = [];
  const answerFor = (question: Packet) => {
    const name = question.questions?.[0]?.name.toLowerCase() ?? "";
    asked.push(name);
    return server.answers.get(name) ?? server.defaultAnswer;
  };
  const tcp = await listenTcp(answerFor);
  const { port } = tcp.address() as { port: number };
  const udp = await listenUdp(port, answerFor);
  const server: DnsServer = {
    address: `127.0.0.1:${port}`,
    answers: new Map(),
    defaultAnswer: { code: "NXDOMAIN" },
    asked,
    async stop() {
      const closed = new Promise((done) => tcp.close(done));
      udp.close();
      await closed;
    },
  };
  return server;
}

type AnswerFor = (question: Packet) => DnsAnswer;

function listenUdp(port: number, answerFor: AnswerFor): Promise<Socket> {
  const socket = createSocket("udp4");
  socket.on(
    "message",
    (message: Buffer, { port: from, address }: RemoteInfo) => {
      const question = decode(message);
      const answer = answerFor(question);
      if (answer === "silence") return;
      const reply =
        answer === "garbage"
          ? Buffer.concat([message.subarray(0, 2), Buffer.alloc(30, 0xff)])
          : encode(replyTo(question, answer, false));
      socket.send(reply, from, address);
    },
  );
  return new Promise((ready) =>
    socket.bind(port, "127.0.0.1", () => ready(socket)),
  );
}

function listenTcp(answerFor: AnswerFor): Promise<Server> {
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    let received = Buffer.alloc(0);
    socket.on("data", (chunk) => {
      received = Buffer.concat([received, Buffer.from(chunk)]);
      if (received.length < 2 + (received[0] ?? 0) * 256 + (received[1] ?? 0))
        return;
      const question = decode(received.subarray(2));
      socket.end(streamEncode(replyTo(question, answerFor(question), true)));
    });
  });
  return new Promise((ready) =>
    server.listen(0, "127.0.0.1", () => ready(server)),
  );
}

function replyTo(
  { id, questions = [] }: Packet,
  answer: DnsAnswer,
  isWhole: boolean,
): Packet {
  const reply = { type: "response" as const, id, questions };
  if (answer === "another question")
    return { ...reply, id: ((id ?? 0) + 1) % 65536 };
  if (typeof answer === "string") return reply;
  if ("code" in answer)
    return { ...reply, flags: AUTHORITATIVE | RCODES[answer.code] };
  if (answer.isTruncated && !isWhole)
    return { ...reply, flags: AUTHORITATIVE | TRUNCATED };
  const name = questions[0]?.name ?? "";
  return {
    ...reply,
    flags: AUTHORITATIVE,
    answers: answer.records.map((data) => ({
      type: "TXT",
      name,
      ttl: 60,
      data,
    })),
  };
}
