import {
  type Consumer,
  JetStreamApiError,
  type JetStreamClient,
  type JetStreamManager,
  type JsMsg,
  jetstream,
  jetstreamManager,
} from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Ref } from '../archive/queue/queue.ts';
import type { Hint, Hints } from './hints.ts';

/** What the stream is made with where there is none. One that is there is taken as it is, so that it may have replicas. */
export interface StreamOptions {
  readonly stream: string;
  /** The most hints in it at a time; everything else waits in the archive. */
  readonly most: number;
  /** Milliseconds after which a worker that says nothing of its hint is taken for dead. */
  readonly answerWithin: number;
}

const CONSUMER = 'workers';
/** Milliseconds: the least that a server takes. */
const PULL = 1000;
/** Milliseconds that the server has to answer. */
const ANSWER = 3000;
const AT_ONCE = 64;

/** Codes of the server's answers. */
const NO_STREAM = 10059;
const NO_CONSUMER = 10014;
const FULL = 10077;
const IN_USE = 10058;

const codeOf = (error: unknown): number => (error instanceof JetStreamApiError ? error.code : 0);
const thereAlready = (error: unknown): boolean => codeOf(error) === FULL && /per subject/.test((error as Error).message);

/** Each hint has a subject of its own that takes one message, so that what waits or is in hand is never offered twice. */
const subjectOf = (stream: string, { id }: Ref): string => `${stream}.work.${id}`;

function hintOf(message: JsMsg): Hint {
  const id = Number(message.subject.slice(message.subject.lastIndexOf('.') + 1));
  return {
    ref: { id, key: message.string() },
    again: message.info.deliveryCount > 1,
    done: () => message.ack(),
    leave: (milliseconds) => message.nak(milliseconds),
    working: () => message.working(),
  };
}

/** Hints over a JetStream. */
export class JetStreamHints implements Hints {
  readonly #connection: NatsConnection;
  readonly #options: StreamOptions;
  readonly #client: JetStreamClient;
  #manager: JetStreamManager | null = null;
  #consumer: Consumer | null = null;

  constructor(connection: NatsConnection, options: StreamOptions) {
    this.#connection = connection;
    this.#options = options;
    this.#client = jetstream(connection);
  }

  async #managed(): Promise<JetStreamManager> {
    this.#manager ??= await jetstreamManager(this.#connection, { checkAPI: false, timeout: ANSWER });
    return this.#manager;
  }

  /** Makes the stream where it is not. @returns whether it was made */
  async #ensureStream(manager: JetStreamManager): Promise<boolean> {
    const { stream, most } = this.#options;
    try {
      await manager.streams.add({
        ...{ name: stream, subjects: [`${stream}.work.*`], retention: 'workqueue', storage: 'file' },
        ...{ discard: 'new', max_msgs: most, max_msgs_per_subject: 1, discard_new_per_subject: true },
      });
      return true;
    } catch (error) {
      // Another worker was quicker.
      if (codeOf(error) === IN_USE) return false;
      throw error;
    }
  }

  async #ensureConsumer(manager: JetStreamManager): Promise<void> {
    const { stream, most, answerWithin } = this.#options;
    try {
      await manager.consumers.info(stream, CONSUMER);
    } catch (error) {
      if (codeOf(error) !== NO_CONSUMER) throw error;
      await manager.consumers.add(stream, {
        ...{ durable_name: CONSUMER, ack_policy: 'explicit', ack_wait: answerWithin * 1e6, max_ack_pending: most, max_deliver: -1 },
      });
    }
  }

  async room(): Promise<{ room: number; made: boolean }> {
    const manager = await this.#managed();
    let made = false;
    let messages = 0;
    let most = this.#options.most;
    try {
      const { state, config } = await manager.streams.info(this.#options.stream);
      messages = state.messages;
      if (config.max_msgs > 0) most = config.max_msgs;
    } catch (error) {
      if (codeOf(error) !== NO_STREAM) throw error;
      made = await this.#ensureStream(manager);
    }
    await this.#ensureConsumer(manager);
    return { room: Math.max(0, most - messages), made };
  }

  async offer(refs: readonly Ref[]): Promise<readonly Ref[]> {
    const left: Ref[] = [];
    const offerOne = async (ref: Ref) => {
      try {
        await this.#client.publish(subjectOf(this.#options.stream, ref), ref.key, { timeout: ANSWER });
      } catch (error) {
        if (!thereAlready(error)) left.push(ref);
      }
    };
    for (let from = 0; from < refs.length; from += AT_ONCE) await Promise.all(refs.slice(from, from + AT_ONCE).map(offerOne));
    return left;
  }

  async next(): Promise<Hint | null> {
    this.#consumer ??= await this.#client.consumers.get(this.#options.stream, CONSUMER);
    const message = await this.#consumer.next({ expires: PULL });
    return message === null ? null : hintOf(message);
  }

  async state(): Promise<{ waiting: number; inHand: number }> {
    const { num_pending, num_ack_pending } = await (await this.#managed()).consumers.info(this.#options.stream, CONSUMER);
    return { waiting: num_pending, inHand: num_ack_pending };
  }

  connected(): boolean {
    return !this.#connection.isClosed() && this.#up;
  }

  #up = true;
  /** Told by whoever watches the connection. */
  set up(value: boolean) {
    this.#up = value;
  }

  async close(): Promise<void> {
    // What was answered is still sent, where there is anybody to hear it.
    const late = new Promise<void>((resolve) => setTimeout(resolve, this.connected() ? 2000 : 0).unref());
    await Promise.race([this.#connection.drain().catch(() => undefined), late]);
    if (!this.#connection.isClosed()) void this.#connection.close().catch(() => undefined);
  }
}
