/*
 * Rows of three tables that the server only ever changes together, in one transaction: a console that shows two of them
 * with different words shows half of a transaction. Consoles leave these rows alone.
 */
export interface Pair {
  readonly profile: string
  readonly dossier: string
  readonly order: string
}

/** A statement that gives all of them the same new word. */
export function pairBecomes({ profile, dossier, order }: Pair, word: string): string {
  return `with p as (update public.profiles set phone = '${word}' where id = '${profile}'),
    d as (update public.dossiers set company_name = '${word}' where id = '${dossier}')
    update public.orders set stripe_checkout_session_id = '${word}' where id = '${order}'`
}

/** The same in three statements, for a transaction that takes its time. */
export function pairInParts({ profile, dossier, order }: Pair, word: string): string[] {
  return [
    `update public.profiles set phone = '${word}' where id = '${profile}'`,
    `update public.dossiers set company_name = '${word}' where id = '${dossier}'`,
    `update public.orders set stripe_checkout_session_id = '${word}' where id = '${order}'`,
  ]
}

/** The words of all of them; they must be one and the same. */
export function pairNow({ profile, dossier, order }: Pair): string {
  return `select (select phone from public.profiles where id = '${profile}') as a,
    (select company_name from public.dossiers where id = '${dossier}') as b,
    (select stripe_checkout_session_id from public.orders where id = '${order}') as c`
}
