import { openFileStore } from '#main/files/file-store.ts'

/** A process of its own that is for ever in the middle of a download; says so to its parent. */
const [folder = '', versionId = ''] = process.argv.slice(2)

const store = await openFileStore({
  folder,
  lookup: async () => ({ path: 'x', name: 'x.pdf', mime: 'application/pdf', size: null, sha256: null }),
  fetch: async (_path, onBytes) => {
    await onBytes(new Uint8Array(100_000))
    process.send?.('in the middle')
    await new Promise((resolve) => setTimeout(resolve, 60_000))
  },
})
await store.open(versionId)
