import { createBirpc } from 'birpc'
import type { Logger } from 'pino'
import type { EngineEvent, Reply } from '#shared/contract/contract.ts'
import type { ErrorCode } from '#shared/contract/errors.ts'
import { type EngineSide, MAX_FRAME_BYTES, type ScreenSide } from '#shared/contract/link.ts'
import type { Channel } from '#shared/lib/line.ts'
import { callFrame } from './call-frame.ts'

/** What a link serves: the engine, as hosts see it. */
export interface Callable {
  call(path: string, input: unknown): Promise<Reply>
  listen(listener: (event: EngineEvent) => void): () => void
}

/**
 * Serves the engine over one channel until the channel closes. This is the single door for what screens send: a frame
 * that is not a well-formed call is answered with `bad_request` and goes no further.
 */
export function serveLink(engine: Callable, channel: Channel, log: Logger): void {
  const screen = createBirpc<ScreenSide, EngineSide>(
    {
      async call(path, input) {
        try {
          return await engine.call(path, input)
        } catch (error) {
          log.error({ err: error, path }, 'the engine threw instead of answering')
          return refusal('internal', 'Something went wrong inside the console. Nothing that was saved is lost.')
        }
      },
    },
    {
      post: (frame) => channel.post(frame),
      on: (receive) =>
        channel.onFrame((frame) => {
          const read = readFrame(frame)
          if (read.ok) receive(read.call)
          else channel.post(JSON.stringify({ t: 's', i: read.id, r: read.reply }))
        }),
      serialize: JSON.stringify,
      timeout: -1,
      onGeneralError: (error) => {
        log.warn({ err: error }, 'a screen went away in the middle of an answer')
        return true
      },
    },
  )
  const unlisten = engine.listen((event) => void screen.$callEvent('event', event).catch(() => channel.close()))
  channel.onClose(() => {
    unlisten()
    screen.$close()
  })
}

type ReadFrame =
  | { readonly ok: true; readonly call: object }
  | { readonly ok: false; readonly id: string; readonly reply: Reply }

function readFrame(frame: unknown): ReadFrame {
  if (typeof frame !== 'string') return unread('', 'A frame must be JSON text.')
  if (Buffer.byteLength(frame) > MAX_FRAME_BYTES)
    return { ok: false, id: '', reply: refusal('too_large', `A frame has at most ${MAX_FRAME_BYTES} bytes.`) }
  let value: unknown
  try {
    value = JSON.parse(frame)
  } catch {
    return unread('', 'A frame must be JSON text.')
  }
  const parsed = callFrame.safeParse(value)
  if (parsed.success) return { ok: true, call: { ...parsed.data, a: parsed.data.a.slice(0, 2) } }
  return unread(idOf(value), 'A frame must be a call: {"t": "q", "i": id, "m": "call", "a": [path, input]}.')
}

function unread(id: string, message: string): ReadFrame {
  return { ok: false, id, reply: refusal('bad_request', message) }
}

function refusal(code: ErrorCode, message: string): Reply {
  return { ok: false, error: { code, message } }
}

/** The id under which whoever sent a faulty frame waits for its answer, when there is one. */
function idOf(value: unknown): string {
  const id = typeof value === 'object' && value !== null && 'i' in value ? value.i : ''
  return typeof id === 'string' && id.length <= 64 ? id : ''
}
