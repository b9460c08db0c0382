/** Members of the organisation `o`, and invitations that somebody may still accept. */
export const seatsTakenSql = `((select count(*) from public.organization_members m where m.org_id = o.id)
  + (select count(*) from public.invites i where i.org_id = o.id and i.status = 'pending' and i.expires_at > now()))::int`
