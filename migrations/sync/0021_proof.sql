-- "Synced" is checked, not believed: both sides count and hash what the person sees of a table and compare.

drop function if exists console_sync.proof(text, text[]);

-- Count and order-free hash of a relation, as much of it as the console keeps (0030_scope; null: everything), over some
-- columns, in this order, as the caller sees it. The hash is the
-- sum of 64-bit hashes of the rows' COPY lines, so no order of rows matters and no two rows cancel out.
create or replace function console_sync.proof(p_relation text, p_columns text[], p_kept jsonb) returns jsonb
language plpgsql stable
set timezone = 'UTC'
set datestyle = 'ISO, YMD'
set intervalstyle = 'postgres'
set extra_float_digits = 1
set bytea_output = 'hex'
as $$
declare
  v_relation constant record := console_sync.find_relation(p_relation);
  v_line text;
  v_proof jsonb;
begin
  if not p_columns <@ coalesce((select array_agg(c.name) from console_sync.readable_columns(v_relation.source, false) c), '{}') then
    raise exception using errcode = 'OP400', message = pg_catalog.format('%s has other columns here.', p_relation),
      detail = '{"code": "relation.other_columns"}';
  end if;
  v_line := console_sync.line_expression('t', v_relation.source, p_columns);
  execute pg_catalog.format(
    $sql$
    select pg_catalog.jsonb_build_object('relation', $1, 'count', pg_catalog.count(*),
      'hash', coalesce(pg_catalog.sum(pg_catalog.hashtextextended(%s collate "C", 0)::numeric), 0)::text,
      'cursor', pg_catalog.pg_current_snapshot()::text)
    from %s t where %s
    $sql$,
    v_line, v_relation.source, console_sync.kept_condition('t', v_relation.source, p_kept, '($2)'))
  using p_relation, p_kept into v_proof;
  return v_proof;
end
$$;

drop function if exists public.console_proof(text, text[]);

create or replace function public.console_proof(p_relation text, p_columns text[], p_kept jsonb default null) returns jsonb
language plpgsql stable
as $$
begin
  perform console_sync.require_staff();
  return console_sync.proof(p_relation, p_columns, p_kept);
end
$$;
