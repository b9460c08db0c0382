import { randomUUID } from 'node:crypto'
import type { TestDatabase } from '#tests/support/database.ts'
import type { OpenDatabase } from './engines.ts'

/** A small product of its own: staff in two roles, things that only some see, rules of every kind. */
const schema = `
create table public.staff (id uuid primary key, role text not null);
create function public.console_role() returns text language sql stable security definer set search_path = ''
  as 'select role from public.staff where id = auth.uid()';
create function public.console_system() returns jsonb language sql immutable set search_path = ''
  as $$ select '{"system": "shop", "version": "7"}'::jsonb $$;

create table public.products (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  code text unique,
  price numeric(24, 2) not null default 0,
  stock integer not null default 0 constraint stock_not_negative check (stock >= 0),
  sold bigint not null default 0,
  details jsonb,
  secret boolean not null default false,
  value numeric generated always as (price * stock) stored
);
create table public.lines (
  order_no bigint,
  line smallint,
  product uuid not null references public.products,
  note varchar(10),
  primary key (order_no, line)
);
create table public.links (
  id uuid primary key,
  next uuid references public.links deferrable initially deferred
);
create table public.logbook (id uuid primary key, text text not null);
create table public.keyless (text text);

alter table public.products enable row level security;
alter table public.lines enable row level security;
alter table public.logbook enable row level security;
create policy staff_read on public.products for select to authenticated
  using ((select public.console_role()) = 'boss' or not secret);
create policy staff_write on public.products for all to authenticated
  using ((select public.console_role()) is not null and not secret)
  with check ((select public.console_role()) is not null and name is distinct from 'forbidden');
create policy staff_lines on public.lines for all to authenticated using ((select public.console_role()) is not null);
create policy staff_logbook on public.logbook for insert to authenticated with check (true);

create function public.sell(p_product uuid, p_count integer, p_seen_stock integer, p_sold_at timestamptz default now())
returns jsonb language plpgsql set search_path = ''
as $$
declare
  v_stock integer;
begin
  if p_count < 1 then
    raise exception using errcode = 'OP400', message = 'Sell at least one.', column = 'p_count',
      hint = 'Enter a number above 0.', detail = '{"code": "sale.too_few", "params": {"least": 1}}';
  end if;
  select stock into v_stock from public.products where id = p_product for update;
  if v_stock is distinct from p_seen_stock then
    raise exception using errcode = 'OP409', message = 'The stock has changed.', detail = jsonb_build_object(
      'code', 'sale.stock_changed', 'params', jsonb_build_object('seen', p_seen_stock),
      'current', jsonb_build_object('stock', v_stock),
      'retry_args', jsonb_build_object('p_product', p_product, 'p_count', p_count, 'p_seen_stock', v_stock))::text;
  end if;
  update public.products set stock = stock - p_count, sold = sold + p_count where id = p_product;
  return jsonb_build_object('left', v_stock - p_count);
end
$$;
create function public.only_lamps(p_what text) returns void language plpgsql as $$
begin
  raise check_violation using message = format('We sell lamps, not %s.', p_what);
end $$;
create function public.for_the_boss() returns void language sql as 'select';
revoke execute on function public.for_the_boss() from public, authenticated;
create function public.busy() returns void language plpgsql as $$
begin
  raise exception using errcode = '40P01', message = 'deadlock detected';
end $$;
`

export interface Shop {
  readonly db: TestDatabase
  /** Staff who see what is not secret. */
  readonly agent: { readonly sub: string }
  /** Staff who see everything. */
  readonly boss: { readonly sub: string }
  /** Signed in, but no staff. */
  readonly customer: { readonly sub: string }
}

export async function openShop(open: OpenDatabase): Promise<Shop> {
  const db = await open({ layers: ['platform', 'sync'] })
  await db.exec(schema)
  const people = { agent: randomUUID(), boss: randomUUID(), customer: randomUUID() }
  for (const [name, id] of Object.entries(people)) {
    await db.query('insert into auth.users (id, email, raw_user_meta_data) values ($1, $2, $3)', [
      id,
      `${name}@example.com`,
      { full_name: `The ${name}` },
    ])
    if (name !== 'customer') await db.query('insert into public.staff values ($1, $2)', [id, name])
  }
  await db.query('select console_sync.track_all()')
  return { db, agent: { sub: people.agent }, boss: { sub: people.boss }, customer: { sub: people.customer } }
}

/** Puts a product on the shelf, as the owner. */
export async function addProduct(db: TestDatabase, values: Record<string, unknown> = {}): Promise<string> {
  const row = { name: 'Lamp', price: '19.90', stock: 3, ...values }
  const names = Object.keys(row)
  const [added] = await db.query<{ id: string }>(
    `insert into public.products (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')}) returning id`,
    Object.values(row),
  )
  if (added === undefined) throw new Error('Nothing was added.')
  return added.id
}
