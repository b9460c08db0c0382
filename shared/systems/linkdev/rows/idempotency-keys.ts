// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Requests to the API that were answered, so that repeating one does nothing twice. */
export interface IdempotencyKeysRow {
  readonly id: string
  /** What the caller has sent as Idempotency-Key. */
  readonly key: string
  readonly user_id: string
  readonly org_id: string | null
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  /** Fingerprint of the request: the same key with another request is refused. */
  readonly request_hash: string
  /** Empty while the first request runs. */
  readonly response_status: number | null
  readonly response_body: unknown | null
  readonly expires_at: string
  readonly created_at: string
}
