-- Those of the document, one on every foreign key, and the orders of the staff's lists.

create index user_profiles_role_idx on public.user_profiles (role) where role <> 'learner';
create index user_profiles_created_at_idx on public.user_profiles (created_at, id);

create index idx_user_progress_user on public.user_progress (user_id);
create index idx_user_progress_level on public.user_progress (level_id, gate_id);
create index idx_user_progress_completed on public.user_progress (completed) where completed = false;
create index idx_user_progress_lesson on public.user_progress (lesson_id);

create index idx_lessons_active on public.lessons (is_active) where is_active = true;
create index idx_lessons_level_order on public.lessons (level_id, gate_id, order_index);
create index idx_lessons_content_type on public.lessons (content_type);
create index idx_lessons_created_by on public.lessons (created_by);

create index idx_user_achievements_user on public.user_achievements (user_id);
create index idx_user_achievements_achievement on public.user_achievements (achievement_id);
create index idx_user_achievements_unlocked on public.user_achievements (unlocked_at desc);

create index idx_leaderboard_period_rank on public.leaderboard (period, period_start_date, rank);
create index idx_leaderboard_user_period on public.leaderboard (user_id, period, period_end_date desc);

create index idx_user_streaks_user on public.user_streaks (user_id);
create index idx_user_streaks_reset on public.user_streaks (last_streak_reset);

create index idx_activity_log_user_time on public.user_activity_log (user_id, created_at desc);
create index idx_activity_log_type on public.user_activity_log (activity_type);
create index idx_activity_log_session on public.user_activity_log (session_id);
create index idx_activity_log_entity on public.user_activity_log (entity_type, entity_id);
create index idx_activity_log_time on public.user_activity_log (created_at, id);

create index idx_posts_author on public.community_posts (author_id);
create index idx_posts_category on public.community_posts (category);
create index idx_posts_pinned on public.community_posts (is_pinned) where is_pinned = true;
create index idx_posts_activity on public.community_posts (last_activity_at desc);
create index idx_posts_deleted_by on public.community_posts (deleted_by);
create index idx_posts_deleted on public.community_posts (deleted_at) where is_deleted;
create index idx_comments_post on public.community_comments (post_id);
create index idx_comments_author on public.community_comments (author_id);
create index idx_comments_parent on public.community_comments (parent_comment_id);
create index idx_comments_deleted_by on public.community_comments (deleted_by);
create index idx_votes_target on public.community_votes (target_type, target_id);

create index idx_sessions_host on public.live_sessions (host_id);
create index idx_sessions_scheduled on public.live_sessions (scheduled_at);
create index idx_sessions_status on public.live_sessions (status);
create index idx_session_participants_session on public.session_participants (session_id);
create index idx_session_participants_user on public.session_participants (user_id);

create index idx_subscription_plans_active on public.subscription_plans (is_active) where is_active = true;
create index idx_user_subscriptions_user on public.user_subscriptions (user_id);
create index idx_user_subscriptions_plan on public.user_subscriptions (plan_id);
create index idx_user_subscriptions_status on public.user_subscriptions (status);
create index idx_user_subscriptions_ending on public.user_subscriptions (current_period_end) where status = 'past_due';
