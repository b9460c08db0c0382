-- Signed-in people may call the doors, and what these doors call in their name. Nobody else gets anything;
-- what is left out here (following tables, bumping visibility) is the owner's alone.

do $$
declare
  v_function record;
begin
  for v_function in
    select p.oid::regprocedure as name, n.nspname = 'public' or p.proname in (
      'role', 'account_state', 'require_staff', 'system', 'shape_digest', 'epoch', 'server_id', 'visibility_digest',
      'primary_key', 'key_expression', 'readable_columns', 'copy_expression', 'line_expression', 'travelling_columns',
      'find_relation', 'page', 'changes', 'followed', 'live_rows', 'account', 'inventory',
      'target', 'column_parts', 'key_match', 'row_expression', 'as_written', 'exact', 'collisions', 'raise_conflict',
      'raise_nothing_done', 'lock_row', 'inputs', 'find_function', 'check_deferred', 'moves',
      'run_operation', 'insert_statement', 'prepared', 'forget_prepared', 'run_insert', 'run_update', 'run_delete', 'run_call',
      'detail_object', 'object_or_null', 'constraint_columns', 'value_at_fault', 'error_code', 'error_words', 'refusal', 'missing_right', 'is_still_used',
      'standing_row', 'insert_collisions', 'explain',
      'claim', 'earlier_receipt', 'entry_hash', 'settle', 'first_unapplied', 'has_receipt', 'sends_hints', 'is_transient', 'run_entry', 'proof',
      'require_same', 'own_receipts', 'own_head', 'own_chain',
      'is_extensions_own', 'types_below', 'list_types', 'column_list', 'own_relations', 'list_tables', 'own_functions', 'list_code',
      'grant_statements', 'column_grants', 'policy_head', 'list_access', 'schema', 'schema_digest'
    ) as is_open
    from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'console_sync'
      or (n.nspname = 'public' and p.proname in ('console_hello', 'console_snapshot', 'console_pull', 'console_push', 'console_proof', 'console_schema'))
  loop
    execute format('revoke all on function %s from public, anon, authenticated, service_role', v_function.name);
    if v_function.is_open then
      execute format('grant execute on function %s to authenticated', v_function.name);
    end if;
  end loop;
end
$$;
