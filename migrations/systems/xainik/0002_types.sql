-- The words of the system. The document fixes the roles; the others come with the features that it names.

create type public.user_role as enum ('veteran', 'recruiter', 'supporter', 'admin');
create type public.moderation_status as enum ('pending', 'approved', 'hidden');
create type public.resume_request_status as enum (
  'pending', 'in_review', 'approved', 'fulfilled', 'declined', 'withdrawn'
);
create type public.plan_interval as enum ('month', 'quarter', 'year', 'once');
create type public.subscription_status as enum ('trialing', 'active', 'past_due', 'canceled', 'expired');
create type public.invoice_status as enum ('draft', 'issued', 'paid', 'void');
create type public.donation_status as enum ('pending', 'succeeded', 'failed', 'refunded');
create type public.payment_event_status as enum ('received', 'processed', 'ignored', 'failed');
create type public.email_status as enum ('queued', 'sent', 'delivered', 'bounced', 'failed');

comment on type public.user_role is 'What somebody is here: whose pages they see and what they may do.';
comment on type public.moderation_status is 'pending: nobody has looked at it yet. hidden: taken from public view, with a reason.';
comment on type public.resume_request_status is 'approved: the veteran agrees. fulfilled: the recruiter has the resume.';
comment on type public.plan_interval is 'once: paid a single time, lasts until it runs out.';
comment on type public.subscription_status is 'past_due: the last payment failed. canceled: ended early. expired: ran out.';
comment on type public.invoice_status is 'draft: no number yet. void: keeps its number and counts for nothing.';
comment on type public.donation_status is 'Where the payment of a donation stands.';
comment on type public.payment_event_status is 'ignored: of a kind that changes nothing here.';
comment on type public.email_status is 'bounced: the receiving side sent it back.';

select xainik.record_migration('0002_types', 'Roles and the statuses of content, requests, money and e-mail.');
