import type { z } from 'zod'
import { contract, type Handlers, type Reply } from '#shared/contract/contract.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import { sentence } from './input-sentences.ts'

export interface DoorLog {
  error(details: object, message: string): void
}

interface Method {
  readonly input: z.ZodType
  readonly output: z.ZodType
  readonly run: (input: unknown) => Promise<unknown>
}

/** Answers are checked against the contract where a mistake should be found, not where people work. */
const checksAnswers = ['development', 'test'].includes(process.env.NODE_ENV ?? '')

/**
 * The one door through which calls reach the engine. Checks the input, runs the method, and always answers:
 * what a person may know goes out as a problem, anything else is logged and goes out as `internal`.
 * @param path `subject.method`
 */
export async function answer(handlers: Handlers, path: string, input: unknown, log: DoorLog): Promise<Reply> {
  try {
    const method = find(handlers, path)
    const parsed = method.input.safeParse(input, { error: sentence })
    if (!parsed.success) throw badInput(parsed.error)
    const value = await method.run(parsed.data)
    return { ok: true, value: checksAnswers ? method.output.parse(value) : value }
  } catch (error) {
    if (error instanceof OutpostError) return { ok: false, error: error.problem }
    log.error({ err: error, path: String(path) }, 'a call failed')
    return {
      ok: false,
      error: { code: 'internal', message: 'Something went wrong inside the console. The log has the details.' },
    }
  }
}

function find(handlers: Handlers, path: unknown): Method {
  const [subject, name, ...rest] = typeof path === 'string' ? path.split('.') : []
  const schema = own(own(contract, subject), name)
  const run = own(own(handlers, subject), name)
  if (!schema || !run || rest.length > 0) {
    throw new OutpostError('bad_request', 'The console was asked for something that it does not know.')
  }
  return { ...(schema as Omit<Method, 'run'>), run: run as Method['run'] }
}

/** Own properties only: `constructor` and `__proto__` are no methods of ours. */
function own(owner: unknown, key: string | undefined): unknown {
  if (typeof owner !== 'object' || owner === null || key === undefined || !Object.hasOwn(owner, key)) return undefined
  return (owner as Record<string, unknown>)[key]
}

function badInput(error: z.ZodError): OutpostError {
  const [first] = error.issues
  const field = first?.path.map(String).join('.')
  return new OutpostError('bad_request', first?.message ?? 'This input is not understood.', field ? { field } : {})
}
