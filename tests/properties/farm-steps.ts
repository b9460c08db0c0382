import fc from 'fast-check'
import type { Request } from '#shared/model/entry.ts'

/*
 * What may happen around one console, drawn small: few keys, so that everything meets. Numbers stand for keys, so that a
 * counterexample can be read.
 */
export type FarmStep =
  /** The server's own clients and jobs. */
  | { readonly kind: 'server'; readonly sql: string }
  /** A person decides, at the console. */
  | { readonly kind: 'decide'; readonly request: Request }
  /** The console goes on to the server's newest cut, in pages of so many rows. */
  | { readonly kind: 'pull'; readonly rows: number }
  /** The oldest decision reaches the server. */
  | { readonly kind: 'push' }
  /** One of the decisions is given up. */
  | { readonly kind: 'giveUp'; readonly which: number }

export const penOf = (n: number) => `00000000-0000-4000-8000-00000000000${n}`
const pen = fc.constantFrom(1, 2, 3).map(penOf)
const code = fc.constantFrom('A', 'B', 'C')
const herd = fc.constantFrom(1, 2)
const tag = fc.constantFrom('a', 'b', 'ü"')
const weight = fc.constantFrom('1.00', '2.50', '-1', null)
const room = fc.constantFrom(1, 2, 9)

const PENS = 'public.pens'
const ANIMALS = 'public.animals'
const animalKey = fc.record({ herd, tag })

const requests: fc.Arbitrary<Request> = fc.oneof(
  fc.record({ id: pen, code, room }).map((values): Request => ({ kind: 'insert', relation: PENS, values })),
  fc
    .record({ herd, tag, pen: fc.option(pen), weight })
    .map((values): Request => ({ kind: 'insert', relation: ANIMALS, values })),
  fc
    .record({ id: pen, set: fc.oneof(fc.record({ code }), fc.record({ room }), fc.record({ id: pen })) })
    .map(({ id, set }): Request => ({ kind: 'update', relation: PENS, key: { id }, set })),
  fc
    .record({
      key: animalKey,
      set: fc.oneof(
        fc.record({ weight }),
        fc.record({ pen: fc.option(pen) }),
        fc.record({ herd }),
        animalKey.map((mother) => ({ mother_herd: mother.herd, mother_tag: mother.tag })),
      ),
    })
    .map(({ key, set }): Request => ({ kind: 'update', relation: ANIMALS, key, set })),
  pen.map((id): Request => ({ kind: 'delete', relation: PENS, key: { id } })),
  animalKey.map((key): Request => ({ kind: 'delete', relation: ANIMALS, key })),
)

const quoted = (text: string) => `'${text}'`

const statements: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(pen, code).map(([id, is]) => `insert into public.pens (id, code) values ('${id}', '${is}')`),
  fc.tuple(pen, code).map(([id, is]) => `update public.pens set code = '${is}' where id = '${id}'`),
  fc.tuple(pen, room).map(([id, is]) => `update public.pens set room = ${is} where id = '${id}'`),
  fc.tuple(pen, pen).map(([id, is]) => `update public.pens set id = '${is}' where id = '${id}'`),
  pen.map((id) => `delete from public.pens where id = '${id}'`),
  fc.tuple(herd, tag, pen, weight).map(([at, is, into, heavy]) => {
    return `insert into public.animals (herd, tag, pen, weight) values (${at}, '${is}', '${into}', ${heavy})`
  }),
  fc
    .tuple(herd, tag, weight)
    .map(([at, is, heavy]) => `update public.animals set weight = ${heavy} where (herd, tag) = (${at}, '${is}')`),
  fc
    .tuple(herd, tag, pen)
    .map(([at, is, into]) => `update public.animals set pen = '${into}' where (herd, tag) = (${at}, '${is}')`),
  fc.tuple(tag, tag).map(([is, other]) => `update public.animals set tag = ${quoted(other)} where tag = ${quoted(is)}`),
  fc.tuple(herd, tag).map(([at, is]) => {
    return `with gone as (delete from public.animals where (herd, tag) = (${at}, '${is}') returning *) select count(*) from gone`
  }),
  fc.constant('update public.animals set weight = weight + 1 where weight is not null'),
  fc.constant('truncate public.weighings'),
  pen.map((id) => {
    return `do $$ declare r public.pens; begin
      delete from public.pens where id = '${id}' returning * into r;
      if r.id is not null then insert into public.pens select r.*; end if; end $$`
  }),
)

export const farmSteps: fc.Arbitrary<FarmStep[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: statements.map((sql): FarmStep => ({ kind: 'server', sql })) },
    { weight: 6, arbitrary: requests.map((request): FarmStep => ({ kind: 'decide', request })) },
    { weight: 3, arbitrary: fc.constantFrom(1, 3, 100).map((rows): FarmStep => ({ kind: 'pull', rows })) },
    { weight: 2, arbitrary: fc.constant<FarmStep>({ kind: 'push' }) },
    { weight: 1, arbitrary: fc.nat(5).map((which): FarmStep => ({ kind: 'giveUp', which })) },
  ),
  { minLength: 4, maxLength: 16 },
)
