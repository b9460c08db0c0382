-- The log of what learners and staff do.

create table public.user_activity_log (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  -- The five values of activity_type, and, inferred, what staff do: the document's column has room for both.
  activity_type varchar(50) not null check (activity_type in (
    'login', 'lesson_complete', 'achievement_gain', 'post_create', 'session_join',
    'lesson.published', 'lesson.unpublished', 'lesson.edited', 'lesson.moved',
    'post.pinned', 'post.unpinned', 'post.locked', 'post.unlocked', 'post.removed', 'post.restored',
    'comment.removed', 'comment.restored', 'session.scheduled', 'session.cancelled', 'attendance.marked',
    'achievement.granted', 'achievement.revoked', 'xp.corrected', 'streak.corrected', 'subscription.changed'
  )),
  entity_type varchar(50),
  entity_id uuid,
  metadata jsonb,
  session_id uuid,
  ip_address inet,
  user_agent text,
  created_at timestamptz default now()
);

comment on table public.user_activity_log is 'What learners and staff did. Nobody changes it; it leaves with the person.';
comment on column public.user_activity_log.user_id is 'Who did it.';
comment on column public.user_activity_log.activity_type is 'What was done; names with a dot are acts of the staff.';
comment on column public.user_activity_log.entity_type is 'The table of the row that it was done to.';
comment on column public.user_activity_log.entity_id is 'The id of that row.';
comment on column public.user_activity_log.metadata is 'What stood before and after, and the reason.';
comment on column public.user_activity_log.session_id is 'The sign-in during which it was done, as the product counts them.';
comment on column public.user_activity_log.user_agent is 'The browser, as it names itself.';
