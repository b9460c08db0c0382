-- Steps of a product, and the dossier that walks through them.

create table public.steps (
  id uuid primary key default gen_random_uuid(),
  code text not null unique,
  label text not null check (btrim(label) <> ''),
  description text,
  created_at timestamptz not null default now()
);

comment on table public.steps is 'Steps that products are made of.';
comment on column public.steps.code is 'A short name that never changes.';

create table public.product_steps (
  id uuid primary key default gen_random_uuid(),
  product_id uuid not null references public.products (id) on delete cascade,
  step_id uuid not null references public.steps (id),
  position integer not null check (position > 0),
  dossier_status public.dossier_status_code not null,
  constraint product_steps_position_once unique (product_id, position) deferrable initially immediate,
  constraint product_steps_step_once unique (product_id, step_id)
);

comment on table public.product_steps is 'The steps of each product, in order.';
comment on column public.product_steps.position is 'Place in the product, counted from 1.';
comment on column public.product_steps.dossier_status is 'The status that a dossier gets when it enters this step.';

create sequence public.dossier_reference_number;

create table public.dossiers (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique check (reference ~ '^D-[0-9]{4}-[0-9]{5,}$'),
  user_id uuid not null references public.profiles (id),
  product_id uuid not null references public.products (id),
  order_id uuid unique references public.orders (id),
  type public.dossier_type not null,
  status public.dossier_status_code not null default 'NEW',
  status_change_id uuid,
  status_changed_at timestamptz not null default now(),
  status_comment text check (char_length(status_comment) <= 2000),
  company_name text,
  assigned_to uuid references public.agents (id),
  current_step_instance_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

comment on table public.dossiers is 'One bought service for one client, from payment to delivery.';
comment on column public.dossiers.reference is 'The number that people use, D-year-number. The server gives it.';
comment on column public.dossiers.status_change_id is 'The change that set the status; its event carries the same id.';
comment on column public.dossiers.status_comment is 'Why the status was changed, as the client is told.';
comment on column public.dossiers.company_name is 'The company that the dossier is about, once it has a name.';
comment on column public.dossiers.assigned_to is 'The agent who holds the dossier.';
comment on column public.dossiers.current_step_instance_id is 'The step where the dossier is now.';

create table public.step_instances (
  id uuid primary key default gen_random_uuid(),
  dossier_id uuid not null references public.dossiers (id) on delete cascade,
  step_id uuid not null references public.steps (id),
  started_at timestamptz,
  completed_at timestamptz,
  completed_by_type public.actor_type,
  completed_by_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint step_instances_step_once unique (dossier_id, step_id),
  constraint step_instances_of_dossier unique (id, dossier_id),
  constraint step_instances_completed_after_start check (completed_at is null or started_at is not null),
  constraint step_instances_completed_by_someone check ((completed_at is null) = (completed_by_type is null)),
  constraint step_instances_actor_complete check (
    case when completed_by_type is null then completed_by_id is null
      else (completed_by_type = 'SYSTEM') = (completed_by_id is null) end
  )
);

comment on table public.step_instances is 'A step as one dossier goes through it.';
comment on column public.step_instances.started_at is 'Empty while the step is still to come.';

-- Deferrable: a dossier and its steps are made in one transaction, in either order.
alter table public.dossiers
  add constraint dossiers_current_step_of_dossier foreign key (current_step_instance_id, id)
  references public.step_instances (id, dossier_id) deferrable initially deferred;

-- inferred
create table public.dossier_assignments (
  id uuid primary key default gen_random_uuid(),
  dossier_id uuid not null references public.dossiers (id) on delete cascade,
  agent_id uuid not null references public.agents (id),
  assigned_by uuid references public.agents (id),
  note text check (char_length(note) <= 2000),
  assigned_at timestamptz not null default now(),
  released_at timestamptz
);

comment on table public.dossier_assignments is 'Who held which dossier, from when to when.';
comment on column public.dossier_assignments.assigned_by is 'Who gave it; the same person when it was taken over.';
comment on column public.dossier_assignments.released_at is 'Empty while the agent holds the dossier.';
