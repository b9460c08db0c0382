-- Counters of posts, comments and sessions. Each change adds or takes away in a statement of its own on the counted row,
-- so that people at once wait for each other there and none of them is lost. Whole statements are counted, in the order
-- of the ids: two of them that touch the same rows can't wait for each other in a circle.

create function dracarys.check_vote() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- Held until the vote is committed: a row that is deleted meanwhile takes the vote with it, or leaves none.
  if new.target_type = 'post' then
    perform from public.community_posts where id = new.target_id and not is_deleted for key share;
  elsif new.target_type = 'comment' then
    perform from public.community_comments where id = new.target_id and not coalesce(is_deleted, false) for key share;
  end if;
  if not found then
    perform dracarys.refuse('target_id', 'vote.target_gone', 'What this votes on is not there any more.');
  end if;
  return new;
end
$$;
comment on function dracarys.check_vote() is 'Refuses a vote on what does not exist, or was removed.';

create trigger community_votes_check before insert or update of target_type, target_id on public.community_votes
  for each row execute function dracarys.check_vote();

create function dracarys.add_votes(p_changes jsonb) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v_of record;
begin
  for v_of in
    select c.type, c.id, sum(c.up) as up, sum(c.down) as down
    from jsonb_to_recordset(p_changes) c (type text, id uuid, up integer, down integer)
    group by c.type, c.id having sum(c.up) <> 0 or sum(c.down) <> 0 order by c.type, c.id
  loop
    if v_of.type = 'post' then
      update public.community_posts set upvotes_count = upvotes_count + v_of.up, downvotes_count = downvotes_count + v_of.down
        where id = v_of.id;
    else
      update public.community_comments set upvotes_count = upvotes_count + v_of.up, downvotes_count = downvotes_count + v_of.down
        where id = v_of.id;
    end if;
  end loop;
end
$$;
comment on function dracarys.add_votes(jsonb) is 'Adds up changes of votes and brings them into the counters.';

create function dracarys.vote_as_change(p_target_type text, p_target_id uuid, p_vote_type text, p_sign integer) returns jsonb
language sql immutable set search_path = ''
as $$
  select jsonb_build_object('type', p_target_type, 'id', p_target_id,
    'up', case p_vote_type when 'upvote' then p_sign else 0 end,
    'down', case p_vote_type when 'downvote' then p_sign else 0 end)
$$;
comment on function dracarys.vote_as_change(text, uuid, text, integer) is 'What a vote does to the counters.';

create function dracarys.count_votes() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_changes jsonb := '[]';
begin
  if tg_op in ('DELETE', 'UPDATE') then
    select v_changes || coalesce(jsonb_agg(dracarys.vote_as_change(target_type, target_id, vote_type, -1)), '[]')
      into v_changes from votes_before;
  end if;
  if tg_op in ('INSERT', 'UPDATE') then
    select v_changes || coalesce(jsonb_agg(dracarys.vote_as_change(target_type, target_id, vote_type, 1)), '[]')
      into v_changes from votes_now;
  end if;
  perform dracarys.add_votes(v_changes);
  return null;
end
$$;
comment on function dracarys.count_votes() is 'Keeps the counters when votes are given, changed, moved or taken back.';

create trigger community_votes_given after insert on public.community_votes
  referencing new table as votes_now for each statement execute function dracarys.count_votes();
create trigger community_votes_changed after update on public.community_votes
  referencing old table as votes_before new table as votes_now for each statement execute function dracarys.count_votes();
create trigger community_votes_removed after delete on public.community_votes
  referencing old table as votes_before for each statement execute function dracarys.count_votes();

-- target_id may point to either table, so no foreign key removes the votes of what is deleted.
create function dracarys.drop_votes() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  delete from public.community_votes where target_type = tg_argv[0] and target_id = old.id;
  return null;
end
$$;
comment on function dracarys.drop_votes() is 'Deletes the votes of a post or comment that is deleted.';

create trigger community_posts_drop_votes after delete on public.community_posts
  for each row execute function dracarys.drop_votes('post');
create trigger community_comments_drop_votes after delete on public.community_comments
  for each row execute function dracarys.drop_votes('comment');

