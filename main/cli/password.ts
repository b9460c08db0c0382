import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { OutpostError } from '#shared/contract/errors.ts'

/**
 * The password from OUTPOST_PASSWORD, else asked for on the terminal, where it is not shown; else the first line of
 * the input.
 */
export async function readPassword(email: string): Promise<string> {
  const given = process.env.OUTPOST_PASSWORD
  if (given) return given
  const isTerminal = process.stdin.isTTY === true
  if (isTerminal) process.stderr.write(`Password of ${email}: `)
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() })
  const input = createInterface({ input: process.stdin, output: silence, terminal: isTerminal })
  try {
    const password = await firstLine(input)
    if (isTerminal) process.stderr.write('\n')
    if (password) return password
  } finally {
    input.close()
  }
  throw new OutpostError('bad_request', 'No password: set OUTPOST_PASSWORD, or type it when it is asked for.', {
    field: 'password',
  })
}

async function firstLine(input: ReturnType<typeof createInterface>): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  input.once('line', resolve)
  input.once('close', () => resolve(''))
  input.once('SIGINT', () => reject(new OutpostError('cancelled', 'Cancelled.')))
  return await promise
}
