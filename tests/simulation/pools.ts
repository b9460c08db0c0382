import type pg from 'pg'
import type { Pair } from './pair.ts'
import type { Random } from './random.ts'
import { literal } from './run.ts'

/** What one run is about: rows of its own that people meet over, made before the first step. */
export interface Pools {
  readonly profiles: readonly string[]
  /** One of them that has no dossier: the account may be deleted, and come back. */
  readonly loner: string
  readonly dossiers: readonly string[]
  readonly documents: readonly string[]
  readonly products: readonly string[]
  readonly steps: readonly string[]
  readonly messages: readonly string[]
  /** The staff are the scene's. */
  readonly agents: readonly string[]
  readonly pair: Pair
}

/** Two clients with two dossiers each and their papers, one without any, and a client for the pair, as the product's own jobs make them. */
export async function makePools(sql: pg.Client, random: Random, word: () => string): Promise<Pools> {
  const ids = (count: number) => Array.from({ length: count }, () => random.uuid())
  const [profiles, products, steps, types, dossiers] = [ids(4), ids(2), ids(2), ids(1), ids(5)]
  const [instances, documents, messages, versions, orders] = [ids(5), ids(6), ids(3), ids(6), ids(1)]
  const at = (list: readonly string[], place: number) => literal(list[place % list.length] ?? '')
  const rows = (table: string, columns: string, count: number, values: (n: number) => string) =>
    `insert into ${table} (${columns}) values ${Array.from({ length: count }, (_, n) => `(${values(n)})`).join(', ')};`
  const email = (n: number) => literal(`${profiles[n]}@client.example`)
  const text = () => literal(word())
  await sql.query(
    [
      'begin;',
      rows('auth.users', 'id, email', 4, (n) => `${at(profiles, n)}, ${email(n)}`),
      rows('public.profiles', 'id, email, full_name', 4, (n) => `${at(profiles, n)}, ${email(n)}, ${text()}`),
      rows('public.products', 'id, code, name, dossier_type, price', 2, (n) => {
        return `${at(products, n)}, ${text()}, ${text()}, 'LLC_FORMATION', 499`
      }),
      rows('public.steps', 'id, code, label', 2, (n) => `${at(steps, n)}, ${text()}, ${text()}`),
      rows('public.document_types', 'id, code, label', 1, (n) => `${at(types, n)}, ${text()}, ${text()}`),
      rows('public.orders', 'id, user_id, product_id, amount, currency', 1, (n) => {
        return `${at(orders, n)}, ${at(profiles, 2)}, ${at(products, 0)}, 1, 'EUR'`
      }),
      rows('public.dossiers', 'id, user_id, product_id, type, status', 5, (n) => {
        const client = n === 4 ? at(profiles, 2) : at(profiles.slice(0, 2), n)
        return `${at(dossiers, n)}, ${client}, ${at(products, n)}, 'LLC_FORMATION', 'AWAITING_DOCUMENTS'`
      }),
      rows('public.step_instances', 'id, dossier_id, step_id, started_at', 5, (n) => {
        return `${at(instances, n)}, ${at(dossiers, n)}, ${at(steps, 0)}, now()`
      }),
      ...instances.map((id, n) => {
        return `update public.dossiers set current_step_instance_id = ${literal(id)} where id = ${at(dossiers, n)};`
      }),
      rows('public.documents', 'id, dossier_id, document_type_id, step_instance_id', 6, (n) => {
        return `${at(documents, n)}, ${at(dossiers, n % 4)}, ${at(types, 0)}, ${at(instances, n % 4)}`
      }),
      ...versions.map((id, n) => newVersion(id, documents[n] ?? '')),
      rows('public.messages', 'id, dossier_id, sender_type, sender_id, body', 3, (n) => {
        return `${at(messages, n)}, ${at(dossiers, n)}, 'USER', ${at(profiles, n % 2)}, ${text()}`
      }),
      'commit',
    ].join('\n'),
  )
  const { rows: agents } = await sql.query<{ id: string }>(
    'select id from public.agents where is_active order by id limit 3',
  )
  const pair = { profile: profiles[2] ?? '', dossier: dossiers[4] ?? '', order: orders[0] ?? '' }
  return {
    profiles: profiles.filter((_, n) => n !== 2),
    loner: profiles[3] ?? '',
    dossiers: dossiers.slice(0, 4),
    documents,
    products,
    steps,
    messages,
    agents: agents.map(({ id }) => id),
    pair,
  }
}

/** A client has put another file in the place of a document. */
export function newVersion(id: string, document: string): string {
  return `insert into public.document_versions
      (id, document_id, file_url, file_name, mime_type, size_bytes, sha256, uploaded_by_type, uploaded_by_id)
    select '${id}', d.id, o.id || '/' || d.id || '/${id}.pdf', 'again.pdf', 'application/pdf', 1000,
      encode(sha256('${id}'), 'hex'), 'USER', o.user_id
    from public.documents d join public.dossiers o on o.id = d.dossier_id where d.id = '${document}';`
}
