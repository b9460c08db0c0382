import type { SupabaseClient } from '@supabase/supabase-js'
import type { Logger } from 'pino'
import type { z } from 'zod'
import { OutpostError } from '#shared/contract/errors.ts'

/** Calls one of our functions on the server; nothing that it answers is believed before it is checked. */
export class Rpc {
  readonly #client: SupabaseClient
  readonly #log: Logger

  constructor(client: SupabaseClient, log: Logger) {
    this.#client = client
    this.#log = log
  }

  /** @throws OutpostError `bad_answer` when the answer is not what `schema` says, and what every request may throw */
  async call<T>(name: string, args: object, schema: z.ZodType<T>): Promise<T> {
    const started = performance.now()
    const data = await this.#send(name, args)
    const answer = schema.safeParse(data)
    if (!answer.success) {
      const { issues } = answer.error
      this.#log.warn({ rpc: name, issues: issues.slice(0, 5) }, 'an answer of the server can’t be read')
      throw unreadable(answer.error)
    }
    this.#log.debug({ rpc: name, ms: Math.round(performance.now() - started) }, 'answered')
    return answer.data
  }

  async #send(name: string, args: object): Promise<unknown> {
    try {
      const { data } = await this.#client.rpc(name, args).retry(false).throwOnError()
      return data
    } catch (error) {
      if (error instanceof OutpostError) throw error
      // What is left is an answer that is no JSON.
      throw unreadable(error)
    }
  }
}

function unreadable(cause: unknown): OutpostError {
  return new OutpostError('bad_answer', 'The server’s answer can’t be read. It will be tried again.', { cause })
}
