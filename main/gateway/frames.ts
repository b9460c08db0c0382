import { z } from 'zod'

const fields = z.record(z.string(), z.unknown())
const head = { topic: z.string(), ref: z.string().nullish(), join_ref: z.string().nullish() }

/** The frames that mean something here. What Realtime says beside them, presence above all, is not listened to. */
const frame = z.discriminatedUnion('event', [
  z.object({
    ...head,
    event: z.literal('phx_reply'),
    payload: z.object({ status: z.string(), response: fields.nullish().transform((value) => value ?? {}) }),
  }),
  z.object({ ...head, event: z.enum(['phx_error', 'phx_close']), payload: fields.catch({}) }),
  z.object({ ...head, event: z.literal('broadcast'), payload: z.looseObject({ event: z.string() }) }),
])

/** Reads a frame of a Phoenix socket (protocol 1.0.0); null for anything that it should not be. */
export function readFrame(text: unknown): z.infer<typeof frame> | null {
  if (typeof text !== 'string') return null
  try {
    return frame.parse(JSON.parse(text))
  } catch {
    return null
  }
}
