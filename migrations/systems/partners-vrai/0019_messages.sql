-- Writing to the client.

create function public.send_message(
  p_dossier_id uuid, p_body text, p_message_id uuid default gen_random_uuid(), p_sent_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_agent uuid := partners_vrai.require_staff();
  v_at timestamptz := partners_vrai.decided_at(p_sent_at);
  v_body text := btrim(p_body, E' \t\r\n');
  v_dossier public.dossiers;
  v_event uuid := partners_vrai.derived_id(p_message_id, 'sent');
begin
  if coalesce(v_body, '') = '' then
    perform partners_vrai.refuse('p_body', 'message.empty', 'Write a message first.');
  elsif char_length(v_body) > 10000 then
    perform partners_vrai.refuse('p_body', 'message.too_long',
      format('The message has %s characters; at most 10000 are allowed. Shorten it.', char_length(v_body)),
      jsonb_build_object('length', char_length(v_body), 'max', 10000));
  end if;
  select * into v_dossier from public.dossiers where id = p_dossier_id;
  if v_dossier.id is null then
    perform partners_vrai.refuse('p_dossier_id', 'dossier.unknown', 'This dossier does not exist.');
  end if;

  insert into public.messages (id, dossier_id, sender_type, sender_id, body, created_at)
  values (p_message_id, p_dossier_id, 'AGENT', v_agent, v_body, v_at);
  perform partners_vrai.write_event(v_event, 'MESSAGE_SENT', 'messages', p_message_id, p_dossier_id,
    v_dossier.user_id, '{}', v_at);
  perform partners_vrai.notify_client(p_message_id, v_event, p_dossier_id, v_dossier.user_id, 'message.received',
    jsonb_build_object('dossier', v_dossier.reference), v_at);
  return jsonb_build_object('message_id', p_message_id);
end
$$;
comment on function public.send_message(uuid, text, uuid, timestamptz)
  is 'Writes to the client of a dossier and tells them that a message waits.';
