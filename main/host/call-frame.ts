import { z } from 'zod'

/** The only frame that a screen may send, as JSON text: a call, by birpc's names (type, id, method, arguments). */
export const callFrame = z.object({
  t: z.literal('q'),
  i: z.string().min(1).max(64),
  m: z.literal('call'),
  a: z.tuple([z.string().max(100)]).rest(z.unknown()),
})
