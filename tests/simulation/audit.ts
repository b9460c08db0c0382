/**
 * The server's own record of what was done to which row, by whom and in which transaction, beside everything that sync
 * keeps: it does not go through the code that is under test. Consoles never see it.
 */
export const AUDIT = `
create schema simulation;
create table simulation.changes (
  at bigint generated always as identity primary key,
  relation text not null,
  op text not null,
  old jsonb,
  new jsonb,
  person uuid,
  xid xid8 not null default pg_current_xact_id()
);
create function simulation.note() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into simulation.changes (relation, op, old, new, person) values (
    tg_table_schema || '.' || tg_table_name, tg_op,
    case when tg_op <> 'INSERT' then to_jsonb(old) end,
    case when tg_op <> 'DELETE' then to_jsonb(new) end,
    auth.uid());
  return null;
end
$$;
do $$
declare
  t text;
begin
  foreach t in array array['profiles', 'dossiers', 'products', 'steps', 'product_steps', 'document_types',
    'document_reviews', 'messages', 'payment_links', 'dossier_assignments'] loop
    execute format('create trigger zz_simulation after insert or update or delete on public.%I for each row execute function simulation.note()', t);
  end loop;
end
$$;
`
