import { OutpostError } from '#shared/contract/errors.ts'
import { countdown } from './countdown.ts'
import { headTime, type Limits, patience } from './limits.ts'
import { isBrokenLine, networkFailure } from './network-failure.ts'

export type Fetch = typeof globalThis.fetch

export interface ExchangeOptions {
  readonly fetch: Fetch
  readonly limits: Limits
  /** Ends the exchange; its reason is what is thrown. */
  readonly signal: AbortSignal
  /** A file has no limit as a whole, only between its pieces. */
  readonly isFile?: boolean
}

/**
 * One request and its answer, whatever its status, within limits of time and size. Redirects are not followed: a
 * project never sends one, and the key must not go where somebody else points.
 *
 * The answer's body keeps to the limits too: reading it fails with the same errors.
 * @throws OutpostError `offline`, `unreachable`, `timeout`, `bad_answer` (too much), or the signal's reason
 */
export async function exchange(url: string, init: RequestInit, options: ExchangeOptions): Promise<Response> {
  const stop = new AbortController()
  const signal = AbortSignal.any([stop.signal, options.signal])
  const late = () => stop.abort(tooSlow())
  const stopWaiting = countdown(headTime(options.limits, init.body), late)
  let response: Response
  try {
    response = await sent(url, { ...init, redirect: 'manual', signal }, options.fetch)
  } catch (error) {
    throw signal.aborted ? signal.reason : networkFailure(error, url)
  } finally {
    stopWaiting()
  }
  if (response.body === null) return response
  const { status, statusText, headers } = response
  return new Response(limited(response.body, stop, signal, options, url), { status, statusText, headers })
}

/**
 * A connection that was kept open may have been closed by the server just now: it breaks before any answer, and says
 * nothing about the server. So it is asked once more; every request of ours may be repeated.
 */
async function sent(url: string, init: RequestInit, fetch: Fetch): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    if (init.signal?.aborted || !isBrokenLine(error)) throw error
    return fetch(url, init)
  }
}

function limited(
  body: ReadableStream<Uint8Array>,
  stop: AbortController,
  signal: AbortSignal,
  { limits, isFile = false }: ExchangeOptions,
  url: string,
): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  const late = () => stop.abort(tooSlow())
  const began = performance.now()
  let size = 0
  const wait = () => countdown(isFile ? limits.pauseMs : patience(limits, size, performance.now() - began), late)
  let stopWaiting = wait()
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read()
          if (done) {
            stopWaiting()
            controller.close()
            return
          }
          size += value.byteLength
          if (!isFile && size > limits.answerBytes) stop.abort(tooMuch())
          signal.throwIfAborted()
          stopWaiting()
          stopWaiting = wait()
          controller.enqueue(value)
        } catch (error) {
          stopWaiting()
          controller.error(signal.aborted ? signal.reason : networkFailure(error, url))
        }
      },
      async cancel(reason) {
        stopWaiting()
        await reader.cancel(reason).catch(() => undefined)
      },
    },
    // Nothing is read before it is asked for.
    { highWaterMark: 0 },
  )
}

function tooSlow(): OutpostError {
  return new OutpostError('timeout', 'The server took too long to answer. It will be tried again.')
}

function tooMuch(): OutpostError {
  return new OutpostError('bad_answer', 'The server’s answer has no end. It was cut off.', { reason: 'answer.endless' })
}
