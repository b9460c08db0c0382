-- What a step asks for, what the client sent, and what was decided about it.

create table public.document_types (
  id uuid primary key default gen_random_uuid(),
  code text not null unique,
  label text not null check (btrim(label) <> ''),
  description text,
  accepted_mime_types text[] not null default '{application/pdf,image/jpeg,image/png}',
  created_at timestamptz not null default now()
);

comment on table public.document_types is 'Kinds of documents that clients are asked for.';
comment on column public.document_types.accepted_mime_types is 'File types that may be uploaded, as MIME types.';

-- inferred
create table public.step_document_requirements (
  id uuid primary key default gen_random_uuid(),
  product_step_id uuid not null references public.product_steps (id) on delete cascade,
  document_type_id uuid not null references public.document_types (id),
  is_required boolean not null default true,
  created_at timestamptz not null default now(),
  constraint step_document_requirements_once unique (product_step_id, document_type_id)
);

comment on table public.step_document_requirements is 'Which documents a step of a product asks for.';
comment on column public.step_document_requirements.is_required is 'The step is complete only when this document is approved.';

create table public.documents (
  id uuid primary key default gen_random_uuid(),
  dossier_id uuid not null references public.dossiers (id) on delete cascade,
  document_type_id uuid not null references public.document_types (id),
  step_instance_id uuid,
  status public.document_status not null default 'MISSING',
  current_version_id uuid,
  waiting_since timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint documents_step_of_dossier foreign key (step_instance_id, dossier_id)
    references public.step_instances (id, dossier_id),
  constraint documents_missing_has_no_version check ((status = 'MISSING') = (current_version_id is null)),
  constraint documents_pending_waits check ((status = 'PENDING') = (waiting_since is not null))
);

comment on table public.documents is 'A document that a dossier needs; its files are the versions.';
comment on column public.documents.current_version_id is 'The newest version, the only one that can be reviewed.';
comment on column public.documents.waiting_since is 'Upload time of the version that waits for a review; the queue is in this order.';

create table public.document_versions (
  id uuid primary key default gen_random_uuid(),
  document_id uuid not null references public.documents (id) on delete cascade,
  version integer not null check (version > 0),
  file_url text not null check (file_url <> '' and file_url !~ '(^|/)\.\.(/|$)'),
  file_name text not null check (btrim(file_name) <> ''),
  mime_type text not null,
  size_bytes bigint not null check (size_bytes >= 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  uploaded_by_type public.actor_type not null,
  uploaded_by_id uuid,
  uploaded_at timestamptz not null default now(),
  constraint document_versions_number_once unique (document_id, version),
  constraint document_versions_of_document unique (id, document_id),
  constraint document_versions_actor_complete check ((uploaded_by_type = 'SYSTEM') = (uploaded_by_id is null))
);

comment on table public.document_versions is 'Uploaded files. A version is never changed; a correction is a new one.';
comment on column public.document_versions.version is 'Counted from 1 within the document.';
comment on column public.document_versions.file_url is 'Path in the bucket "documents": dossier/document/file.';
comment on column public.document_versions.size_bytes is 'Size of the file in bytes.';
comment on column public.document_versions.sha256 is 'Fingerprint of the file, by which a download is checked.';

-- Deferrable: a document and its first version may be loaded in either order.
alter table public.documents
  add constraint documents_current_version_of_document foreign key (current_version_id, id)
  references public.document_versions (id, document_id) deferrable initially deferred;

create table public.document_reviews (
  id uuid primary key default gen_random_uuid(),
  document_id uuid not null,
  document_version_id uuid not null,
  reviewer_id uuid not null references public.agents (id),
  status public.review_status not null,
  comment text check (char_length(comment) <= 4000),
  replaces_review_id uuid unique references public.document_reviews (id),
  reviewed_at timestamptz not null default now(),
  constraint document_reviews_version_of_document foreign key (document_version_id, document_id)
    references public.document_versions (id, document_id) on delete cascade,
  constraint document_reviews_rejection_has_comment check (status = 'APPROVED' or btrim(comment) <> '')
);

comment on table public.document_reviews is 'Decisions about versions of documents. Never changed: a later one may replace an earlier.';
comment on column public.document_reviews.comment is 'What the client is told; a rejection always has one.';
comment on column public.document_reviews.replaces_review_id is 'The earlier decision on the same version that this one replaces.';
