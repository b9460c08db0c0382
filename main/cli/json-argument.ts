import { z } from 'zod'
import { OutpostError } from '#shared/contract/errors.ts'

type Json = z.infer<ReturnType<typeof z.json>>

/**
 * A JSON object from the command line. A number that JavaScript can't hold exactly stays the text that was typed, as
 * exact numbers travel everywhere else.
 * @throws OutpostError `bad_request` naming the argument
 */
export function jsonObject(text: string, argument: string): Record<string, Json> {
  let value: unknown
  try {
    value = JSON.parse(text, exactly as (key: string, value: unknown) => unknown)
  } catch {
    throw new OutpostError('bad_request', `${argument} must be JSON, such as {"name": "value"}.`, { field: argument })
  }
  const object = z.record(z.string(), z.json()).safeParse(value)
  if (object.success) return object.data
  throw new OutpostError('bad_request', `${argument} must be a JSON object, such as {"name": "value"}.`, {
    field: argument,
  })
}

function exactly(_key: string, value: unknown, context: { readonly source?: string }): unknown {
  if (typeof value !== 'number' || context.source === undefined) return value
  return isExact(context.source, value) ? value : context.source
}

function isExact(source: string, value: number): boolean {
  if (Number.isInteger(value)) return Number.isSafeInteger(value)
  const digits = source.replace(/e.*$/i, '').replace(/\D/g, '').replace(/^0+/, '')
  return Number.isFinite(value) && digits.length <= 15
}
