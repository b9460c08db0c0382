/** What a function of the database said no with. */
export interface Refusal {
  readonly sqlstate: string
  readonly code: string | undefined
  readonly field: string | undefined
  readonly params: Record<string, unknown> | undefined
  readonly current: Record<string, unknown> | undefined
  readonly retryArgs: Record<string, unknown> | null | undefined
  readonly constraint: string | undefined
}

/** Waits for a call to be refused, and reads the refusal. Throws when the call is allowed. */
export async function refusal(call: Promise<unknown>): Promise<Refusal> {
  try {
    await call
  } catch (error) {
    const raised = error as { code: string; detail?: string; column?: string; constraint?: string }
    const detail = raised.detail?.startsWith('{') ? JSON.parse(raised.detail) : {}
    return {
      sqlstate: raised.code,
      code: detail.code,
      field: raised.column,
      params: detail.params,
      current: detail.current,
      retryArgs: detail.retry_args,
      constraint: raised.constraint,
    }
  }
  throw new Error('The call was allowed.')
}
