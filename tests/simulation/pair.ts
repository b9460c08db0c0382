/*
 * Rows of three tables that the server only ever changes together, in one transaction: a console that shows two of them
 * with different words shows half of a transaction. Consoles leave these rows alone.
 */

const PROFILE = `(select id from public.profiles order by id desc limit 1)`
const DOSSIER = `(select id from public.dossiers order by id desc limit 1)`
const ORDER = `(select id from public.orders order by id desc limit 1)`

/** A statement that gives all of them the same new word. */
export function pairBecomes(word: string): string {
  return `with p as (update public.profiles set phone = '${word}' where id = ${PROFILE}),
    d as (update public.dossiers set company_name = '${word}' where id = ${DOSSIER})
    update public.orders set stripe_checkout_session_id = '${word}' where id = ${ORDER}`
}

/** The same in three statements, for a transaction that takes its time. */
export function pairInParts(word: string): string[] {
  return [
    `update public.profiles set phone = '${word}' where id = ${PROFILE}`,
    `update public.dossiers set company_name = '${word}' where id = ${DOSSIER}`,
    `update public.orders set stripe_checkout_session_id = '${word}' where id = ${ORDER}`,
  ]
}

export const PAIR_BEGINS = pairBecomes('pair 0')

/** The words of all of them; they must be one and the same. */
export const PAIR_NOW = `select (select phone from public.profiles where id = ${PROFILE}) as a,
  (select company_name from public.dossiers where id = ${DOSSIER}) as b,
  (select stripe_checkout_session_id from public.orders where id = ${ORDER}) as c`
