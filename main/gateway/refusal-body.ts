import { z } from 'zod'

/**
 * What the services of a project put into the body of a refusal, each in its own form:
 * data API {code, message, details, hint} · auth {code, error_code, msg} or {code, message}, older {error,
 * error_description} · storage {statusCode, error, message} · the gateway before them all {message, hint}.
 */
export const refusalBody = z.object({
  code: z.union([z.string(), z.number()]).optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  details: z.string().nullish().catch(undefined),
  hint: z.string().nullish().catch(undefined),
  error_code: z.string().optional().catch(undefined),
  msg: z.string().optional().catch(undefined),
  error: z.string().optional().catch(undefined),
  error_description: z.string().optional().catch(undefined),
  statusCode: z.union([z.string(), z.number()]).optional().catch(undefined),
})
export type RefusalBody = z.infer<typeof refusalBody>

/** Of a refusal only this much is read, in characters. */
const MOST = 100_000

/** The body of a refusal, or null when it is not an object of JSON: then no service of a project made it. */
export async function readRefusal(response: Response): Promise<RefusalBody | null> {
  try {
    const text = (await response.text()).slice(0, MOST)
    return refusalBody.parse(JSON.parse(text))
  } catch {
    return null
  }
}

const errorDetail = z.object({
  code: z.string().optional().catch(undefined),
  params: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .optional()
    .catch(undefined),
})

/** What our own functions put into an error's detail: a stable name for the reason, and values for its sentence. */
export function detailOf(body: RefusalBody): z.infer<typeof errorDetail> {
  try {
    return errorDetail.parse(JSON.parse(body.details ?? ''))
  } catch {
    return {}
  }
}
