-- Words for accounts. No client may read auth.users; the mirror has only the accounts that the server lets the person know.
create function outpost.account_emails(p_ids uuid[]) returns table (id uuid, email text)
language sql stable security definer set search_path = ''
as $$
  select u.id, u.email from auth.users u where u.id = any(p_ids) and u.email <> ''
$$;
revoke all on function outpost.account_emails(uuid[]) from public;
grant execute on function outpost.account_emails(uuid[]) to authenticated;
