-- Posts, comments, and the votes on both.

create table public.community_posts (
  id uuid primary key default gen_random_uuid(),
  author_id uuid not null references auth.users (id) on delete cascade,
  title text not null,
  content text,
  post_type varchar(20) default 'discussion' check (post_type in ('discussion', 'question', 'announcement')),
  category text,
  tags text[],
  is_pinned boolean default false,
  is_locked boolean default false,
  upvotes_count integer default 0,
  downvotes_count integer default 0,
  comments_count integer default 0,
  views_count integer default 0,
  last_activity_at timestamptz default now(),
  metadata jsonb,
  -- inferred: comments have is_deleted in the document, and staff remove posts as well.
  is_deleted boolean not null default false,
  deleted_reason text check (char_length(deleted_reason) <= 2000),
  deleted_by uuid references auth.users (id) on delete set null,
  deleted_at timestamptz,
  created_at timestamptz default now(),
  updated_at timestamptz default now()
);

comment on table public.community_posts is 'What learners ask and discuss, each post with its thread of comments.';
comment on column public.community_posts.is_pinned is 'On: stands above all others of its category.';
comment on column public.community_posts.is_locked is 'On: nobody can comment on it any more.';
comment on column public.community_posts.upvotes_count is 'The upvotes in community_votes. The database keeps it.';
comment on column public.community_posts.downvotes_count is 'The downvotes in community_votes. The database keeps it.';
comment on column public.community_posts.comments_count is 'The comments that are not removed. The database keeps it.';
comment on column public.community_posts.last_activity_at is 'When it was written, or last commented on.';
comment on column public.community_posts.is_deleted is 'On: removed by staff. Its author still sees it, with the reason.';
comment on column public.community_posts.deleted_reason is 'Why it was removed. The author reads it.';

create table public.community_comments (
  id uuid primary key default gen_random_uuid(),
  post_id uuid not null references public.community_posts (id) on delete cascade,
  author_id uuid not null references auth.users (id) on delete cascade,
  parent_comment_id uuid references public.community_comments (id) on delete cascade,
  content text not null,
  upvotes_count integer default 0,
  downvotes_count integer default 0,
  is_deleted boolean default false,
  -- inferred
  deleted_reason text check (char_length(deleted_reason) <= 2000),
  deleted_by uuid references auth.users (id) on delete set null,
  deleted_at timestamptz,
  created_at timestamptz default now(),
  updated_at timestamptz default now()
);

comment on table public.community_comments is 'Comments on posts, and replies to comments.';
comment on column public.community_comments.parent_comment_id is 'The comment that it answers; empty for one on the post itself.';
comment on column public.community_comments.upvotes_count is 'The upvotes in community_votes. The database keeps it.';
comment on column public.community_comments.downvotes_count is 'The downvotes in community_votes. The database keeps it.';
comment on column public.community_comments.is_deleted is 'On: removed. Replies to it stay.';
comment on column public.community_comments.deleted_reason is 'Why it was removed. The author reads it.';

create table public.community_votes (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  target_type varchar(20) not null check (target_type in ('post', 'comment')),
  target_id uuid not null,
  vote_type varchar(10) not null check (vote_type in ('upvote', 'downvote')),
  created_at timestamptz default now(),
  constraint community_votes_once unique (user_id, target_type, target_id)
);

comment on table public.community_votes is 'Who has voted on what, once each.';
comment on column public.community_votes.target_type is 'Whether target_id is a post or a comment.';
comment on column public.community_votes.target_id is 'The id of the post or comment.';
