import type { Problem } from '#shared/contract/errors.ts'
import type { Request } from '#shared/model/entry.ts'

/** A refusal that names no column, of a change of one column only, is about that one. */
export function onField(problem: Problem, request: Request): Problem {
  const [only, ...more] = request.kind === 'update' ? Object.keys(request.set) : []
  return problem.field !== undefined || only === undefined || more.length > 0 ? problem : { ...problem, field: only }
}
