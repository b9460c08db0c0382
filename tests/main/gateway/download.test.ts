// Injected faults: files that stop coming, are too long, or are not there.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Gateway } from '#main/gateway/gateway.ts'
import { type FakeProject, gatewayTo, json, startFakeProject } from './fake-project.ts'

const FILE = '/storage/v1/object/documents/'

let project: FakeProject
beforeEach(async () => {
  project = await startFakeProject()
})
afterEach(() => project.close())

async function signedIn(limits = {}): Promise<Gateway> {
  const { gateway } = gatewayTo(project, { limits })
  await gateway.signIn('ama@example.com', 'secret')
  return gateway
}

/** Downloads and answers the bytes as text. */
async function fetched(gateway: Gateway, path: string, maxBytes = 1_000_000, signal?: AbortSignal): Promise<string> {
  const parts: Uint8Array[] = []
  await gateway.download('documents', path, {
    maxBytes,
    onBytes: async (bytes) => void parts.push(bytes),
    ...(signal === undefined ? {} : { signal }),
  })
  return Buffer.concat(parts).toString()
}

test('a file arrives whole, from a path with any characters', async () => {
  project.answers[FILE] = (response) =>
    void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>a page, as a file</p>')
  expect(await fetched(await signedIn(), 'a folder/what? #1 100%.html')).toBe('<p>a page, as a file</p>')
  expect(project.requests.at(-1)).toMatchObject({
    line: 'GET /storage/v1/object/documents/a%20folder/what%3F%20%231%20100%25.html',
    token: 'access-1',
  })
})

test('the next piece waits until the last has been taken in', async () => {
  project.answers[FILE] = (response) => {
    response.writeHead(200)
    for (let at = 0; at < 20; at++) response.write(Buffer.alloc(50_000))
    response.end()
  }
  const gateway = await signedIn()
  let busy = false
  let size = 0
  await gateway.download('documents', 'a', {
    maxBytes: 10_000_000,
    onBytes: async (bytes) => {
      expect(busy).toBe(false)
      busy = true
      await new Promise((resolve) => setTimeout(resolve, 1))
      size += bytes.byteLength
      busy = false
    },
  })
  expect(size).toBe(1_000_000)
})

test('a slow file may take longer than any other answer; one that stops coming is given up', async () => {
  const gateway = await signedIn({ answerMs: 50, pauseMs: 150 })
  project.answers[FILE] = (response) => {
    response.writeHead(200)
    let left = 6
    const drip = setInterval(() => {
      if (left-- > 0) return void response.write('x')
      clearInterval(drip)
      response.end()
    }, 40)
  }
  expect(await fetched(gateway, 'slow')).toBe('xxxxxx')
  project.answers[FILE] = (response) => {
    response.writeHead(200)
    response.write('x')
  }
  await expect(fetched(gateway, 'stuck')).rejects.toMatchObject({ code: 'timeout' })
})

test('a file that is longer than allowed is cut off', async () => {
  project.answers[FILE] = (response) => {
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(10_000)));
    }
    response.writeHead(200).on('drain', more)
    more()
  }
  await expect(fetched(await signedIn(), 'endless', 100_000)).rejects.toMatchObject({ code: 'file_too_large' })
})

test.each([
  ['as storage services say it today', json({ statusCode: '404', error: 'not_found', message: 'x' }, 400)],
  ['with a plain status', json({ statusCode: '404', error: 'Not found', message: 'x' }, 404)],
])('a file that is not there is missing, %s', async (_what, answer) => {
  project.answers[FILE] = answer
  await expect(fetched(await signedIn(), 'none')).rejects.toMatchObject({ code: 'file_missing' })
})

test('a line that breaks within a file, a reader who wants no more, and a person who stops it', async () => {
  const gateway = await signedIn()
  project.answers[FILE] = (response) => {
    response.writeHead(200, { 'content-length': 1000 })
    response.write('x', () => setTimeout(() => response.destroy(), 20))
  }
  await expect(fetched(gateway, 'broken')).rejects.toMatchObject({ code: 'unreachable' })

  const full = new Error('the disk is full')
  const refusing = gateway.download('documents', 'a', { maxBytes: 1000, onBytes: () => Promise.reject(full) })
  await expect(refusing).rejects.toBe(full)

  project.answers[FILE] = () => undefined
  const stop = new AbortController()
  const stopped = fetched(gateway, 'a', 1000, stop.signal)
  setTimeout(() => stop.abort(), 20)
  await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
})

test('a token that the file store does not take is renewed once', async () => {
  const gateway = await signedIn()
  project.answers[FILE] = (response, request, body) =>
    project.requests.filter(({ line }) => line.includes('refresh_token')).length === 0
      ? json({ statusCode: '403', code: 'InvalidJWT', error: 'Unauthorized', message: 'x' }, 400)(
          response,
          request,
          body,
        )
      : void response.writeHead(200).end('the file')
  expect(await fetched(gateway, 'a')).toBe('the file')
})
