import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/**
 * Decides who may come in. Anything on this computer can reach a loopback port, and any web page can make a browser
 * try: so a visitor must name this very host (against DNS rebinding), come from this very origin (against other pages)
 * and hold the cookie that was given for a launch token (against other users and programs).
 */
export class Doorkeeper {
  readonly #host: string
  readonly #cookieName: string
  readonly #cookies = new Set<string>()
  #token: string | null = null

  constructor(port: number) {
    this.#host = `127.0.0.1:${port}`
    // Cookies know no ports, so that two consoles on one computer must not share a name.
    this.#cookieName = `outpost-${port}`
  }

  get origin(): string {
    return `http://${this.#host}`
  }

  /** The address that lets one browser in, once; it takes the place of the one given before. */
  freshAddress(): string {
    this.#token = secret()
    return `${this.origin}/?token=${this.#token}`
  }

  /** Whether the request was meant for this host and not led here from another page. */
  isMeantForUs(request: IncomingMessage): boolean {
    const { host, origin } = request.headers
    return host === this.#host && (origin === undefined || origin === this.origin)
  }

  /** Browsers always name the origin of a WebSocket; whatever does not is no browser of ours. */
  isFromOurPage(request: IncomingMessage): boolean {
    return this.isMeantForUs(request) && request.headers.origin === this.origin
  }

  /** The `Set-Cookie` value for a launch token, or null when the token is unknown or used. */
  redeem(token: string): string | null {
    if (this.#token === null || !sameSecret(token, this.#token)) return null
    this.#token = null
    const cookie = secret()
    this.#cookies.add(digest(cookie))
    return `${this.#cookieName}=${cookie}; Path=/; HttpOnly; SameSite=Strict`
  }

  holdsCookie(request: IncomingMessage): boolean {
    const given = (request.headers.cookie ?? '').split(';').map((part) => part.trim().split('='))
    return given.some(([name, value]) => name === this.#cookieName && this.#cookies.has(digest(value ?? '')))
  }
}

/** 256 bits. */
function secret(): string {
  return randomBytes(32).toString('base64url')
}

/** Secrets are compared by digest, so that the time taken tells nothing about them. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}

function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(digest(a)), Buffer.from(digest(b)))
}
