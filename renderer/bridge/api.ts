import { type Api, contract } from '#shared/contract/contract.ts'
import { ApiError } from './api-error.ts'

async function call(path: string, input: unknown): Promise<unknown> {
  const reply = await window.outpost.call(path, input)
  if (!reply.ok) throw new ApiError(reply.error)
  return reply.value
}

function subject(name: keyof typeof contract): Record<string, (input: unknown) => Promise<unknown>> {
  return Object.fromEntries(
    Object.keys(contract[name]).map((method) => [method, (input) => call(`${name}.${method}`, input)]),
  )
}

/** The engine's contract as typed functions: `await api.review.queue({ workspace })`. Every failure is an `ApiError`. */
export const api = Object.fromEntries(
  Object.keys(contract).map((name) => [name, subject(name as keyof typeof contract)]),
) as unknown as Api
