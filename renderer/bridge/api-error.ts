import type { Problem } from '#shared/contract/errors.ts'

/** The engine said no. `problem` is whole and fit to be shown; `ProblemNote` and `problemText` put it into words. */
export class ApiError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.message)
    this.name = 'ApiError'
    this.problem = problem
  }
}

/** The problem behind anything that was thrown; what is not an answer of the engine is a defect, `internal`. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ApiError) return error.problem
  return { code: 'internal', message: 'Something went wrong inside the console. Nothing that was saved is lost.' }
}