create function dracarys.check_comment() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_post public.community_posts;
begin
  -- Who locks or removes the post at this moment is waited for. The lock is the one that counting takes: two commenters
  -- who shared a weaker one could not both go on to it.
  select * into v_post from public.community_posts where id = new.post_id for no key update;
  if v_post.is_deleted then
    perform dracarys.refuse('post_id', 'comment.post_removed', 'This post was removed: nobody can comment on it.');
  elsif v_post.is_locked then
    perform dracarys.refuse('post_id', 'comment.post_locked', 'This post is locked: nobody can comment on it any more.');
  elsif new.parent_comment_id is not null and not exists (
    select from public.community_comments where id = new.parent_comment_id and post_id = new.post_id
  ) then
    perform dracarys.refuse('parent_comment_id', 'comment.other_thread', 'The comment that this answers belongs to another post.');
  end if;
  return new;
end
$$;
comment on function dracarys.check_comment() is 'Refuses comments on locked and removed posts, and answers across posts.';

create trigger community_comments_check before insert on public.community_comments
  for each row execute function dracarys.check_comment();

create function dracarys.count_comment() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_change integer := 0;
begin
  if tg_op <> 'INSERT' then
    v_change := v_change - (not coalesce(old.is_deleted, false))::integer;
  end if;
  if tg_op <> 'DELETE' then
    v_change := v_change + (not coalesce(new.is_deleted, false))::integer;
  end if;
  update public.community_posts set comments_count = comments_count + v_change,
    last_activity_at = case when tg_op = 'INSERT' then greatest(last_activity_at, new.created_at) else last_activity_at end
    where id = coalesce(new.post_id, old.post_id) and v_change <> 0;
  return null;
end
$$;
comment on function dracarys.count_comment() is 'Keeps the number of comments of a post, without the removed ones.';

create trigger community_comments_count after insert or delete or update of is_deleted on public.community_comments
  for each row execute function dracarys.count_comment();

create function dracarys.note_post() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform dracarys.note_activity(new.author_id, 'post_create', 'community_posts', new.id, new.id, null,
    coalesce(new.created_at, now()));
  return null;
end
$$;
comment on function dracarys.note_post() is 'Writes the activity of a new post.';
create trigger community_posts_activity after insert on public.community_posts
  for each row execute function dracarys.note_post();

-- The session's row is held, so that two who register at once do not both get the last place.
create function dracarys.seat_participant() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_session public.live_sessions;
begin
  select * into v_session from public.live_sessions where id = new.session_id for no key update;
  if v_session.status in ('ended', 'cancelled') and new.attendance_status = 'registered' then
    perform dracarys.refuse('session_id', 'session.closed', 'This session is over or was cancelled: nobody can register any more.');
  elsif new.attendance_status = 'registered' and v_session.max_participants >= 0
    and v_session.current_participants >= v_session.max_participants then
    new.attendance_status := 'waitlisted';
  end if;
  return new;
end
$$;
comment on function dracarys.seat_participant() is 'Gives a place in a session, or one on the waiting list when it is full.';

create function dracarys.count_participant() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_change integer := 0;
begin
  if tg_op <> 'INSERT' then
    v_change := v_change - (old.attendance_status is distinct from 'waitlisted')::integer;
  end if;
  if tg_op <> 'DELETE' then
    v_change := v_change + (new.attendance_status is distinct from 'waitlisted')::integer;
  end if;
  update public.live_sessions set current_participants = current_participants + v_change
    where id = coalesce(new.session_id, old.session_id) and v_change <> 0;
  if tg_op = 'INSERT' then
    perform dracarys.note_activity(new.user_id, 'session_join', 'live_sessions', new.session_id, new.id, null,
      coalesce(new.created_at, now()));
  end if;
  return null;
end
$$;
comment on function dracarys.count_participant() is 'Keeps the number of participants who have a place.';

create trigger session_participants_seat before insert on public.session_participants
  for each row execute function dracarys.seat_participant();
create trigger session_participants_count after insert or delete or update of attendance_status on public.session_participants
  for each row execute function dracarys.count_participant();
