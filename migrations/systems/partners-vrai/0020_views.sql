-- The two lists that the staff's day starts with, under the caller's own policies.

create view public.pending_reviews with (security_invoker = true) as
select
  d.id as document_id,
  dv.id as version_id,
  dv.version,
  dt.label as document_type,
  dos.id as dossier_id,
  dos.reference as dossier_reference,
  dos.assigned_to,
  p.id as user_id,
  p.full_name as user_name,
  dv.file_url,
  dv.uploaded_at,
  d.waiting_since
from public.documents d
join public.document_versions dv on dv.id = d.current_version_id
join public.document_types dt on dt.id = d.document_type_id
join public.dossiers dos on dos.id = d.dossier_id
join public.profiles p on p.id = dos.user_id
where d.status = 'PENDING';
comment on view public.pending_reviews
  is 'Documents that wait for a review. Order by waiting_since, document_id: an index holds that order.';

create view public.suspended_unpaid with (security_invoker = true) as
select
  p.id as user_id,
  p.email,
  p.full_name,
  o.id as order_id,
  o.amount,
  o.currency,
  pr.name as product_name,
  o.created_at,
  rem.last_reminded_at,
  coalesce(rem.last_reminded_at <= now() - interval '3 days', true) as can_be_reminded
from public.profiles p
join public.orders o on o.user_id = p.id
join public.products pr on pr.id = o.product_id
left join lateral (
  select max(greatest(r.sent_at, r.created_at)) as last_reminded_at
  from public.payment_reminders r
  where r.order_id = o.id
) rem on true
where p.status = 'SUSPENDED' and o.status = 'PENDING';
comment on view public.suspended_unpaid is 'Suspended clients with an unpaid order, and whether a reminder may be sent now.';

revoke all on public.pending_reviews, public.suspended_unpaid from public, anon, authenticated;
grant select on public.pending_reviews, public.suspended_unpaid to authenticated, service_role;
