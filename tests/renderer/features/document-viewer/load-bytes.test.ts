import { expect, test, vi } from 'vitest'
import { loadBytes } from '#renderer/features/document-viewer/load-bytes.ts'

const workspace = 'demo'
const versionId = '0190a000-0000-7000-8000-000000000001'
const content = new Uint8Array(2_500).map((_, at) => at % 251)
const file = { versionId, name: 'passport.pdf', mime: 'application/pdf', size: content.length, here: true }

const files = {
  open: async () => file,
  read: async ({ offset }: { offset: number }) => {
    const chunk = content.slice(offset, offset + 1_000)
    return { base64: Buffer.from(chunk).toString('base64'), done: offset + chunk.length >= content.length }
  },
}

test('a file in several chunks arrives whole, with its progress in bytes', async () => {
  const progress: number[] = []
  const { signal } = new AbortController()
  const loaded = await loadBytes(files, { workspace, versionId, signal, onProgress: (_, read) => progress.push(read) })
  expect(loaded.bytes).toEqual(content)
  expect(progress).toEqual([0, 1_000, 2_000, 2_500])
})

test('a cancelled file is not read to its end', async () => {
  const stop = new AbortController()
  const read = vi.fn(files.read)
  const loading = loadBytes(
    { ...files, read },
    { workspace, versionId, signal: stop.signal, onProgress: (_, done) => done > 0 && stop.abort() },
  )
  await expect(loading).rejects.toThrow()
  expect(read).toHaveBeenCalledTimes(1)
})

test('an engine that says neither more nor done does not keep the reader for ever', async () => {
  const { signal } = new AbortController()
  const empty = { ...files, read: async () => ({ base64: '', done: false }) }
  const loaded = await loadBytes(empty, { workspace, versionId, signal, onProgress: () => {} })
  expect(loaded.bytes).toHaveLength(0)
})
