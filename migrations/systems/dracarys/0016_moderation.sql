-- The community: pin, lock, remove with a reason, restore. What has been done meanwhile is a conflict without a retry:
-- nothing is left to do.

create function dracarys.mark_post(
  p_post_id uuid, p_column text, p_on boolean, p_act text, p_act_id uuid, p_at timestamptz
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_staff uuid := dracarys.require_staff();
  v_post public.community_posts;
begin
  select * into v_post from public.community_posts where id = p_post_id for no key update;
  if v_post.id is null then
    perform dracarys.refuse('p_post_id', 'post.gone', 'This post has been deleted by its author.');
  elsif v_post.is_deleted then
    perform dracarys.lost('post.removed_meanwhile', format('%s has removed this post meanwhile.', dracarys.name_of(v_post.deleted_by)),
      jsonb_build_object('by', dracarys.name_of(v_post.deleted_by)),
      jsonb_build_object('is_deleted', true, 'reason', v_post.deleted_reason, 'deleted_at', v_post.deleted_at), null);
  elsif (to_jsonb(v_post) ->> p_column)::boolean = p_on then
    perform dracarys.lost('post.marked_already', 'Somebody else has done this meanwhile.', '{}',
      jsonb_build_object(p_column, p_on), null);
  end if;
  -- The column is one of two that this system's own functions name.
  execute format('update public.community_posts set %I = $2 where id = $1', p_column) using p_post_id, p_on;
  perform dracarys.write_activity(p_act_id, p_act, 'community_posts', p_post_id, jsonb_build_object('title', v_post.title),
    dracarys.decided_at(p_at));
  return jsonb_build_object('post_id', p_post_id, p_column, p_on, 'by', v_staff);
end
$$;
comment on function dracarys.mark_post(uuid, text, boolean, text, uuid, timestamptz) is 'Pins or locks a post, or takes it back.';

create function public.pin_post(
  p_post_id uuid, p_pin_id uuid default gen_random_uuid(), p_pinned_at timestamptz default now()
) returns jsonb
language sql security definer set search_path = ''
as $$
  select dracarys.mark_post(p_post_id, 'is_pinned', true, 'post.pinned', p_pin_id, p_pinned_at)
$$;
comment on function public.pin_post(uuid, uuid, timestamptz) is 'Puts a post above the others.';

create function public.unpin_post(
  p_post_id uuid, p_unpin_id uuid default gen_random_uuid(), p_unpinned_at timestamptz default now()
) returns jsonb
language sql security definer set search_path = ''
as $$
  select dracarys.mark_post(p_post_id, 'is_pinned', false, 'post.unpinned', p_unpin_id, p_unpinned_at)
$$;
comment on function public.unpin_post(uuid, uuid, timestamptz) is 'Puts a post back among the others.';

create function public.lock_post(
  p_post_id uuid, p_lock_id uuid default gen_random_uuid(), p_locked_at timestamptz default now()
) returns jsonb
language sql security definer set search_path = ''
as $$
  select dracarys.mark_post(p_post_id, 'is_locked', true, 'post.locked', p_lock_id, p_locked_at)
$$;
comment on function public.lock_post(uuid, uuid, timestamptz) is 'Ends a discussion: nobody can comment any more.';

create function public.unlock_post(
  p_post_id uuid, p_unlock_id uuid default gen_random_uuid(), p_unlocked_at timestamptz default now()
) returns jsonb
language sql security definer set search_path = ''
as $$
  select dracarys.mark_post(p_post_id, 'is_locked', false, 'post.unlocked', p_unlock_id, p_unlocked_at)
$$;
comment on function public.unlock_post(uuid, uuid, timestamptz) is 'Opens a discussion again.';

-- One rule for posts and comments. The text stays: staff see it, and the author may ask about it.
create function dracarys.remove_or_restore(
  p_table text, p_kind text, p_id uuid, p_remove boolean, p_reason text, p_act_id uuid, p_at timestamptz
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_staff uuid := dracarys.require_staff();
  v_reason text := dracarys.reason_of(p_reason);
  v_at timestamptz := dracarys.decided_at(p_at);
  v_row jsonb;
  v_by text;
begin
  -- The table is one of two that this system's own functions name.
  execute format('select to_jsonb(t) from public.%I t where id = $1 for no key update', p_table) into v_row using p_id;
  v_by := dracarys.name_of((v_row ->> 'deleted_by')::uuid);
  if v_row is null then
    perform dracarys.refuse(format('p_%s_id', p_kind), 'content.gone', 'Its author has deleted it. Nothing is left to decide.');
  elsif coalesce((v_row ->> 'is_deleted')::boolean, false) = p_remove then
    if p_remove then
      perform dracarys.lost('content.removed_already', format('%s has removed it meanwhile.', v_by), jsonb_build_object('by', v_by),
        jsonb_build_object('is_deleted', true, 'reason', v_row ->> 'deleted_reason', 'deleted_at', v_row ->> 'deleted_at'), null);
    end if;
    perform dracarys.lost('content.restored_already', 'Somebody else has restored it meanwhile.', '{}',
      jsonb_build_object('is_deleted', false), null);
  end if;
  execute format('update public.%I set is_deleted = $2, deleted_reason = $3, deleted_by = $4, deleted_at = $5 where id = $1', p_table)
    using p_id, p_remove, case when p_remove then v_reason end, case when p_remove then v_staff end, case when p_remove then v_at end;
  perform dracarys.write_activity(p_act_id, p_kind || case when p_remove then '.removed' else '.restored' end, p_table, p_id,
    jsonb_build_object('reason', v_reason, 'author', v_row ->> 'author_id', 'removed_for', v_row ->> 'deleted_reason'), v_at);
  return jsonb_build_object(p_kind || '_id', p_id, 'is_deleted', p_remove, 'by', v_staff);
end
$$;
comment on function dracarys.remove_or_restore(text, text, uuid, boolean, text, uuid, timestamptz)
  is 'Removes a post or comment from the community, or brings it back.';

create function public.remove_post(
  p_post_id uuid, p_reason text, p_remove_id uuid default gen_random_uuid(), p_removed_at timestamptz default now()
) returns jsonb
language sql security definer set search_path = ''
as $$
  select dracarys.remove_or_restore('community_posts', 'post', p_post_id, true, p_reason, p_remove_id, p_removed_at)
$$;
comment on function public.remove_post(uuid, text, uuid, timestamptz) is 'Takes a post away from learners. Its author sees it, with the reason.';

create function public.restore_post(
  p_post_id uuid, p_reason text, p_restore_id uuid default gen_random_uuid(), p_restored_at timestamptz default now()
) returns jsonb
language sql security definer set search_path = ''
as $$
  select dracarys.remove_or_restore('community_posts', 'post', p_post_id, false, p_reason, p_restore_id, p_restored_at)
$$;
comment on function public.restore_post(uuid, text, uuid, timestamptz) is 'Shows a removed post again.';

create function public.remove_comment(
  p_comment_id uuid, p_reason text, p_remove_id uuid default gen_random_uuid(), p_removed_at timestamptz default now()
) returns jsonb
language sql security definer set search_path = ''
as $$
  select dracarys.remove_or_restore('community_comments', 'comment', p_comment_id, true, p_reason, p_remove_id, p_removed_at)
$$;
comment on function public.remove_comment(uuid, text, uuid, timestamptz) is 'Takes a comment away from learners. Its author sees it, with the reason.';

create function public.restore_comment(
  p_comment_id uuid, p_reason text, p_restore_id uuid default gen_random_uuid(), p_restored_at timestamptz default now()
) returns jsonb
language sql security definer set search_path = ''
as $$
  select dracarys.remove_or_restore('community_comments', 'comment', p_comment_id, false, p_reason, p_restore_id, p_restored_at)
$$;
comment on function public.restore_comment(uuid, text, uuid, timestamptz) is 'Shows a removed comment again.';
