import type { Problem } from '#shared/contract/errors.ts'
import { OutpostError } from '#shared/contract/errors.ts'

/** Where a command says what it found: one JSON value with `--json`, lines for people without. */
export interface Output {
  readonly json: boolean
  /** The command's answer: `lines` are only asked for when people read them. */
  answer(value: unknown, lines: () => readonly string[]): void
  /** One more line on the way, for people only; goes to the error stream, so that answers can be piped. */
  note(line: string): void
}

export function createOutput(json: boolean): Output {
  return {
    json,
    answer(value, lines) {
      process.stdout.write(
        json
          ? `${JSON.stringify(value)}\n`
          : lines()
              .map((line) => `${line}\n`)
              .join(''),
      )
    },
    note(line) {
      if (!json) process.stderr.write(`${line}\n`)
    },
  }
}

/** Says in one line what went wrong, and never more than a person can use. */
export function writeProblem(error: unknown, json: boolean): void {
  const { code, message, field } = problemOf(error)
  const sentence = message.replace(/\s*\n\s*/g, ' ').trim()
  if (json) process.stdout.write(`${JSON.stringify({ error: { code, message: sentence, ...(field && { field }) } })}\n`)
  else process.stderr.write(`error: ${sentence}${field ? ` (${field})` : ''}\n`)
}

function problemOf(error: unknown): Problem {
  if (error instanceof OutpostError) return error.problem
  return {
    code: 'internal',
    message: `Something went wrong inside Outpost: ${error instanceof Error ? error.message : error}`,
  }
}
