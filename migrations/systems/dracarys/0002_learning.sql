-- Who learns, what there is to learn, and how far everybody has come.

create table public.user_profiles (
  id uuid primary key references auth.users (id) on delete cascade,
  full_name text,
  avatar_url text,
  bio text,
  timezone text default 'UTC',
  preferred_language text default 'en',
  trading_experience text default 'beginner',
  trading_goals text[],
  current_level integer default 1,
  total_xp integer default 0,
  -- inferred: the document speaks of "admin write" and names no staff.
  role text not null default 'learner' check (role in ('learner', 'moderator', 'admin')),
  created_at timestamptz default now(),
  updated_at timestamptz default now()
);

comment on table public.user_profiles is 'Everybody with an account: learners and staff.';
comment on column public.user_profiles.timezone is 'The name of the time zone in which sessions are shown to the person.';
comment on column public.user_profiles.preferred_language is 'The language in which the person is written to.';
comment on column public.user_profiles.trading_experience is 'How much the person had traded before, in their own words.';
comment on column public.user_profiles.current_level is 'The level that total_xp gives. The database keeps it.';
comment on column public.user_profiles.total_xp is 'XP of completed lessons and achievements, and corrections. The database keeps it.';
comment on column public.user_profiles.role is
  'Staff: moderator (community and live sessions) and admin (everything). Learners may not use the console.';

create table public.lessons (
  id uuid primary key default gen_random_uuid(),
  level_id integer not null,
  gate_id integer not null,
  title text not null,
  subtitle text,
  description text,
  content_type text default 'interactive',
  content_data jsonb not null,
  assessment_data jsonb,
  xp_reward integer default 0,
  estimated_time interval,
  difficulty text default 'intermediate' check (difficulty in ('beginner', 'intermediate', 'advanced')),
  prerequisites uuid[],
  is_active boolean default true,
  order_index integer default 0,
  -- inferred: an edit is decided on a text that was read, and clocks of two machines can't be compared.
  content_version integer not null default 1,
  created_by uuid references auth.users (id),
  created_at timestamptz default now(),
  updated_at timestamptz default now(),
  constraint lessons_level_gate_once unique (level_id, gate_id)
);

comment on table public.lessons is 'The course: levels, in each of them gates, and at each gate a lesson.';
comment on column public.lessons.level_id is 'The level, from 1.';
comment on column public.lessons.gate_id is 'The gate within the level, from 1. Progress is kept by level and gate.';
comment on column public.lessons.content_data is 'What is taught: {"sections": [{"type", "title", "body" or "url"}]}.';
comment on column public.lessons.assessment_data is
  'The questions: {"passing_score", "questions": [{"prompt", "options", "correct", "explanation"}]}; correct counts from 0.';
comment on column public.lessons.xp_reward is 'The XP that its completion earns.';
comment on column public.lessons.prerequisites is 'The ids of the lessons that come before it.';
comment on column public.lessons.is_active is 'On: published. Off: a draft, which learners do not see.';
comment on column public.lessons.order_index is 'Its place in its level, from 1.';
comment on column public.lessons.content_version is 'Counts the edits of title, content and assessment.';

create table public.user_progress (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  level_id integer not null,
  gate_id integer not null,
  lesson_id uuid references public.lessons (id),
  completed boolean default false,
  score integer,
  xp_earned integer default 0,
  time_spent interval,
  attempts_count integer default 1,
  last_attempt_at timestamptz default now(),
  completed_at timestamptz,
  created_at timestamptz default now(),
  updated_at timestamptz default now(),
  constraint user_progress_gate_once unique (user_id, level_id, gate_id)
);

comment on table public.user_progress is 'How far a learner has come at each gate.';
comment on column public.user_progress.score is 'Percent of the questions answered right, at the best attempt.';
comment on column public.user_progress.xp_earned is 'The lesson''s XP at the moment of completion. The database fills it in.';
comment on column public.user_progress.attempts_count is 'How often the learner has tried.';
comment on column public.user_progress.completed_at is 'When it was completed. The database fills it in.';

create table public.achievements (
  id uuid primary key default gen_random_uuid(),
  code varchar(100) unique not null,
  title text not null,
  description text not null,
  icon_url text,
  category text default 'general',
  xp_reward integer default 0,
  requirements jsonb,
  rarity text default 'common' check (rarity in ('common', 'rare', 'epic', 'legendary')),
  is_active boolean default true,
  created_at timestamptz default now()
);

comment on table public.achievements is 'What learners can achieve beside lessons.';
comment on column public.achievements.code is 'The name by which the product''s code knows it.';
comment on column public.achievements.xp_reward is 'The XP that it brings to who unlocks it.';
comment on column public.achievements.requirements is 'What has to be done for it, as the product reads it.';
comment on column public.achievements.is_active is 'Off: nobody can unlock it any more. Who has it keeps it.';

create table public.user_achievements (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  achievement_id uuid not null references public.achievements (id) on delete cascade,
  unlocked_at timestamptz default now(),
  progress_value integer default 100,
  metadata jsonb,
  constraint user_achievements_once unique (user_id, achievement_id)
);

comment on table public.user_achievements is 'Who has unlocked which achievement.';
comment on column public.user_achievements.progress_value is 'Percent, or a count, of what was needed.';
comment on column public.user_achievements.metadata is 'The XP that it brought, and the reason where staff granted it.';

create table public.leaderboard (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  period varchar(20) not null check (period in ('daily', 'weekly', 'monthly', 'all_time')),
  xp_points integer default 0,
  lessons_completed integer default 0,
  streak_days integer default 0,
  rank integer,
  percentile numeric(5, 2),
  period_start_date date not null,
  period_end_date date not null,
  updated_at timestamptz default now(),
  constraint leaderboard_period_once unique (user_id, period, period_start_date)
);

comment on table public.leaderboard is 'XP and completed lessons of each learner, by period. The database keeps the weeks.';
comment on column public.leaderboard.xp_points is 'The XP of the lessons completed in the period.';
comment on column public.leaderboard.streak_days is 'The learner''s streak at the last completion in the period.';
comment on column public.leaderboard.rank is 'The place in the period, 1 is the first; filled in by rank_leaderboard.';
comment on column public.leaderboard.percentile is 'Percent of the period''s learners with fewer XP.';
comment on column public.leaderboard.period_start_date is 'The first day, in UTC; weeks begin on Monday.';
comment on column public.leaderboard.period_end_date is 'The last day of the period.';

create table public.user_streaks (
  id uuid primary key default gen_random_uuid(),
  user_id uuid unique not null references auth.users (id) on delete cascade,
  current_streak integer default 0,
  longest_streak integer default 0,
  last_activity_date date,
  last_streak_reset timestamptz,
  streak_streak_data jsonb,
  created_at timestamptz default now(),
  updated_at timestamptz default now(),
  constraint user_streaks_not_negative check (current_streak >= 0 and longest_streak >= current_streak)
);

comment on table public.user_streaks is 'On how many days in a row a learner has completed a lesson.';
comment on column public.user_streaks.last_activity_date is 'The last day, in UTC, on which a lesson was completed.';
comment on column public.user_streaks.last_streak_reset is 'When the streak last began anew.';
comment on column public.user_streaks.streak_streak_data is 'What the product notes about single days.';
