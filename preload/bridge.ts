import type { Bridge, EngineEvent, Reply } from '#shared/contract/contract.ts'
import { isRepeatable, MAX_FRAME_BYTES } from '#shared/contract/link.ts'
import { type Channel, type Line, LineLost, openLine } from '#shared/lib/line.ts'

/** Times that a reading call is sent again after lost links before it is given up. */
const REPEATS = 5

/**
 * A bridge over a channel that may come and go. Calls wait while there is none. When a channel breaks, calls that only
 * read are sent again over the next one; calls that change something answer `cancelled`, because nobody knows whether
 * they ran, and what they did shows in the outbox.
 */
export class ReconnectingBridge {
  readonly bridge: Bridge
  readonly #listeners = new Set<(event: EngineEvent) => void>()
  readonly #linkListeners = new Set<(up: boolean) => void>()
  #line: Line | null = null
  #waiting: (() => void)[] = []

  constructor(host: Bridge['host']) {
    this.bridge = {
      host,
      call: (path, input) => this.#call(path, input),
      listen: (listener) => subscribe(this.#listeners, listener),
      onLink: (listener) => {
        listener(this.#line !== null)
        return subscribe(this.#linkListeners, listener)
      },
    } satisfies Bridge
  }

  /** Takes a fresh channel into use, in place of the one before. */
  attach(channel: Channel): void {
    this.#line?.close()
    const line = openLine(channel, (event) => {
      for (const listener of this.#listeners) listener(event)
    })
    channel.onClose(() => {
      if (this.#line !== line) return
      this.#line = null
      this.#tellLink(false)
    })
    this.#line = line
    this.#tellLink(true)
    const waiting = this.#waiting
    this.#waiting = []
    for (const resume of waiting) resume()
  }

  async #call(path: string, input: unknown): Promise<Reply> {
    const fault = unsendable(input)
    if (fault) return fault
    for (let lost = 0; ; lost++) {
      const line = await this.#up()
      try {
        return await line.call(path, input)
      } catch (error) {
        if (!(error instanceof LineLost)) return refused('internal', 'The console could not speak to its engine.')
        if (!isRepeatable(path) || lost === REPEATS) return lostReply
      }
    }
  }

  async #up(): Promise<Line> {
    while (this.#line === null) await new Promise<void>((resume) => this.#waiting.push(resume))
    return this.#line
  }

  #tellLink(up: boolean): void {
    for (const listener of this.#linkListeners) listener(up)
  }
}

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function unsendable(input: unknown): Reply | null {
  let text: string | undefined
  try {
    text = JSON.stringify(input)
  } catch {
    return refused('bad_request', 'The input of a call must be plain JSON.')
  }
  // Half the limit leaves room for characters that take several bytes and for the frame around the input.
  if (
    text !== undefined &&
    text.length > MAX_FRAME_BYTES / 2 &&
    new TextEncoder().encode(text).length > MAX_FRAME_BYTES - 1024
  )
    return refused('too_large', `This is too long: at most ${MAX_FRAME_BYTES / 1024 / 1024} MB can be sent at once.`)
  return null
}

function refused(code: 'internal' | 'bad_request' | 'too_large' | 'cancelled', message: string): Reply {
  return { ok: false, error: { code, message } }
}

const lostReply = refused(
  'cancelled',
  'The engine stopped before it answered. Look in the outbox whether this was saved before you do it again.',
)
