import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { ReadoutError } from '../../error.ts';
import { problemAnswer } from '../problem.ts';

/** What a request may cost. */
export interface RequestLimits {
  /** Of the body, as sent. */
  readonly bytes: number;
  /** Until the answer begins. */
  readonly seconds: number;
  /** Readings asked for at a time; the others wait for a worker. */
  readonly readings: number;
}

export const usualRequestLimits: RequestLimits = { bytes: 16 * 1024 * 1024, seconds: 120, readings: 64 };

export const bodyGuard = ({ bytes }: RequestLimits) =>
  bodyLimit({
    maxSize: bytes,
    onError: (context) =>
      problemAnswer(
        context,
        new ReadoutError(
          'READOUT_REQUEST_TOO_LARGE',
          `The body has more than ${bytes} bytes.`,
          'Send it in parts; readout ingest takes files of any size.',
        ),
      ),
  });

/** What takes longer is answered with an error; its work ends unheard. */
export const timeGuard = ({ seconds }: RequestLimits) =>
  createMiddleware(async (context, next) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Response>((resolve) => {
      timer = setTimeout(() => {
        const told = new ReadoutError(
          'READOUT_REQUEST_TOO_LONG',
          `The answer took longer than ${seconds} seconds.`,
          'Keep long texts with POST /api/ingest, which works in the background.',
        );
        resolve(problemAnswer(context, told));
      }, seconds * 1000);
    });
    try {
      const answered = await Promise.race([next(), late]);
      if (answered instanceof Response) context.res = answered;
    } finally {
      clearTimeout(timer);
    }
  });
