import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { pageHeaders, pagePolicy, workerPolicy } from './content-policy.ts'

/** The build writes this where the nonce of a page's style sheets belongs. */
const NONCE_MARK = '__CSP_NONCE__'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

export interface PageAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer
}

/**
 * The built screens. Files are found in a list made at the start, never by joining a path that a request brought, so
 * that no request can name a file outside the folder.
 */
export class Page {
  readonly #files: ReadonlyMap<string, string>
  readonly #html: string
  readonly #connect: string

  private constructor(files: ReadonlyMap<string, string>, html: string, connect: string) {
    this.#files = files
    this.#html = html
    this.#connect = connect
  }

  /**
   * @param connect the sources that the page may speak to, for its content policy
   * @throws Error when the screens have not been built
   */
  static async load(folder: string, connect: string): Promise<Page> {
    const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
    const paths = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    const files = new Map(paths.map((path) => [`/${relative(folder, path).split(sep).join('/')}`, path]))
    const index = files.get('/index.html')
    if (index === undefined)
      throw new Error('The screens are not built. Run `npm run build`, or start with `npm start`.')
    return new Page(files, await readFile(index, 'utf8'), connect)
  }

  /** Answers a path of a request. Places inside the console live behind the `#` and never come here. */
  async answer(path: string): Promise<PageAnswer> {
    const name = decoded(path)
    if (name === null) return refusal(400, 'This address is not well formed.')
    if (name === '/' || name === '/index.html') return this.#document()
    const file = this.#files.get(name)
    if (file === undefined) return refusal(404, 'There is nothing at this address.')
    const hashed = name.startsWith('/assets/')
    const policy = name.includes('worker') ? workerPolicy(this.#connect) : pagePolicy(freshNonce(), this.#connect)
    return {
      status: 200,
      headers: {
        ...pageHeaders(policy),
        'content-type': types[extname(name)] ?? 'application/octet-stream',
        'cache-control': hashed ? 'private, max-age=31536000, immutable' : 'no-cache',
      },
      body: await readFile(file),
    }
  }

  #document(): PageAnswer {
    const nonce = freshNonce()
    return {
      status: 200,
      headers: {
        ...pageHeaders(pagePolicy(nonce, this.#connect)),
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
      },
      body: this.#html.replaceAll(NONCE_MARK, nonce),
    }
  }
}

/** An answer that carries one sentence and nothing that could run. */
export function refusal(status: number, sentence: string): PageAnswer {
  return {
    status,
    headers: {
      ...pageHeaders("default-src 'none'; frame-ancestors 'none'"),
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
    },
    body: `${sentence}\n`,
  }
}

/** The path as it was meant, or null when its percent signs are broken. */
function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

function freshNonce(): string {
  return randomBytes(16).toString('base64')
}
