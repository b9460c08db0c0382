-- The words of the system: ten enums, in the order in which a person meets their values.

create type public.user_status as enum ('PENDING', 'ACTIVE', 'SUSPENDED');

create type public.dossier_type as enum (
  'LLC_FORMATION', 'COMPANY_SETUP', 'TAX_REGISTRATION', 'COMPLIANCE', 'TRADEMARK', 'BANKING'
);

create type public.dossier_status_code as enum (
  'NEW', 'AWAITING_DOCUMENTS', 'UNDER_REVIEW', 'CORRECTIONS_REQUESTED', 'IN_PREPARATION', 'READY_TO_FILE',
  'FILED', 'AUTHORITY_QUERY', 'REGISTERED', 'DELIVERED', 'COMPLETED', 'ON_HOLD', 'CANCELLED'
);

create type public.document_status as enum ('MISSING', 'PENDING', 'APPROVED', 'REJECTED');

create type public.review_status as enum ('APPROVED', 'REJECTED');

create type public.event_type as enum (
  'DOSSIER_CREATED', 'DOSSIER_STATUS_CHANGED', 'DOSSIER_ASSIGNED', 'STEP_COMPLETED', 'DOCUMENT_UPLOADED',
  'DOCUMENT_REVIEWED', 'MESSAGE_SENT', 'PAYMENT_REQUESTED', 'PAYMENT_RECEIVED'
);

create type public.notification_channel as enum ('EMAIL', 'WHATSAPP', 'SMS', 'IN_APP', 'PUSH');

create type public.notification_status as enum ('PENDING', 'SENT', 'FAILED', 'READ');

create type public.order_status as enum ('PENDING', 'PAID', 'FAILED', 'CANCELLED', 'REFUNDED');

create type public.actor_type as enum ('USER', 'AGENT', 'SYSTEM');

comment on type public.user_status is 'PENDING: registered, has not ordered yet. SUSPENDED: waits for a payment.';
comment on type public.document_status is 'MISSING: asked for, nothing uploaded yet. PENDING: waits for a review.';
comment on type public.actor_type is 'Who did it: a client (USER), a staff member (AGENT), or the system itself.';
