import { type Api, contract, type Reply } from '#shared/contract/contract.ts'
import { OutpostError } from '#shared/contract/errors.ts'

/** The contract as typed functions over an engine; a refusal is thrown as the OutpostError that it is. */
export function apiClient(call: (path: string, input: unknown) => Promise<Reply>): Api {
  const subjects = Object.entries(contract).map(([subject, methods]) => [
    subject,
    Object.fromEntries(
      Object.keys(methods).map((method) => [
        method,
        async (input: unknown) => answerOf(await call(`${subject}.${method}`, input)),
      ]),
    ),
  ])
  return Object.fromEntries(subjects) as Api
}

function answerOf(reply: Reply): unknown {
  if (reply.ok) return reply.value
  const { code, message, ...more } = reply.error
  throw new OutpostError(code, message, more)
}
